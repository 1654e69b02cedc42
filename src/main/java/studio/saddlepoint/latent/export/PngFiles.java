package studio.saddlepoint.latent.export;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.PictureConversion;

/**
 * Samples as PNG files: their names and bytes, and the list of their labels. Collects the labels of
 * what was asked for.
 */
final class PngFiles {
  /** StyleGAN's tools look for this name. */
  static final String LABELS = "dataset.json";

  private final ImageShape shape;
  private final List<String> classNames;
  private final List<String> folders;
  private final boolean labelled;
  private final List<byte[]> common = new ArrayList<>();
  private final int[] labels;
  private int count;

  /**
   * Files of samples.
   *
   * @param origin where the samples come from
   * @param labelled whether they lie in folders of their classes
   * @param most how many there can be
   */
  PngFiles(SampleOrigin origin, boolean labelled, int most) {
    this.shape = origin.shape();
    this.classNames = origin.classNames();
    this.folders = labelled ? ClassFolders.of(classNames) : List.of();
    this.labelled = labelled;
    this.labels = new int[labelled ? most : 0];
    origin.notes().forEach((key, text) -> common.add(PngText.chunk(key, text)));
  }

  /** The shape of each. */
  ImageShape shape() {
    return shape;
  }

  /** Whether the files lie in folders of their classes, and the labels are to be listed. */
  boolean labelled() {
    return labelled;
  }

  /** The name of a sample's file, with its folder, such as {@code cat/000012.png}. */
  String name(Sample sample) {
    return name(sample.number(), sample.label());
  }

  private String name(int number, int label) {
    String file = String.format(Locale.ROOT, "%06d.png", number);
    return labelled ? folders.get(label) + "/" + file : file;
  }

  /** The bytes of a sample's file. */
  byte[] bytes(Sample sample) throws IOException {
    if (labelled) {
      labels[sample.number()] = sample.label();
      count = sample.number() + 1;
    }
    byte[] png =
        shape.channels() == 1
            ? Pngs.encodeGrey(shape.width(), shape.height(), sample.pixels())
            : Pngs.encode(PictureConversion.of(sample.pixels(), shape));
    List<byte[]> chunks = new ArrayList<>(common);
    chunks.add(PngText.chunk("latent_index", Long.toString(sample.latentIndex())));
    if (!classNames.isEmpty()) {
      chunks.add(PngText.chunk("label", Integer.toString(sample.label())));
      chunks.add(PngText.chunk("class", classNames.get(sample.label())));
    }
    return PngText.inserted(png, chunks.toArray(byte[][]::new));
  }

  /**
   * Writes the list of all labels as StyleGAN's tools have it: {@code {"labels":
   * [["cat/000012.png", 3], ...]}}.
   *
   * @param out stays open
   */
  void writeLabels(OutputStream out) throws IOException {
    JsonWriter json = new JsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    json.beginObject().name("labels").beginArray();
    for (int i = 0; i < count; i++) {
      json.beginArray().value(name(i, labels[i])).value(labels[i]).endArray();
    }
    json.endArray().endObject().flush();
  }
}
