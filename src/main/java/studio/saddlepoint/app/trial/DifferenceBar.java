package studio.saddlepoint.app.trial;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.train.trial.PairedDifference;

/** A paired difference with its interval on a line whose tick is at no difference. */
final class DifferenceBar extends Region {
  private static final double HEIGHT = 34;
  private static final double MIDDLE = 10;
  private static final double LINE = 4;
  private static final double RANGE = 8;
  private static final double POINT = 4;

  /** Room on both sides, as a share of what is drawn. */
  private static final double MARGIN = 0.08;

  private final PairedDifference difference;
  private final Region line = part("interval-line");
  private final Region range = part("interval-range");
  private final Region tick = part("interval-tick");
  private final Region point = part("interval-point");
  private final Label zero = new Label("0");
  private final Label better = new Label(Messages.text("trial.axis.better"));
  private final Label worse = new Label(Messages.text("trial.axis.worse"));

  DifferenceBar(PairedDifference difference) {
    this.difference = difference;
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMouseTransparent(true);
    setId("trial-interval");
    getStyleClass().add("trial-interval");
    getChildren().addAll(line, range, tick, point, zero, better, worse);
    for (Label each : new Label[] {zero, better, worse}) {
      each.setManaged(false);
      each.getStyleClass().add("finding-name");
    }
  }

  private static Region part(String style) {
    Region part = new Region();
    part.getStyleClass().add(style);
    part.setManaged(false);
    return part;
  }

  @Override
  protected void layoutChildren() {
    double least = Math.min(0, difference.low());
    double most = Math.max(0, difference.high());
    double room = MARGIN * Math.max(most - least, 1e-9);
    double from = least - room;
    double scale = (getWidth() - POINT) / (most + room - from);
    double low = (difference.low() - from) * scale;
    double high = (difference.high() - from) * scale;
    double none = -from * scale;
    line.resizeRelocate(0, MIDDLE - LINE / 2, getWidth(), LINE);
    range.resizeRelocate(low, MIDDLE - RANGE / 2, Math.max(LINE, high - low), RANGE);
    tick.resizeRelocate(none - 1, 0, 2, 2 * MIDDLE);
    point.resizeRelocate((difference.mean() - from) * scale - POINT / 2, 0, POINT, 2 * MIDDLE);
    place(zero, none - zero.prefWidth(-1) / 2);
    better.setVisible(none > better.prefWidth(-1) + zero.prefWidth(-1));
    place(better, 0);
    worse.setVisible(getWidth() - none > worse.prefWidth(-1) + zero.prefWidth(-1));
    place(worse, getWidth() - worse.prefWidth(-1));
  }

  private static void place(Label label, double x) {
    label.resizeRelocate(Math.max(0, x), 2 * MIDDLE, label.prefWidth(-1), label.prefHeight(-1));
  }
}
