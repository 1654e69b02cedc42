package studio.saddlepoint.run.tensorboard;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.file.RunDiskErrors;

/**
 * The event file that a training writes while it goes on, where its recipe has that switched on:
 * each beginning makes a file of its own. For one thread.
 */
public final class LiveEventFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveEventFile.class);
  private static final long FLUSHED_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final RunFolder run;
  private Recipe recipe;
  private boolean wanted;
  private @Nullable OutputStream out;
  private @Nullable EventFileWriter writer;
  private @Nullable RunRecords records;
  private @Nullable Path file;
  private long flushed;

  /** Writes nothing before {@link #of}. */
  public LiveEventFile(RunFolder run) {
    this.run = run;
    recipe = run.recipe();
  }

  /** The training begins or goes on with a recipe, which says whether files are written. */
  public void of(Recipe trained) {
    recipe = trained;
    wanted = trained.training().tensorBoard();
  }

  /**
   * Writes what the training tells.
   *
   * @throws StudioException if that fails; nothing is written then before the training begins again
   */
  public void take(Event event) {
    if (event instanceof Event.Changed change) {
      follow(change);
    }
    if (!wanted) {
      close();
      return;
    }
    try {
      if (records == null) {
        open(event);
      } else if (event instanceof Event.Begun && writer != null) {
        writer.beginsAgain(event.time(), event.step() + 1); // it went back
      }
      records.take(event);
      long now = System.nanoTime();
      if (now - flushed > FLUSHED_EVERY_NANOS || !(event instanceof Event.Scalars)) {
        flushed = now;
        out.flush();
      }
    } catch (IOException e) {
      wanted = false;
      Path failed = file == null ? EventFolder.of(run) : file;
      close();
      throw RunDiskErrors.writing(
          run.path(), failed, "The training goes on without event files.", e);
    }
  }

  private void follow(Event.Changed change) {
    try {
      recipe =
          HyperParameters.find(change.key())
              .map(each -> each.set(recipe, each.parse(change.after())))
              .orElse(recipe);
    } catch (StudioException e) {
      LOG.debug("The event file tells of the recipe without {}", change.key(), e);
    }
  }

  private void open(Event event) throws IOException {
    Path folder = EventFolder.of(run);
    Files.createDirectories(folder);
    file = EventFolder.next(folder, event.time());
    out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
    writer = new EventFileWriter(out, event.time());
    records = new RunRecords(run, writer);
    if (event.step() > 0) {
      writer.beginsAgain(event.time(), event.step() + 1);
    }
    records.begin(event.time(), event.step(), recipe);
  }

  /** Ends the file; what could not be written is lost. */
  @Override
  public void close() {
    OutputStream ended = out;
    out = null;
    writer = null;
    records = null;
    file = null;
    if (ended != null) {
      try {
        ended.close();
      } catch (IOException e) {
        LOG.warn("The event file of {} could not be written to its end", run.path(), e);
      }
    }
  }
}
