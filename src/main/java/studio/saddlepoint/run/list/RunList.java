package studio.saddlepoint.run.list;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.StepCounts;
import studio.saddlepoint.run.KeptRecipe;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunLock;
import studio.saddlepoint.run.RunOrigin;
import studio.saddlepoint.run.checkpoint.CheckpointFile;
import studio.saddlepoint.run.checkpoint.CheckpointStore;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventLog;
import studio.saddlepoint.run.file.RunDiskErrors;
import studio.saddlepoint.run.file.RunFiles;

/** Lists runs quickly: of each event log only the end is read. */
public final class RunList {
  private static final Logger LOG = LoggerFactory.getLogger(RunList.class);
  private static final Comparator<RunSummary> NEWEST_FIRST =
      Comparator.comparing(RunSummary::lastChange)
          .thenComparing(each -> each.folder().getFileName().toString())
          .reversed();
  private static final long TAIL_BYTES = 4 * 1024;

  /** The file of a sample sheet. */
  private static final Pattern SHEET = Pattern.compile("step-(\\d{1,18})\\.png");

  private static final String STEPS = "training.steps";

  private RunList() {}

  /**
   * The runs below a folder, the last changed first; none where there is no such folder. A damaged
   * run is listed with its problem.
   *
   * @param root where runs are kept
   * @throws StudioException if the folder itself cannot be read
   */
  public static List<RunSummary> of(Path root) {
    Path runsRoot = root.toAbsolutePath().normalize();
    List<RunSummary> runs = new ArrayList<>();
    if (!Files.isDirectory(runsRoot)) {
      return runs;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(runsRoot)) {
      for (Path folder : folders) {
        if (looksLikeRun(folder)) {
          runs.add(summary(folder));
        }
      }
    } catch (IOException e) {
      throw RunDiskErrors.reading(runsRoot, e);
    } catch (DirectoryIteratorException e) {
      throw RunDiskErrors.reading(runsRoot, e.getCause());
    }
    runs.sort(NEWEST_FIRST);
    return runs;
  }

  /**
   * The runs below several folders, the last changed first.
   *
   * @param folders where runs are kept, that of new ones first; the others are passed over with a
   *     logged warning where they cannot be read
   * @throws StudioException if the first cannot be read
   */
  public static List<RunSummary> of(List<Path> folders) {
    List<Path> runsRoots = folders.stream().map(each -> each.toAbsolutePath().normalize()).toList();
    List<RunSummary> runs = new ArrayList<>();
    for (Path root : runsRoots.stream().distinct().toList()) {
      try {
        runs.addAll(of(root));
      } catch (StudioException e) {
        if (root.equals(runsRoots.get(0))) {
          throw e;
        }
        LOG.warn("Runs in another folder are left out: {}", e.getMessage());
      }
    }
    runs.sort(NEWEST_FIRST);
    return runs;
  }

  private static boolean looksLikeRun(Path folder) {
    return Files.isDirectory(folder)
        && !halfMade(String.valueOf(folder.getFileName()))
        && Stream.of(RunFiles.RECIPE, EventLog.NAME, RunFiles.CHECKPOINTS)
            .anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  /** Whether a name is one of what is being written, or what a killed process left of it. */
  static boolean halfMade(String name) {
    return name.startsWith(".") && name.endsWith(".tmp");
  }

  /** A run as it stands now. */
  static RunSummary summary(Path folder) {
    Optional<Recipe> recipe = Optional.empty();
    String problem = "";
    List<Event> tail = List.of();
    try {
      recipe = Optional.of(KeptRecipe.list(folder));
      tail = new EventLog(folder).tail(TAIL_BYTES);
    } catch (StudioException e) {
      problem = String.valueOf(e.getMessage());
    }
    RunAbout about = RunAbout.of(folder);
    Optional<CheckpointFile.Head> newest = recipe.isPresent() ? newest(folder) : Optional.empty();
    long lastStep = lastStep(tail);
    return new RunSummary(
        folder,
        about.titleOf(folder, recipe),
        about,
        recipe,
        problem,
        recipe.isPresent() ? steps(recipe.get(), newest, tail) : 0,
        lastStep,
        recipe.isPresent() ? imagesSeen(recipe.get(), newest, lastStep) : 0,
        lastChange(folder),
        newestSheet(folder, tail),
        RunLock.isHeld(folder),
        RunOrigin.of(folder));
  }

  /** As the log's end tells, or the newest checkpoint, or the recipe that it began with. */
  private static long steps(Recipe begun, Optional<CheckpointFile.Head> newest, List<Event> tail) {
    for (int i = tail.size() - 1; i >= 0; i--) {
      if (tail.get(i) instanceof Event.Changed change && change.key().equals(STEPS)) {
        try {
          return Long.parseLong(change.after());
        } catch (NumberFormatException e) {
          break; // somebody else wrote it: the checkpoint knows
        }
      }
    }
    return newest.map(CheckpointFile.Head::recipe).orElse(begun).training().steps();
  }

  /** As the newest checkpoint tells, and its recipe of the steps from there on. */
  private static long imagesSeen(
      Recipe begun, Optional<CheckpointFile.Head> newest, long lastStep) {
    return newest
        .filter(head -> head.step() <= lastStep)
        .map(
            head ->
                new StepCounts(0, 0, head.imagesSeen())
                    .then(head.recipe(), head.step(), lastStep)
                    .imagesSeen())
        .orElseGet(() -> StepCounts.NONE.then(begun, 0, lastStep).imagesSeen());
  }

  private static Optional<CheckpointFile.Head> newest(Path folder) {
    try {
      List<SavedCheckpoint> saved = new CheckpointStore(folder, AtomicFile.ON_DISK).all();
      return saved.isEmpty()
          ? Optional.empty()
          : Optional.of(CheckpointFile.head(saved.get(saved.size() - 1).file()));
    } catch (StudioException e) {
      // Damaged, or it made room just now: a list can do without.
      return Optional.empty();
    }
  }

  private static long lastStep(List<Event> tail) {
    long last = 0;
    for (Event event : tail) {
      last = event instanceof Event.Begun ? event.step() : Math.max(last, event.step());
    }
    return last;
  }

  private static Instant lastChange(Path folder) {
    for (String name : List.of(EventLog.NAME, RunFiles.RECIPE, "")) {
      try {
        return Files.getLastModifiedTime(folder.resolve(name)).toInstant();
      } catch (IOException e) {
        // The next one may be there.
        continue;
      }
    }
    return Instant.EPOCH;
  }

  /** Not one of steps that a training went back from: those do not hold any more. */
  private static Optional<Path> newestSheet(Path folder, List<Event> tail) {
    List<Event> settled = EventLog.settled(tail);
    for (int i = settled.size() - 1; i >= 0; i--) {
      if (settled.get(i) instanceof Event.Sheet sheet) {
        Optional<Path> file = PathNames.within(folder, sheet.file()).filter(Files::isRegularFile);
        if (file.isPresent()) {
          return file;
        }
      }
    }
    long newest = tail.isEmpty() ? Long.MAX_VALUE : lastStep(tail);
    try (Stream<Path> files = Files.list(folder.resolve(RunFiles.SAMPLES))) {
      return files
          .filter(each -> sheetStep(each).isPresent())
          .filter(each -> sheetStep(each).getAsLong() <= newest)
          .max(Comparator.comparing(each -> each.getFileName().toString()));
    } catch (IOException | java.io.UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** Of a file of sample sheets; none of what else lies there. */
  private static OptionalLong sheetStep(Path file) {
    Matcher matcher = SHEET.matcher(file.getFileName().toString());
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }
}
