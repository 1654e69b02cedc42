package studio.saddlepoint.app.lesson;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.lesson.TrainingLessonModel.Side;
import studio.saddlepoint.bench.MethodTrial;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.SheetCompanion;
import studio.saddlepoint.run.SheetPictures;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.Trainer;

/** Trains and measures one side of a lesson, in the background. */
@FunctionalInterface
interface LessonTraining {
  /** Pictures that are measured. */
  int SAMPLES = 2_048;

  /**
   * Trains a recipe for a time and measures what came out. The run is kept among the person's own.
   *
   * @param budget processor time of the training
   * @param told of each sheet that is drawn
   * @param progress told how far it is; may cancel it
   */
  Side run(
      Recipe recipe, Duration budget, BiConsumer<RunFolder, Event.Sheet> told, Progress progress);

  /** By the program's own trainings. */
  static LessonTraining real(Home home) {
    return (recipe, budget, told, progress) -> {
      MethodTrial trial = new MethodTrial(home, home.runs(), budget, SAMPLES);
      AtomicReference<Event.@Nullable Sheet> newest = new AtomicReference<>();
      MethodTrial.Trained trained =
          trial.train(
              recipe,
              (run, listener) -> Trainer.startYielding(run, home, listener),
              (run, event) -> {
                if (event instanceof Event.Sheet sheet) {
                  newest.set(sheet);
                  told.accept(run, sheet);
                }
              },
              progress.part(0, 0.8));
      EvaluationResult measured = trial.measure(trained.run(), progress.part(0.8, 1));
      Event.Sheet last = newest.get();
      if (last == null) {
        throw new StudioException(recipe.name() + " drew no sheet.");
      }
      return side(trained.run(), last, measured.values(), measured.how().sentence());
    };
  }

  /** What is seen of a run at a sheet. */
  static Side side(RunFolder run, Event.Sheet sheet, Map<String, Double> values, String how) {
    SheetPictures pictures = run.loadSheetPictures(sheet.file());
    return new Side(
        run,
        sheet.step(),
        Optional.of(pictures.samples()),
        pictures.companion(SheetCompanion.RECONSTRUCTIONS),
        values,
        how);
  }
}
