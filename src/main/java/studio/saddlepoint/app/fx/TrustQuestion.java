package studio.saddlepoint.app.fx;

import java.nio.file.Path;
import java.util.function.Predicate;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import studio.saddlepoint.app.Messages;

/** Asks whether a TorchScript file, which is code, may be run. */
public final class TrustQuestion implements Predicate<Path> {
  @Override
  public boolean test(Path file) {
    ButtonType open = new ButtonType(Messages.text("trust.open"), ButtonBar.ButtonData.OK_DONE);
    Alert alert =
        new Alert(
            Alert.AlertType.WARNING, Messages.text("trust.text", file), ButtonType.CANCEL, open);
    alert.setTitle(Messages.text("trust.title"));
    alert.setHeaderText(Messages.text("trust.title"));
    alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    // Code of others runs by a decision, not by a habit of pressing Enter.
    if (alert.getDialogPane().lookupButton(open) instanceof Button run) {
      run.setDefaultButton(false);
    }
    if (alert.getDialogPane().lookupButton(ButtonType.CANCEL) instanceof Button cancel) {
      cancel.setDefaultButton(true);
    }
    Window.getWindows().stream().filter(Window::isFocused).findFirst().ifPresent(alert::initOwner);
    return alert.showAndWait().filter(open::equals).isPresent();
  }
}
