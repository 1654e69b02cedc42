package studio.saddlepoint.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changed files of every format: each is read or refused with a reason, in little time and memory.
 *
 * <p>The same inputs each time, as many as {@code COUNT} for each format. {@code
 * -Dfuzz.seconds=3600} tries others for so long, all formats together, {@code -Dfuzz.seed=7} other
 * ones, {@code -Dfuzz.format=png,gif} those of some formats. Inputs that show a fault are kept in
 * {@code target/fuzz}.
 */
class FuzzTest {
  private static final Logger LOG = LoggerFactory.getLogger(FuzzTest.class);
  private static final int COUNT = 500;
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final long SECONDS = Long.getLong("fuzz.seconds", 0);
  private static final String ONLY = System.getProperty("fuzz.format", "");

  @TempDir Path temp;

  static List<Format> formats() throws Exception {
    return Formats.all().stream()
        .filter(each -> ONLY.isEmpty() || List.of(ONLY.split(",")).contains(each.name()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void changedFilesAreReadOrRefused(Format format) throws Exception {
    Path folder = Files.createDirectories(temp.resolve(format.name()));
    Watched watched = new Watched(format, SEED, folder, Path.of("target", "fuzz"));
    long tried = watched.run(until());
    LOG.warn("{}: {} inputs, {} refused", format, tried, watched.refused());
    assertEquals(Map.of(), watched.faults());
    assertTrue(tried > 0);
  }

  /** What is not changed is read, or nothing would be tried but how it is refused. */
  @ParameterizedTest
  @MethodSource("formats")
  void wholeFilesAreRead(Format format) throws Exception {
    Path file = temp.resolve(format.file());
    Files.createDirectories(file.getParent());
    for (byte[] seed : format.seeds()) {
      Files.write(file, format.wrapping().apply(seed));
      format.reading().read(file);
    }
  }

  private static Watched.Until until() throws Exception {
    if (SECONDS == 0) {
      return index -> index < COUNT;
    }
    long share = Duration.ofSeconds(SECONDS).toNanos() / formats().size();
    long end = System.nanoTime() + share;
    return index -> System.nanoTime() < end;
  }
}
