package studio.saddlepoint.app;

import atlantafx.base.theme.Styles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Cover;
import studio.saddlepoint.core.Escapes;

/** The log, above the status bar. */
final class LogDrawer extends VBox {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final SimpleFormatter TEXT = new SimpleFormatter();

  private final LogKeeper keeper;
  private final ListView<LogRecord> list = new ListView<>();

  LogDrawer(LogKeeper keeper, BooleanProperty shown) {
    this.keeper = keeper;
    Cover cover = new Cover(this, shown::get, () -> shown.set(false));
    getStyleClass().add("log-drawer");
    Label title = new Label(Messages.text("log.title"));
    title.getStyleClass().add(Styles.TITLE_4);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button copy = Buttons.icon(Feather.COPY, "log.copy", this::copy);
    Button hide = Buttons.icon(Feather.X, "log.close", cover::close);
    HBox head = new HBox(8, title, space, copy, hide);
    head.setAlignment(Pos.CENTER_LEFT);
    list.setPlaceholder(new Label(Messages.text("log.empty")));
    list.getStyleClass().addAll(Styles.DENSE, "log-list");
    list.setAccessibleText(Messages.text("log.title"));
    list.setCellFactory(view -> new Row());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, list);
    keeper.versionProperty().addListener(o -> refresh());
    visibleProperty().addListener(o -> refresh());
    managedProperty().bind(visibleProperty());
    visibleProperty().bind(shown);
  }

  private void refresh() {
    if (isVisible()) {
      list.getItems().setAll(keeper.records());
      list.scrollTo(list.getItems().size() - 1);
      keeper.seen();
    }
  }

  private void copy() {
    StringBuilder text = new StringBuilder();
    for (LogRecord record : keeper.records()) {
      text.append(line(record)).append('\n');
      if (record.getThrown() != null) {
        StringWriter trace = new StringWriter();
        record.getThrown().printStackTrace(new PrintWriter(trace));
        text.append(trace);
      }
    }
    ClipboardContent content = new ClipboardContent();
    content.putString(text.toString());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static String line(LogRecord record) {
    return LocalTime.ofInstant(record.getInstant(), ZoneId.systemDefault()).format(TIME)
        + "  "
        + record.getLevel().getName()
        + "  "
        + Escapes.lines(TEXT.formatMessage(record));
  }

  private static final class Row extends ListCell<LogRecord> {
    Row() {
      // Wraps at the list's width: the end of a message is what says what to do.
      setWrapText(true);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable LogRecord record, boolean empty) {
      super.updateItem(record, empty);
      boolean shown = !empty && record != null;
      setText(shown ? line(record) : "");
      boolean warns = shown && record.getLevel().intValue() >= Level.WARNING.intValue();
      getStyleClass().remove("log-warning");
      if (warns) {
        getStyleClass().add("log-warning");
      }
    }
  }
}
