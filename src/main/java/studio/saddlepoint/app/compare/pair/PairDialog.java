package studio.saddlepoint.app.compare.pair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.ParameterNames;
import studio.saddlepoint.app.PlayerText;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.SearchedChoice;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.parameter.HyperParameter;

/** Asks for a recipe and one difference. */
final class PairDialog extends Dialog<@Nullable PairRequest> {
  private static final double WIDTH = 360;
  private static final String LOSS = "method.loss";

  private final Map<String, Recipe> recipes;
  private final Map<String, String> keys = new LinkedHashMap<>();
  private final SearchedChoice recipe = new SearchedChoice();
  private final SearchedChoice parameter = new SearchedChoice();
  private final ComboBox<String> choice = new ComboBox<>();
  private final TextField text = new TextField();
  private final TextField steps = new TextField();
  private final Label now = new Label();
  private final Label seed = new Label();
  private final Label problem = new Label();
  private final Node begin;

  /**
   * A dialog that is not shown yet.
   *
   * @param owner the window that it belongs to
   * @param recipes to choose from, by their names; the first is taken
   */
  PairDialog(@Nullable Window owner, Map<String, Recipe> recipes) {
    this.recipes = recipes;
    initOwner(owner);
    setTitle(Messages.text("compare.pair"));
    setHeaderText(Messages.text("compare.pair.header"));
    setGraphic(null);
    for (HyperParameter each : parameters()) {
      keys.put(name(each), each.key());
    }
    ButtonType train =
        new ButtonType(Messages.text("compare.pair.begin"), ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(ButtonType.CANCEL, train);
    begin = getDialogPane().lookupButton(train);
    begin.setId("pair-begin");
    getDialogPane().setContent(form());
    getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    recipe.offer(List.copyOf(recipes.keySet()));
    recipe.setValue(recipes.keySet().iterator().next());
    parameter.offer(List.copyOf(keys.keySet()));
    parameter.setValue(name(HyperParameters.of(LOSS)));
    recipe.valueProperty().addListener((p, old, chosen) -> base());
    parameter.valueProperty().addListener((p, old, chosen) -> differ());
    choice.valueProperty().addListener((p, old, chosen) -> check());
    text.textProperty().addListener((p, old, typed) -> check());
    steps.textProperty().addListener((p, old, typed) -> check());
    base();
    setResultConverter(pressed -> pressed == train ? request().orElse(null) : null);
  }

  /** What makes a difference to a training: no names, and not how it is watched. */
  private static List<HyperParameter> parameters() {
    return HyperParameters.all().stream()
        .filter(each -> !each.group().isEmpty() && !each.group().equals("diagnosis"))
        .filter(each -> !each.key().equals("training.steps"))
        .toList();
  }

  private static String name(HyperParameter parameter) {
    String player = PlayerText.ofSetting(parameter.key());
    return player.isEmpty()
        ? parameter.label()
        : Messages.text("compare.quantity", player, parameter.label());
  }

  private GridPane form() {
    choice.setId("pair-choice");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setConverter(new Words());
    text.setId("pair-value");
    steps.setId("pair-steps");
    recipe.setId("pair-recipe");
    parameter.setId("pair-parameter");
    recipe.setPrefWidth(WIDTH);
    recipe.setMaxWidth(Double.MAX_VALUE);
    parameter.setMaxWidth(Double.MAX_VALUE);
    for (Region each : List.of(recipe, parameter, choice, text, steps)) {
      each.managedProperty().bind(each.visibleProperty());
    }
    now.getStyleClass().add("muted");
    seed.getStyleClass().add("muted");
    problem.getStyleClass().add("problem-text");
    problem.setId("pair-problem");
    for (Label each : List.of(now, seed, problem)) {
      each.setWrapText(true);
      each.setMaxWidth(WIDTH);
    }
    problem.setMinHeight(40); // the dialog does not jump
    GridPane form = new GridPane();
    form.setHgap(16);
    form.setVgap(12);
    ColumnConstraints names = new ColumnConstraints();
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    form.getColumnConstraints().addAll(names, fields);
    form.addRow(0, label("recipe", recipe), recipe);
    form.addRow(1, label("parameter", parameter), parameter);
    form.addRow(2, new Label(), now);
    form.addRow(3, label("value", text), new VBox(new StackPane(choice, text)));
    form.addRow(4, label("steps", steps), steps);
    form.addRow(5, new Label(), new VBox(4, seed, problem));
    return form;
  }

  private static Label label(String name, Control of) {
    Label label = new Label(Messages.text("compare.pair." + name));
    label.setLabelFor(of);
    label.setMinWidth(Region.USE_PREF_SIZE);
    of.setAccessibleText(label.getText());
    Buttons.explain(of, Messages.text("compare.pair." + name + ".tip"));
    return label;
  }

  private Optional<Recipe> chosen() {
    return Optional.ofNullable(recipe.getValue()).map(recipes::get);
  }

  private Optional<HyperParameter> differing() {
    return Optional.ofNullable(parameter.getValue()).map(keys::get).map(HyperParameters::of);
  }

  private void base() {
    chosen()
        .ifPresent(
            each -> {
              steps.setText(Long.toString(each.training().steps()));
              seed.setText(Messages.text("compare.pair.seed", Long.toString(each.seed())));
            });
    differ();
  }

  /** Another setting: its value now, and a field of its kind. */
  private void differ() {
    if (chosen().isEmpty() || differing().isEmpty()) {
      check();
      return;
    }
    HyperParameter which = differing().get();
    String value = which.format(which.get(chosen().get()));
    now.setText(Messages.text("compare.pair.now", ParameterNames.value(which.key(), value)));
    List<String> others = new ArrayList<>(which.choices());
    others.remove(value);
    choice.setVisible(!which.choices().isEmpty());
    text.setVisible(which.choices().isEmpty());
    choice.getItems().setAll(others);
    choice.setValue(others.isEmpty() ? null : others.get(0));
    text.setText(which.choices().isEmpty() ? value : "");
    text.setPromptText(which.help());
    choice.setAccessibleText(Messages.text("compare.pair.value"));
    check();
  }

  private Optional<PairRequest> request() {
    if (chosen().isEmpty() || differing().isEmpty()) {
      return Optional.empty();
    }
    String value = choice.isVisible() ? choice.getValue() : text.getText().strip();
    return value == null
        ? Optional.empty()
        : Optional.of(
            new PairRequest(
                chosen().get(), differing().get().key(), value, steps.getText().strip()));
  }

  private void check() {
    Optional<PairRequest> request = request();
    String why =
        request.map(PairRequest::problem).orElseGet(() -> Messages.text("compare.pair.choose"));
    problem.setText(why);
    begin.setDisable(request.isEmpty() || !why.isEmpty());
  }

  private final class Words extends StringConverter<String> {
    @Override
    public String toString(@Nullable String id) {
      return id == null
          ? ""
          : differing().map(each -> ParameterNames.value(each.key(), id)).orElse(id);
    }

    @Override
    public String fromString(String words) {
      throw new UnsupportedOperationException("is chosen, not typed");
    }
  }
}
