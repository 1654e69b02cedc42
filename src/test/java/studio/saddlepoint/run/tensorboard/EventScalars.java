package studio.saddlepoint.run.tensorboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.curve.Points;

/**
 * The numbers of event files, whoever wrote them.
 *
 * @param scalars by tag, in the order in which they were first told; a bucket for each value that
 *     is finite
 * @param notes what a person should know of the reading, a sentence each
 */
public record EventScalars(Map<String, Points> scalars, List<String> notes) {
  /**
   * Reads an event file, or all of a folder as one run, as TensorBoard does: where the steps go
   * back, what was told of later ones does not hold any more.
   *
   * @param place a file, or a folder with files whose names hold {@code tfevents}
   * @throws StudioException if there is none, it is damaged or cannot be read; names the file
   */
  public static EventScalars read(Path place, Progress progress) {
    List<Path> files = files(place);
    Map<String, Column> columns = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    double done = 0;
    for (Path file : files) {
      progress.checkCancelled();
      RecordReader records = new RecordReader(file);
      ScalarRecords numbers =
          new ScalarRecords(
              (tag, step, value) ->
                  columns.computeIfAbsent(tag, each -> new Column()).add(step, value),
              step -> columns.values().forEach(each -> each.forgetFrom(step)));
      records.read(numbers::take);
      if (records.isCut()) {
        notes.add(
            English.of(
                "%s ends in the middle of a record, as while it is being written: %s before that were taken.",
                file, English.count(records.count(), "record")));
      }
      progress.report("Reading event files", ++done / files.size());
    }
    Map<String, Points> scalars = new LinkedHashMap<>();
    columns.forEach((tag, column) -> scalars.put(tag, column.points()));
    long lost = columns.values().stream().mapToLong(each -> each.nonFinite).sum();
    if (lost > 0) {
      notes.add(
          English.of(
              "%s NaN or infinite and left out.", lost == 1 ? "1 value is" : lost + " values are"));
    }
    if (scalars.isEmpty()) {
      notes.add(English.of("%s tells no scalars.", place));
    }
    return new EventScalars(scalars, notes);
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
                "%s has no event files: their names begin with events.out.tfevents. Choose the folder of one run.",
                place));
      }
      return files;
    } catch (IOException e) {
      throw new StudioException(
          English.of("%s cannot be read (%s).", place, DiskErrors.reason(e)), e);
    }
  }

  private static final class Column {
    private double[] steps = new double[64];
    private double[] values = new double[64];
    private int size;
    private long nonFinite;

    void add(long step, double value) {
      forgetFrom(step);
      if (!Double.isFinite(value)) {
        nonFinite++;
        return;
      }
      if (size == steps.length) {
        steps = Arrays.copyOf(steps, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      steps[size] = step;
      values[size++] = value;
    }

    void forgetFrom(long step) {
      while (size > 0 && steps[size - 1] >= step) {
        size--;
      }
    }

    Points points() {
      double[] all = Arrays.copyOf(values, size);
      long[] ones = new long[size];
      Arrays.fill(ones, 1);
      return new Points(Arrays.copyOf(steps, size), all, all, all, ones);
    }
  }
}
