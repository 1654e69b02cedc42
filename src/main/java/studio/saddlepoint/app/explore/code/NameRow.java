package studio.saddlepoint.app.explore.code;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.core.StudioException;

/** Asks for a name in its place: Enter takes it, Escape does not. */
final class NameRow extends VBox {
  private final TextField field = new TextField();
  private final Label wrong = new Label();
  private Consumer<String> taken = name -> {};
  private Runnable after = () -> {};

  NameRow() {
    setSpacing(4);
    field.setId("code-name");
    field.setAccessibleText(Messages.text("codes.name"));
    Buttons.explain(field, Messages.text("codes.name.tip"));
    HBox.setHgrow(field, Priority.ALWAYS);
    Button save = Buttons.icon(Feather.CHECK, "codes.name.save", this::commit);
    save.setId("code-name-save");
    Button cancel = Buttons.icon(Feather.X, "codes.name.cancel", this::close);
    cancel.setId("code-name-cancel");
    wrong.getStyleClass().addAll(Styles.DANGER, Styles.TEXT_SMALL);
    wrong.setWrapText(true);
    wrong.setMinHeight(Region.USE_PREF_SIZE);
    wrong.setId("code-name-wrong");
    wrong.managedProperty().bind(wrong.visibleProperty());
    wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
    getChildren().addAll(new HBox(4, field, save, cancel), wrong);
    field.setOnAction(event -> commit());
    field.textProperty().addListener((p, old, now) -> tell(""));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /**
   * Asks.
   *
   * @param name what stands there at first
   * @param take takes the name; throws where it cannot be one
   * @param done the keyboard goes back
   */
  void ask(String name, Consumer<String> take, Runnable done) {
    taken = take;
    after = done;
    field.setText(name);
    tell("");
    setVisible(true);
    field.requestFocus();
    field.selectAll();
  }

  private void commit() {
    try {
      taken.accept(field.getText());
      close();
    } catch (StudioException e) {
      tell(String.valueOf(e.getMessage()));
    }
  }

  void close() {
    if (isVisible()) {
      setVisible(false);
      after.run();
    }
  }

  private void tell(String message) {
    wrong.setText(message);
    field.pseudoClassStateChanged(Styles.STATE_DANGER, !message.isEmpty());
    field.setAccessibleHelp(message.isEmpty() ? null : message);
  }
}
