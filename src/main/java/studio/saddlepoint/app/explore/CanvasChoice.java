package studio.saddlepoint.app.explore;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.app.fx.Buttons;

/** The choice of what the canvas shows, among what the generator has. */
final class CanvasChoice extends ComboBox<CanvasKind> {
  private final ExploreModel model;

  CanvasChoice(ExploreModel model) {
    this.model = model;
    setId("explore-view");
    setPrefWidth(132);
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText(Messages.text("explore.view"));
    setVisibleRowCount(CanvasKind.values().length);
    setConverter(new Names());
    Tooltip tip = Buttons.tooltip("");
    setTooltip(tip);
    offer(model.subjectProperty().get());
    setValue(model.canvasProperty().get());
    tip.setText(tip(getValue()));
    model.subjectProperty().addListener((p, old, now) -> offer(now));
    model
        .canvasProperty()
        .addListener(
            (p, old, now) -> {
              setValue(now);
              tip.setText(tip(now));
            });
    valueProperty()
        .addListener(
            (p, old, now) -> {
              if (now != null) {
                model.canvasProperty().set(now);
              }
            });
  }

  private void offer(@Nullable Subject subject) {
    List<CanvasKind> offered =
        Arrays.stream(CanvasKind.values()).filter(kind -> kind.offered(subject)).toList();
    if (!offered.equals(getItems())) {
      CanvasKind chosen = model.canvasProperty().get();
      getItems().setAll(offered);
      setValue(offered.contains(chosen) ? chosen : CanvasKind.PICTURE);
    }
  }

  private static String tip(CanvasKind kind) {
    return Messages.text("explore.view." + kind.id() + ".tip");
  }

  /** Kinds by their names. */
  private static final class Names extends StringConverter<CanvasKind> {
    @Override
    public String toString(@Nullable CanvasKind kind) {
      return kind == null ? "" : Messages.text("explore.view." + kind.id());
    }

    @Override
    public @Nullable CanvasKind fromString(String text) {
      return null; // not edited
    }
  }
}
