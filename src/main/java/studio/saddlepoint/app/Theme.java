package studio.saddlepoint.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;

/** The colours of the window. */
public enum Theme {
  /** Dark text on light ground. */
  LIGHT(new PrimerLight().getUserAgentStylesheet()),
  /** Light text on dark ground. */
  DARK(new PrimerDark().getUserAgentStylesheet());

  private final String styleSheet;

  Theme(String styleSheet) {
    this.styleSheet = styleSheet;
  }

  /** The base style sheet, for {@code Application.setUserAgentStylesheet}. */
  public String styleSheet() {
    return styleSheet;
  }

  /** The style class of the window's root under this theme. */
  public String styleClass() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The other one. */
  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }
}
