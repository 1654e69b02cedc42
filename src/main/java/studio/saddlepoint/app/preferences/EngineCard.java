package studio.saddlepoint.app.preferences;

import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Cover;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.ProgramVersion;
import studio.saddlepoint.torch.EngineReport;

/**
 * What computes here, over the page: engine, device, threads, folder, the check of convolutions,
 * and why there is no GPU. Made anew each time it is shown.
 */
public final class EngineCard extends VBox {
  private static final double WIDTH = 640;
  private static final double HIGHEST = 600;

  private final StudioModel studio;
  private final Supplier<EngineReport> report;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final Cover cover = new Cover(this, shown::get, () -> shown.set(false));
  private final GridPane lines = new GridPane();
  private final ScrollPane scroll = new ScrollPane();
  private final Button copy;
  private String text = "";

  /**
   * A card that is not shown yet.
   *
   * @param studio whose engine it is
   */
  public EngineCard(StudioModel studio) {
    this(studio, EngineReport::here);
  }

  /**
   * A card on another computer.
   *
   * @param report what is told; asked in the background
   */
  EngineCard(StudioModel studio, Supplier<EngineReport> report) {
    this.studio = studio;
    this.report = report;
    setId("engine-card");
    getStyleClass().add("preferences");
    setPrefWidth(WIDTH);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setMargin(this, new Insets(16));
    Label title = new Label(Messages.text("engine.title"));
    title.getStyleClass().add("card-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    copy = Buttons.labelled(Feather.COPY, "engine.copy", this::copy);
    copy.setId("engine-copy");
    Button close = Buttons.icon(Feather.X, "engine.close", cover::close);
    close.setId("engine-close");
    HBox head = new HBox(8, title, space, copy, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("card-head");
    lines.getStyleClass().add("engine-lines");
    scroll.setContent(lines);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("form-scroll");
    getChildren().addAll(head, scroll);
    visibleProperty().bind(shown);
    managedProperty().bind(shown);
    studio.pageProperty().addListener(o -> shown.set(false));
  }

  /** Shows it, or hides it where it is shown. */
  public void toggle() {
    if (shown.get()) {
      cover.close();
      return;
    }
    lines.getChildren().clear();
    text = "";
    copy.setDisable(true);
    line(0, Messages.text("engine.program"), ProgramVersion.words());
    line(1, "", Messages.text("engine.asking"));
    shown.set(true);
    fit();
    studio
        .tasks()
        .run(Messages.text("engine.asking"), progress -> report.get())
        .onDone(this::tell)
        .onFailed(e -> say(Problems.describe(e)));
  }

  private void tell(EngineReport told) {
    lines.getChildren().clear();
    int row = 0;
    line(row++, Messages.text("engine.program"), ProgramVersion.words());
    for (var each : told.lines().entrySet()) {
      line(row++, each.getKey(), each.getValue());
    }
    fit();
    text =
        Messages.text("engine.program")
            + " "
            + ProgramVersion.words()
            + System.lineSeparator()
            + told.text();
    copy.setDisable(false);
  }

  private void say(String problem) {
    lines.getChildren().clear();
    line(0, Messages.text("engine.program"), ProgramVersion.words());
    line(1, Messages.text("engine.problem"), problem);
    fit();
    text = problem;
    copy.setDisable(false);
  }

  /**
   * As high as its lines: what a scroll pane learns of them while it is laid out comes too late.
   */
  private void fit() {
    applyCss();
    double wide = lines.getWidth() > 0 ? lines.getWidth() : WIDTH;
    scroll.setPrefViewportHeight(Math.min(HIGHEST, lines.prefHeight(wide)));
  }

  private void line(int row, String name, String value) {
    Label head = new Label(name);
    head.getStyleClass().add("preference-name");
    head.setMinWidth(USE_PREF_SIZE);
    Label words = new Label(Escapes.lines(value));
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMinWidth(0);
    GridPane.setHgrow(words, Priority.ALWAYS);
    GridPane.setValignment(head, javafx.geometry.VPos.TOP);
    lines.addRow(row, head, words);
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    studio.tell(Notice.success(Messages.text("engine.copied")));
  }
}
