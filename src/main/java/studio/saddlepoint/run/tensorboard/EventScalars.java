package studio.saddlepoint.run.tensorboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.curve.Series;

/**
 * The numbers of event files, whoever wrote them, in bounded memory however long they are.
 *
 * @param scalars by tag, in the order in which they were first told
 * @param seconds since the first number, at each step; without what was made again
 * @param notes what a person should know of the reading, a sentence each
 */
public record EventScalars(Map<String, Series> scalars, Series seconds, List<String> notes) {
  /** Tags beyond these are passed over: no training has as many quantities. */
  static final int MOST_TAGS = 2_000;

  /** Keeps the order of the tags. */
  public EventScalars {
    scalars = Collections.unmodifiableMap(new LinkedHashMap<>(scalars));
    notes = List.copyOf(notes);
  }

  /**
   * Reads an event file, or all of a folder as one run, as TensorBoard does: where the steps go
   * back, what was told of later ones does not hold any more.
   *
   * @param place a file, or a folder with files whose names hold {@code tfevents}
   * @throws StudioException if there is none, it is damaged or cannot be read; names the file
   */
  public static EventScalars read(Path place, Progress progress) {
    List<Path> files = files(place);
    Gathered gathered = new Gathered();
    List<String> notes = new ArrayList<>();
    double done = 0;
    for (Path file : files) {
      RecordReader records = new RecordReader(file);
      ScalarRecords numbers = new ScalarRecords(gathered, gathered::forgetFrom);
      records.read(
          record -> {
            progress.checkCancelled();
            numbers.take(record);
          });
      if (records.isCut()) {
        notes.add(
            English.of(
                "%s ends in the middle of a record, as while it is being written: %s before that"
                    + " were taken.",
                file, English.count(records.count(), "record")));
      }
      if (records.passedOver() > 0) {
        notes.add(
            English.of(
                "%s has %s too large to be numbers, which were passed over.",
                file, English.count(records.passedOver(), "record")));
      }
      progress.report("Reading event files", ++done / files.size());
    }
    gathered.note(place, notes);
    return new EventScalars(gathered.series, gathered.seconds, notes);
  }

  private static List<Path> files(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try {
      List<Path> files = EventFolder.all(place);
      if (files.isEmpty()) {
        throw new StudioException(
            English.of(
                "%s has no event files: their names begin with events.out.tfevents. Choose the"
                    + " folder of one run.",
                place));
      }
      return files;
    } catch (IOException e) {
      throw new StudioException(
          English.of("%s cannot be read (%s).", place, DiskErrors.reason(e)), e);
    }
  }

  private static final class Gathered implements ScalarRecords.Taker {
    private final Map<String, Series> series = new LinkedHashMap<>();
    private final Series seconds = new Series();
    private double first = Double.NaN;
    private long stepless;
    private long beyond;

    @Override
    public void take(String tag, double time, long step, double value) {
      if (step < 0) {
        stepless++;
        return;
      }
      if (series.size() >= MOST_TAGS && !series.containsKey(tag)) {
        beyond++;
        return;
      }
      Series of = series.computeIfAbsent(tag, key -> new Series());
      of.forgetAfter(step - 1); // told again: the newer holds
      of.add(step, value);
      if (Double.isFinite(time) && time > 0) {
        first = Double.isNaN(first) ? time : first;
        seconds.forgetAfter(step - 1);
        seconds.add(step, Math.max(0, time - first));
      }
    }

    void forgetFrom(long step) {
      series.values().forEach(each -> each.forgetAfter(step - 1));
      seconds.forgetAfter(step - 1);
    }

    void note(Path place, List<String> notes) {
      long lost = series.values().stream().mapToLong(Series::nonFinite).sum();
      if (lost > 0) {
        notes.add(
            English.of(
                "%s NaN or infinite and left out.",
                lost == 1 ? "1 value is" : English.of("%,d values are", lost)));
      }
      if (stepless > 0) {
        notes.add(
            English.of(
                "%s of %s before step 0 left out.",
                English.count(stepless, "value"), stepless == 1 ? "a step" : "steps"));
      }
      if (beyond > 0) {
        notes.add(
            English.of(
                "%s has more than %,d tags: those after them were passed over.", place, MOST_TAGS));
      }
      if (series.isEmpty()) {
        notes.add(English.of("%s tells no scalars.", place));
      }
    }
  }
}
