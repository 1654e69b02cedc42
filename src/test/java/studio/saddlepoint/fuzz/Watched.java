package studio.saddlepoint.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.StudioException;

/**
 * Reads changed files of one format in a thread of its own and watches it: what it throws, the
 * processor's time, which is the same on a busy machine, and the memory that it takes.
 */
final class Watched {
  /** Of processor time, for one input. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** Taken by one input, given back or not. */
  private static final long MOST_BYTES = 192L << 20;

  private static final long GLANCE_MS = 200;
  private static final int MOST_FAULTS = 10;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Format format;
  private final long seed;
  private final Path file;
  private final Path kept;
  private final Map<String, String> faults = new LinkedHashMap<>();
  private volatile long current;
  private volatile long startedNanos;
  private long refused;

  /**
   * Inputs of a format.
   *
   * @param seed decides all inputs
   * @param folder for the file
   * @param kept where inputs that show a fault are put
   */
  Watched(Format format, long seed, Path folder, Path kept) {
    this.format = format;
    this.seed = seed;
    this.file = folder.resolve(format.file());
    this.kept = kept;
  }

  /** Numbers of inputs that may be stopped between two. */
  interface Until {
    /** Whether another one is to be tried. */
    boolean goesOn(long index);
  }

  /** Tries inputs; returns how many. */
  long run(Until until) throws InterruptedException {
    FutureTask<Long> task = new FutureTask<>(() -> readAll(until));
    Thread thread = new Thread(task, "fuzz " + format);
    thread.setDaemon(true);
    startedNanos = 0;
    thread.start();
    while (true) {
      try {
        return task.get(GLANCE_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        long input = current;
        long started = startedNanos;
        long now = THREADS.getThreadCpuTime(thread.getId());
        if (started > 0 && now - started > LONGEST.toNanos() && input == current) {
          tell(input, "takes over " + LONGEST.toSeconds() + " s", trace(thread), null);
          return input + 1; // the thread goes on, but nobody waits for it
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("the test itself fails", e.getCause());
      }
    }
  }

  /** What was found, each kind once. */
  Map<String, String> faults() {
    return faults;
  }

  /** How many inputs the program refused; the others it read. */
  long refused() {
    return refused;
  }

  private long readAll(Until until) throws IOException {
    long index = 0;
    while (until.goesOn(index) && faults.size() < MOST_FAULTS) {
      byte[] bytes = format.input(random(index));
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      current = index;
      startedNanos = THREADS.getCurrentThreadCpuTime();
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      Optional<Throwable> thrown = thrown();
      long taken = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      startedNanos = 0;
      if (thrown.isPresent()) {
        tell(index, String.valueOf(thrown.get()), place(thrown.get()), bytes);
      } else if (taken > MOST_BYTES) {
        tell(index, "takes " + (taken >> 20) + " MB", "memory", bytes);
      }
      index++;
    }
    return index;
  }

  private Optional<Throwable> thrown() {
    try {
      format.reading().read(file);
      return Optional.empty();
    } catch (StudioException e) {
      refused++;
      String message = String.valueOf(e.getMessage());
      return message.length() > 20_000 || message.isBlank()
          ? Optional.of(new AssertionError("message of " + message.length()))
          : Optional.empty();
    } catch (Throwable e) {
      return Optional.of(e);
    }
  }

  /** Inputs do not depend on those before. */
  private SplittableRandom random(long index) {
    return new SplittableRandom(seed * 31 + format.name().hashCode() + index * 1_000_003);
  }

  private static String trace(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .limit(12)
        .map(String::valueOf)
        .collect(Collectors.joining("\n    "));
  }

  private static String place(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return Arrays.stream(deepest.getStackTrace())
        .limit(12)
        .map(String::valueOf)
        .collect(Collectors.joining("\n    "));
  }

  /** Faults of one place are told once. */
  private synchronized void tell(long index, String what, String where, byte @Nullable [] bytes) {
    String shown = what.length() > 500 ? what.substring(0, 500) + " ..." : what;
    String told = format + " " + index + ": " + shown + "\n    " + where;
    if (faults.putIfAbsent(where, told) == null && bytes != null) {
      try {
        Files.createDirectories(kept);
        Files.write(kept.resolve(format.name() + "-" + seed + "-" + index), bytes);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
