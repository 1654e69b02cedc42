package studio.saddlepoint.app.explore.code;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
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
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Space;

/**
 * The numbers of the code where the explorer stands, as bars that can be changed. Whoever shows
 * them sets {@link #currentProperty} at once and {@link #numbersProperty} when they are worked out,
 * in the space that {@link #spaceProperty} asks for; numbers of another code are passed over.
 */
public final class CodeBars extends VBox {
  private static final int ALL = -1;

  /** Nearly all numbers that are drawn in z are within. */
  private static final double USUAL_Z = 3;

  private final Consumer<LatentPoint> take;
  private final ObjectProperty<@Nullable LatentPoint> current = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable CodeNumbers> numbers = new SimpleObjectProperty<>();
  private final BarsCanvas bars = new BarsCanvas(this::change);
  private final Segments<Space> space =
      new Segments<>(
          Messages.text("codes.space"),
          List.of(Space.Z, Space.W),
          each -> "codes.space." + each.id());
  private final ComboBox<Integer> layer = new ComboBox<>();
  private final Label words = new Label();
  private final Button reset = Buttons.icon(Feather.ROTATE_CCW, "codes.reset", this::reset);
  private final Button copy = Buttons.icon(Feather.COPY, "codes.copy", this::copy);
  private final Button paste = Buttons.icon(Feather.CLIPBOARD, "codes.paste", this::paste);
  private @Nullable CodeNumbers shown;

  /** The code before the first change of its numbers. */
  private @Nullable LatentPoint origin;

  /** The code that the last change made. */
  private @Nullable LatentPoint edited;

  /**
   * Bars of no code.
   *
   * @param take stands at another code, at once, unless that cannot be
   */
  public CodeBars(Consumer<LatentPoint> take) {
    this.take = take;
    setSpacing(8);
    getStyleClass().add("code-bars-tool");
    bars.setId("code-bars");
    reset.setId("code-reset");
    copy.setId("code-copy");
    paste.setId("code-paste");
    words.setId("code-words");
    words.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    Label title = new Label(Messages.text("codes.numbers"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setMinWidth(USE_PREF_SIZE);
    title.setTooltip(Buttons.tooltip(Messages.text("codes.numbers.tip")));
    Region space1 = new Region();
    HBox.setHgrow(space1, Priority.ALWAYS);
    HBox heading = new HBox(title, space1, reset, copy, paste);
    heading.setAlignment(Pos.CENTER_LEFT);
    HBox choices = new HBox(8, space, layer());
    choices.setAlignment(Pos.CENTER_LEFT);
    choices.visibleProperty().bind(space.visibleProperty());
    choices.managedProperty().bind(choices.visibleProperty());
    space.setVisible(false);
    getChildren().addAll(heading, choices, bars, words);
    current.addListener((p, old, now) -> moved(now));
    numbers.addListener((p, old, now) -> arrived(now));
    bars.pointedProperty().addListener((p, old, now) -> tell());
    enable();
  }

  private ComboBox<Integer> layer() {
    layer.setId("code-layer");
    layer.setAccessibleText(Messages.text("codes.layer"));
    Buttons.explain(layer, Messages.text("codes.layer.tip"));
    layer.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Integer each) {
            return each == null || each < 0
                ? Messages.text("codes.layer.all")
                : Messages.text("codes.layer.one", each);
          }

          @Override
          public Integer fromString(String text) {
            return ALL;
          }
        });
    layer.getItems().add(ALL);
    layer.setValue(ALL);
    layer.managedProperty().bind(layer.visibleProperty());
    layer.setVisible(false);
    layer.valueProperty().addListener((p, old, now) -> draw());
    return layer;
  }

  /** The code where the explorer stands; nothing without a generator. */
  public ObjectProperty<@Nullable LatentPoint> currentProperty() {
    return current;
  }

  /** Its numbers, once they are known. */
  public ObjectProperty<@Nullable CodeNumbers> numbersProperty() {
    return numbers;
  }

  /** The space that numbers are wanted in. */
  public ObjectProperty<Space> spaceProperty() {
    return space.valueProperty();
  }

  private void moved(@Nullable LatentPoint now) {
    if (!Objects.equals(now, edited)) {
      origin = null;
      edited = null;
    }
    arrived(numbers.get());
    enable();
  }

  private void arrived(@Nullable CodeNumbers now) {
    if (now == null || !now.of().equals(current.get())) {
      if (current.get() == null) {
        shown = null;
        draw();
      }
      return;
    }
    show(now);
  }

  private void show(CodeNumbers now) {
    shown = now;
    space.setVisible(now.mapped());
    space.offer(Space.Z, !now.of().inW());
    offerLayers(now.layers());
    draw();
    enable();
  }

  private void offerLayers(int count) {
    boolean several = count > 1;
    if (several && layer.getItems().size() != count + 1) {
      layer.getItems().setAll(IntStream.range(ALL, count).boxed().toList());
      layer.setValue(ALL);
    }
    layer.setVisible(several);
  }

  private int chosenLayer() {
    Integer chosen = layer.getValue();
    return chosen == null || !layer.isVisible() ? ALL : chosen;
  }

  private void draw() {
    CodeNumbers now = shown;
    if (now == null) {
      bars.show(new float[0], 1);
    } else {
      bars.show(now.layer(chosenLayer()), now.space() == Space.Z ? USUAL_Z : 0);
    }
    tell();
  }

  private void change(int index, float value) {
    CodeNumbers now = shown;
    LatentPoint before = current.get();
    if (now == null || before == null || !now.of().equals(before)) {
      draw(); // the numbers of where the explorer stands are not here yet
      return;
    }
    CodeNumbers next = now.with(chosenLayer(), index, value);
    LatentPoint first = origin == null ? before : origin;
    shown = next;
    edited = next.of();
    origin = first;
    take.accept(next.of());
    if (next.of().equals(current.get())) {
      enable();
      tell();
    } else {
      origin = null;
      edited = null;
      show(now);
      tell(Messages.text("codes.locked"), true);
    }
  }

  private void reset() {
    LatentPoint first = origin;
    if (first != null) {
      take.accept(first);
    }
  }

  private void copy() {
    LatentPoint now = current.get();
    if (now != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(now.toString());
      Clipboard.getSystemClipboard().setContent(content);
      tell(Messages.text("codes.copied"), false);
    }
  }

  private void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    CodeNumbers now = shown;
    if (now == null) {
      return;
    }
    if (text == null || text.isBlank()) {
      tell(Messages.text("codes.paste.empty"), true);
      return;
    }
    try {
      LatentPoint point = LatentPoint.parse(text);
      if (!point.fits(now.sizes())) {
        tell(Messages.text("codes.paste.other"), true);
        return;
      }
      take.accept(point);
      if (!point.equals(current.get())) {
        tell(Messages.text("codes.locked"), true);
      }
    } catch (StudioException e) {
      tell(String.valueOf(e.getMessage()), true);
    }
  }

  private void enable() {
    reset.setDisable(origin == null);
    copy.setDisable(current.get() == null);
    paste.setDisable(shown == null);
    bars.setDisable(shown == null);
  }

  /** Tells of the bar that is pointed at, else of all. */
  private void tell() {
    CodeNumbers now = shown;
    int at = bars.pointedProperty().get();
    if (now == null) {
      tell("", false);
    } else if (at >= 0 && at < now.size()) {
      String value = English.of("%.3f", bars.value(at));
      tell(Messages.text("codes.number", at, value), false);
      bars.setAccessibleText(words.getText());
    } else {
      double square = 0;
      for (float each : now.layer(chosenLayer())) {
        square += each * each;
      }
      String key = "codes.summary." + now.space().id();
      tell(Messages.text(key, now.size(), English.value(Math.sqrt(square))), false);
      bars.setAccessibleText(words.getText());
    }
  }

  private void tell(String text, boolean wrong) {
    words.setText(text);
    words.getStyleClass().remove(Styles.DANGER);
    if (wrong) {
      words.getStyleClass().add(Styles.DANGER);
    }
  }
}
