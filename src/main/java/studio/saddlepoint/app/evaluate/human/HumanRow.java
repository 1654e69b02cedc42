package studio.saddlepoint.app.evaluate.human;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.evaluate.parts.Panes;
import studio.saddlepoint.app.fx.IntervalBar;
import studio.saddlepoint.metrics.Protocol;
import studio.saddlepoint.metrics.distribution.Share;
import studio.saddlepoint.metrics.record.ValueText;
import studio.saddlepoint.run.event.ScoreCard;

/** An earlier human test: its error rate with the interval, and what was tested. */
final class HumanRow extends HBox {
  private static final double BAR = 160;

  /**
   * A row.
   *
   * @param card of a human test
   */
  HumanRow(ScoreCard card) {
    getStyleClass().addAll("card", "human-row");
    setAlignment(Pos.CENTER_LEFT);
    Share all = share(card.values());
    Label value = new Label(ValueText.value("human_error", all.rate()));
    value.getStyleClass().add("evaluate-value");
    value.setMinWidth(72);
    Label interval =
        new Label(
            Messages.text(
                "evaluate.interval",
                ValueText.value("human_error", all.low()),
                ValueText.value("human_error", all.high())));
    interval.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
    interval.setMinWidth(Region.USE_PREF_SIZE);
    IntervalBar bar = new IntervalBar(all.low(), all.rate(), all.high(), 0.5);
    bar.setMinWidth(BAR);
    VBox score = new VBox(4, bar, interval);
    score.setAlignment(Pos.CENTER_LEFT);
    Label apart =
        Panes.wrapped(
            Messages.text(
                "human.row.apart",
                percent(card, "human_error_real"),
                percent(card, "human_error_generated")));
    Label subject =
        Panes.wrapped(
            Messages.text(
                "human.row.subject",
                Texts.count(card.step()),
                card.weights().isEmpty() ? "–" : Messages.text("snapshot." + card.weights()),
                Protocol.of(card).conditions(),
                Texts.ago(card.time(), Instant.now())),
            Styles.TEXT_SMALL,
            "muted");
    VBox words = new VBox(4, apart, subject);
    words.setAlignment(Pos.CENTER_LEFT);
    Double millis = card.values().get("human_threshold_ms");
    if (millis != null) {
      words
          .getChildren()
          .add(1, Panes.wrapped(Messages.text("human.row.threshold", Math.round(millis))));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(value, score, words);
  }

  private static String percent(ScoreCard card, String key) {
    return ValueText.value(key, card.values().getOrDefault(key, Double.NaN));
  }

  /** The counts behind a kept error rate. */
  static Share share(Map<String, Double> values) {
    long of =
        Math.round(
            values.getOrDefault("human_real", 0.0) + values.getOrDefault("human_generated", 0.0));
    long wrong = Math.round(of * values.getOrDefault("human_error", 0.0));
    return new Share((int) Math.min(wrong, of), (int) of);
  }
}
