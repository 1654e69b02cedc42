package studio.saddlepoint.app.runs;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.run.RunAbout;

/** Asks for a run's title and notes. */
final class AboutDialog extends Dialog<@Nullable RunAbout> {
  private static final int LONGEST_TITLE = 120;

  /** Where the keyboard is at first. */
  enum Part {
    TITLE,
    NOTES
  }

  private final TextField title = new TextField();
  private final TextArea notes = new TextArea();

  /**
   * A dialog that is not shown yet.
   *
   * @param owner the window that it belongs to
   * @param run whose words they are
   * @param part where the keyboard is at first
   */
  AboutDialog(@Nullable Window owner, RunSubject run, Part part) {
    initOwner(owner);
    setTitle(Messages.text("runs.about"));
    setHeaderText(null);
    setGraphic(null);
    title.setId("about-title");
    title.setText(run.title());
    title.setPromptText(run.recipeTitle());
    title.setPrefColumnCount(36);
    name(title, "runs.about.title");
    notes.setId("about-notes");
    notes.setText(run.about().notes());
    notes.setWrapText(true);
    notes.setPrefRowCount(8);
    notes.setPrefColumnCount(36);
    name(notes, "runs.about.notes");
    ButtonType save =
        new ButtonType(Messages.text("runs.about.save"), ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(ButtonType.CANCEL, save);
    VBox form = new VBox(6, label(title), title, label(notes), notes);
    // Without a header a dialog leaves no room around its content.
    form.setPadding(new Insets(12, 12, 0, 12));
    VBox.setVgrow(notes, Priority.ALWAYS);
    VBox.setMargin(title, new Insets(0, 0, 10, 0));
    getDialogPane().setContent(form);
    getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    setResizable(true);
    Node button = getDialogPane().lookupButton(save);
    button.setId("about-save");
    title
        .textProperty()
        .addListener(
            (p, old, now) -> {
              if (now.length() > LONGEST_TITLE) {
                title.setText(now.substring(0, LONGEST_TITLE));
              }
            });
    // In notes Enter begins a line; with Ctrl it is that of the button.
    notes.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            event.consume();
            setResult(about(run));
            hide();
          } else if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            // Notes need no tabs: it leads on, as JavaFX has it with Ctrl.
            event.consume();
            notes.fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED,
                    "",
                    "",
                    KeyCode.TAB,
                    event.isShiftDown(),
                    true,
                    false,
                    false));
          }
        });
    setOnShown(
        event -> {
          Node first = part == Part.TITLE ? title : notes;
          first.requestFocus();
          if (part == Part.TITLE) {
            title.selectAll();
          } else {
            notes.end();
          }
        });
    setResultConverter(pressed -> pressed == save ? about(run) : null);
  }

  private static void name(Control field, String key) {
    field.setAccessibleText(Messages.text(key));
    Buttons.explain(field, Messages.text(key + ".tip"));
  }

  private static Label label(Control field) {
    Label label = new Label(field.getAccessibleText());
    label.setLabelFor(field);
    return label;
  }

  /** A title that was not touched does not become the person's own. */
  private RunAbout about(RunSubject run) {
    RunAbout written = new RunAbout(title.getText(), notes.getText());
    return written.title().equals(run.title()) ? written.withTitle(run.about().title()) : written;
  }
}
