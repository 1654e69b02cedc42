package studio.saddlepoint.app.train;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.run.SheetCompanion;
import studio.saddlepoint.run.SheetPictures;
import studio.saddlepoint.run.event.Event;

/**
 * A sample sheet as it is seen, with what is told of it.
 *
 * @param told what the log tells; of the weights that the sheet was drawn with
 * @param sheet its parts
 */
record ToldSheet(Event.Sheet told, ClassSheet sheet) {
  /**
   * A sheet of a run's log.
   *
   * @param classNames of the run's data set, by label; empty where they are not known
   */
  static ToldSheet of(Event.Sheet told, Picture picture, List<String> classNames) {
    return new ToldSheet(told, ClassSheet.of(told, picture, classNames));
  }

  /**
   * The sheet of the raw weights beside one of averaged weights; empty where none was kept, or what
   * lies there does not fit.
   */
  static Optional<ToldSheet> rawBeside(
      Event.Sheet told, SheetPictures pictures, List<String> classNames) {
    Event.Sheet raw =
        new Event.Sheet(
            told.time(),
            told.step(),
            told.file(),
            told.columns(),
            told.rows(),
            false,
            told.classes());
    return pictures
        .companion(SheetCompanion.RAW)
        .filter(each -> told.averaged() && alike(each, pictures.samples()))
        .map(each -> of(raw, each, classNames));
  }

  private static boolean alike(Picture one, Picture other) {
    return one.width() == other.width() && one.height() == other.height();
  }
}
