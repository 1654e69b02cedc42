package studio.saddlepoint.lab.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.lab.picture.PictureTable.Changed;
import studio.saddlepoint.lab.picture.PictureTable.Distances;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;

/** Measures how far changed pictures are from themselves, by pixels and by features. */
public final class PictureStudy implements AutoCloseable {
  /** Pictures whose distances from each other are the unit. */
  private static final int SAMPLE = 48;

  private final DataSet data;
  private final FeatureExtractor extractor;
  private final Distances unit;

  /**
   * A study of a data set.
   *
   * @param data at least two pictures
   * @param extractor which is closed with the study
   */
  public PictureStudy(DataSet data, FeatureExtractor extractor) {
    this.data = data;
    this.extractor = extractor;
    int count = Math.min(SAMPLE, data.size());
    byte[][] pictures = new byte[count][];
    for (int i = 0; i < count; i++) {
      pictures[i] = picture((int) ((long) i * data.size() / count));
    }
    float[][] features = features(List.of(pictures));
    double ofPixels = 0;
    double ofFeatures = 0;
    int pairs = 0;
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < i; k++) {
        ofPixels += pixelDistance(pictures[i], pictures[k]);
        ofFeatures += featureDistance(features[i], features[k]);
        pairs++;
      }
    }
    unit = new Distances(positive(ofPixels / pairs), positive(ofFeatures / pairs));
  }

  private static double positive(double value) {
    return value > 0 ? value : 1;
  }

  /** How many pictures there are. */
  public int size() {
    return data.size();
  }

  private byte[] picture(int index) {
    byte[] pixels = new byte[data.shape().pixels()];
    data.read(index, pixels, 0);
    return pixels;
  }

  /**
   * Measures all changes of a picture.
   *
   * @param index of the picture
   */
  public PictureTable table(int index) {
    ImageShape shape = data.shape();
    byte[] original = picture(index);
    byte[] other = picture((index + data.size() / 2) % data.size());
    List<byte[]> all = new ArrayList<>(List.of(original, other));
    for (PictureChange change : PictureChange.values()) {
      for (int step = 0; step <= PictureTable.STEPS; step++) {
        all.add(change.of(original, shape, (double) step / PictureTable.STEPS));
      }
    }
    float[][] features = features(all);
    Map<PictureChange, List<Changed>> changed = new EnumMap<>(PictureChange.class);
    int at = 2;
    for (PictureChange change : PictureChange.values()) {
      List<Changed> steps = new ArrayList<>();
      for (int step = 0; step <= PictureTable.STEPS; step++) {
        steps.add(new Changed(all.get(at), distances(all, features, at)));
        at++;
      }
      changed.put(change, steps);
    }
    return new PictureTable(
        shape, original, other, distances(all, features, 1), changed, extractor.label());
  }

  /** How far a picture is from the first. */
  private Distances distances(List<byte[]> pictures, float[][] features, int index) {
    return new Distances(
        pixelDistance(pictures.get(0), pictures.get(index)) / unit.pixels(),
        featureDistance(features[0], features[index]) / unit.features());
  }

  private float[][] features(List<byte[]> pictures) {
    int size = data.shape().pixels();
    byte[] batch = new byte[pictures.size() * size];
    for (int i = 0; i < pictures.size(); i++) {
      System.arraycopy(pictures.get(i), 0, batch, i * size, size);
    }
    float[] all = extractor.features(batch);
    int width = extractor.dimension();
    float[][] rows = new float[pictures.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(all, i * width, (i + 1) * width);
    }
    return rows;
  }

  private static double pixelDistance(byte[] a, byte[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (a[i] & 0xff) - (b[i] & 0xff);
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  private static double featureDistance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] - b[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  @Override
  public void close() {
    extractor.close();
  }
}
