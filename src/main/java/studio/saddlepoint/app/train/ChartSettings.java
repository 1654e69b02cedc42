package studio.saddlepoint.app.train;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The settings that all charts of the page are drawn with; they share their steps, zoom and
 * crosshair.
 */
final class ChartSettings {
  /**
   * A range of steps.
   *
   * @param from first step
   * @param to last step
   */
  record Zoom(double from, double to) {}

  private final DoubleProperty smoothing = new SimpleDoubleProperty(0.6);
  private final BooleanProperty log = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable Zoom> zoom = new SimpleObjectProperty<>();
  private final DoubleProperty lastStep = new SimpleDoubleProperty();
  private final DoubleProperty hover = new SimpleDoubleProperty(Double.NaN);

  /** Weight of the past in the drawn lines, 0 to below 1. */
  DoubleProperty smoothingProperty() {
    return smoothing;
  }

  /** Whether value axes that can be are logarithmic. */
  BooleanProperty logProperty() {
    return log;
  }

  /** The steps in view; nothing shows all. */
  ObjectProperty<@Nullable Zoom> zoomProperty() {
    return zoom;
  }

  /** The newest step of the run that is shown. */
  DoubleProperty lastStepProperty() {
    return lastStep;
  }

  /** The step under the mouse or read by the arrow keys; NaN where there is none. */
  DoubleProperty hoverProperty() {
    return hover;
  }
}
