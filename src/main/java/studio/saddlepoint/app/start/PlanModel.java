package studio.saddlepoint.app.start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.UserDataSources;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.train.plan.PlanAdvice;
import studio.saddlepoint.train.plan.PlanRequest;
import studio.saddlepoint.train.plan.PlanRequest.Measuring;
import studio.saddlepoint.train.plan.PlanTime;
import studio.saddlepoint.train.plan.TrainingPlan;

/**
 * The model of what the start page puts first. Until a person names the data or the time, or
 * presses a button, nothing is measured. Knows no controls; for the FX thread.
 */
final class PlanModel {
  private static final String TIME = "plan.time";
  private static final String SOURCE = "plan.data";
  private static final int SIZE = 32;

  /** What answers a request, in the background. */
  interface Planning {
    /**
     * A plan.
     *
     * @param request what for
     * @param caches the program's folder for caches
     * @param preferred puts a recipe on the preferred device
     * @param progress told what is done; may cancel it
     */
    TrainingPlan answer(
        PlanRequest request, Path caches, UnaryOperator<Recipe> preferred, Progress progress);
  }

  /** What is shown. */
  sealed interface State {
    /**
     * A plan is being made.
     *
     * @param task the work
     */
    record Working(RunningTask<TrainingPlan> task) implements State {}

    /**
     * A plan.
     *
     * @param plan what to train
     */
    record Ready(TrainingPlan plan) implements State {}

    /**
     * There is none.
     *
     * @param message why, and what to do
     */
    record Refused(String message) implements State {}
  }

  private static final State NOTHING = new State.Refused("");

  private final StudioModel studio;
  private final Planning planning;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(NOTHING);
  private Map<String, String> settings = Map.of();
  private String source;
  private PlanTime time;

  PlanModel(StudioModel studio, Planning planning) {
    this.studio = studio;
    this.planning = planning;
    this.time =
        Stream.of(PlanTime.values())
            .filter(each -> each.id().equals(studio.settings().get(TIME, "")))
            .findFirst()
            .orElse(PlanTime.SHORT);
    String kept = studio.settings().get(SOURCE, "");
    this.source = sources().contains(kept) ? kept : sources().get(0);
  }

  /** What is shown; at first a refusal without words. */
  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The data sets to choose from: the person's own, newest first, then those of the program. */
  List<String> sources() {
    return Stream.concat(studio.sources().all().stream(), UserDataSources.EMBEDDED.stream())
        .toList();
  }

  /** The data set that is chosen. */
  String source() {
    return source;
  }

  /** The time that is chosen. */
  PlanTime time() {
    return time;
  }

  /** Whether a remedy was taken. */
  boolean changed() {
    return !settings.isEmpty();
  }

  /** Plans for the first time: by what is known already. */
  void begin() {
    boolean used = !studio.settings().get(TIME, "").isEmpty();
    plan(used ? Measuring.KNOWN : Measuring.NEVER, plan -> {});
  }

  /** A person names the data. */
  void choose(String chosen) {
    if (!chosen.equals(source)) {
      source = chosen;
      settings = Map.of();
      asked();
    }
  }

  /** The data that is chosen is not offered any more. */
  void forgotten() {
    if (!sources().contains(source)) {
      source = sources().get(0);
      settings = Map.of();
      begin();
    }
  }

  /** A person names the time. */
  void choose(PlanTime chosen) {
    if (chosen != time) {
      time = chosen;
      asked();
    }
  }

  /** A person takes a remedy. */
  void take(PlanAdvice advice) {
    Map<String, String> next = new LinkedHashMap<>(settings);
    next.putAll(advice.remedy());
    settings = next;
    asked();
  }

  /** A person takes all remedies back. */
  void takeBack() {
    settings = Map.of();
    asked();
  }

  /** A person wants the speed of this computer to be known, or measured again. */
  void measure() {
    keep();
    plan(Measuring.ANEW, plan -> {});
  }

  /** Whether the speed can be measured: another training would make it look slow. */
  boolean canMeasure() {
    return studio.trainings().isEmpty();
  }

  /** Trains the plan; measures before where the steps that fit are not known. */
  void train() {
    if (state.get() instanceof State.Ready ready) {
      keep();
      if (ready.plan().budget().isPresent()) {
        studio.train(preferred(ready.plan().recipe()));
      } else {
        plan(Measuring.NEEDED, plan -> studio.train(preferred(plan.recipe())));
      }
    }
  }

  /** Puts the plan into the form. */
  void adjust() {
    if (state.get() instanceof State.Ready ready) {
      studio.draft(preferred(ready.plan().recipe()));
    }
  }

  private Recipe preferred(Recipe recipe) {
    return studio.settings().preferred(recipe);
  }

  private void asked() {
    keep();
    plan(canMeasure() ? Measuring.NEEDED : Measuring.KNOWN, plan -> {});
  }

  private void keep() {
    studio.settings().put(TIME, time.id());
    studio.settings().put(SOURCE, source);
  }

  private void plan(Measuring measuring, Consumer<TrainingPlan> then) {
    if (state.get() instanceof State.Working before) {
      state.set(NOTHING);
      before.task().cancel();
    }
    DataSettings data = new DataSettings(source, SIZE, false, studio.sources().meaning(source));
    Duration wanted = time.usual();
    PlanRequest request = new PlanRequest(data, wanted, settings, measuring);
    Path caches = studio.home().caches();
    RunningTask<TrainingPlan> task =
        studio
            .tasks()
            .run(
                Messages.text("plan.task", UserDataSources.name(source)),
                progress -> planning.answer(request, caches, this::preferred, progress));
    State.Working working = new State.Working(task);
    state.set(working);
    task.onDone(
            plan -> {
              if (state.get() == working) {
                state.set(new State.Ready(plan));
                then.accept(plan);
              }
            })
        .onFailed(
            problem -> {
              if (state.get() == working) {
                state.set(new State.Refused(Problems.describe(problem)));
              }
            })
        .onCancelled(
            () -> {
              if (state.get() == working) {
                cancelled(measuring);
              }
            });
  }

  /** Who ends the measuring still sees what the rules say. */
  private void cancelled(Measuring measuring) {
    if (measuring == Measuring.NEEDED || measuring == Measuring.ANEW) {
      plan(Measuring.KNOWN, plan -> {});
    } else {
      state.set(new State.Refused(Messages.text("plan.cancelled")));
    }
  }
}
