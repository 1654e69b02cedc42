package studio.saddlepoint.app.start;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.ParameterNames;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.train.plan.PlanAdvice;
import studio.saddlepoint.train.plan.TrainingPlan;

/** The recipe that comes first: why, what to expect of it, cautions, and the press that trains. */
final class PlanCard extends HBox {
  private static final double PICTURE_WIDTH = 240;
  private static final double PICTURE_HEIGHT = 144;

  private final PlanModel model;
  private final TrainingPlan plan;

  PlanCard(StudioModel studio, Thumbnails thumbnails, PlanModel model, TrainingPlan plan) {
    this.model = model;
    this.plan = plan;
    getStyleClass().addAll("card", "plan-card");
    Recipe recipe = plan.recipe();
    PictureView picture = new PictureView();
    picture.getStyleClass().add("plan-picture");
    picture.setMinSize(PICTURE_WIDTH, PICTURE_HEIGHT);
    picture.setMaxSize(PICTURE_WIDTH, PICTURE_HEIGHT);
    thumbnails.recipe(recipe, picture::show);
    Label badge =
        new Label(Messages.text("plan.badge." + model.time().id()), new FontIcon(Feather.AWARD));
    badge.setId("plan-badge");
    badge.getStyleClass().add("plan-badge");
    Label title = wrapped(Escapes.name(recipe.title()));
    title.setId("plan-recipe");
    title.getStyleClass().add(Styles.TITLE_4);
    Label why = wrapped(plan.first().why());
    why.setId("plan-why");
    VBox words = new VBox(badge, title, why);
    words.getStyleClass().add("plan-words");
    Label facts = wrapped(facts(recipe));
    facts.setId("plan-facts");
    facts.getStyleClass().add("facts");
    words.getChildren().add(facts);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    String speed =
        plan.expectation()
            .orElseGet(() -> Messages.text(model.canMeasure() ? "plan.unmeasured" : "plan.busy"));
    words
        .getChildren()
        .addAll(
            about(Feather.CLOCK, "plan-expectation", speed, "facts"),
            about(Feather.BAR_CHART_2, "plan-outlook", plan.outlook().text(), "facts"));
    if (!recipe.expect().isBlank()) {
      words
          .getChildren()
          .add(
              about(
                  Feather.EYE,
                  "plan-looks",
                  Messages.text("plan.looks", Escapes.name(recipe.expect())),
                  "facts"));
    }
    plan.advice().forEach(each -> words.getChildren().add(caution(each)));
    words.getChildren().add(buttons());
    getChildren().addAll(picture, words);
  }

  /** The recipe's name, and what is set other than in it. */
  private String facts(Recipe recipe) {
    String size =
        Messages.text("plan.facts", plan.first().candidate().recipe(), recipe.data().size());
    String set =
        plan.settings().entrySet().stream()
            .filter(each -> !each.getKey().equals("data.size"))
            .map(PlanCard::words)
            .collect(Collectors.joining("  ·  "));
    return set.isEmpty() ? size : size + "  ·  " + set;
  }

  private Node buttons() {
    Button train = Buttons.labelled(Feather.PLAY, "plan.train", model::train);
    train.setId("plan-train");
    train.getStyleClass().add(Styles.ACCENT);
    train.setText(Messages.text("plan.train." + model.time().id()));
    train.setDisable(plan.budget().isEmpty() && !model.canMeasure());
    plan.budget()
        .ifPresent(
            each ->
                Buttons.explain(
                    train, Messages.text("plan.train.steps", Texts.count(each.steps()))));
    Button adjust = Buttons.labelled(Feather.SLIDERS, "start.adjust", model::adjust);
    adjust.setId("plan-adjust");
    adjust.getStyleClass().add(Styles.FLAT);
    Button measure =
        Buttons.labelled(
            Feather.ACTIVITY,
            plan.budget().isPresent() ? "plan.again" : "plan.measure",
            model::measure);
    measure.setId("plan-measure");
    measure.getStyleClass().add(Styles.FLAT);
    measure.setDisable(!model.canMeasure());
    List<Node> all = new ArrayList<>(List.of(train, adjust, measure));
    if (model.changed()) {
      Button back = Buttons.labelled(Feather.ROTATE_CCW, "plan.back", model::takeBack);
      back.setId("plan-back");
      back.getStyleClass().add(Styles.FLAT);
      all.add(back);
    }
    FlowPane buttons = new FlowPane(8, 8);
    buttons.getChildren().setAll(all);
    buttons.getStyleClass().add("recipe-buttons");
    return buttons;
  }

  private Node caution(PlanAdvice advice) {
    HBox line =
        about(
            Feather.ALERT_TRIANGLE,
            "plan-caution-" + advice.topic().id(),
            ParameterNames.put(advice.text()),
            "plan-caution-text");
    line.getStyleClass().add("plan-caution");
    if (!advice.remedy().isEmpty()) {
      String sets =
          advice.remedy().entrySet().stream()
              .map(PlanCard::words)
              .collect(Collectors.joining(", "));
      Button take = Buttons.labelled(Feather.CHECK, "plan.take", () -> model.take(advice));
      take.setId("plan-take-" + advice.topic().id());
      take.setMinWidth(USE_PREF_SIZE);
      Buttons.explain(take, Messages.text("plan.take.sets", sets));
      take.setAccessibleText(Messages.text("plan.take.sets", sets));
      line.getChildren().add(take);
    }
    return line;
  }

  private static String words(Map.Entry<String, String> setting) {
    return ParameterNames.of(HyperParameters.of(setting.getKey()))
        + ": "
        + ParameterNames.value(setting.getKey(), setting.getValue());
  }

  /** A text beside its icon, which stays at the first line. */
  private static HBox about(Feather icon, String id, String text, String style) {
    Label label = wrapped(text);
    label.setId(id);
    label.getStyleClass().add(style);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox line = new HBox(new FontIcon(icon), label);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().add("recipe-about");
    return line;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMinWidth(0);
    return label;
  }
}
