package studio.saddlepoint.app.explore.direction;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.direction.Attribute;
import studio.saddlepoint.latent.direction.AttributeAscent;
import studio.saddlepoint.latent.direction.DirectionMethod;
import studio.saddlepoint.latent.direction.DirectionSearch;

/** What directions to find: the method, the class or factor, the layers, how many. */
final class DirectionForm extends VBox {
  private static final int MOST = 20;
  private static final int FIRST = 3;
  private static final long SEED = 1;

  private final DirectionsModel model;
  private final ComboBox<DirectionMethod> method = new ComboBox<>();
  private final ComboBox<Attribute> attribute = new ComboBox<>();
  private final Spinner<Integer> count = new Spinner<>(1, MOST, FIRST);
  private final TextField layers = new TextField();
  private final Label problem = new Label();

  DirectionForm(DirectionsModel model) {
    this.model = model;
    setSpacing(8);
    method.setId("directions-method");
    method.getItems().setAll(DirectionMethod.values());
    method.setConverter(words(each -> Messages.text("directions.method." + each.id())));
    method.setValue(DirectionMethod.SEFA);
    method.setAccessibleText(Messages.text("directions.method"));
    method.setMaxWidth(Double.MAX_VALUE);
    attribute.setId("directions-attribute");
    attribute.setConverter(words(Attribute::name));
    attribute.setPromptText(Messages.text("directions.attribute"));
    attribute.setAccessibleText(Messages.text("directions.attribute"));
    attribute.setMaxWidth(Double.MAX_VALUE);
    count.setId("directions-count");
    count.setPrefWidth(84);
    count.setAccessibleText(Messages.text("directions.count"));
    Buttons.explain(count, Messages.text("directions.count"));
    layers.setId("directions-layers");
    layers.setPromptText(Messages.text("directions.layers.all"));
    layers.setPrefColumnCount(5);
    layers.setAccessibleText(Messages.text("directions.layers"));
    Buttons.explain(layers, Messages.text("directions.layers.tip"));
    problem.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.DANGER);
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    Label effect = new Label();
    effect.setWrapText(true);
    effect.setMinHeight(USE_PREF_SIZE);
    effect.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    effect
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Messages.text("directions.method." + method.getValue().id() + ".tip"),
                method.valueProperty()));
    Button find = Buttons.labelled(Feather.SEARCH, "directions.find", this::find);
    find.setId("directions-find");
    find.setMinWidth(USE_PREF_SIZE);
    BooleanBinding ofAttribute =
        Bindings.createBooleanBinding(
            () -> method.getValue().ofAttribute(), method.valueProperty());
    find.disableProperty()
        .bind(
            model
                .workProperty()
                .isNotNull()
                .or(ofAttribute.and(attribute.valueProperty().isNull())));
    BooleanBinding layered =
        Bindings.createBooleanBinding(
            () ->
                model.subjectProperty().get().filter(at -> at.sizes().w().layers() > 1).isPresent(),
            model.subjectProperty());
    shown(attribute, ofAttribute);
    shown(count, ofAttribute.not());
    shown(layers, layered);
    shown(problem, problem.textProperty().isNotEmpty());
    HBox.setHgrow(attribute, Priority.ALWAYS);
    HBox row = new HBox(8, attribute, count, layers, find);
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(method, effect, row, problem);
    method
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              problem.setText("");
              if (now.ofAttribute()) {
                model.loadAttributes();
              }
            });
    model
        .attributesProperty()
        .addListener((property, old, now) -> attribute.getItems().setAll(now));
    model.subjectProperty().addListener((property, old, now) -> problem.setText(""));
  }

  private static void shown(Node node, ObservableBooleanValue when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(node.visibleProperty());
  }

  private static <T> StringConverter<T> words(Function<T, String> text) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? "" : text.apply(value);
      }

      @Override
      @SuppressWarnings("NullAway") // the choices cannot be edited
      public @Nullable T fromString(String written) {
        return null;
      }
    };
  }

  private void find() {
    try {
      model.find(search());
      problem.setText("");
    } catch (StudioException e) {
      problem.setText(String.valueOf(e.getMessage()));
    }
  }

  private DirectionSearch search() {
    DirectionMethod chosen = method.getValue();
    boolean some = layers.isVisible() && !layers.getText().isBlank();
    LayerRange range = some ? LayerRange.parse(layers.getText()) : LayerRange.ALL;
    if (some) {
      model.subjectProperty().get().ifPresent(at -> range.requireWithin(at.sizes().w().layers()));
    }
    return new DirectionSearch(
        chosen,
        chosen.ofAttribute()
            ? Optional.ofNullable(attribute.getValue()).map(Attribute::name)
            : Optional.empty(),
        Optional.empty(),
        range,
        chosen.ofAttribute() ? 1 : count.getValue(),
        OptionalInt.empty(),
        1,
        AttributeAscent.USUAL,
        SEED);
  }
}
