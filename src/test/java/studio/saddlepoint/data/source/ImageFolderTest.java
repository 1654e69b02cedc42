package studio.saddlepoint.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.SizeCount;
import studio.saddlepoint.data.TestFiles;

class ImageFolderTest {
  @TempDir Path folder;

  @Test
  void givesImagesAsTheyAreInTheOrderOfTheirNames() throws IOException {
    write("b/2.png", noise(13, 9, 2));
    write("a/1.png", noise(5, 7, 1));
    ImageFolder images = open();
    assertEquals(2, images.count());
    assertEquals(new ImageShape(3, 7, 5), images.shape(0));
    assertEquals(new ImageShape(3, 9, 13), images.shape(1));
    BufferedImage second = noise(13, 9, 2);
    byte[] pixels = pixels(images, 1);
    for (int y = 0; y < 9; y++) {
      for (int x = 0; x < 13; x++) {
        int rgb = second.getRGB(x, y);
        for (int c = 0; c < 3; c++) {
          assertEquals((byte) (rgb >> (16 - 8 * c)), pixels[(c * 9 + y) * 13 + x], "" + c);
        }
      }
    }
    assertFalse(images.isGrey());
    assertEquals(2, images.sizes().size());
  }

  @Test
  void leavesTransparencyAwayAsTheUsualToolsDo() throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 64; i++) {
      image.setRGB(i % 8, i / 8, 0x40102030);
    }
    write("clear.png", image);
    byte[] pixels = pixels(open(), 0);
    assertEquals(0x10, pixels[0]);
    assertEquals(0x20, pixels[64]);
    assertEquals(0x30, pixels[128]);
  }

  /** See README.md beside the images. */
  @Test
  void seesWhatPillowSeesInImagesOfEveryKind() throws IOException, URISyntaxException {
    Path kinds = Path.of(TestFiles.class.getResource("kinds/README.md").toURI());
    ImageFolder images = ImageFolder.open(kinds.getParent(), OptionalInt.empty(), Progress.NONE);
    List<Path> expected = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(kinds.getParent(), "*.rgb")) {
      files.forEach(expected::add);
    }
    expected.sort(null);
    assertEquals(expected.size(), images.count());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(new ImageShape(3, 10, 12), images.shape(i));
      byte[] rows = Files.readAllBytes(expected.get(i));
      byte[] pixels = pixels(images, i);
      for (int p = 0; p < rows.length; p++) {
        assertEquals(rows[p], pixels[p % 3 * 120 + p / 3], expected.get(i) + " " + p);
      }
    }
    assertEquals(
        List.of(
            "fractions.tif holds fractions instead of whole numbers: save it with 8 bits a colour",
            "lab.tif is in Lab colours: save it as RGB"),
        images.problems().stream().map(each -> each.file() + " " + each.reason()).toList());
  }

  @Test
  void namesALinkThatLeadsNowhere() throws IOException {
    write("good.png", noise(16, 16, 1));
    try {
      Files.createSymbolicLink(folder.resolve("lost.png"), folder.resolve("gone.png"));
      Files.createSymbolicLink(folder.resolve("round"), folder);
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("no links here");
    }
    assertEquals(
        List.of(
            "lost.png is a link to what is not there",
            "round is a link to a folder that it lies in"),
        open().problems().stream()
            .map(each -> each.file() + " " + each.reason())
            .sorted()
            .toList());
  }

  /** Together they are 360 MB as pixels, as they were once held. */
  @Test
  void needsNoMoreMemoryForMorePhotos() throws IOException, InterruptedException {
    write("photos/00.png", new BufferedImage(2000, 1500, BufferedImage.TYPE_INT_RGB));
    for (int i = 1; i < 40; i++) {
      Files.copy(
          folder.resolve("photos/00.png"),
          folder.resolve(String.format(Locale.ROOT, "photos/%02d.png", i)));
    }
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-cp",
                System.getProperty("java.class.path"),
                PhotoFolderProcess.class.getName(),
                folder.resolve("photos").toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertTrue(process.waitFor(10, TimeUnit.MINUTES), "it does not end");
      assertTrue(Files.readString(log).contains("40 seen, 0 left out"), Files.readString(log));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void scalesTheMiddleSquareOnRequest() throws IOException {
    write("wide.png", noise(60, 40, 1));
    write("small.png", noise(16, 16, 2));
    ImageFolder images = ImageFolder.open(folder, OptionalInt.of(32), Progress.NONE);
    assertEquals(List.of(new SizeCount(32, 32, 2)), images.sizes());
    assertEquals(3 * 32 * 32, pixels(images, 1).length);
  }

  @Test
  void namesWhatItLeavesOut() throws IOException {
    write("good.png", noise(16, 16, 1));
    write("cut.jpg", noise(64, 64, 2));
    byte[] whole = Files.readAllBytes(folder.resolve("cut.jpg"));
    Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(folder.resolve("text.png"), "no image");
    Files.writeString(folder.resolve("empty.png"), "");
    Files.writeString(folder.resolve("kind.avif"), "RIFF");
    Files.writeString(folder.resolve("notes.txt"), "not an image at all");
    ImageFolder images = open();
    assertEquals(1, images.count());
    assertEquals(
        List.of("cut.jpg", "empty.png", "kind.avif", "text.png"),
        images.problems().stream().map(DataProblem::file).sorted().toList());
  }

  @Test
  void isKnownByItsImagesNotByTheirPlace() throws IOException {
    write("1.png", noise(16, 16, 1));
    write("2.png", noise(16, 16, 2));
    String fingerprint = open().fingerprint();
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.copy(folder.resolve("1.png"), other.resolve("x.png"));
    Files.copy(folder.resolve("2.png"), other.resolve("y.png"));
    assertEquals(
        fingerprint, ImageFolder.open(other, OptionalInt.empty(), Progress.NONE).fingerprint());
    assertNotEquals(
        fingerprint, ImageFolder.open(other, OptionalInt.of(32), Progress.NONE).fingerprint());
    write("other/y.png", noise(16, 16, 3));
    assertNotEquals(
        fingerprint, ImageFolder.open(other, OptionalInt.empty(), Progress.NONE).fingerprint());
  }

  @Test
  void knowsGreyImages() throws IOException {
    BufferedImage grey = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(3, 3, 0, 77);
    write("grey.png", grey);
    ImageFolder images = open();
    assertTrue(images.isGrey());
    assertEquals(77, pixels(images, 0)[3 * 9 + 3]);
    assertArrayEquals(
        Arrays.copyOf(pixels(images, 0), 81), Arrays.copyOfRange(pixels(images, 0), 162, 243));
  }

  @Test
  void refusesWhatHoldsNoImages() throws IOException {
    assertRefused(folder.resolve("gone"), "There is no folder");
    assertRefused(folder, "holds no images");
    Path file = Files.writeString(folder.resolve("one.png"), "no image");
    assertRefused(file, "is a file");
    assertRefused(folder, "None of the images in");
  }

  @Test
  void endsWhenCancelled() throws IOException {
    write("1.png", noise(16, 16, 1));
    Progress cancelled =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(
        CancellationException.class,
        () -> ImageFolder.open(folder, OptionalInt.empty(), cancelled));
  }

  private void assertRefused(Path path, String reason) {
    StudioException refused =
        assertThrows(
            StudioException.class,
            () -> ImageFolder.open(path, OptionalInt.empty(), Progress.NONE));
    assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
  }

  private static byte[] pixels(ImageFolder images, int index) {
    return images.look(index, byte[]::clone);
  }

  private ImageFolder open() {
    return ImageFolder.open(folder, OptionalInt.empty(), Progress.NONE);
  }

  private void write(String name, BufferedImage image) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    String kind = name.substring(name.lastIndexOf('.') + 1);
    assertTrue(ImageIO.write(image, kind, file.toFile()));
  }

  private static BufferedImage noise(int width, int height, long seed) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    return image;
  }
}
