package studio.saddlepoint.app.evaluate.curve;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.evaluate.parts.Exports;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.metrics.record.CurveRecord;
import studio.saddlepoint.metrics.record.MetricCurveKind;

/** A curve that is measured at the press of a button. */
final class CurveCard extends CurvePanel {
  private final MetricCurveKind kind;
  private final CurvesModel model;

  /**
   * A card.
   *
   * @param measure measures it; is given the button that was pressed
   * @param exports saves the points
   */
  CurveCard(MetricCurveKind kind, CurvesModel model, Consumer<Button> measure, Exports exports) {
    super(
        kind.title(),
        Messages.text("curve." + kind.key() + ".tip"),
        List.of(save(kind, model, exports), measure(kind, model, measure)));
    this.kind = kind;
    this.model = model;
    model.curveProperty(kind).addListener((p, old, now) -> show());
    show();
  }

  private static Button measure(MetricCurveKind kind, CurvesModel model, Consumer<Button> measure) {
    Button button = Buttons.labelled(Feather.PLAY, "curve.draw", () -> {});
    button.setOnAction(event -> measure.accept(button));
    button.setId("curve-draw-" + kind.key());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.disableProperty().bind(model.runningProperty().isNotNull());
    return button;
  }

  private static Button save(MetricCurveKind kind, CurvesModel model, Exports exports) {
    Button save =
        Buttons.icon(
            Feather.DOWNLOAD,
            "curve.save",
            () -> {
              CurveRecord kept = model.curveProperty(kind).get();
              if (kept != null) {
                exports.save(kind, kept);
              }
            });
    save.setId("curve-save-" + kind.key());
    save.visibleProperty().bind(model.curveProperty(kind).isNotNull());
    save.managedProperty().bind(save.visibleProperty());
    return save;
  }

  private void show() {
    CurveRecord kept = model.curveProperty(kind).get();
    if (kept == null) {
      showNothing(Messages.text("curve." + kind.key() + ".text"));
    } else {
      show(
          Plots.of(kind, kept.curve()),
          kind.title(),
          kept.description(),
          Warning.texts(kept.curve().warnings()));
    }
  }
}
