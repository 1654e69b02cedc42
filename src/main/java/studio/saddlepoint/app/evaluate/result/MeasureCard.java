package studio.saddlepoint.app.evaluate.result;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.evaluate.parts.CardNotes;
import studio.saddlepoint.app.evaluate.parts.ScoreText;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.IntervalBar;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.metrics.distribution.Interval;
import studio.saddlepoint.metrics.metric.Metric.Direction;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.metrics.record.Measure;
import studio.saddlepoint.metrics.record.ValueText;

/** One number: its name, which way is better, how sure it is, and what it means. */
final class MeasureCard extends VBox {
  /**
   * A card.
   *
   * @param measure which number
   * @param number its value
   * @param deviation its standard deviation; NaN where it has none
   * @param interval its 95 % interval, if it was measured
   * @param notes how it was made, and what to bear in mind
   */
  MeasureCard(
      Measure measure,
      double number,
      double deviation,
      Optional<Interval> interval,
      CardNotes notes) {
    getStyleClass().addAll("card", "evaluate-card");
    String key = measure.key();
    Label name = new Label(ValueText.name(key));
    name.getStyleClass().add("muted");
    Buttons.explain(name, ScoreText.tip(measure));
    Terms.explain(name, "measure:" + key);
    boolean lower = measure.better() == Direction.LOWER;
    Label better =
        new Label(
            Messages.text(lower ? "evaluate.lower" : "evaluate.higher"),
            new FontIcon(lower ? Feather.ARROW_DOWN : Feather.ARROW_UP));
    better.getStyleClass().add("evaluate-better");
    better.setMinWidth(Region.USE_PREF_SIZE);
    Buttons.explain(better, Messages.text(lower ? "evaluate.lower.tip" : "evaluate.higher.tip"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading = new HBox(4, name, space, better);
    heading.setAlignment(Pos.CENTER_LEFT);
    Label value = new Label(ValueText.value(key, number));
    value.setId("value-" + key);
    value.getStyleClass().add("evaluate-value");
    value.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(heading, value);
    if (measure.scale() == Scale.SHARE && number >= 0 && number <= 1) {
      double low = interval.map(Interval::low).orElse(number);
      double high = interval.map(Interval::high).orElse(number);
      getChildren().add(new IntervalBar(Math.max(0, low), number, Math.min(1, high), Double.NaN));
    }
    if (!Double.isNaN(deviation)) {
      Label spread = small(Messages.text("evaluate.deviation", ValueText.value(key, deviation)));
      Buttons.explain(spread, Messages.text("evaluate.deviation.tip"));
      getChildren().add(spread);
    }
    interval.ifPresent(
        found ->
            getChildren()
                .add(
                    small(
                        Messages.text(
                            "evaluate.interval",
                            ValueText.value(key, found.low()),
                            ValueText.value(key, found.high())))));
    getChildren().add(small(notes.meaning(measure, number)));
    String made = notes.made(measure);
    if (!made.isEmpty()) {
      Label protocol = small(made);
      protocol.getStyleClass().add("evaluate-made");
      Buttons.explain(protocol, notes.quote(measure));
      getChildren().add(protocol);
    }
    notes.warnings(measure).forEach(each -> getChildren().add(warning(each.text())));
  }

  private static Label warning(String text) {
    Label label = small(Warning.brief(text));
    label.getStyleClass().add("card-warning");
    Buttons.explain(label, text);
    label.setAccessibleText(text);
    FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
    label.setGraphic(icon);
    return label;
  }

  private static Label small(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
