package studio.saddlepoint.app.trial;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.IntervalBar;
import studio.saddlepoint.train.trial.PairedDifference;

/** A paired difference with its interval on a line whose tick is at no difference. */
final class DifferenceBar extends Region {
  private static final double BAR = 20;
  private static final double WORDS = 14;

  /** Room on both sides, as a share of what is drawn. */
  private static final double MARGIN = 0.08;

  private final double none;
  private final IntervalBar bar;
  private final Label zero = new Label("0");
  private final Label better = new Label(Messages.text("trial.axis.better"));
  private final Label worse = new Label(Messages.text("trial.axis.worse"));

  DifferenceBar(PairedDifference difference) {
    double least = Math.min(0, difference.low());
    double most = Math.max(0, difference.high());
    double room = MARGIN * Math.max(most - least, 1e-9);
    double from = least - room;
    double whole = most + room - from;
    none = -from / whole;
    bar =
        new IntervalBar(
            (difference.low() - from) / whole,
            (difference.mean() - from) / whole,
            (difference.high() - from) / whole,
            none);
    setMinHeight(BAR + WORDS);
    setPrefHeight(BAR + WORDS);
    setMouseTransparent(true);
    setId("trial-interval");
    getStyleClass().add("trial-interval");
    getChildren().addAll(bar, zero, better, worse);
    for (Label each : new Label[] {zero, better, worse}) {
      each.setManaged(false);
      each.getStyleClass().add("finding-name");
    }
  }

  @Override
  protected void layoutChildren() {
    bar.resizeRelocate(0, 0, getWidth(), BAR);
    double middle = none * getWidth();
    place(zero, middle - zero.prefWidth(-1) / 2);
    better.setVisible(middle > better.prefWidth(-1) + zero.prefWidth(-1));
    place(better, 0);
    worse.setVisible(getWidth() - middle > worse.prefWidth(-1) + zero.prefWidth(-1));
    place(worse, getWidth() - worse.prefWidth(-1));
  }

  private static void place(Label label, double x) {
    label.resizeRelocate(Math.max(0, x), BAR, label.prefWidth(-1), label.prefHeight(-1));
  }
}
