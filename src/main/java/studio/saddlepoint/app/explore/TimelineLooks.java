package studio.saddlepoint.app.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.app.explore.time.TimelineModel.Frames;
import studio.saddlepoint.app.pictures.Look;
import studio.saddlepoint.core.Picture;

/**
 * The pictures of one code through a training, to look at closely.
 *
 * @param model what is explored
 */
record TimelineLooks(ExploreModel model) {
  /** One for each step, all of them drawn. */
  List<Look> of(Frames frames) {
    Subject subject = model.subjectProperty().get();
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < frames.steps().size(); i++) {
      long step = frames.steps().get(i);
      Map<String, String> notes = new LinkedHashMap<>();
      notes.put("step", Long.toString(step));
      notes.put("weights", subject == null || subject.averaged() ? "averaged" : "raw");
      notes.putAll(frames.cell().notes());
      looks.add(
          new Look(
              Objects.requireNonNull(frames.pictures().get(i)),
              Messages.text(
                  "explore.look.caption",
                  frames.cell().point().toString(),
                  Messages.text("explore.look.step", Texts.count(step))),
              String.format(Locale.ROOT, "step-%d", step),
              notes));
    }
    return looks;
  }

  /** All pictures at the size of the largest; a growing generator's first ones are smaller. */
  static List<Picture> largest(Frames frames) {
    List<Picture> pictures =
        frames.pictures().stream().map(each -> Objects.requireNonNull(each)).toList();
    int size = pictures.stream().mapToInt(Picture::width).max().orElse(1);
    return pictures.stream().map(each -> enlarged(each, size / each.width())).toList();
  }

  private static Picture enlarged(Picture picture, int times) {
    if (times == 1) {
      return picture;
    }
    int width = picture.width() * times;
    int height = picture.height() * times;
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = picture.argb()[i / width / times * picture.width() + i % width / times];
    }
    return new Picture(width, height, argb);
  }
}
