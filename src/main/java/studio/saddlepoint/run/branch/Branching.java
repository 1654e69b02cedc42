package studio.saddlepoint.run.branch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.model.FrozenLayers;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeCheck;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.RunOrigin;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.CheckpointStore;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.CountedSteps;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventLog;
import studio.saddlepoint.run.event.PastLog;
import studio.saddlepoint.run.file.HiddenFolder;
import studio.saddlepoint.run.file.RunFiles;

/**
 * The making of a branch: a run that goes on from a checkpoint of another one as if it were that
 * run, with other settings. It is made under a hidden name and takes its own when it is whole, so a
 * process that is killed leaves none. It holds all that it needs: the state, and the past of the
 * other run up to that step, which is copied, for what only pointed there would be lost with that
 * run. Neither run needs the other any more, and the other may train meanwhile.
 */
public final class Branching {
  private final BranchPoint from;
  private final Recipe recipe;
  private final Author author;
  private final Optional<RunOrigin> origin;
  private final Progress progress;

  private Branching(
      BranchPoint from,
      Recipe recipe,
      Author author,
      Optional<RunOrigin> origin,
      Progress progress) {
    this.from = from;
    this.recipe = recipe.inImages();
    this.author = author;
    this.origin = origin;
    this.progress = progress;
  }

  /**
   * Makes a branch; it is not begun.
   *
   * @param root where runs are kept; made where it is missing
   * @param from where it goes on
   * @param recipe what it trains from there on
   * @param title what it is called; empty for the other run's title and the step
   * @param author whose settings these are
   * @param progress told how far it is
   * @throws StudioException if a setting may not differ, the checkpoint is gone or damaged, or the
   *     disk fails; then nothing is left of it
   */
  public static RunFolder make(
      Path root, BranchPoint from, Recipe recipe, String title, Author author, Progress progress) {
    return make(root, from, recipe, title, author, Optional.empty(), progress);
  }

  /**
   * As {@link #make(Path, BranchPoint, Recipe, String, Author, Progress)}, of a run that is itself
   * a branch and is going to be deleted.
   *
   * @param origin where the branch comes from in place of that run; empty for that run
   */
  public static RunFolder make(
      Path root,
      BranchPoint from,
      Recipe recipe,
      String title,
      Author author,
      Optional<RunOrigin> origin,
      Progress progress) {
    from.refusal(recipe)
        .ifPresent(
            reason -> {
              throw new StudioException(reason);
            });
    RecipeCheck.requireNew(recipe);
    FrozenLayers.requirePossible(recipe);
    Path place = root.toAbsolutePath().normalize();
    Path wanted = place.resolve(RunFolder.nameOf(recipe));
    Path hidden = AtomicFile.beside(wanted);
    try {
      Files.createDirectories(place);
      HiddenFolder.sweepRuns(place);
      Files.createDirectory(hidden);
      new Branching(from, from.ordered(recipe), author, origin, progress).fill(hidden, title);
      progress.checkCancelled();
      return RunFolder.open(HiddenFolder.named(hidden, wanted));
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "No branch of the run %s can be made in %s (%s). Check the permissions and the free"
                  + " space there.",
              from.run().id(), place, DiskErrors.reason(e)),
          e);
    } finally {
      HiddenFolder.delete(hidden);
    }
  }

  private void fill(Path folder, String title) throws IOException {
    progress.report("Copying the checkpoint", 0);
    Checkpoint there = from.run().load(from.checkpoint());
    Files.createDirectory(folder.resolve(RunFiles.CHECKPOINTS));
    Files.createDirectory(folder.resolve(RunFiles.SAMPLES));
    new CheckpointStore(folder, AtomicFile.ON_DISK)
        .save(
            new Checkpoint(
                there.step(), there.imagesSeen(), recipe, there.tensors(), there.state()));
    boolean sameCodes = recipe.seed() == there.recipe().seed();
    boolean sameData = recipe.data().equals(there.recipe().data());
    PastLog.Copied past =
        PastLog.copy(
            from.run().path(),
            folder,
            there.step(),
            event -> isOfBranch(event, there.step(), sameCodes, sameData),
            progress.part(0.1, 0.6));
    Recipe started = started();
    news(past, started, there.step()).forEach(new EventLog(folder)::append);
    HiddenFolder.flush(folder.resolve(EventLog.NAME));
    new PastFiles(from.run().path(), folder, there.step(), progress.part(0.6, 1))
        .copy(sameCodes, sameData);
    origin.orElseGet(() -> origin(there)).write(folder);
    String name = from.run().title() + English.of(", from step %,d", there.step());
    new RunAbout(title.isBlank() ? name : title, "").save(folder);
    // Last, as a new run has it: from here on the folder is a run.
    AtomicFile.ON_DISK.write(folder.resolve(RunFiles.RECIPE), RecipeJson.write(started));
  }

  /** Its ends and waits are not the branch's, nor are pictures of other codes, or other data. */
  private static boolean isOfBranch(Event event, long step, boolean sameCodes, boolean sameData) {
    if (event instanceof Event.Sheet) {
      return sameCodes;
    }
    if (event instanceof Event.Scored) {
      return sameData;
    }
    boolean end =
        event instanceof Event.Ended
            || event instanceof Event.Paused
            || event instanceof Event.Resumed;
    return !(end && event.step() == step);
  }

  /**
   * What the branch tells of itself at its step: that its checkpoint is there, and how its values
   * differ from those that the copied log tells of.
   */
  private List<Event> news(PastLog.Copied past, Recipe started, long step) {
    List<Event> news = new ArrayList<>();
    Instant now = Instant.now();
    if (!past.checkpointed()) {
      news.add(new Event.Checkpointed(now, step, "step-" + step));
    }
    Recipe told = CountedSteps.changed(started.inImages(), past.changes());
    HyperParameters.differences(told, recipe)
        .forEach(
            (key, values) ->
                news.add(new Event.Changed(now, step, key, values.get(0), values.get(1), author)));
    return news;
  }

  /**
   * The recipe that the branch's past began with, so that its log tells the moves and pictures of
   * all steps: the other run's, with what cannot change in a run as the branch has it. Where that
   * does not go together, it is the branch's own.
   */
  private Recipe started() {
    Recipe began = from.run().recipe();
    Map<String, Object> fixed = new LinkedHashMap<>();
    for (HyperParameter each : HyperParameters.all()) {
      if (!each.live() && !each.get(began).equals(each.get(recipe))) {
        fixed.put(each.key(), each.get(recipe));
      }
    }
    try {
      return fixed.isEmpty() ? began : began.with(fixed);
    } catch (StudioException e) {
      return recipe;
    }
  }

  private RunOrigin origin(Checkpoint there) {
    RunFolder run = from.run();
    return new RunOrigin(
        run.id(),
        run.title(),
        there.step(),
        run.recipe().data().source(),
        true,
        run.path().toString(),
        HyperParameters.differences(there.recipe().inImages(), recipe));
  }
}
