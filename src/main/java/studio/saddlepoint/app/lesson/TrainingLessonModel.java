package studio.saddlepoint.app.lesson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;

/** A lesson that trains recipes, as it goes on. Knows no controls; for the FX thread. */
final class TrainingLessonModel {
  /**
   * What is seen of one of its trainings.
   *
   * @param run what it leaves
   * @param step of the newest sheet
   * @param sheet its samples
   * @param reconstructions real pictures and what was made of them; empty without an encoder
   * @param values what was measured at the end, by name; empty before
   * @param how how that was measured
   */
  record Side(
      RunFolder run,
      long step,
      Optional<Picture> sheet,
      Optional<Picture> reconstructions,
      Map<String, Double> values,
      String how) {}

  private final StudioModel studio;
  private final LessonTraining training;
  private final List<Recipe> recipes;
  private final List<ReadOnlyObjectWrapper<@Nullable Side>> sides = new ArrayList<>();
  private final ObjectProperty<Duration> budget = new SimpleObjectProperty<>(Duration.ofMinutes(1));
  private final ReadOnlyObjectWrapper<@Nullable RunningTask<List<Side>>> running =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * Nothing trained yet.
   *
   * @param recipes what is trained, from left to right
   */
  TrainingLessonModel(StudioModel studio, LessonTraining training, List<Recipe> recipes) {
    this.studio = studio;
    this.training = training;
    this.recipes = recipes.stream().map(studio.settings()::preferred).toList();
    recipes.forEach(each -> sides.add(new ReadOnlyObjectWrapper<>()));
  }

  /** What is trained, from left to right. */
  List<Recipe> recipes() {
    return recipes;
  }

  /** What is seen of a training; nothing before its first sheet. */
  ReadOnlyObjectProperty<@Nullable Side> sideProperty(int place) {
    return sides.get(place).getReadOnlyProperty();
  }

  /** The time of each training. */
  ObjectProperty<Duration> budgetProperty() {
    return budget;
  }

  /** The work in progress. */
  ReadOnlyObjectProperty<@Nullable RunningTask<List<Side>>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Why it could not be begun, or failed; empty where it did not. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether all was measured. */
  boolean finished() {
    return sides.stream().map(ReadOnlyObjectWrapper::get).allMatch(TrainingLessonModel::measured);
  }

  private static boolean measured(@Nullable Side side) {
    return side != null && !side.values().isEmpty();
  }

  /** Trains all, one after the other, and measures them. */
  void begin() {
    if (!studio.trainings().isEmpty()) {
      problem.set(Messages.text("lesson.busy", studio.trainings().get(0).title()));
      return;
    }
    problem.set("");
    sides.forEach(side -> side.set(null));
    Duration each = budget.get();
    RunningTask<List<Side>> task =
        studio.tasks().run(Messages.text("lesson.task"), progress -> work(each, progress));
    running.set(task);
    task.onDone(
            found -> {
              for (int i = 0; i < found.size(); i++) {
                sides.get(i).set(found.get(i));
              }
              end();
            })
        .onFailed(
            error -> {
              problem.set(Problems.describe(error));
              end();
            })
        .onCancelled(this::end);
  }

  private void end() {
    running.set(null);
    studio.refreshRuns();
  }

  private List<Side> work(Duration each, Progress progress) {
    Side[] found = new Side[recipes.size()];
    for (int i = 0; i < found.length; i++) {
      int place = i;
      found[i] =
          training.run(
              recipes.get(i),
              each,
              (run, sheet) -> show(place, run, sheet),
              progress.part((double) i / found.length, (i + 1.0) / found.length));
    }
    return Arrays.asList(found);
  }

  private void show(int place, RunFolder run, Event.Sheet sheet) {
    Side side = LessonTraining.side(run, sheet, Map.of(), "");
    studio
        .ui()
        .execute(
            () -> {
              if (running.get() != null) {
                sides.get(place).set(side);
              }
            });
  }

  /** Stops what goes on; what was trained stays. */
  void cancel() {
    RunningTask<List<Side>> task = running.get();
    if (task != null) {
      task.cancel();
    }
  }
}
