package studio.saddlepoint.app.fx;

import javafx.scene.layout.Region;

/** A share between 0 and 1 on a line, with its interval, and a tick where chance would be. */
public final class IntervalBar extends Region {
  private static final double HEIGHT = 14;
  private static final double LINE = 4;
  private static final double RANGE = 8;
  private static final double POINT = 4;

  private final double low;
  private final double value;
  private final double high;
  private final double tick;
  private final Region line = part("interval-line");
  private final Region range = part("interval-range");
  private final Region mark = part("interval-tick");
  private final Region point = part("interval-point");

  /**
   * A bar.
   *
   * @param low the interval's lower end
   * @param value the value itself
   * @param high the interval's upper end
   * @param tick where to put a tick; NaN for none
   */
  public IntervalBar(double low, double value, double high, double tick) {
    this.low = low;
    this.value = value;
    this.high = high;
    this.tick = tick;
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMouseTransparent(true);
    getChildren().addAll(line, range, mark, point);
    mark.setVisible(!Double.isNaN(tick));
  }

  private static Region part(String style) {
    Region part = new Region();
    part.getStyleClass().add(style);
    part.setManaged(false);
    return part;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - POINT;
    double middle = getHeight() / 2;
    line.resizeRelocate(POINT / 2, middle - LINE / 2, width, LINE);
    range.resizeRelocate(
        POINT / 2 + low * width, middle - RANGE / 2, Math.max(LINE, (high - low) * width), RANGE);
    if (mark.isVisible()) {
      mark.resizeRelocate(POINT / 2 + tick * width - 1, 0, 2, getHeight());
    }
    point.resizeRelocate(value * width, 0, POINT, getHeight());
  }
}
