package studio.saddlepoint.app.lesson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Lesson;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.app.lesson.TrainingLessonModel.Side;
import studio.saddlepoint.recipe.Recipes;

/** The lesson of a VAE beside a GAN: both trainings side by side, and what came out. */
final class TrainingLessonPage extends LessonPage {
  private static final List<String> RECIPES = List.of("dcgan-strokes", "vae-strokes");
  private static final List<Duration> BUDGETS =
      Stream.of(1, 3, 10).map(Duration::ofMinutes).toList();

  private final StudioModel studio;
  private final TrainingLessonModel model;
  private final Label found = words("");

  TrainingLessonPage(StudioModel studio) {
    this(studio, LessonTraining.real(studio.home()));
  }

  TrainingLessonPage(StudioModel studio, LessonTraining training) {
    super(studio, Lesson.VAE_BESIDE_GAN);
    this.studio = studio;
    this.model =
        new TrainingLessonModel(studio, training, RECIPES.stream().map(Recipes::load).toList());
  }

  @Override
  Node build() {
    Segments<Duration> budgets =
        new Segments<>(
            Messages.text("lesson.budget"), BUDGETS, each -> "lesson.budget." + each.toMinutes());
    budgets.valueProperty().addListener((p, old, now) -> model.budgetProperty().set(now));
    Button begin = Buttons.labelled(Feather.PLAY, "lesson.begin", model::begin);
    found.setId("lesson-found");
    found.managedProperty().bind(found.visibleProperty());
    FlowPane sides = new FlowPane(16, 16);
    for (int i = 0; i < model.recipes().size(); i++) {
      sides.getChildren().add(new TrainingLessonSide(studio, model, i));
      model.sideProperty(i).addListener(o -> tell());
    }
    model.runningProperty().addListener(o -> tell());
    VBox words = new VBox(16, found, explanation(text("why")));
    words.getStyleClass().add("lesson-words");
    sides.getChildren().add(words);
    tell();
    return framed(List.of(budgets), begin, model.runningProperty(), model.problemProperty(), sides);
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
  public void close() {
    model.cancel();
  }
}
