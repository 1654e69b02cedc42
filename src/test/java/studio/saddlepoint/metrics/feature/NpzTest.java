package studio.saddlepoint.metrics.feature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Npy;
import studio.saddlepoint.core.NpyHeader;
import studio.saddlepoint.core.Npz;
import studio.saddlepoint.core.StoredEntry;
import studio.saddlepoint.core.StudioException;

class NpzTest {
  private static final Path RESOURCES = Path.of("src/test/resources/studio/saddlepoint/metrics");
  private static final double[] MU = {0.5, -1.25, 3.0};
  private static final double[] SIGMA = {2.0, 0.5, -0.25, 0.5, 1.0, 0.125, -0.25, 0.125, 4.0};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"float64", "float32-columns-first", "big-endian"})
  void readsStatisticsAsNumpyWritesThem(String name) {
    StatisticsFile read = StatisticsFile.read(RESOURCES.resolve(name + ".npz"));
    assertArrayEquals(MU, read.statistics().mean());
    assertArrayEquals(SIGMA, read.statistics().covariance());
    assertEquals(0, read.statistics().count());
    assertEquals("", read.extractor());
  }

  @Test
  void readsWhatItIsAskedForOnly() {
    Npz npz = Npz.read(RESOURCES.resolve("big-endian.npz"), Set.of("other", "absent"));
    assertEquals(Set.of("mu", "sigma", "other"), npz.names());
    assertEquals(Set.of("other"), npz.arrays().keySet());
  }

  @Test
  void readsEveryKindOfNumberInEveryOrder() {
    Map<String, Npy> found =
        Npz.read(RESOURCES.resolve("kinds.npz"), Set.of("a", "b", "c", "d", "g")).arrays();
    double[] upTo24 = IntStream.range(0, 24).asDoubleStream().toArray();
    assertEquals(Npy.of(upTo24, 2, 3, 4), found.get("a"));
    assertEquals(Npy.of(new double[] {0, 1, 2}, 3), found.get("b"));
    assertEquals("Inception-v3, grüß", String.valueOf(found.get("c")));
    assertEquals(Npy.of(new double[] {7}), found.get("d"));
    assertEquals(Npy.of(new double[] {0, 1, 2, 3}, 4), found.get("g"));
  }

  @Test
  void refusesPickledObjectsAndComplexNumbers() {
    for (String name : List.of("e", "f")) {
      StudioException refused =
          assertThrows(
              StudioException.class, () -> Npz.read(RESOURCES.resolve("kinds.npz"), Set.of(name)));
      assertTrue(
          String.valueOf(refused.getMessage()).contains("instead of numbers"),
          refused.getMessage());
    }
  }

  @Test
  void writesWhatItReads() throws IOException {
    FeatureStatistics statistics = new FeatureStatistics(10_000, MU, SIGMA);
    Path file = folder.resolve("own.npz");
    StatisticsFile written = new StatisticsFile(statistics, "pixels", "pixels-32", "32x32");
    written.write(file);
    assertEquals(written, StatisticsFile.read(file));
    Npy mean = Npz.read(file, Set.of("mu")).arrays().get("mu");
    assertEquals(Npy.of(MU, 3), mean);
    byte[] bytes = Npy.of(MU, 3).bytes();
    assertEquals(0, (bytes.length - MU.length * Double.BYTES) % 64);
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void namesAFileThatIsNone() throws IOException {
    assertRefused(folder.resolve("gone.npz"), "There is no file");
    assertRefused(Files.writeString(folder.resolve("text.npz"), "no zip"), "not a whole .npz");
    byte[] whole = Files.readAllBytes(RESOURCES.resolve("float64.npz"));
    Path half = Files.write(folder.resolve("half.npz"), Arrays.copyOf(whole, 300));
    assertRefused(half, "not a whole .npz");
    assertRefused(RESOURCES.resolve("kinds.npz"), "no arrays \"mu\" and \"sigma\" but a, b, c");
  }

  @Test
  void namesNumbersThatAreNoStatistics() {
    assertRefused(write(MU, new double[] {1, 2, 2, 1}, 2, 2), "do not fit");
    assertRefused(write(MU, SIGMA, 9), "do not fit");
    double[] broken = SIGMA.clone();
    broken[4] = Double.NaN;
    assertRefused(write(MU, broken, 3, 3), "has NaN in \"sigma\"");
    double[] skewed = SIGMA.clone();
    skewed[1] = 9;
    assertRefused(write(MU, skewed, 3, 3), "not symmetric");
    double[] negative = SIGMA.clone();
    negative[4] = -1;
    assertRefused(write(MU, negative, 3, 3), "negative variance in \"sigma\" (-1.0 in row 1)");
  }

  /** Java's zip reader does not look at checksums by itself. */
  @Test
  void noticesAChangedByteOfAnArray() throws IOException {
    Path file = write(MU, SIGMA, 3, 3);
    byte[] bytes = Files.readAllBytes(file);
    byte[] number = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(MU[0]).array();
    int place = new String(bytes, ISO_8859_1).indexOf(new String(number, ISO_8859_1));
    bytes[place + 5] ^= 1;
    Files.write(file, bytes);
    assertRefused(file, "is damaged");
  }

  /** A zip of some kilobytes may unpack to any size. */
  @Test
  void refusesAnArrayThatUnpacksToMoreThanAGigabyte() throws IOException {
    Path file = folder.resolve("large.npz");
    byte[] zeros = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("mu.npy"));
      for (int i = 0; i <= 1024; i++) {
        zip.write(zeros);
      }
    }
    assertRefused(file, "has more than a gigabyte");
  }

  /** Of such sizes the product is 0 in 64 bits. */
  @Test
  void refusesAShapeThatCannotBeCounted() throws IOException {
    Path file = folder.resolve("uncountable.npz");
    byte[] header = NpyHeader.of("<f8", 1 << 30, 1 << 30, 1 << 30, 1 << 30);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      StoredEntry.add(zip, "mu.npy", header);
    }
    assertRefused(file, "has more than a gigabyte");
  }

  /** Zeros compress a thousand times: what is not announced is not held. */
  @Test
  void holdsNoMoreThanTheHeaderAnnounces() throws IOException {
    Path file = folder.resolve("padded.npz");
    byte[] zeros = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a.npy"));
      zip.write(NpyHeader.of("<f8", 2));
      for (int i = 0; i < 256; i++) {
        zip.write(zeros);
      }
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    Npz npz = Npz.read(file, Set.of("a"));
    assertTrue(threads.getThreadAllocatedBytes(thread) - before < 64 << 20);
    assertEquals(Npy.of(new double[2], 2), npz.arrays().get("a"));
  }

  @Test
  void leavesWhatWasThereWhereItCannotWrite() throws IOException {
    Path file = folder.resolve("nowhere").resolve("own.npz");
    StatisticsFile statistics =
        new StatisticsFile(new FeatureStatistics(3, MU, SIGMA), "pixels", "", "");
    StudioException refused = assertThrows(StudioException.class, () -> statistics.write(file));
    assertTrue(String.valueOf(refused.getMessage()).contains("cannot be written"));
    assertFalse(Files.exists(file));
  }

  private Path write(double[] mean, double[] covariance, int... shape) {
    Path file = folder.resolve("odd.npz");
    Npz.write(file, Map.of("mu", Npy.of(mean, 3), "sigma", Npy.of(covariance, shape)));
    return file;
  }

  private static void assertRefused(Path file, String reason) {
    StudioException refused = assertThrows(StudioException.class, () -> StatisticsFile.read(file));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(file.toString()), message);
    assertTrue(message.contains(reason), message);
  }
}
