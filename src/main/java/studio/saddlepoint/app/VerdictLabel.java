package studio.saddlepoint.app;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.train.diagnosis.Verdict;

/** How a training goes, in a sentence with a sign before it. */
public final class VerdictLabel extends Label {
  /** A label that says nothing yet. */
  public VerdictLabel() {
    getStyleClass().add("verdict");
    setWrapText(true);
  }

  /** Says it. */
  public void show(Verdict verdict) {
    if (verdict.sentence().equals(getText())) {
      return;
    }
    setText(verdict.sentence());
    setGraphic(
        new FontIcon(
            switch (verdict.tone()) {
              case EARLY -> Feather.CLOCK;
              case WELL -> Feather.TRENDING_UP;
              case STEADY -> Feather.MINUS_CIRCLE;
              case TROUBLE -> Feather.ALERT_TRIANGLE;
            }));
    getStyleClass().removeIf(each -> each.startsWith("verdict-"));
    getStyleClass().add("verdict-" + verdict.tone().id());
  }
}
