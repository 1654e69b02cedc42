package studio.saddlepoint.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.curve.CurveStore;
import studio.saddlepoint.run.curve.KeptCurves;
import studio.saddlepoint.run.curve.LogWindow;
import studio.saddlepoint.run.curve.Series;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventJson;
import studio.saddlepoint.run.event.EventLog;

/**
 * How soon the curves of a long log are there, and how soon a chart has what it draws of them.
 *
 * @param points numbers in the log
 * @param progress how far it is
 */
public record CurvesBenchmark(long points, Progress progress) {
  private static final List<String> KEYS =
      List.of(
          "loss.generator",
          "loss.discriminator",
          "d.real",
          "d.fake",
          "gradient.generator",
          "gradient.discriminator",
          "speed.imagesPerSecond");

  private static final int COLUMNS = 1000;
  private static final int VIEWS = 200;
  private static final int DETAILS = 9;
  private static final int CHECKPOINT_EVERY = 1000;

  /**
   * What was measured.
   *
   * @param points numbers in the log
   * @param logBytes its size
   * @param keptBytes that of the pyramid beside it
   * @param openSeconds until all curves are there by the pyramid
   * @param buildSeconds the same where it is missing and made from the log
   * @param viewMillis what a chart draws of a series anywhere; the median
   * @param detailMillis every step of a narrow part; the median
   */
  public record Times(
      long points,
      long logBytes,
      long keptBytes,
      double openSeconds,
      double buildSeconds,
      double viewMillis,
      double detailMillis) {}

  /**
   * Makes the log, measures, and deletes it.
   *
   * @throws StudioException if it cannot be written
   */
  public Times run() {
    try {
      Path folder = Files.createTempDirectory("saddlepoint-curves");
      try {
        return run(folder);
      } finally {
        try (Stream<Path> files = Files.list(folder)) {
          files.forEach(AtomicFile::deleteQuietly);
        }
        AtomicFile.deleteQuietly(folder);
      }
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "The log to be measured with cannot be written (%s). It takes about 40 bytes a point in the folder for temporary files.",
              DiskErrors.reason(e)),
          e);
    } catch (UncheckedIOException e) {
      throw new StudioException("The log to be measured with cannot be read.", e.getCause());
    }
  }

  private Times run(Path folder) throws IOException {
    long steps = points / KEYS.size();
    Path file = folder.resolve(EventLog.NAME);
    write(file, steps);
    EventLog log = new EventLog(folder);
    CurveStore store = new CurveStore(folder, log, folder);
    long begun = System.nanoTime();
    store.refresh(progress.part(0.5, 1));
    double build = (System.nanoTime() - begun) / 1e9;
    begun = System.nanoTime();
    KeptCurves kept = store.refresh(Progress.NONE);
    double open = (System.nanoTime() - begun) / 1e9;
    Random random = new Random(1);
    double[] views = new double[VIEWS];
    for (int i = 0; i < VIEWS; i++) {
      Series series = kept.curves().series(KEYS.get(i % KEYS.size())).orElseThrow();
      double from = random.nextDouble() * steps;
      begun = System.nanoTime();
      series.view(from, from + random.nextDouble() * (steps - from), COLUMNS);
      views[i] = (System.nanoTime() - begun) / 1e6;
    }
    double[] details = new double[DETAILS];
    for (int i = 0; i < DETAILS; i++) {
      double from = random.nextDouble() * Math.max(0, steps - COLUMNS);
      begun = System.nanoTime();
      LogWindow.read(log, kept.index(), from, from + COLUMNS, Progress.NONE);
      details[i] = (System.nanoTime() - begun) / 1e6;
    }
    Path beside = folder.resolve(CurveStore.NAME);
    return new Times(
        steps * KEYS.size(),
        Files.size(file),
        Files.exists(beside) ? Files.size(beside) : 0,
        open,
        build,
        median(views),
        median(details));
  }

  private static double median(double[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }

  private void write(Path file, long steps) throws IOException {
    Random random = new Random(1);
    Instant time = Instant.parse("2026-01-01T00:00:00.123456Z");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      line(out, new Event.Begun(time, 0, "cpu", false));
      for (long step = 1; step <= steps; step++) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String key : KEYS) {
          values.put(key, (double) (float) (1 + 0.1 * random.nextGaussian()));
        }
        time = time.plusNanos(54_321_000);
        line(out, new Event.Scalars(time, step, values));
        if (step % CHECKPOINT_EVERY == 0) {
          line(out, new Event.Checkpointed(time, step, "step-" + step));
          progress.checkCancelled();
          progress.report("Writing the log", 0.5 * step / steps);
        }
      }
    }
  }

  private static void line(BufferedWriter out, Event event) throws IOException {
    out.write(EventJson.write(event));
    out.write('\n');
  }
}
