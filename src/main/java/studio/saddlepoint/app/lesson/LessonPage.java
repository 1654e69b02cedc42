package studio.saddlepoint.app.lesson;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Page;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.ProgressBox;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.app.lesson.LessonModel.Side;

/** A lesson: what it shows, its trainings side by side, and what came out. */
public final class LessonPage implements Page {
  private static final List<Duration> BUDGETS =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofMinutes(10));

  private final StudioModel studio;
  private final LessonModel model;
  private final Label found = LessonSide.words("");
  private @Nullable Node content;

  /**
   * The page of the lesson that there is.
   *
   * @param studio what the window works on
   */
  public LessonPage(StudioModel studio) {
    this(studio, LessonTraining.real(studio.home()));
  }

  LessonPage(StudioModel studio, LessonTraining training) {
    this.studio = studio;
    this.model = new LessonModel(studio, training, Lesson.VAE_BESIDE_GAN);
  }

  @Override
  public String id() {
    return "lesson";
  }

  @Override
  public String title() {
    return text("title");
  }

  @Override
  public Ikon icon() {
    return Feather.BOOK_OPEN;
  }

  @Override
  public Node content() {
    Node made = content;
    if (made == null) {
      made = build();
      content = made;
    }
    return made;
  }

  private String text(String what) {
    return Messages.text("lesson." + model.lesson().id() + "." + what);
  }

  private Node build() {
    Label title = new Label(title());
    title.getStyleClass().add(Styles.TITLE_2);
    Button back =
        Buttons.icon(Feather.ARROW_LEFT, "lesson.back", () -> studio.pageProperty().set("start"));
    back.setId("lesson-back");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Segments<Duration> budgets =
        new Segments<>(
            Messages.text("lesson.budget"), BUDGETS, each -> "lesson.budget." + each.toMinutes());
    budgets.valueProperty().addListener((p, old, now) -> model.budgetProperty().set(now));
    budgets.disableProperty().bind(model.runningProperty().isNotNull());
    Button begin = Buttons.labelled(Feather.PLAY, "lesson.begin", model::begin);
    begin.setId("lesson-begin");
    begin.getStyleClass().add(Styles.ACCENT);
    begin.disableProperty().bind(model.runningProperty().isNotNull());
    HBox head = new HBox(8, back, title, space, budgets, begin);
    head.setAlignment(Pos.CENTER_LEFT);
    Label problem = LessonSide.words("");
    problem.setId("lesson-problem");
    problem.getStyleClass().add("problem-text");
    problem.textProperty().bind(model.problemProperty());
    problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    ProgressBox progress = new ProgressBox();
    model.runningProperty().addListener((p, old, now) -> progress.show(now, begin));
    found.setId("lesson-found");
    found.managedProperty().bind(found.visibleProperty());
    FlowPane sides = new FlowPane(16, 16);
    for (int i = 0; i < model.recipes().size(); i++) {
      sides.getChildren().add(new LessonSide(studio, model, i));
      model.sideProperty(i).addListener(o -> tell());
    }
    model.runningProperty().addListener(o -> tell());
    Label why = LessonSide.words(text("why"));
    why.getStyleClass().add("muted");
    VBox words = new VBox(16, found, why);
    words.getStyleClass().add("lesson-words");
    sides.getChildren().add(words);
    VBox column = new VBox(16, head, LessonSide.words(text("text")), problem, progress, sides);
    column.getStyleClass().add("lesson-page");
    tell();
    ScrollPane scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("page-scroll");
    return scroll;
  }

  /** Says what the numbers say, once there are all. */
  private void tell() {
    boolean all = model.runningProperty().get() == null && model.finished();
    found.setVisible(all);
    if (!all) {
      return;
    }
    Side gan = side(0);
    Side vae = side(1);
    List<String> sentences = new ArrayList<>();
    sentences.add(compared("precision", gan, vae));
    sentences.add(compared("recall", gan, vae));
    sentences.add(Messages.text("lesson.how", gan.how()));
    found.setText(String.join(" ", sentences));
  }

  private Side side(int place) {
    Side side = model.sideProperty(place).get();
    if (side == null) {
      throw new IllegalStateException("not measured");
    }
    return side;
  }

  /** As it came out, which need not be as the lesson expects. */
  private static String compared(String measure, Side gan, Side vae) {
    double first = gan.values().getOrDefault(measure, Double.NaN);
    double second = vae.values().getOrDefault(measure, Double.NaN);
    String which = Math.abs(first - second) < 0.02 ? "even" : first > second ? "gan" : "vae";
    return Messages.text(
        "lesson.found." + measure + "." + which,
        String.format(Locale.ENGLISH, "%.2f", first),
        String.format(Locale.ENGLISH, "%.2f", second));
  }

  @Override
  public void shown() {
    // what goes on goes on unseen, too
  }

  @Override
  public void hidden() {
    // what goes on goes on unseen, too
  }

  @Override
  public void close() {
    model.cancel();
  }
}
