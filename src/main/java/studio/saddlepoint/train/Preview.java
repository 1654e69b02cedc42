package studio.saddlepoint.train;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.SheetCompanion;
import studio.saddlepoint.run.SheetPictures;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.method.Method;
import studio.saddlepoint.train.method.Reconstructions;

/**
 * A sample sheet for somebody who watches a training, between those that are due. It is told
 * nowhere and kept nowhere: with previews or without, a training leaves the same behind.
 *
 * @param sheet what it shows; of no file
 * @param pictures the sheet, and what belongs beside it
 */
public record Preview(Event.Sheet sheet, SheetPictures pictures) {
  /** Draws the sheet of the step that a training stands at; nothing of the training changes. */
  static Preview of(TrainingState training) {
    Recipe recipe = training.recipe();
    Method method = training.method();
    boolean averaged = recipe.averages();
    SheetLayout layout =
        SheetLayout.of(
            recipe.training().sampleCount(), training.generator().latent().classNames().size());
    SheetMaker maker = new SheetMaker(recipe.seed(), layout);
    Picture raw = maker.draw(training.generator(), training.resolution(), training.manager());
    Map<SheetCompanion, Picture> companions = new EnumMap<>(SheetCompanion.class);
    method
        .reconstructions(averaged)
        .map(Reconstructions::picture)
        .ifPresent(each -> companions.put(SheetCompanion.RECONSTRUCTIONS, each));
    Picture samples = raw;
    if (averaged) {
      samples = maker.draw(method.average(), training.resolution(), training.manager());
      companions.put(SheetCompanion.RAW, raw);
    }
    return new Preview(
        new Event.Sheet(
            Instant.now(),
            training.step(),
            "",
            layout.columns(),
            layout.rows(),
            averaged,
            layout.classes()),
        new SheetPictures(samples, companions));
  }
}
