package studio.saddlepoint.app.train;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.English;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.recipe.parameter.Schedule;
import studio.saddlepoint.recipe.parameter.ScheduleSegment;

/** A small picture of a schedule over the whole training, with a mark where the training is. */
final class ScheduleCurve extends Pane {
  private static final double HEIGHT = 64;
  private static final double EDGE = 4;
  private static final int POINTS = 160;

  private final Polyline curve = new Polyline();
  private final Line now = new Line();
  private @Nullable Schedule shown;
  private long seen;
  private long total = 1;

  ScheduleCurve() {
    getStyleClass().add("schedule-picture");
    curve.getStyleClass().add("schedule-curve");
    now.getStyleClass().add("schedule-now");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setFocusTraversable(false);
    getChildren().addAll(now, curve);
    widthProperty().addListener(o -> draw());
  }

  /**
   * Shows a schedule.
   *
   * @param seen images seen so far
   * @param total images of the whole training
   */
  void show(HyperParameter parameter, Schedule schedule, long seen, long total) {
    Schedule inImages = schedule.ofTraining(Math.max(1, total));
    this.shown = inImages;
    this.seen = seen;
    this.total = Math.max(Math.max(1, total), inImages.images());
    setAccessibleText(
        Messages.text(
            "schedule.picture",
            parameter.label(),
            parameter.format(inImages.at(0)),
            parameter.format(inImages.at(this.total)),
            English.brief(this.total)));
    draw();
  }

  private void draw() {
    Schedule schedule = shown;
    double width = getWidth() - 2 * EDGE;
    if (schedule == null || width <= 0) {
      return;
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (ScheduleSegment each : schedule.segments()) {
      low = Math.min(low, Math.min(each.from(), each.to()));
      high = Math.max(high, Math.max(each.from(), each.to()));
    }
    double span = high > low ? high - low : 1;
    curve.getPoints().clear();
    for (int i = 0; i <= POINTS; i++) {
      double value = schedule.at((long) ((double) total * i / POINTS));
      curve.getPoints().add(EDGE + width * i / POINTS);
      curve.getPoints().add(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (value - low) / span);
    }
    double at = EDGE + width * Math.min(1, (double) seen / total);
    now.setVisible(seen > 0);
    now.setStartX(at);
    now.setEndX(at);
    now.setStartY(0);
    now.setEndY(HEIGHT);
  }
}
