package studio.saddlepoint.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import studio.saddlepoint.core.English;

/**
 * What a process held while it worked for a long time, minute by minute. After some minutes it is
 * to hold no more: the median of the last third is held against that of the first third after them.
 *
 * @param minutes in their order
 * @param frames of the window meanwhile; empty where there was none
 * @param labFrames of the lab's plane while it ran beside it; empty where it did not
 * @param drawing share of the program's processor time that the window took to draw while nobody
 *     touched it, with all charts live beside the training, 0 to 1; empty where that was not told
 */
public record Soak(
    List<ProcessState> minutes,
    Optional<Timings> frames,
    Optional<Timings> labFrames,
    OptionalDouble drawing) {
  /** Until then everything that is used has been used once. */
  public static final Duration SETTLING = Duration.ofMinutes(5);

  /** Fewer readings after that say nothing. */
  private static final int FEWEST = 3;

  /** Memory that comes and goes with the collector's and the allocator's arenas. */
  private static final long NOISE_BYTES = 32L << 20;

  /** Likewise, as a share of all. */
  private static final double NOISE = 0.03;

  /** Threads and files of what is going on just then. */
  private static final long NOISE_COUNT = 3;

  private static final double MEGABYTE = 1 << 20;

  /** Copies the list. */
  public Soak {
    minutes = List.copyOf(minutes);
  }

  /** How much more memory it held in the end; empty where that cannot be told. */
  public OptionalLong grownBytes() {
    return grown(ProcessState::residentBytes);
  }

  /** How many more files it had open in the end; empty where that cannot be told. */
  public OptionalLong moreHandles() {
    return grown(ProcessState::handles);
  }

  /** How many more threads it had in the end; empty where that cannot be told. */
  public OptionalLong moreThreads() {
    return grown(each -> OptionalLong.of(each.threads()));
  }

  /** Whether it holds no more than after the first minutes; empty where that cannot be told. */
  public Optional<Boolean> flat() {
    OptionalLong bytes = grownBytes();
    OptionalLong handles = moreHandles();
    OptionalLong threads = moreThreads();
    if (bytes.isEmpty() || handles.isEmpty() || threads.isEmpty()) {
      return Optional.empty();
    }
    long held = minutes.get(minutes.size() - 1).residentBytes().orElse(0);
    return Optional.of(
        bytes.getAsLong() <= Math.max(NOISE_BYTES, (long) (NOISE * held))
            && handles.getAsLong() <= NOISE_COUNT
            && threads.getAsLong() <= NOISE_COUNT);
  }

  private OptionalLong grown(Function<ProcessState, OptionalLong> what) {
    long[] settled =
        minutes.stream()
            .filter(each -> each.at().compareTo(SETTLING) >= 0)
            .map(what)
            .flatMapToLong(OptionalLong::stream)
            .toArray();
    if (settled.length < FEWEST) {
      return OptionalLong.empty();
    }
    int third = settled.length / 3;
    long first = median(Arrays.copyOfRange(settled, 0, third));
    long last = median(Arrays.copyOfRange(settled, settled.length - third, settled.length));
    return OptionalLong.of(last - first);
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** The verdict for a person. */
  public String sentence() {
    if (flat().isEmpty()) {
      return English.of(
          "Too short to tell, or the system does not: memory is judged from minute %d on, by three readings or more.",
          SETTLING.toMinutes());
    }
    return English.of(
        "%s after %d minutes: resident memory %+.1f MB, open files %+d, threads %+d.",
        flat().get() ? "Flat" : "Grows",
        SETTLING.toMinutes(),
        grownBytes().orElse(0) / MEGABYTE,
        moreHandles().orElse(0),
        moreThreads().orElse(0));
  }

  /** A line for a person, such as {@code 7 min 1,024 MB 61 files 38 threads}. */
  public static String line(ProcessState state) {
    return English.of(
        "%3d min %,9.1f MB resident %4d open files %4d threads",
        state.at().toMinutes(),
        state.residentBytes().orElse(0) / MEGABYTE,
        state.handles().orElse(0),
        state.threads());
  }
}
