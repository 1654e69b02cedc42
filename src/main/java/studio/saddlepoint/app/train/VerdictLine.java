package studio.saddlepoint.app.train;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.VerdictLabel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.train.diagnosis.Verdict;

/**
 * How the training goes, above its charts, in as many lines as that takes: a sentence that ends in
 * dots would leave out the numbers. A click leads to what was found.
 */
final class VerdictLine extends Button {
  private static final double PADDING = 16;

  private final VerdictLabel verdict = new VerdictLabel();
  private final Tooltip whole = Buttons.tooltip(Messages.text("verdict.tip"));

  /**
   * A line that is not there before it says something.
   *
   * @param findings shows what was found
   */
  VerdictLine(Runnable findings) {
    setId("verdict");
    getStyleClass().addAll(Styles.FLAT, "verdict-line");
    setGraphic(new Wrapped(verdict));
    ((Wrapped) getGraphic()).prefWidthProperty().bind(widthProperty().subtract(PADDING));
    setMinWidth(0);
    setMinHeight(USE_PREF_SIZE);
    setMaxWidth(Double.MAX_VALUE);
    setAlignment(Pos.CENTER_LEFT);
    setOnAction(event -> findings.run());
    accessibleTextProperty().bind(verdict.textProperty());
    setTooltip(whole);
    managedProperty().bind(visibleProperty());
    visibleProperty().bind(verdict.textProperty().isNotEmpty());
  }

  /** Says it. */
  void show(Verdict now) {
    verdict.show(now);
    whole.setText(Escapes.lines(now.sentence()) + "\n\n" + Messages.text("verdict.tip"));
  }

  /** As high as its text is at its width: a button asks for the height of one line. */
  private static final class Wrapped extends StackPane {
    Wrapped(VerdictLabel verdict) {
      super(verdict);
      setAlignment(Pos.CENTER_LEFT);
      setMinWidth(0);
      verdict.setMinWidth(0);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
      return null;
    }

    @Override
    protected double computePrefHeight(double width) {
      return super.computePrefHeight(getPrefWidth() > 0 ? getPrefWidth() : width);
    }
  }
}
