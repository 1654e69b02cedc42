package studio.saddlepoint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import studio.saddlepoint.core.Progress;

/** This process's resident memory, where Linux tells it. */
final class ResidentMemory {
  private static final int LEAST_WARM_UP = 20;

  private ResidentMemory() {}

  /**
   * How it grows by work, after a warm-up of at least a tenth of it.
   *
   * @param what is being measured, for the progress
   * @param times how often the work is done
   * @return bytes; empty where the system does not tell
   */
  static OptionalLong growth(String what, int times, Runnable work, Progress progress) {
    bytes(); // the first collection gives much of the heap back to the system
    for (int i = 0; i < Math.max(LEAST_WARM_UP, times / 10); i++) {
      work.run();
    }
    OptionalLong before = bytes();
    for (int i = 0; i < times; i++) {
      progress.checkCancelled();
      work.run();
      progress.report(what, (i + 1.0) / times);
    }
    OptionalLong after = bytes();
    return before.isPresent() && after.isPresent()
        ? OptionalLong.of(after.getAsLong() - before.getAsLong())
        : OptionalLong.empty();
  }

  /** What it is now, after a collection; empty where the system does not tell. */
  static OptionalLong bytes() {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    System.gc(); // the heap's garbage is not what is asked for
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
