package studio.saddlepoint.app.explore.grid;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.app.keys.KeyOwners;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentPoint;

/**
 * The controls of the plane: what spans it, its third code, and what becomes of the place chosen.
 */
public final class PlanePane extends VBox {
  private enum Span {
    CODES,
    DIRECTIONS
  }

  private final ObjectProperty<PlaneState> state = new SimpleObjectProperty<>(PlaneState.first());
  private final ObjectProperty<List<PlaneAxis>> axes = new SimpleObjectProperty<>(List.of());
  private final TextField third = new TextField();
  private final Segments<Span> span =
      new Segments<>(
          Messages.text("plane.span"),
          List.of(Span.values()),
          each -> "plane.span." + each.name().toLowerCase(Locale.ROOT));
  private final ComboBox<PlaneAxis> across = axis("plane.across");
  private final ComboBox<PlaneAxis> upwards = axis("plane.upwards");
  private boolean showing;

  /**
   * The controls.
   *
   * @param resample draws another third code
   * @param takeA makes the place chosen the end A of the path
   * @param takeB makes it the end B
   */
  public PlanePane(Runnable resample, Runnable takeA, Runnable takeB) {
    getStyleClass().add("explore-mixing");
    third.setId("plane-c");
    third.setPrefColumnCount(10);
    third.setAccessibleText(Messages.text("plane.c"));
    Buttons.explain(third, Messages.text("explore.seed.tip"));
    third.setOnAction(event -> commit());
    third.focusedProperty().addListener((p, old, now) -> leave(now));
    KeyOwners.untilCommitted(third, () -> !third.getText().equals(state.get().c().toString()));
    Label name = new Label(Messages.text("plane.c"));
    name.setLabelFor(third);
    name.setMinWidth(USE_PREF_SIZE);
    Button dice = Buttons.icon(Feather.SHUFFLE, "plane.resample", resample);
    dice.setId("plane-resample");
    HBox code = new HBox(8, name, third, dice);
    code.setAlignment(Pos.CENTER_LEFT);
    HBox directions = new HBox(8, across, upwards);
    directions.setAlignment(Pos.CENTER_LEFT);
    code.visibleProperty().bind(span.valueProperty().isEqualTo(Span.CODES));
    code.managedProperty().bind(code.visibleProperty());
    directions.visibleProperty().bind(code.visibleProperty().not());
    directions.managedProperty().bind(directions.visibleProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button home = Buttons.icon(Feather.MAXIMIZE, "plane.home", () -> move(state.get().recentred()));
    home.setId("plane-home");
    HBox first = new HBox(16, span, code, directions, space, home);
    first.setAlignment(Pos.CENTER_LEFT);
    Label help = new Label(Messages.text("plane.help"));
    help.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    help.setWrapText(true);
    help.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(help, Priority.ALWAYS);
    help.setMaxWidth(Double.MAX_VALUE);
    Button asA = button("plane.take.a", takeA);
    Button asB = button("plane.take.b", takeB);
    HBox second = new HBox(8, help, asA, asB);
    second.setAlignment(Pos.CENTER_LEFT);
    VBox section = new VBox(8, first, second);
    section.getStyleClass().add("explore-section");
    getChildren().add(section);
    span.valueProperty().addListener((p, old, now) -> spanned(now));
    across.valueProperty().addListener((p, old, now) -> axesChosen());
    upwards.valueProperty().addListener((p, old, now) -> axesChosen());
    axes.addListener((p, old, now) -> offer(now));
    state.addListener((p, old, now) -> show(now));
    offer(List.of());
    show(state.get());
  }

  private static Button button(String key, Runnable action) {
    Button button = Buttons.labelled(Feather.CORNER_DOWN_LEFT, key, action);
    button.setId(key.replace('.', '-'));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static ComboBox<PlaneAxis> axis(String key) {
    ComboBox<PlaneAxis> box = new ComboBox<>();
    box.setId(key.replace('.', '-'));
    box.setPrefWidth(140);
    box.setAccessibleText(Messages.text(key));
    Buttons.explain(box, Messages.text(key));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable PlaneAxis axis) {
            return axis == null ? "" : axis.name();
          }

          @Override
          public @Nullable PlaneAxis fromString(String text) {
            return null; // not edited
          }
        });
    return box;
  }

  /** The plane. */
  public ObjectProperty<PlaneState> stateProperty() {
    return state;
  }

  /** The directions that may span it. */
  public ObjectProperty<List<PlaneAxis>> axesProperty() {
    return axes;
  }

  private void offer(List<PlaneAxis> known) {
    showing = true;
    try {
      across.getItems().setAll(known);
      upwards.getItems().setAll(known);
    } finally {
      showing = false;
    }
    span.setVisible(known.size() > 1);
    span.setManaged(known.size() > 1);
    show(state.get());
  }

  private void spanned(Span now) {
    if (showing) {
      return;
    }
    List<PlaneAxis> known = axes.get();
    move(
        state
            .get()
            .withAxes(now == Span.DIRECTIONS ? List.of(known.get(0), known.get(1)) : List.of()));
  }

  private void axesChosen() {
    PlaneAxis x = across.getValue();
    PlaneAxis y = upwards.getValue();
    if (!showing && x != null && y != null) {
      PlaneState now = state.get();
      move(new PlaneState(now.c(), List.of(x, y), now.window(), now.x(), now.y()));
    }
  }

  private void move(PlaneState next) {
    state.set(next);
  }

  private void leave(boolean focused) {
    if (!focused) {
      commit();
    }
  }

  private void commit() {
    try {
      LatentPoint typed = LatentPoint.parse(third.getText());
      mark("");
      if (!typed.equals(state.get().c())) {
        move(state.get().withC(typed));
      }
    } catch (StudioException e) {
      mark(e.getMessage());
    }
  }

  private void mark(String message) {
    third.pseudoClassStateChanged(Styles.STATE_DANGER, !message.isEmpty());
    third.getTooltip().setText(message.isEmpty() ? Messages.text("explore.seed.tip") : message);
    third.setAccessibleHelp(message.isEmpty() ? null : message);
  }

  private void show(PlaneState now) {
    showing = true;
    try {
      span.valueProperty().set(now.alongDirections() ? Span.DIRECTIONS : Span.CODES);
      if (now.alongDirections()) {
        across.setValue(now.axes().get(0));
        upwards.setValue(now.axes().get(1));
      }
      String text = now.c().toString();
      if (!third.isFocused() && !text.equals(third.getText())) {
        third.setText(text);
        mark("");
      }
    } finally {
      showing = false;
    }
  }
}
