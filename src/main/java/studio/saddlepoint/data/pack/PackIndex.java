package studio.saddlepoint.data.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.PassedOver;
import studio.saddlepoint.data.SizeCount;

/**
 * All that a pack knows beside the pixels.
 *
 * @param fingerprint hash of all that a reader can see
 * @param trainCount images to learn from; they come first
 * @param testIsTrain whether both splits are all images
 * @param labels one an image
 * @param passedOver what is no part of the data set
 * @param notes what a person should know, in whole sentences
 * @param sums CRC-32 of each block of pixels
 */
public record PackIndex(
    DataKind kind,
    String name,
    String fingerprint,
    ImageShape shape,
    int trainCount,
    boolean testIsTrain,
    List<String> classNames,
    int[] labels,
    List<DataProblem> problems,
    List<PassedOver> passedOver,
    List<String> notes,
    List<SizeCount> originalSizes,
    long bytes,
    int[] sums) {

  /** The number of images of all splits together. */
  public int count() {
    return labels.length;
  }

  long pixelBytes() {
    return (long) count() * shape.pixels();
  }

  byte[] encoded() throws IOException {
    ByteArrayOutputStream bytesOut = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytesOut)) {
      out.writeInt(kind.ordinal());
      writeText(out, name);
      writeText(out, fingerprint);
      writeInts(out, new int[] {shape.channels(), shape.height(), shape.width()});
      out.writeInt(trainCount);
      out.writeBoolean(testIsTrain);
      writeTexts(out, classNames);
      writeInts(out, labels);
      out.writeInt(problems.size());
      for (DataProblem problem : problems) {
        writeText(out, problem.file());
        writeText(out, problem.reason());
        out.writeBoolean(problem.mayPass());
      }
      out.writeInt(passedOver.size());
      for (PassedOver each : passedOver) {
        writeText(out, each.kind());
        out.writeInt(each.count());
        writeTexts(out, each.names());
      }
      writeTexts(out, notes);
      out.writeInt(originalSizes.size());
      for (SizeCount size : originalSizes) {
        writeInts(out, new int[] {size.width(), size.height(), size.images()});
      }
      out.writeLong(bytes);
      writeInts(out, sums);
    }
    return bytesOut.toByteArray();
  }

  /** Reads what {@link #encoded()} wrote; the caller has checked that it is whole. */
  static PackIndex decoded(byte[] encoded) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded))) {
      DataKind kind = DataKind.values()[in.readInt()];
      String name = readText(in);
      String fingerprint = readText(in);
      int[] dimensions = readInts(in);
      ImageShape shape = new ImageShape(dimensions[0], dimensions[1], dimensions[2]);
      int trainCount = in.readInt();
      boolean testIsTrain = in.readBoolean();
      List<String> classNames = readTexts(in);
      int[] labels = readInts(in);
      List<DataProblem> problems = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        problems.add(new DataProblem(readText(in), readText(in), in.readBoolean()));
      }
      List<PassedOver> passedOver = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        passedOver.add(new PassedOver(readText(in), in.readInt(), readTexts(in)));
      }
      List<String> notes = readTexts(in);
      List<SizeCount> sizes = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        int[] size = readInts(in);
        sizes.add(new SizeCount(size[0], size[1], size[2]));
      }
      return new PackIndex(
          kind,
          name,
          fingerprint,
          shape,
          trainCount,
          testIsTrain,
          classNames,
          labels,
          List.copyOf(problems),
          List.copyOf(passedOver),
          notes,
          List.copyOf(sizes),
          in.readLong(),
          readInts(in));
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(encoded.length);
    out.write(encoded);
  }

  private static void writeTexts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      writeText(out, text);
    }
  }

  private static List<String> readTexts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(readText(in));
    }
    return List.copyOf(texts);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static void writeInts(DataOutputStream out, int[] values) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  private static int[] readInts(DataInputStream in) throws IOException {
    int[] values = new int[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
    return values;
  }
}
