package studio.saddlepoint.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;

/**
 * The run that all pages show, or the recipe in the form where there is none, and how another takes
 * its place. For the FX thread.
 */
final class RunOpening {
  /** Pages that look at the open run, whichever it is. */
  private static final Set<String> LOOKING = Set.of("explore", "evaluate");

  private final StudioModel model;
  private final Trainings trainings;
  private final ReadOnlyObjectWrapper<@Nullable OpenRun> run = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Recipe> draft = new ReadOnlyObjectWrapper<>();

  private record Found(RunFolder folder, boolean locked) {}

  RunOpening(StudioModel model, Trainings trainings) {
    this.model = model;
    this.trainings = trainings;
  }

  /** The open run; nothing before one is opened. */
  ReadOnlyObjectProperty<@Nullable OpenRun> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** The open run. */
  Optional<OpenRun> run() {
    return Optional.ofNullable(run.get());
  }

  /** The recipe in the form when no run is open. */
  ReadOnlyObjectProperty<@Nullable Recipe> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** Opens a run that nobody trains, at once. */
  void open(RunFolder folder) {
    open(folder, false, false);
  }

  /**
   * Opens the run in a folder, in the background; one that trains here is shown at once.
   *
   * @param path the run folder
   * @param start whether to continue the training
   */
  void open(Path path, boolean start) {
    Path folder = path.toAbsolutePath().normalize();
    Optional<OpenRun> known = trainings.of(folder);
    if (known.isPresent()) {
      show(known.get(), start);
      return;
    }
    model
        .tasks()
        .run(Messages.text("run.opening", PathNames.of(folder)), progress -> find(folder))
        .onDone(
            found ->
                // Asked for twice, it may train by now.
                trainings
                    .of(folder)
                    .ifPresentOrElse(
                        here -> show(here, start), () -> open(found.folder, found.locked, start)))
        .onFailed(e -> model.tell(Notice.problem(e)));
  }

  private static Found find(Path path) {
    RunFolder folder = RunFolder.open(path);
    return new Found(folder, folder.isTrained());
  }

  private void open(RunFolder folder, boolean locked, boolean start) {
    OpenRun next = new OpenRun(model, folder, locked);
    next.load();
    show(next, start);
  }

  /** Makes a run of a recipe, opens it and starts it. */
  void train(Recipe recipe) {
    model
        .tasks()
        .run(
            Messages.text("run.creating", recipe.title()),
            progress -> RunFolder.create(model.home().runs(), recipe))
        .onDone(
            folder -> {
              show(new OpenRun(model, folder, false), true);
              model.refreshRuns();
            })
        .onFailed(e -> model.tell(Notice.problem(e)));
  }

  private void show(OpenRun next, boolean start) {
    OpenRun before = run.get();
    if (before != null && before != next) {
      before.close();
    }
    run.set(next);
    if (start) {
      try {
        next.start();
      } catch (StudioException e) {
        model.tell(Notice.problem(e));
      }
    }
    // Who looks at runs, one after the other, goes on looking at the same.
    if (start || !LOOKING.contains(model.pageProperty().get())) {
      model.pageProperty().set("train");
    }
  }

  /** Looks at no run any more. */
  void leave() {
    run().ifPresent(OpenRun::close);
    run.set(null);
  }

  /** Looks at no run any more, and puts a recipe into the form. */
  void draft(Recipe recipe) {
    leave();
    draft.set(recipe);
  }
}
