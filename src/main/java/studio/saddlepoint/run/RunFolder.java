package studio.saddlepoint.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.CheckpointFile;
import studio.saddlepoint.run.checkpoint.CheckpointStore;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.event.EventJson;
import studio.saddlepoint.run.event.EventLog;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.file.LineFile;
import studio.saddlepoint.run.file.RunFiles;

/**
 * One training on disk. Everything the window shows can be opened from it again, and a process that
 * is killed at any moment leaves a folder that opens. Its format is in the guide's page "The run
 * folder".
 */
public final class RunFolder {
  /** No file of an evaluation takes this long to write. */
  private static final Duration LONG_WRITTEN = Duration.ofMinutes(10);

  private final Path path;
  private final Recipe recipe;
  private final AtomicFile disk;
  private final boolean madeHere;
  private final EventLog events;
  private final LineFile scores;
  private final CheckpointStore checkpoints;
  private final Optional<RunOrigin> origin;
  private volatile RunAbout about;
  private List<String> unknown = List.of();

  RunFolder(Path path, Recipe recipe, AtomicFile disk) {
    this(path, recipe, disk, false);
  }

  private RunFolder(Path path, Recipe recipe, AtomicFile disk, boolean madeHere) {
    this.madeHere = madeHere;
    this.path = path;
    this.recipe = recipe;
    this.disk = disk;
    this.events = new EventLog(path);
    this.scores = new LineFile(path, "scores.jsonl");
    this.checkpoints = new CheckpointStore(path, disk);
    this.about = RunAbout.of(path);
    this.origin = RunOrigin.of(path);
  }

  /**
   * Makes the folder of a new run: the recipe's name and the time, with {@code -2} and so on where
   * that is taken.
   *
   * @param runsRoot where runs are kept; made where it is missing
   * @param recipe what will be trained
   * @throws StudioException if it cannot be written, or no new run may begin with the recipe
   */
  public static RunFolder create(Path runsRoot, Recipe recipe) {
    return create(runsRoot, recipe, Optional.empty());
  }

  /**
   * As {@link #create(Path, Recipe)}, a run whose networks start from the weights of another one:
   * they are copied into it.
   *
   * @param from where they are; empty for first weights of its own
   * @throws StudioException also if they do not fit the recipe's networks, or cannot be read
   */
  public static RunFolder create(Path runsRoot, Recipe recipe, Optional<StartingPoint> from) {
    Path path = NewRun.make(runsRoot.toAbsolutePath().normalize(), recipe, from);
    return new RunFolder(path, recipe, AtomicFile.ON_DISK, true);
  }

  /** The name that the folder of a run gets which is made now: its recipe's and the time. */
  public static String nameOf(Recipe recipe) {
    return NewRun.name(recipe);
  }

  /**
   * Opens a run and cleans what a killed process left half written. Keys of its recipe that this
   * version does not know are passed over with a logged warning.
   *
   * @param folder the run folder
   * @throws StudioException if it is not a run or its recipe is damaged; names the file
   */
  public static RunFolder open(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    List<String> unknown = new ArrayList<>();
    Recipe recipe = KeptRecipe.open(path, unknown::addAll);
    RunFolder run = new RunFolder(path, recipe, AtomicFile.ON_DISK);
    run.unknown = List.copyOf(unknown);
    run.clean();
    return run;
  }

  /** Where it is, absolute. */
  public Path path() {
    return path;
  }

  /** The folder's name. */
  public String id() {
    return PathNames.of(path);
  }

  /** What the run was started with; later changes are in the events and the checkpoints. */
  public Recipe recipe() {
    return recipe;
  }

  /** What a newer version wrote into its recipe, and this one passed over: keys, or the format. */
  public List<String> unknown() {
    return unknown;
  }

  /** The run that it was fine-tuned or branched from; empty where it began with its own weights. */
  public Optional<RunOrigin> origin() {
    return origin;
  }

  /**
   * The weights that its first step starts from, of a run that has no checkpoint yet.
   *
   * @return empty where it begins with weights of its own
   * @throws StudioException if they were to be there and cannot be read
   */
  public Optional<Checkpoint> originWeights() {
    return OriginWeights.read(path);
  }

  /** Deletes the {@link #originWeights()} if a checkpoint is there in their place. */
  public void dropOriginWeights() {
    if (!checkpoints.all().isEmpty()) {
      OriginWeights.delete(path);
    }
  }

  /** Whether somebody trains it now, here or in another process. Reads the disk. */
  public boolean isTrained() {
    return RunLock.isHeld(path);
  }

  /** What a person calls it, else its recipe, else its folder. */
  public String title() {
    return about.titleOf(path, Optional.of(recipe));
  }

  /** A person's own words about it, as they were when it was opened or last kept. */
  public RunAbout about() {
    return about;
  }

  /** The words that were saved since. */
  public void about(RunAbout saved) {
    about = saved;
  }

  /** Its story. */
  public EventLog events() {
    return events;
  }

  /**
   * Saves a checkpoint as {@code checkpoints/step-0000001500.safetensors}. Afterwards the newest
   * three, up to ten spread over the run, the best one and those asked to be kept remain.
   *
   * @throws StudioException if it cannot be written; the checkpoints before stay
   */
  public void saveCheckpoint(Checkpoint checkpoint) {
    checkpoints.save(checkpoint);
  }

  /**
   * Where a training goes on: at the newest checkpoint that can be read. Nothing where the run has
   * not begun.
   *
   * @throws StudioException if the run has begun and none of its checkpoints can be read; names
   *     each with its reason
   */
  public Optional<ResumePoint> resumePoint() {
    return new ResumeSearch(path, checkpoints, events).find();
  }

  /** The checkpoint of the {@link #resumePoint()}. */
  public Optional<Checkpoint> latestCheckpoint() {
    return resumePoint().map(ResumePoint::checkpoint);
  }

  /**
   * The training goes on from a point: what was passed over is renamed to {@code unread-…}, so that
   * the steps made again do not write over it.
   *
   * @return the new files, or the old ones of those that could not be renamed
   */
  public List<Path> setAside(List<ResumePoint.Unread> unread) {
    return ResumeSearch.setAside(unread);
  }

  /** All checkpoints by step. */
  public List<SavedCheckpoint> checkpoints() {
    return checkpoints.all();
  }

  /**
   * Loads a checkpoint.
   *
   * @throws StudioException if it is gone or damaged; names the file
   */
  public Checkpoint load(SavedCheckpoint checkpoint) {
    return CheckpointFile.read(checkpoint.file());
  }

  /**
   * Keeps a checkpoint for good.
   *
   * @return where it is now
   * @throws StudioException if it is gone or cannot be renamed
   */
  public SavedCheckpoint keep(SavedCheckpoint checkpoint) {
    return checkpoints.keep(checkpoint);
  }

  /**
   * Keeps a checkpoint no longer: it may be deleted to make room for newer ones.
   *
   * @return where it is now
   * @throws StudioException if it is gone or cannot be renamed
   */
  public SavedCheckpoint release(SavedCheckpoint checkpoint) {
    return checkpoints.release(checkpoint);
  }

  /**
   * Saves the best checkpoint so far in place of the one before.
   *
   * @param checkpoint the weights that were measured
   * @param score the measure
   * @param protocol how it was made
   * @throws StudioException if it cannot be written; the best one before stays
   */
  public void saveBest(Checkpoint checkpoint, double score, String protocol) {
    checkpoints.saveBest(checkpoint, score, protocol);
  }

  /** The checkpoint with the best score. */
  public Optional<SavedCheckpoint> best() {
    return checkpoints.best();
  }

  /** The score of the best checkpoint, as it was saved; lower is better. */
  public OptionalDouble bestScore() {
    return checkpoints.bestScore();
  }

  /**
   * Saves a sample sheet as {@code samples/step-0000001500.png}, and what belongs beside it as
   * {@code samples/step-0000001500-raw.png} and so on, see {@link SheetCompanion}.
   *
   * @param step steps done
   * @return the sheet's file, relative to the run folder, with {@code /}
   * @throws StudioException if one of the pictures cannot be written
   */
  public String saveSheet(long step, SheetPictures pictures) {
    return Sheets.save(path, disk, step, pictures);
  }

  /**
   * Saves a picture of what was found as {@code findings/step-0000001500-mode-collapse.png}.
   *
   * @param step steps done
   * @param kind of the finding
   * @return the file, relative to the run folder, with {@code /}
   * @throws StudioException if it cannot be written
   */
  public String saveFinding(long step, String kind, Picture picture) {
    return Sheets.saveFinding(path, disk, step, kind, picture);
  }

  /**
   * Loads a sample sheet and what is kept beside it; of runs of earlier versions there may be less.
   *
   * @param file as {@link #saveSheet} returned it
   * @throws StudioException if one of them is damaged, or the sheet gone or not in this folder
   */
  public SheetPictures loadSheetPictures(String file) {
    return Sheets.loadAll(path, file);
  }

  /**
   * Loads a sample sheet.
   *
   * @param file as {@link #saveSheet} returned it
   * @throws StudioException if it is gone, damaged, or not in this folder
   */
  public Picture loadSheet(String file) {
    return Sheets.load(path, file);
  }

  /**
   * Keeps an evaluation with the run.
   *
   * @throws StudioException if it cannot be written
   */
  public void saveScore(ScoreCard card) {
    scores.append(EventJson.write(card));
  }

  /**
   * Tries whether an evaluation could be kept, before it is made.
   *
   * @throws StudioException if it could not; names the file and the reason
   */
  public void tryScores() {
    scores.tryOut();
  }

  /** The evaluations kept with the run, oldest first; damaged lines are skipped. */
  public List<ScoreCard> scores() {
    return scores.from(0).lines().stream().flatMap(line -> EventJson.score(line).stream()).toList();
  }

  /** How many lines of the evaluations are skipped because they are cut off or damaged. */
  public long damagedScores() {
    return scores.from(0).lines().stream().filter(line -> EventJson.score(line).isEmpty()).count();
  }

  /**
   * Takes the right to train this run; close it to give it back.
   *
   * @throws StudioException if it is being trained already, by this or another process
   */
  public RunLock lock() {
    return RunLock.take(path);
  }

  /**
   * Takes the folder away again where {@link #create} made it for a training that could not begin
   * and nothing else is in it.
   *
   * @param lock given back where the folder is taken away
   * @return whether it was
   */
  public boolean deleteUnbegun(RunLock lock) {
    return madeHere && UnbegunRun.delete(path, recipe, lock);
  }

  /**
   * Deletes half-written files: those of a training unless one may be writing them right now, and
   * those of evaluations and the like, which need no lock, when nobody can be at them any more.
   */
  private void clean() {
    for (Path each : folders()) {
      AtomicFile.sweep(each, LONG_WRITTEN);
    }
    List<Path> leftovers =
        Stream.of(
                path,
                path.resolve(RunFiles.CHECKPOINTS),
                path.resolve(RunFiles.SAMPLES),
                path.resolve(RunFiles.FINDINGS))
            .flatMap(folder -> AtomicFile.leftoversIn(folder).stream())
            .toList();
    if (leftovers.isEmpty()) {
      return;
    }
    try {
      RunLock.tryTake(path)
          .ifPresent(
              lock -> {
                leftovers.forEach(AtomicFile::deleteQuietly);
                lock.close();
              });
    } catch (StudioException e) {
      // A folder that cannot be written can still be looked at.
      return;
    }
  }

  /** The folders in it but those of a training, of whatever version. */
  private List<Path> folders() {
    Set<String> trained = Set.of(RunFiles.CHECKPOINTS, RunFiles.SAMPLES, RunFiles.FINDINGS);
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
          .filter(each -> !trained.contains(String.valueOf(each.getFileName())))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // a folder that cannot be listed has nothing to clean
    }
  }
}
