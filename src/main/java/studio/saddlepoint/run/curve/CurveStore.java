package studio.saddlepoint.run.curve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventLog;
import studio.saddlepoint.run.event.Follower;

/**
 * Where the curves of a run are kept between two looks at it: {@value #NAME} beside its log, or a
 * file among the caches where nothing can be written there. What is kept may be deleted at any
 * time; where it is missing, damaged, of another version or of another log it is made again, so
 * nothing here ever fails.
 */
public final class CurveStore {
  /** The file in a run folder. */
  public static final String NAME = "events.pyramid";

  /** Bytes of a log that are read so soon that nothing need be kept of them. */
  static final long LITTLE = 4L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(CurveStore.class);

  private final EventLog log;
  private final Path beside;
  private final Path instead;
  private final long little;

  /**
   * The place of a run's curves.
   *
   * @param run its folder
   * @param log its log
   * @param caches what can be made again
   */
  public CurveStore(Path run, EventLog log, Path caches) {
    this(run, log, caches, LITTLE);
  }

  CurveStore(Path run, EventLog log, Path caches, long little) {
    this.log = log;
    this.little = little;
    beside = run.resolve(NAME);
    UUID name =
        UUID.nameUUIDFromBytes(
            run.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
    instead = caches.resolve("curves").resolve(name + ".bin");
  }

  /** The curves of as much of the log as was read when they were kept. */
  public Optional<KeptCurves> load() {
    for (Path file : List.of(beside, instead)) {
      try {
        Optional<KeptCurves> kept =
            CurveFile.read(Files.readAllBytes(file)).filter(each -> each.fits(log));
        if (kept.isPresent()) {
          return kept;
        }
        LOG.debug("{} is of another log, damaged, or of another version, and not used", file);
      } catch (NoSuchFileException e) {
        continue;
      } catch (IOException | StudioException | OutOfMemoryError e) {
        LOG.debug("{} cannot be read, so the log is", file, e);
      }
    }
    return Optional.empty();
  }

  /** Whether so many bytes of the log are worth keeping the curves of. */
  public boolean isMuch(long bytes) {
    return bytes >= little;
  }

  /**
   * Keeps curves, unless the log is short or they are incomplete.
   *
   * @param index of the log up to where the curves go
   * @param before how much of the log was kept already, in bytes
   */
  public void save(LogIndex index, RunCurves curves, long before) {
    if (!isMuch(index.end() - before) || !curves.whole) {
      return;
    }
    byte[] bytes;
    try {
      bytes = CurveFile.write(KeptCurves.of(log, index, curves));
    } catch (IOException | StudioException e) {
      LOG.debug("The curves of {} cannot be kept", beside, e);
      return;
    }
    try {
      AtomicFile.ON_DISK.write(beside, bytes);
    } catch (IOException e) {
      saveInstead(bytes);
    }
  }

  private void saveInstead(byte[] bytes) {
    try {
      Files.createDirectories(instead.resolveSibling(""));
      AtomicFile.ON_DISK.write(instead, bytes);
    } catch (IOException e) {
      LOG.debug("The curves of {} cannot be kept", beside, e);
    }
  }

  /**
   * The curves of the whole log as it is now: those that are kept, and what was told since; they
   * are kept for the next time.
   *
   * @throws StudioException if the log cannot be read
   */
  public KeptCurves refresh(Progress progress) {
    Optional<KeptCurves> kept = load();
    long before = kept.map(each -> each.index().end()).orElse(0L);
    LogIndex index = kept.map(KeptCurves::index).orElseGet(LogIndex::new);
    RunCurves curves = kept.map(KeptCurves::curves).orElseGet(RunCurves::new);
    int begun = index.begins().size();
    index.extend(log, progress.part(0, 0.1));
    List<Long> begins = index.begins();
    RunCurves.Held held = new RunCurves.Held(begins.subList(begun, begins.size()));
    Follower follower = log.follow(before, index.end());
    for (List<Event> part = follower.poll(); !part.isEmpty(); part = follower.poll()) {
      progress.checkCancelled();
      held.of(part).forEach(curves::take);
      progress.report("Reading the log", 0.1 + 0.9 * follower.share());
    }
    save(index, curves, before);
    return KeptCurves.of(log, index, curves);
  }
}
