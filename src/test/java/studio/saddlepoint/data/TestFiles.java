package studio.saddlepoint.data;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.function.Executable;
import studio.saddlepoint.core.StudioException;

/** Makes small files of every kind, good and bad. */
public final class TestFiles {
  private TestFiles() {}

  /** Writes a picture of one colour. */
  public static Path picture(Path file, int width, int height, int rgb) throws IOException {
    return picture(file, width, height, rgb, BufferedImage.TYPE_INT_RGB);
  }

  /** Writes a picture of one colour in a layout of {@link BufferedImage}. */
  public static Path picture(Path file, int width, int height, int argb, int type)
      throws IOException {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (type == BufferedImage.TYPE_BYTE_GRAY) {
          image.getRaster().setSample(x, y, 0, argb & 0xff);
        } else {
          image.setRGB(x, y, argb);
        }
      }
    }
    return write(file, image);
  }

  /** Writes a picture in the format of the file's extension. */
  public static Path write(Path file, BufferedImage image) throws IOException {
    Files.createDirectories(file.getParent());
    String name = file.getFileName().toString();
    assertTrue(ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile()));
    return file;
  }

  /** A PNG of a few bytes whose header announces a size. */
  public static byte[] pngHeader(int width, int height) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(chunk)) {
      out.write("IHDR".getBytes(StandardCharsets.US_ASCII));
      out.writeInt(width);
      out.writeInt(height);
      out.write(new byte[] {8, 2, 0, 0, 0});
    }
    CRC32 sum = new CRC32();
    sum.update(chunk.toByteArray());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(file)) {
      out.writeLong(0x89504E470D0A1A0AL);
      out.writeInt(13);
      out.write(chunk.toByteArray());
      out.writeInt((int) sum.getValue());
      out.writeInt(0);
      out.write("IDAT".getBytes(StandardCharsets.US_ASCII));
      out.writeInt(0x35AF061E);
    }
    return file.toByteArray();
  }

  /** IDX images: all pixels of image i are i. */
  public static byte[] idxImages(int count, int height, int width) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0x803);
      out.writeInt(count);
      out.writeInt(height);
      out.writeInt(width);
      for (int i = 0; i < count * height * width; i++) {
        out.write(i / (height * width));
      }
    }
    return bytes.toByteArray();
  }

  /** IDX labels: image i has the label i modulo classes. */
  public static byte[] idxLabels(int count, int classes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0x801);
      out.writeInt(count);
      for (int i = 0; i < count; i++) {
        out.write(i % classes);
      }
    }
    return bytes.toByteArray();
  }

  /** Bytes compressed with gzip. */
  public static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  /** Asserts that an action fails with a message that holds all of some texts. */
  public static void assertTold(Executable action, String... texts) {
    String message = assertThrows(StudioException.class, action).getMessage();
    for (String text : texts) {
      assertTrue(message.contains(text), () -> "\"" + text + "\" is not in: " + message);
    }
  }

  /** All pixels of an image, unsigned. */
  public static int[] pixels(DataSet set, int index) {
    byte[] bytes = new byte[set.shape().pixels()];
    set.read(index, bytes, 0);
    int[] pixels = new int[bytes.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = bytes[i] & 0xff;
    }
    return pixels;
  }
}
