package studio.saddlepoint.metrics.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.checkpoint.Safetensors;

class MetricCacheTest {
  private static final int NUMBERS = 1000;

  /** Bytes of one entry, but for its header, which is shorter than a quarter of that. */
  private static final int ENTRY = NUMBERS * Double.BYTES;

  /** Room for three entries. */
  private static final int LIMIT = 4 * ENTRY;

  @TempDir Path folder;

  @Test
  void keepsWhatWasMadeAndReadsItAgain() {
    MetricCache cache = new MetricCache(folder);
    assertTrue(made(cache, "a"));
    assertTrue(!made(cache, "a"));
    assertTrue(made(cache, "b"));
  }

  @Test
  void whatHoldsNoNumbersIsMadeAgain() throws IOException {
    MetricCache cache = new MetricCache(folder);
    HostTensor astray = HostTensor.of(new float[] {1, Float.NaN}, 2);
    int[] made = new int[1];
    for (int i = 0; i < 2; i++) {
      cache.get(
          "classifiers",
          "a",
          () -> {
            made[0]++;
            return new Safetensors.Loaded(Map.of("w", astray), Map.of());
          });
    }
    assertEquals(2, made[0]);
    // An earlier version kept it.
    cache.get("classifiers", "b", () -> numbers("b"));
    Path file;
    try (Stream<Path> files = Files.list(folder.resolve("classifiers"))) {
      file = files.findFirst().orElseThrow();
    }
    HostTensor endless = MetricCache.doubles(new double[] {Double.POSITIVE_INFINITY}, 1);
    Map<String, HostTensor> tensors = Map.of("w", endless);
    Map<String, String> metadata = Map.of("key", "b", "sha256", Digests.of(tensors));
    Safetensors.write(file, tensors, metadata);
    Safetensors.Loaded again = cache.get("classifiers", "b", () -> numbers("b"));
    assertEquals(numbers("b").tensors().keySet(), again.tensors().keySet());
  }

  @Test
  void whatWasNotUsedForLongestGoesFirst() throws IOException {
    MetricCache cache = new MetricCache(folder, LIMIT);
    for (String key : List.of("a", "b", "c")) {
      assertTrue(made(cache, key));
    }
    unusedFor("a", 30);
    unusedFor("b", 20);
    unusedFor("c", 10);
    assertTrue(!made(cache, "a"), "used now");
    assertTrue(made(cache, "d"));
    assertEquals(names("a", "c", "d"), kept());
    assertTrue(made(cache, "e"));
    assertEquals(names("a", "d", "e"), kept());
  }

  @Test
  void whatWasJustWrittenStaysHoweverLarge() throws IOException {
    MetricCache cache = new MetricCache(folder, 10);
    for (String key : List.of("a", "b", "c")) {
      assertTrue(made(cache, key));
      assertEquals(names(key), kept());
    }
  }

  @Test
  void leavesAloneWhatOthersAreWritingAndWhatIsNotItsOwn() throws IOException {
    Path statistics = Files.createDirectories(folder.resolve("statistics"));
    Path unfinished = statistics.resolve("." + name("x") + ".5f.tmp");
    Path hidden = statistics.resolve("." + name("y"));
    Path foreign = statistics.resolve("notes.txt");
    for (Path each : List.of(unfinished, hidden, foreign)) {
      Files.write(each, new byte[10 * ENTRY]);
      Files.setLastModifiedTime(each, FileTime.from(Instant.now().minusSeconds(600)));
    }
    MetricCache cache = new MetricCache(folder, LIMIT);
    for (String key : List.of("a", "b", "c")) {
      made(cache, key);
    }
    assertEquals(names("a", "b", "c"), new HashSet<>(without(kept(), unfinished, hidden, foreign)));
    assertTrue(Files.exists(unfinished) && Files.exists(hidden) && Files.exists(foreign));
  }

  @Test
  void kindsDoNotPushEachOtherOut() {
    MetricCache cache = new MetricCache(folder, 2 * ENTRY);
    assertTrue(made(cache, "a"));
    cache.get("classifiers", "a", () -> numbers("a"));
    assertTrue(!made(cache, "a"));
  }

  @Test
  void twoProcessesShareAFolder() throws Exception {
    List<Process> others = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      others.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Other.class.getName(),
                  folder.toString(),
                  Integer.toString(i))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("told" + i).toFile())
              .start());
    }
    for (int i = 0; i < others.size(); i++) {
      assertTrue(others.get(i).waitFor(5, TimeUnit.MINUTES));
      String told = Files.readString(folder.resolve("told" + i), StandardCharsets.UTF_8);
      assertEquals(0, others.get(i).exitValue(), told);
      assertTrue(!told.contains("is not kept"), told);
    }
    made(new MetricCache(folder, LIMIT), "last");
    assertTrue(kept().size() <= 3, kept().toString());
  }

  /** Uses few entries again and again, and looks whether they are right. */
  static final class Other {
    private Other() {}

    public static void main(String[] arguments) {
      MetricCache cache = new MetricCache(Path.of(arguments[0]), LIMIT);
      Random random = new Random(Long.parseLong(arguments[1]));
      for (int i = 0; i < 200; i++) {
        made(cache, Integer.toString(random.nextInt(6)));
      }
    }
  }

  /** Whether an entry had to be made; that it is right in any case. */
  private static boolean made(MetricCache cache, String key) {
    boolean[] made = new boolean[1];
    Safetensors.Loaded loaded =
        cache.get(
            "statistics",
            key,
            () -> {
              made[0] = true;
              return numbers(key);
            });
    assertArrayEquals(
        MetricCache.doubles(numbers(key).tensors().get("numbers")),
        MetricCache.doubles(loaded.tensors().get("numbers")));
    return made[0];
  }

  private static Safetensors.Loaded numbers(String key) {
    double[] numbers = new Random(key.hashCode()).doubles(NUMBERS).toArray();
    return new Safetensors.Loaded(
        Map.of("numbers", MetricCache.doubles(numbers, NUMBERS)), Map.of());
  }

  private void unusedFor(String key, int seconds) throws IOException {
    Files.setLastModifiedTime(
        folder.resolve("statistics").resolve(name(key)),
        FileTime.from(Instant.now().minusSeconds(seconds)));
  }

  private static String name(String key) {
    return Digests.of(key).substring(0, 32) + ".safetensors";
  }

  private static Set<String> names(String... keys) {
    return new HashSet<>(Arrays.stream(keys).map(MetricCacheTest::name).toList());
  }

  private static List<String> without(Set<String> names, Path... others) {
    List<String> left = new ArrayList<>(names);
    left.removeAll(Arrays.stream(others).map(each -> each.getFileName().toString()).toList());
    return left;
  }

  private Set<String> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("statistics"))) {
      return new HashSet<>(files.map(each -> each.getFileName().toString()).toList());
    }
  }
}
