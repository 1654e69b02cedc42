package studio.saddlepoint.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import studio.saddlepoint.core.StoredEntry;

/** Small whole files to change. */
final class Seeds {
  private static final int SIDE = 12;

  private Seeds() {}

  /** Pictures of an ending among the test's resources that the program reads. */
  static List<byte[]> pictures(String... endings) throws Exception {
    Path folder =
        Path.of(Seeds.class.getResource("/studio/saddlepoint/data/kinds/README.md").toURI())
            .getParent();
    List<byte[]> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.sorted().toList()) {
        boolean wanted = Stream.of(endings).anyMatch(end -> each.toString().endsWith("." + end));
        if (wanted && Files.exists(Path.of(each + ".rgb"))) {
          found.add(Files.readAllBytes(each));
        }
      }
    }
    for (String ending : endings) {
      found.addAll(written(ending));
    }
    return found;
  }

  /** By Java's writers, in all their compressions, in one go and in several. */
  private static List<byte[]> written(String ending) throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (int type :
        new int[] {
          BufferedImage.TYPE_3BYTE_BGR,
          BufferedImage.TYPE_BYTE_GRAY,
          BufferedImage.TYPE_BYTE_INDEXED
        }) {
      BufferedImage image = image(type);
      ImageTypeSpecifier kind = ImageTypeSpecifier.createFromRenderedImage(image);
      var writers = ImageIO.getImageWriters(kind, ending);
      if (!writers.hasNext()) {
        continue;
      }
      ImageWriter writer = writers.next();
      ImageWriteParam param = writer.getDefaultWriteParam();
      List<String> compressions = new ArrayList<>(List.of(""));
      if (param.canWriteCompressed() && param.getCompressionTypes() != null) {
        compressions.addAll(List.of(param.getCompressionTypes()));
        compressions.removeAll(List.of("BI_JPEG", "BI_PNG")); // nobody reads such BMPs
      }
      for (String compression : compressions) {
        written(writer, image, compression, files);
      }
      writer.dispose();
    }
    return files;
  }

  private static void written(
      ImageWriter writer, BufferedImage image, String compression, List<byte[]> into)
      throws IOException {
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (!compression.isEmpty()) {
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType(compression);
    }
    if (param.canWriteProgressive()) {
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException | RuntimeException e) {
      return; // this compression is not for such pictures
    }
    if (bytes.size() > 0 && isRead(bytes.toByteArray())) {
      into.add(bytes.toByteArray());
    }
  }

  private static boolean isRead(byte[] file) {
    try {
      return ImageIO.read(new java.io.ByteArrayInputStream(file)) != null;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static BufferedImage image(int type) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, type);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        image.setRGB(x, y, 0x10a040 * (x / 3) + 7 * y);
      }
    }
    return image;
  }

  /** A text. */
  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** IDX images, each of its number. */
  static byte[] idx(int count) {
    ByteBuffer file = ByteBuffer.allocate(16 + count * SIDE * SIDE);
    file.putInt(0x803).putInt(count).putInt(SIDE).putInt(SIDE);
    for (int i = 0; file.hasRemaining(); i++) {
      file.put((byte) i);
    }
    return file.array();
  }

  /** Compressed. */
  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A zip of stored entries. */
  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        StoredEntry.add(zip, each.getKey(), each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A zip of packed entries. */
  static byte[] deflated(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A PNG whose chunks have the right sums, so that what was changed in them is looked at. */
  static byte[] mendedPng(byte[] changed) {
    ByteBuffer file = ByteBuffer.wrap(changed.clone());
    int at = Long.BYTES;
    while (at + 12 <= file.capacity()) {
      long end = at + 8 + (file.getInt(at) & 0xffffffffL);
      if (end + 4 > file.capacity()) {
        break;
      }
      CRC32 sum = new CRC32();
      sum.update(file.array(), at + 4, (int) end - at - 4);
      file.putInt((int) end, (int) sum.getValue());
      at = (int) end + 4;
    }
    return file.array();
  }
}
