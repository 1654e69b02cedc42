package studio.saddlepoint.run.tensorboard;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.curve.LogIndex;
import studio.saddlepoint.run.curve.LogWindow;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventLog;

/**
 * Writes all that a run has told into one event file: for {@code tensorboard --logdir}. It holds
 * all that those hold which the training wrote itself, so it takes their place.
 */
public final class EventFileExport {
  private static final int BUFFER = 1 << 16;

  private final RunFolder run;
  private final Path folder;

  /**
   * An export.
   *
   * @param folder where the file is made; made where it is missing
   */
  public EventFileExport(RunFolder run, Path folder) {
    this.run = run;
    this.folder = folder;
  }

  /** Where the event files of a run lie unless a person names another place. */
  public static Path folderOf(RunFolder run) {
    return EventFolder.of(run);
  }

  /**
   * What was written.
   *
   * @param file the event file
   * @param steps of which it has numbers
   * @param pictures sample sheets in the run's log
   */
  public record Written(Path file, long steps, long pictures) {}

  /**
   * Writes the file, whole or not at all.
   *
   * @throws StudioException if the log cannot be read or the file not be written, or the training
   *     that runs now writes event files into the same folder
   */
  public Written write(Progress progress) {
    try {
      List<Path> before = EventFolder.ours(folder);
      if (!before.isEmpty() && folder.equals(EventFolder.of(run)) && run.isTrained()) {
        throw new StudioException(
            English.of(
                "%s has event files that the training, which runs now, may be writing: TensorBoard would show all twice. Name another folder, or wait until it ends.",
                folder));
      }
      Files.createDirectories(folder);
      LogIndex index = new LogIndex();
      index.extend(run.events(), Progress.NONE);
      List<Event> told = new ArrayList<>(EventLog.settled(index.events()));
      Instant begun = told.isEmpty() ? Instant.now() : told.get(0).time();
      Path file = EventFolder.next(folder, begun);
      AtomicLong steps = new AtomicLong();
      AtomicFile.ON_DISK.write(
          file, channel -> steps.set(write(channel, begun, told, index, progress)));
      for (Path each : before) {
        Files.deleteIfExists(each);
      }
      return new Written(
          file, steps.get(), told.stream().filter(Event.Sheet.class::isInstance).count());
    } catch (UncheckedIOException e) {
      throw unwritable(e.getCause());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private StudioException unwritable(IOException e) {
    return new StudioException(
        English.of(
            "The event file cannot be written into %s (%s). Check its permissions and free space, or name another folder.",
            folder, DiskErrors.reason(e)),
        e);
  }

  private long write(
      WritableByteChannel channel,
      Instant begun,
      List<Event> told,
      LogIndex index,
      Progress progress)
      throws IOException {
    // Not closed: the channel is another's.
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    Rows rows = new Rows(new RunRecords(run, new EventFileWriter(out, begun)), told);
    rows.records.begin(begun, 0, run.recipe());
    LogWindow.scalars(run.events(), index, 0, Double.MAX_VALUE, progress, rows::take);
    rows.othersBefore(Long.MAX_VALUE);
    for (var card : run.scores()) {
      rows.records.take(card);
    }
    out.flush();
    return rows.count;
  }

  /** What was told in the order of the steps; the numbers of one come first. */
  private static final class Rows {
    private final RunRecords records;
    private final List<Event> others;
    private int next;
    private long count;

    Rows(RunRecords records, List<Event> told) {
      this.records = records;
      others = new ArrayList<>(told);
      others.sort(Comparator.comparingLong(Event::step));
    }

    void take(Event.Scalars scalars) {
      try {
        othersBefore(scalars.step());
        records.take(scalars);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      count++;
    }

    void othersBefore(long step) throws IOException {
      while (next < others.size() && others.get(next).step() < step) {
        records.take(others.get(next++));
      }
    }
  }
}
