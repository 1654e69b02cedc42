package studio.saddlepoint.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.fx.AfterDrawing;
import studio.saddlepoint.core.Escapes;
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
  private final ReadOnlyObjectWrapper<@Nullable FineTuning> fineTuning =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper awaited = new ReadOnlyStringWrapper("");

  /** Counts what was asked for: of several runs, the one asked for last is shown. */
  private int asked;

  /** Of the run that was begun last, to be set up again where it cannot begin. */
  private Optional<Begun> begun = Optional.empty();

  private record Begun(Path folder, Optional<FineTuning> fineTuning) {}

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

  /** What the recipe in the form starts from; nothing where from first weights of its own. */
  ReadOnlyObjectProperty<@Nullable FineTuning> fineTuningProperty() {
    return fineTuning.getReadOnlyProperty();
  }

  /** What is on its way to the pages, such as {@code Opening DCGAN}; empty where nothing is. */
  ReadOnlyStringProperty awaitedProperty() {
    return awaited.getReadOnlyProperty();
  }

  /** Opens a run that nobody trains, at once. */
  void open(RunFolder folder) {
    open(folder, false, false);
  }

  /**
   * Opens the run in a folder, in the background.
   *
   * @param path the run folder
   * @param title what a person calls it
   * @param start whether to continue the training
   */
  void open(Path path, String title, boolean start) {
    Path folder = path.toAbsolutePath().normalize();
    Consumer<Runnable> answered = answer(Messages.text("run.opening", title), start);
    Optional<OpenRun> known = trainings.of(folder);
    if (known.isPresent()) {
      answered.accept(() -> show(known.get(), start));
      return;
    }
    model
        .tasks()
        .run(Messages.text("run.opening", title), progress -> find(folder))
        .onDone(found -> answered.accept(() -> showOrOpen(folder, found, start)))
        .onFailed(e -> answered.accept(() -> model.tell(Notice.problem(e))));
  }

  /** Asked for twice, it may train by now. */
  private void showOrOpen(Path folder, Found found, boolean start) {
    trainings
        .of(folder)
        .ifPresentOrElse(here -> show(here, start), () -> open(found.folder, found.locked, start));
  }

  /**
   * Tells at once what was asked for. To show a run takes longer than an answer may: it waits until
   * this has been drawn.
   *
   * @param words what is awaited
   * @param always whether it is done also where something else was asked for since
   * @return takes what is then to be done
   */
  private Consumer<Runnable> answer(String words, boolean always) {
    int turn = ++asked;
    awaited.set(words);
    CompletableFuture<Void> drawn = new CompletableFuture<>();
    AfterDrawing.run(() -> drawn.complete(null));
    return work ->
        drawn.thenRun(
            () -> {
              if (turn == asked) {
                awaited.set("");
              }
              if (turn == asked || always) {
                work.run();
              }
            });
  }

  /** Goes back to a run that trains here, on the page where it is watched. */
  void watch(OpenRun training) {
    answer(Messages.text("run.opening", Escapes.name(training.title())), false)
        .accept(
            () -> {
              show(training, false);
              model.pageProperty().set("train");
            });
  }

  private static Found find(Path path) {
    RunFolder folder = RunFolder.open(path);
    return new Found(folder, folder.isTrained());
  }

  private void open(RunFolder folder, boolean locked, boolean start) {
    if (!folder.unknown().isEmpty()) {
      model.tell(
          Notice.info(
              Messages.text("run.newer", folder.title(), String.join(", ", folder.unknown()))));
    }
    OpenRun next = new OpenRun(model, folder, locked);
    next.load();
    show(next, start);
  }

  /**
   * Makes a run of a recipe, opens it and starts it.
   *
   * @param from what its networks start from; empty for first weights of its own
   */
  void train(Recipe recipe, Optional<FineTuning> from) {
    String words = Messages.text("run.creating", recipe.title());
    Consumer<Runnable> answered = answer(words, true);
    model
        .tasks()
        .run(
            words,
            progress ->
                from.isPresent()
                    ? from.get().make(model.home().runs(), recipe, progress)
                    : RunFolder.create(model.home().runs(), recipe))
        .onDone(
            folder ->
                answered.accept(
                    () -> {
                      begun = Optional.of(new Begun(folder.path(), from));
                      begin(folder, from.isPresent() && from.get().branches());
                    }))
        .onFailed(e -> answered.accept(() -> model.tell(Notice.problem(e))));
  }

  /**
   * Trains a new run.
   *
   * @param past whether it has one, which is read first
   */
  private void begin(RunFolder folder, boolean past) {
    if (past) {
      open(folder, false, true);
    } else {
      show(new OpenRun(model, folder, false), true);
    }
    model.refreshRuns();
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
      // A generator that came as a file has nothing to show of a training.
      boolean trained = next.recipe().generator().architecture().offered();
      model.pageProperty().set(trained ? "train" : "explore");
    }
  }

  /** Looks at no run any more. */
  void leave() {
    run().ifPresent(OpenRun::close);
    run.set(null);
  }

  /** Looks at no run any more, and puts a recipe into the form. */
  void draft(Recipe recipe) {
    draft(recipe, Optional.empty());
  }

  /**
   * As {@link #draft(Recipe)}, to be started from the weights of a run.
   *
   * @param from what its networks start from; empty for first weights of its own
   */
  void draft(Recipe recipe, Optional<FineTuning> from) {
    leave();
    fineTuning.set(from.orElse(null));
    draft.set(recipe);
  }

  /** Puts the recipe of a run that could not begin into the form again. */
  void draftAgain(OpenRun refused) {
    draft(
        refused.recipe(),
        begun
            .filter(each -> each.folder().equals(refused.folder().path()))
            .flatMap(Begun::fineTuning));
  }

  /** Takes another checkpoint to start from. */
  void startFrom(FineTuning from) {
    fineTuning.set(from);
  }

  /** Puts the recipe of a run into the form, to be started from its weights on any data. */
  void fineTune(Path path, String title) {
    setUp(Messages.text("finetune.opening", title), path, FineTuning::of);
  }

  /**
   * Puts a run's recipe at a checkpoint into the form, to go on from there.
   *
   * @param step the newest checkpoint that is not after it is taken; empty for the newest of all
   */
  void branch(Path path, String title, OptionalLong step) {
    setUp(Messages.text("branch.opening", title), path, run -> FineTuning.branch(run, step));
  }

  private void setUp(String words, Path path, Function<RunFolder, FineTuning> how) {
    Consumer<Runnable> answered = answer(words, false);
    model
        .tasks()
        .run(words, progress -> how.apply(RunFolder.open(path)))
        .onDone(
            from ->
                answered.accept(
                    () -> {
                      draft(from.recipe(), Optional.of(from));
                      model.pageProperty().set("train");
                    }))
        .onFailed(e -> answered.accept(() -> model.tell(Notice.problem(e))));
  }
}
