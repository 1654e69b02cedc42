package studio.saddlepoint.app.lesson;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Lesson;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.TaskBody;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.lesson.OnePictureAClass;

/** The lesson of the inception score that one picture a class is enough for. */
final class OnePictureAClassPage extends LessonPage {
  private static final int COUNT = 2_048;
  private static final int SHOWN = 100;
  private static final int COLUMNS = 10;

  /** Ten pictures of 28 pixels: each pixel is one of the window's. */
  private static final double SHEET = 280;

  /**
   * What is shown.
   *
   * @param measured the numbers
   * @param real some of the real pictures
   * @param repeated some of the generator's
   */
  record Shown(OnePictureAClass measured, Picture real, Picture repeated) {
    static Shown of(OnePictureAClass measured) {
      return new Shown(measured, sheet(measured.real()), sheet(measured.repeated()));
    }

    private static Picture sheet(ImageSource images) {
      List<Picture> some = IntStream.range(0, SHOWN).mapToObj(images::picture).toList();
      return PictureConversion.grid(some, COLUMNS, 0, 0xff000000);
    }
  }

  private final ScoreLessonModel<Shown> model;
  private final LessonSheet real = new LessonSheet(text("real"), SHEET);
  private final LessonSheet repeated = new LessonSheet(text("repeated"), SHEET);
  private final VerdictTable table = new VerdictTable();

  OnePictureAClassPage(StudioModel studio) {
    this(studio, progress -> measure(studio, progress));
  }

  OnePictureAClassPage(StudioModel studio, TaskBody<Shown> measuring) {
    super(studio, Lesson.ONE_PICTURE_A_CLASS);
    this.model = new ScoreLessonModel<>(studio, measuring);
  }

  private static Shown measure(StudioModel studio, Progress progress) {
    return Shown.of(OnePictureAClass.measure(studio.home().caches(), COUNT, progress));
  }

  @Override
  Node build() {
    VBox words = new VBox(explanation(text("why")));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox pictures = new HBox(16, real, repeated, words);
    Button begin = Buttons.labelled(Feather.PLAY, "lesson.measure", model::begin);
    model.outcomeProperty().addListener((p, old, now) -> show(now));
    show(model.outcomeProperty().get());
    return framed(
        List.of(), begin, model.runningProperty(), model.problemProperty(), pictures, table);
  }

  private void show(@Nullable Shown now) {
    real.show(now == null ? null : now.real());
    repeated.show(now == null ? null : now.repeated());
    table.show(now == null ? null : now.measured());
  }

  @Override
  public void close() {
    model.cancel();
  }
}
