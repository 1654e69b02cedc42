package studio.saddlepoint.app.evaluate.curve;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.evaluate.model.EvaluateModel;
import studio.saddlepoint.app.evaluate.parts.Exports;
import studio.saddlepoint.app.evaluate.parts.Panes;
import studio.saddlepoint.app.fx.CardGrid;
import studio.saddlepoint.app.fx.ProgressBox;
import studio.saddlepoint.metrics.record.MetricCurveKind;

/** Charts: precision against recall, FID against N, and scores over the steps of the run. */
public final class CurvesView extends VBox {
  private static final double CARD = 400;

  private final CurvesModel model;
  private final Consumer<MetricCurveKind> draw;
  private final ProgressBox progress = new ProgressBox();
  private @Nullable Button pressed;

  /**
   * A view.
   *
   * @param draw measures a curve of the chosen weights
   * @param exports saves the points
   */
  public CurvesView(
      CurvesModel model, EvaluateModel scores, Consumer<MetricCurveKind> draw, Exports exports) {
    this.model = model;
    this.draw = draw;
    getStyleClass().add("evaluate-results");
    Label problem = Panes.problem(model.problemProperty());
    CardGrid cards = new CardGrid(CARD, 8);
    for (MetricCurveKind kind : MetricCurveKind.values()) {
      cards.getChildren().add(new CurveCard(kind, model, button -> measure(kind, button), exports));
    }
    getChildren().addAll(problem, progress, cards, new StepsCard(scores));
    model.runningProperty().addListener((p, old, now) -> progress.show(now, pressed));
    progress.show(model.runningProperty().get(), pressed);
  }

  private void measure(MetricCurveKind kind, Button button) {
    pressed = button;
    draw.accept(kind);
  }
}
