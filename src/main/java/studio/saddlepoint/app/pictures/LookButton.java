package studio.saddlepoint.app.pictures;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;

/** A small picture that is looked at closely when it is pressed; takes no more room than it has. */
public final class LookButton extends Button {
  /**
   * A button.
   *
   * @param small what is seen of the picture
   * @param looks all pictures that belong together
   * @param index which of them it is
   */
  public LookButton(Node small, List<Look> looks, int index) {
    super(null, small);
    String caption = looks.get(index).caption();
    getStyleClass().setAll("look-button");
    setAccessibleText(Messages.text("look.name", caption));
    Buttons.explain(this, Messages.text("look.tip", caption));
    setOnAction(event -> fireEvent(new LookEvent(looks, index)));
  }
}
