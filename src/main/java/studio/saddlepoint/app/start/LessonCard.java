package studio.saddlepoint.app.start;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Lesson;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;

/** The way to a lesson: what it is about, and a button that opens it. */
final class LessonCard extends VBox {
  LessonCard(StudioModel model, Lesson lesson) {
    getStyleClass().addAll("card", "start-lesson");
    Label title = wrapped(lesson.title());
    title.getStyleClass().add(Styles.TITLE_4);
    Label text = wrapped(lesson.text("card"));
    text.getStyleClass().add("muted");
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    Button open =
        Buttons.labelled(
            Feather.BOOK_OPEN, "start.lesson", () -> model.pageProperty().set(lesson.page()));
    Buttons.explain(open, lesson.text("tip"));
    open.setAccessibleText(Messages.text("start.lesson.open", lesson.title()));
    open.setId("start-lesson-" + lesson.id());
    getChildren().addAll(title, text, space, open);
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
