package studio.saddlepoint.app.fx;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.Escapes;

/** Makes buttons that look and read alike. */
public final class Buttons {
  private Buttons() {}

  /**
   * A flat button that shows an icon only; its words are the tooltip and the accessible name.
   *
   * @param icon its picture
   * @param key of its words
   * @param action what it does
   */
  public static Button icon(Ikon icon, String key, Runnable action) {
    Button button = new Button();
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    return named(button, key, action);
  }

  /**
   * A button with an icon and words; {@code KEY.tip} is its tooltip.
   *
   * @param icon its picture
   * @param key of its words
   * @param action what it does
   */
  public static Button labelled(Ikon icon, String key, Runnable action) {
    Button button = new Button(Messages.text(key), new FontIcon(icon));
    button.setOnAction(event -> action.run());
    explain(button, Messages.text(key + ".tip"));
    return button;
  }

  /**
   * A toggle that shows an icon only.
   *
   * @param icon its picture
   * @param key of its words
   */
  public static ToggleButton toggle(Ikon icon, String key) {
    ToggleButton button = new ToggleButton();
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, "quiet-toggle");
    button.setAccessibleText(Messages.text(key));
    explain(button, Messages.text(key));
    return button;
  }

  /**
   * Gives a control a tooltip that wraps and appears soon.
   *
   * @param control what to explain
   * @param text the explanation
   */
  public static void explain(Control control, String text) {
    control.setTooltip(tooltip(text));
  }

  /**
   * A tooltip that wraps and appears soon.
   *
   * @param text the explanation
   */
  public static Tooltip tooltip(String text) {
    Tooltip tooltip = new Tooltip(Escapes.lines(text));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    tooltip.setShowDelay(Duration.millis(400));
    tooltip.setShowDuration(Duration.seconds(30));
    return tooltip;
  }

  private static <B extends ButtonBase> B named(B button, String key, Runnable action) {
    button.setAccessibleText(Messages.text(key));
    button.setOnAction(event -> action.run());
    explain(button, Messages.text(key));
    return button;
  }
}
