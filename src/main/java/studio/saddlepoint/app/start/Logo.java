package studio.saddlepoint.app.start;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.StrokeLineCap;

/** The studio's sign: a valley and a ridge that meet in a saddle point. */
public final class Logo extends StackPane {
  /**
   * The sign.
   *
   * @param size its height and width
   */
  public Logo(double size) {
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    double a = 0.16 * size;
    double b = 0.84 * size;
    CubicCurve ridge =
        curve(a, 0.74 * size, 0.36 * size, 0.36 * size, 0.64 * size, 0.36 * size, b, 0.74 * size);
    ridge.getStyleClass().add("logo-ridge");
    CubicCurve valley =
        curve(a, 0.22 * size, 0.36 * size, 0.62 * size, 0.64 * size, 0.62 * size, b, 0.22 * size);
    valley.getStyleClass().add("logo-valley");
    Circle point = new Circle(0.5 * size, 0.485 * size, 0.085 * size);
    point.getStyleClass().add("logo-point");
    javafx.scene.layout.Pane drawing = new javafx.scene.layout.Pane(ridge, valley, point);
    ridge.setStrokeWidth(0.075 * size);
    valley.setStrokeWidth(0.075 * size);
    getChildren().add(drawing);
  }

  private static CubicCurve curve(
      double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {
    CubicCurve curve = new CubicCurve(x0, y0, x1, y1, x2, y2, x3, y3);
    curve.setStrokeLineCap(StrokeLineCap.ROUND);
    curve.setFill(null);
    return curve;
  }
}
