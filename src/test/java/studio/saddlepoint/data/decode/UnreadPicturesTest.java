package studio.saddlepoint.data.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.data.TestFiles;
import studio.saddlepoint.data.file.PatchedFile;
import studio.saddlepoint.data.file.UnusableImageException;

/** The reasons that are told of files that are not read: "damaged" only where they are. */
class UnreadPicturesTest {
  private static final String SAVE = ": save it as PNG or as an ordinary JPEG";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "c9, 8, is a JPEG with arithmetic coding",
    "ca, 8, is a JPEG with arithmetic coding",
    "c3, 8, is a lossless JPEG",
    "c5, 8, is a hierarchical or lossless JPEG",
    "c1, 12, is a JPEG of 12 bits a colour"
  })
  void jpegsOfOtherKindsAreTold(String frame, int bits, String reason) throws IOException {
    byte[] jpeg = jpeg();
    int at = frame(jpeg);
    jpeg[at + 1] = (byte) Integer.parseInt(frame, 16);
    jpeg[at + 4] = (byte) bits;
    assertEquals(reason + ", which is not read" + SAVE, refused("a.jpg", jpeg));
  }

  @Test
  void jpegsOfTwoColoursAreTold() throws IOException {
    byte[] jpeg = jpeg();
    jpeg[frame(jpeg) + 9] = 2;
    assertEquals("is a JPEG of 2 colours, which is not read" + SAVE, refused("a.jpg", jpeg));
  }

  @Test
  void jpegsThatAreCutInTheirHeaderAreCutShort() throws IOException {
    byte[] jpeg = jpeg();
    for (int length = 3; length < frame(jpeg) + 20; length++) {
      byte[] cut = Arrays.copyOf(jpeg, length);
      assertEquals("is cut short", refused("a.jpg", cut), "" + length);
    }
  }

  @Test
  void damageIsCalledDamage() throws IOException {
    byte[] jpeg = jpeg();
    jpeg[frame(jpeg) + 3] = 1;
    jpeg[frame(jpeg) + 2] = 0;
    assertEquals("is damaged: a marker (c0) has an impossible length", refused("a.jpg", jpeg));
  }

  @Test
  void pngsForIphonesAreTold() throws IOException {
    byte[] png = TestFiles.pngHeader(10, 10);
    ByteBuffer apple = ByteBuffer.allocate(png.length + 16);
    apple.put(png, 0, 8).putInt(4).put("CgBI".getBytes(StandardCharsets.US_ASCII));
    apple.putLong(0).put(png, 8, png.length - 8);
    assertEquals(
        "is a PNG in Apple's own form for iPhones: save it as an ordinary PNG",
        refused("a.png", apple.array()));
  }

  /** A palette of so many bits would take more memory than there is. */
  @ParameterizedTest
  @ValueSource(ints = {9, 28, 30})
  void palettesOfImpossibleBitsAreDamage(int bits) throws Exception {
    byte[] png =
        Files.readAllBytes(Path.of(TestFiles.class.getResource("kinds/palette.png").toURI()));
    png[24] = (byte) bits;
    assertEquals("is damaged: its palette has numbers of " + bits + " bits", refused("a.png", png));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8 | 8 | 1 | 1 | is in Lab colours: save it as RGB",
        "5 | 8 | 7 | 1 | is in CMYK colours: save it as RGB",
        "1 | 32 | 1 | 1 | holds numbers of 32 bits, whose black and white are not known:"
            + " save it with 8 bits a colour",
        "1 | 4 | 5 | 2 | stores differences of 4 bits, which are not read: save it as PNG",
        "1 | 8 | 5 | 3 | has predictor 3, which is not read: save it as PNG",
        "1 | 8 | 34712 | 1 | is of a form that is not read (Unsupported compression type"
            + " (tag value = 34712)!): save it as PNG"
      })
  void tiffsOfOtherKindsAreTold(
      int colours, int bits, int compression, int predictor, String reason) throws IOException {
    int[][] tags = {
      {256, 8}, {257, 8}, {258, bits}, {259, compression}, {262, colours},
      {273, 8}, {277, 1}, {278, 8}, {279, 256}, {317, predictor}
    };
    assertEquals(reason, refused("a.tif", tiff(tags)));
  }

  @Test
  void largeTiffsOfTheNewFormAreTold() throws IOException {
    assertEquals(
        "is a BigTIFF, which is not read: save it as an ordinary TIFF or as PNG",
        refused("a.tif", "II+\0\b\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void otherFilesAreToldByWhatTheyHold() throws IOException {
    assertEquals(
        "is a HEIC photo, which is not read: save or export it as JPEG",
        refused("a.jpg", bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")));
    assertEquals(
        "is a git-lfs pointer, not the image itself: run \"git lfs pull\" where it comes from",
        refused("a.png", bytes("version https://git-lfs.github.com/spec/v1\n")));
    assertEquals(
        "begins with nothing but zeros, as after a broken copy or a power cut: copy it again",
        refused("a.jpg", new byte[5000]));
    assertEquals(
        "is a web page, no image, as left by a download that failed: download it again",
        refused("a.gif", bytes("<!DOCTYPE html><html><body>404</body></html>")));
    assertEquals(
        "is no image that is read (PNG, JPEG, WebP, GIF, BMP, TIFF or PPM/PGM/PBM)",
        refused("a.bmp", bytes("\u0001\u0002\u0003\u0004\u0005")));
  }

  @Test
  void failuresOfTheDiskAreNoDamage() throws IOException {
    Path file = Files.write(folder.resolve("a.png"), bytes("anything"));
    UnusableImageException disk =
        DecodingFailure.of(
            file,
            new IIOException(
                "Error reading PNG image data",
                new PatchedFile.UnreadableException(new IOException("Input/output error"))));
    assertEquals("cannot be read: Input/output error", disk.getMessage());
    assertTrue(disk.mayPass());
    UnusableImageException cut =
        DecodingFailure.of(file, new IIOException("reading", new EOFException()));
    assertEquals("is cut short", cut.getMessage());
    assertFalse(cut.mayPass());
    assertEquals(
        "is damaged: Unsupported marker type 0x8c",
        DecodingFailure.of(file, new IIOException("Unsupported marker type 0x8c")).getMessage());
    assertEquals(
        "is damaged: ArithmeticException",
        DecodingFailure.of(file, new ArithmeticException()).getMessage());
  }

  /** No error, no other exception and no end of memory, whatever bytes are wrong. */
  @Test
  void damageOfAnyKindIsAReason() throws Exception {
    Path kinds = Path.of(TestFiles.class.getResource("pictures/README.md").toURI()).getParent();
    Random random = new Random(3);
    for (String line : Files.readAllLines(kinds.resolve("expected.txt"))) {
      byte[] whole = Files.readAllBytes(kinds.resolve(line.split(" ")[0]));
      for (int i = 0; i < 8; i++) {
        byte[] bytes = Arrays.copyOf(whole, i == 7 ? whole.length / 2 : whole.length);
        for (int n = 0; n < 3; n++) {
          int most = random.nextBoolean() ? Math.min(200, bytes.length) : bytes.length;
          bytes[random.nextInt(most)] = (byte) random.nextInt(256);
        }
        Path file = Files.write(folder.resolve("any"), bytes);
        try {
          ImageDecoder.whole(file, PixelBudget.shared(), image -> 0);
        } catch (UnusableImageException e) {
          assertFalse(String.valueOf(e.getMessage()).isBlank());
          assertFalse(e.mayPass(), line + ": " + e.getMessage());
        }
      }
    }
  }

  private String refused(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    return String.valueOf(
        assertThrows(
                UnusableImageException.class,
                () -> ImageDecoder.whole(file, PixelBudget.shared(), image -> 0))
            .getMessage());
  }

  private static byte[] bytes(String characters) {
    return characters.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] jpeg() throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
    return jpeg.toByteArray();
  }

  /** Where the frame's marker is. */
  private static int frame(byte[] jpeg) {
    int at = 2;
    while (jpeg[at + 1] != (byte) 0xc0) {
      at += 2 + ((jpeg[at + 2] & 0xff) << Byte.SIZE | jpeg[at + 3] & 0xff);
    }
    return at;
  }

  /** A TIFF of 8x8 pixels, whose data are zeros, and whose tags are numbers. */
  private static byte[] tiff(int[][] tags) {
    int directory = 8 + 256;
    ByteBuffer file =
        ByteBuffer.allocate(directory + 2 + 12 * tags.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0x002a4949).putInt(directory).position(directory);
    file.putShort((short) tags.length);
    for (int[] tag : tags) {
      file.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
    }
    return file.array();
  }
}
