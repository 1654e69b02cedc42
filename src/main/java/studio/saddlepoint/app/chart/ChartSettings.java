package studio.saddlepoint.app.chart;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/**
 * The settings that all charts of the page are drawn with; they share their steps, zoom and
 * crosshair.
 */
public final class ChartSettings {
  /**
   * A range of steps.
   *
   * @param from first step
   * @param to last step
   */
  public record Zoom(double from, double to) {}

  private final DoubleProperty smoothing = new SimpleDoubleProperty(0.6);
  private final BooleanProperty log = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable Zoom> zoom = new SimpleObjectProperty<>();
  private final ObjectProperty<XScale> scale = new SimpleObjectProperty<>(XScale.STEPS);
  private final ObservableSet<String> hidden = FXCollections.observableSet();
  private final DoubleProperty lastStep = new SimpleDoubleProperty();
  private final DoubleProperty hover = new SimpleDoubleProperty(Double.NaN);

  /** Weight of the past in the drawn lines, 0 to below 1. */
  public DoubleProperty smoothingProperty() {
    return smoothing;
  }

  /** Whether value axes that can be are logarithmic. */
  public BooleanProperty logProperty() {
    return log;
  }

  /** Where steps lie. */
  public ObjectProperty<XScale> scaleProperty() {
    return scale;
  }

  /** Keys of the quantities that a person does not want to see. */
  public ObservableSet<String> hidden() {
    return hidden;
  }

  /** Shows a quantity that is hidden, or hides it. */
  public void toggle(String key) {
    if (!hidden.remove(key)) {
      hidden.add(key);
    }
  }

  /** The steps in view; nothing shows all. */
  public ObjectProperty<@Nullable Zoom> zoomProperty() {
    return zoom;
  }

  /** The newest step of the run that is shown. */
  public DoubleProperty lastStepProperty() {
    return lastStep;
  }

  /** The step under the mouse or read by the arrow keys; NaN where there is none. */
  public DoubleProperty hoverProperty() {
    return hover;
  }
}
