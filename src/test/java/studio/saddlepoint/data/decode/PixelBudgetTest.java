package studio.saddlepoint.data.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.TestFiles;
import studio.saddlepoint.data.file.UnusableImageException;
import studio.saddlepoint.data.source.ImageFolder;

class PixelBudgetTest {
  private static final int KILOBYTE = 1 << 10;
  private static final PixelBudget PLENTY = new PixelBudget(1L << 30);

  @TempDir Path folder;

  @Test
  void isNeverExceededByThreadsThatShareIt() throws Exception {
    PixelBudget budget = new PixelBudget(10 * KILOBYTE);
    AtomicLong held = new AtomicLong();
    AtomicLong most = new AtomicLong();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        Random random = new Random(t);
        done.add(
            threads.submit(
                () -> {
                  start.await();
                  for (int i = 0; i < 2_000; i++) {
                    int bytes = (1 + random.nextInt(10)) * KILOBYTE;
                    try (PixelBudget.Part part = new PixelBudget.Part(budget)) {
                      part.take(bytes);
                      most.accumulateAndGet(held.addAndGet(bytes), Math::max);
                      held.addAndGet(-bytes);
                    }
                  }
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> each : done) {
        each.get(5, TimeUnit.MINUTES);
      }
    } finally {
      threads.shutdownNow();
    }
    assertTrue(most.get() <= budget.bytes(), most + " bytes held");
    assertTrue(budget.mostHeld() <= budget.bytes(), budget.mostHeld() + " bytes counted");
    try (PixelBudget.Part all = new PixelBudget.Part(budget)) {
      all.take(10 * KILOBYTE);
    }
  }

  @Test
  void refusesWhatCanNeverFit() {
    PixelBudget budget = new PixelBudget(10 * KILOBYTE);
    assertTrue(budget.fits(10 * KILOBYTE));
    assertFalse(budget.fits(10 * KILOBYTE + 1));
    assertFalse(budget.fits(Long.MAX_VALUE));
    try (PixelBudget.Part part = new PixelBudget.Part(budget)) {
      assertThrows(IllegalStateException.class, () -> part.take(Long.MAX_VALUE));
    }
    assertEquals(0, budget.mostHeld());
  }

  @Test
  void lendsMoreThanIsSharedToOneAlone() {
    PixelBudget budget = new PixelBudget(10 * KILOBYTE, 20 * KILOBYTE);
    assertTrue(budget.fits(20 * KILOBYTE));
    assertFalse(budget.fits(20 * KILOBYTE + 1));
    assertEquals(20 * KILOBYTE, budget.bytes());
    for (int i = 0; i < 3; i++) {
      try (PixelBudget.Part part = new PixelBudget.Part(budget)) {
        part.take(20 * KILOBYTE);
      }
    }
    try (PixelBudget.Part one = new PixelBudget.Part(budget);
        PixelBudget.Part other = new PixelBudget.Part(budget)) {
      one.take(5 * KILOBYTE);
      other.take(5 * KILOBYTE);
    }
    assertEquals(20 * KILOBYTE, budget.mostHeld());
  }

  /** Two fit together, a large one only alone: no more is held than either. */
  @Test
  void readsLargeAndSmallImagesTogether() throws IOException {
    for (int i = 0; i < 16; i++) {
      int times = i % 4 == 0 ? 2 : 1;
      write(String.format(Locale.ROOT, "%02d.png", i), noise(100, times * 80, i));
    }
    long one = 2 * 3 * 100 * 80 + 4 * 3 * 100;
    PixelBudget budget = new PixelBudget(one + KILOBYTE, 2 * one + KILOBYTE);
    ImageFolder folder =
        ImageFolder.open(this.folder, OptionalInt.empty(), budget, 0, Progress.NONE);
    assertEquals(List.of(), folder.problems());
    assertEquals(16, folder.count());
    assertTrue(budget.mostHeld() <= budget.bytes(), budget.mostHeld() + " bytes at most");
  }

  /** A few of many are not worth their memory, since the others are decoded again anyway. */
  @Test
  void keepsNoneWhereFewFit() throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      files.add(write(String.format(Locale.ROOT, "%02d.png", i), noise(100, 80, i)));
    }
    long one = 3 * 100 * 80;
    ImageFolder some =
        ImageFolder.open(folder, OptionalInt.empty(), PLENTY, 6 * one, Progress.NONE);
    ImageFolder few = ImageFolder.open(folder, OptionalInt.empty(), PLENTY, 4 * one, Progress.NONE);
    assertEquals(some.fingerprint(), few.fingerprint());
    for (Path file : files) {
      Files.delete(file);
    }
    long kept = IntStream.range(0, 20).filter(i -> isThere(some, i)).count();
    assertEquals(6, kept);
    assertEquals(0, IntStream.range(0, 20).filter(i -> isThere(few, i)).count());
  }

  private static boolean isThere(ImageFolder images, int index) {
    try {
      return images.look(index, pixels -> true);
    } catch (StudioException e) {
      return false;
    }
  }

  /** Three images fit at once; twenty are read by all cores. */
  @Test
  void holdsNoMoreOfAFolderThanFits() throws IOException {
    for (int i = 0; i < 20; i++) {
      write(String.format(Locale.ROOT, "%02d.png", i), noise(100, 80, i));
    }
    long one = 2 * 3 * 100 * 80 + 4 * 3 * 100;
    PixelBudget budget = new PixelBudget(3 * (one + KILOBYTE));
    ImageFolder few = ImageFolder.open(folder, OptionalInt.empty(), budget, 0, Progress.NONE);
    ImageFolder all = ImageFolder.open(folder, OptionalInt.empty(), PLENTY, 1 << 30, Progress.NONE);
    assertEquals(List.of(), few.problems());
    assertEquals(20, few.count());
    assertEquals(all.fingerprint(), few.fingerprint());
    Stream.iterate(0, i -> i + 1)
        .limit(20)
        .parallel()
        .forEach(i -> assertArrayEquals(all.look(i, byte[]::clone), few.look(i, byte[]::clone)));
    assertTrue(budget.mostHeld() >= one, budget.mostHeld() + " bytes at most");
    assertTrue(budget.mostHeld() <= budget.bytes(), budget.mostHeld() + " bytes at most");
  }

  @Test
  void aLookThatFailsGivesBackWhatItHeld() throws Exception {
    Path file = write("1.png", noise(20, 20, 1));
    PixelBudget budget = new PixelBudget(8 * KILOBYTE);
    for (int i = 0; i < 10; i++) {
      assertThrows(
          ArithmeticException.class,
          () ->
              ImageDecoder.whole(
                  file,
                  budget,
                  image -> {
                    throw new ArithmeticException();
                  }));
    }
    int length = ImageDecoder.whole(file, budget, image -> image.pixels().length);
    assertEquals(3 * 400, length);
  }

  @Test
  void tellsWhatDoesNotFitAndWhatToDo() throws IOException {
    Path file = write("1.png", noise(1000, 800, 1));
    PixelBudget budget = new PixelBudget(1 << 20);
    String reason =
        "has 1,000x800 pixels, which take 3 MB to decode where 1 MB may be held: scale it down, or give Java more memory (SADDLEPOINT_JAVA_OPTS=-Xmx8g)";
    assertEquals(reason, refusal(() -> ImageDecoder.whole(file, budget, image -> image)));
    assertEquals(
        reason.replace("3 MB", "5 MB"),
        refusal(() -> new ImageDecoder(budget, 128).square(file, image -> image)));
    assertEquals(0, budget.mostHeld());
  }

  /** With room for the planes and a part of the rows, the pixels are the same. */
  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "bmp", "tif"})
  void readsInBandsWhatDoesNotFitAtOnce(String kind) throws Exception {
    Path file = write("1." + kind, noise(300, 203, 1));
    long planes = 3 * 300 * 203;
    byte[] expected = ImageDecoder.whole(file, PLENTY, WholeImage::pixels);
    long all;
    try (OpenImage image = ImageDecoder.open(file)) {
      all = planes + image.bytes(new Rectangle(300, 203), 1);
    }
    PixelBudget budget = new PixelBudget(all - 10 * KILOBYTE);
    byte[] pixels = ImageDecoder.whole(file, budget, WholeImage::pixels);
    assertArrayEquals(expected, pixels);
  }

  /** Two bytes a sample, which libjpeg holds beside what it gives. */
  @Test
  void countsWhatProgressiveImagesHold() throws Exception {
    Path kinds = kinds().get(0).getParent();
    Rectangle all = new Rectangle(12, 10);
    try (OpenImage plain = ImageDecoder.open(kinds.resolve("colour.jpg"));
        OpenImage progressive = ImageDecoder.open(kinds.resolve("progressive.jpg"))) {
      assertEquals(plain.bytes(all, 1) + 2 * 3 * 120, progressive.bytes(all, 1));
    }
  }

  @Test
  void imagesReadWithLittleMemoryAreReadAgainWithMore() {
    assertEquals("", new PixelBudget(512L << 20).mark());
    assertEquals("-within128", new PixelBudget(128L << 20).mark());
  }

  /** See README.md beside the images. */
  @Test
  void bandsAreExactInEveryKind() throws Exception {
    int tried = 0;
    for (Path expected : kinds()) {
      Path file = expected.resolveSibling(expected.getFileName().toString().replace(".rgb", ""));
      byte[] rows = Files.readAllBytes(expected);
      try (OpenImage image = ImageDecoder.open(file)) {
        byte[] pixels = ImageDecoder.whole(image, 3).pixels();
        for (int p = 0; p < rows.length; p++) {
          assertEquals(rows[p], pixels[p % 3 * 120 + p / 3], file + " " + p);
        }
        tried++;
      }
    }
    assertTrue(tried > 20, tried + " kinds");
  }

  /** A few hundred bytes that announce more than there can be take no memory. */
  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "ppm", "tif", "lossless.webp", "lossy.webp"})
  void believesNoHeader(String kind) throws Exception {
    Path file = folder.resolve("1." + kind);
    for (int side : new int[] {7_000, 16_000, kind.contains("webp") ? 16_383 : 65_000}) {
      Files.write(file, announcing(kind, side));
      PixelBudget budget = new PixelBudget(64 << 20);
      String size = String.format(Locale.ROOT, "has %,dx%<,d pixels, ", side);
      assertTrue(
          refusal(() -> ImageDecoder.whole(file, budget, image -> image))
              .startsWith(size + (side == 7_000 ? "which take" : "more than")),
          () -> kind + refusal(() -> ImageDecoder.whole(file, budget, image -> image)));
      if (side > 7_000) {
        String square = refusal(() -> new ImageDecoder(budget, 32).square(file, image -> image));
        assertTrue(square.startsWith(size), square);
      }
      assertEquals(0, budget.mostHeld());
    }
  }

  private static byte[] announcing(String kind, int side) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    switch (kind) {
      case "png" -> {
        return TestFiles.pngHeader(side, side);
      }
      case "ppm" -> bytes.put(ascii("P6 " + side + " " + side + " 255 "));
      case "gif" -> {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        ImageIO.write(noise(8, 8, 1), "gif", small);
        return ByteBuffer.wrap(small.toByteArray())
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort(6, (short) side)
            .putShort(8, (short) side)
            .array();
      }
      case "jpg" -> {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        ImageIO.write(noise(8, 8, 1), "jpg", small);
        byte[] jpeg = small.toByteArray();
        int at = 0;
        while (jpeg[at] != (byte) 0xff || jpeg[at + 1] != (byte) 0xc0) {
          at++;
        }
        return ByteBuffer.wrap(jpeg)
            .putShort(at + 5, (short) side)
            .putShort(at + 7, (short) side)
            .array();
      }
      case "tif" -> {
        bytes.put(ascii("II*\0")).putInt(8).putShort((short) 8);
        int[][] entries = {
          {256, side},
          {257, side},
          {258, 8},
          {259, 1},
          {262, 1},
          {273, 150},
          {278, side},
          {279, 20}
        };
        for (int[] entry : entries) {
          bytes.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
        }
      }
      case "lossless.webp" -> {
        bytes.put(ascii("RIFF")).putInt(192).put(ascii("WEBPVP8L")).putInt(180);
        bytes.put((byte) 0x2f).putInt(side - 1 | side - 1 << 14);
      }
      default -> {
        bytes.put(ascii("RIFF")).putInt(192).put(ascii("WEBPVP8 ")).putInt(180);
        bytes.put(new byte[] {0x50, 0x01, 0, (byte) 0x9d, 1, 0x2a});
        bytes.putShort((short) side).putShort((short) side);
      }
    }
    return bytes.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private interface Reading {
    Object read() throws UnusableImageException;
  }

  private static String refusal(Reading reading) {
    return String.valueOf(assertThrows(UnusableImageException.class, reading::read).getMessage());
  }

  private static List<Path> kinds() throws IOException, URISyntaxException {
    Path readme = Path.of(TestFiles.class.getResource("kinds/README.md").toURI());
    try (Stream<Path> files = Files.list(readme.getParent())) {
      return files.filter(file -> file.toString().endsWith(".rgb")).sorted().toList();
    }
  }

  private Path write(String name, BufferedImage image) throws IOException {
    return TestFiles.write(folder.resolve(name), image);
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
