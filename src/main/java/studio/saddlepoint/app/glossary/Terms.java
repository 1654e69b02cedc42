package studio.saddlepoint.app.glossary;

import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Clicks;
import studio.saddlepoint.app.fx.TermEvent;

/** Labels that name a term of the glossary and lead to its entry. */
public final class Terms {
  private static final String STYLE = "term";

  private Terms() {}

  /**
   * Makes a click on a label open the glossary at what explains a part of the window; does nothing
   * where nothing does.
   *
   * @param label what names the part
   * @param subject such as {@code chart:loss}, {@code measure:fid} or {@code field:method.loss}
   */
  public static void explain(Label label, String subject) {
    Glossary.embedded().explaining(subject).ifPresent(entry -> link(label, entry.id()));
  }

  /**
   * Makes a click on a label open the glossary.
   *
   * @param label what names the term; its tooltip, if any, then says that a click explains it
   * @param term the id of the glossary's entry
   */
  public static void link(Label label, String term) {
    if (!label.getStyleClass().contains(STYLE)) {
      label.getStyleClass().add(STYLE);
    }
    label.setCursor(Cursor.HAND);
    Clicks.on(label, event -> label.fireEvent(new TermEvent(term)));
    Tooltip tooltip = label.getTooltip();
    String more = Messages.text("glossary.more");
    if (tooltip == null) {
      Buttons.explain(label, more);
    } else if (!tooltip.getText().endsWith(more)) {
      tooltip.setText(tooltip.getText() + "\n\n" + more);
    }
  }
}
