package studio.saddlepoint.app.lesson;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Lesson;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Page;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.ProgressBox;

/** The page of a lesson: the way back, what begins it, what it is about, and its own part. */
abstract class LessonPage implements Page {
  private final StudioModel studio;
  private final Lesson lesson;
  private @Nullable Node content;

  LessonPage(StudioModel studio, Lesson lesson) {
    this.studio = studio;
    this.lesson = lesson;
  }

  @Override
  public final String id() {
    return lesson.page();
  }

  @Override
  public final String title() {
    return Messages.text("lesson.title", lesson.title());
  }

  @Override
  public final Ikon icon() {
    return Feather.BOOK_OPEN;
  }

  @Override
  public final Node content() {
    Node made = content;
    if (made == null) {
      made = build();
      content = made;
    }
    return made;
  }

  /** Makes what the page shows, by {@link #framed}. */
  abstract Node build();

  /** One of the lesson's texts. */
  final String text(String what) {
    return lesson.text(what);
  }

  /**
   * Puts a lesson's own parts below what all lessons have.
   *
   * @param choices beside the button that begins
   * @param begin begins its work; is disabled while that goes on
   * @param running its work in progress
   * @param problem why it could not be begun, or failed; empty where it did not
   * @param own what it shows, from top to bottom
   */
  final Node framed(
      List<Node> choices,
      Button begin,
      ReadOnlyObjectProperty<? extends @Nullable RunningTask<?>> running,
      ReadOnlyStringProperty problem,
      Node... own) {
    Label title = new Label(title());
    title.getStyleClass().add(Styles.TITLE_2);
    title.setWrapText(true); // where texts are large
    title.setMinHeight(Region.USE_PREF_SIZE);
    Button back =
        Buttons.icon(Feather.ARROW_LEFT, "lesson.back", () -> studio.pageProperty().set("start"));
    back.setId("lesson-back");
    begin.setId("lesson-begin");
    begin.getStyleClass().add(Styles.ACCENT);
    begin.setMinWidth(Region.USE_PREF_SIZE);
    begin.disableProperty().bind(running.isNotNull());
    choices.forEach(each -> each.disableProperty().bind(running.isNotNull()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, back, title, space);
    head.getChildren().addAll(choices);
    head.getChildren().add(begin);
    head.setAlignment(Pos.CENTER_LEFT);
    Label wrong = words("");
    wrong.setId("lesson-problem");
    wrong.getStyleClass().add("problem-text");
    wrong.textProperty().bind(problem);
    wrong.visibleProperty().bind(problem.isNotEmpty());
    wrong.managedProperty().bind(wrong.visibleProperty());
    ProgressBox progress = new ProgressBox();
    running.addListener((p, old, now) -> progress.show(now, begin));
    VBox column = new VBox(16, head, words(text("text")), wrong, progress);
    column.getChildren().addAll(own);
    column.getStyleClass().add("lesson-page");
    ScrollPane scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("page-scroll");
    return scroll;
  }

  /** A text of several lines. */
  static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  /** A text of several lines that explains. */
  static Label explanation(String text) {
    Label label = words(text);
    label.getStyleClass().add("muted");
    return label;
  }

  @Override
  public final void shown() {
    // what goes on goes on unseen, too
  }

  @Override
  public final void hidden() {
    // what goes on goes on unseen, too
  }
}
