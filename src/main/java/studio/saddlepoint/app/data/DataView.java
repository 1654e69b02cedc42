package studio.saddlepoint.app.data;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.*;
import studio.saddlepoint.app.data.DataModel.Shown;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.app.fx.ProgressPane;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.latent.RenderThread;
import studio.saddlepoint.recipe.FolderMeaning;

/** The list of sources on the left, the chosen one on the right; files can be dropped anywhere. */
final class DataView extends StackPane {
  private final DataModel model;
  private final RenderThread reader = new RenderThread("contact-sheet", () -> {});
  private final LookPane look;
  private final BorderPane right = new BorderPane();
  private final Segments<Boolean> checks;
  private final StudioModel studio;
  private boolean choosesFolders;

  DataView(StudioModel studio, DataModel model, Consumer<Path> offered) {
    this.model = model;
    this.studio = studio;
    look = new LookPane(reader, studio.ui());
    checks =
        new Segments<>(
            Messages.text("data.view"),
            List.of(false, true),
            each -> each ? "data.view.check" : "data.view.look");
    checks.valueProperty().addListener((p, old, now) -> arrange());
    ScrollPane sources = scroll(new SourceList(studio, model, offered));
    sources.getStyleClass().add("data-sources-scroll");
    right.getStyleClass().addAll("data-right", "keyboard-place");
    BorderPane page = new BorderPane();
    page.setLeft(sources);
    page.setCenter(right);
    Label drop = new Label(Messages.text("data.drop.now"), new FontIcon(Feather.DOWNLOAD));
    drop.getStyleClass().add("data-drop-veil");
    drop.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    drop.setAlignment(Pos.CENTER);
    drop.setMouseTransparent(true);
    drop.setVisible(false);
    getChildren().addAll(page, drop);
    acceptDrops(drop, offered, studio::tell);
    model
        .shownProperty()
        .addListener(
            (p, old, now) -> {
              if (now instanceof Shown.Ready ready) {
                look.show(ready);
                if (!ready.summary().problems().isEmpty()) {
                  checks.valueProperty().set(true);
                }
              }
              arrange();
            });
    model.offeredProperty().addListener((p, old, now) -> arrange());
    model.known().versionProperty().addListener(o -> arrangeKnown());
    if (model.shownProperty().get() instanceof Shown.Ready ready) {
      look.show(ready);
    }
    arrange();
  }

  void close() {
    reader.close();
  }

  private void acceptDrops(Node veil, Consumer<Path> offered, Consumer<Notice> notices) {
    addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            veil.setVisible(true);
            event.consume();
          }
        });
    addEventHandler(DragEvent.DRAG_EXITED, event -> veil.setVisible(false));
    addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          veil.setVisible(false);
          List<File> files = event.getDragboard().getFiles();
          if (!files.isEmpty()) {
            ChosenFile.path(files.get(0), notices).ifPresent(offered);
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }

  private void arrangeKnown() {
    if (model.shownProperty().get() instanceof Shown.Known) {
      arrange();
    }
  }

  /**
   * The focus of what is replaced stays on this side: elsewhere it would look like a choice. Who
   * chose what folders mean has it there again, once they are read anew.
   */
  private void keepFocus() {
    for (Node at = getScene() == null ? null : getScene().getFocusOwner();
        at != null;
        at = at.getParent()) {
      choosesFolders |= at.getStyleClass().contains("data-folders");
      if (at == right) {
        right.requestFocus();
        return;
      }
    }
  }

  private void arrange() {
    Shown shown = model.shownProperty().get();
    keepFocus();
    right.setTop(null);
    right.setCenter(null); // what stands first is added first, for the tab key
    Shown.Ready offered = model.offeredProperty().get();
    if (offered != null) {
      RecipeOffers offers = new RecipeOffers(studio, offered, model::offerNothing);
      right.setCenter(scroll(offers));
      offers.begin();
    } else if (shown instanceof Shown.Ready ready) {
      boolean goOn = choosesFolders && right.isFocused();
      VBox top = new VBox(heading(ready));
      folders(ready).ifPresent(top.getChildren()::add);
      right.setTop(top);
      right.setCenter(checks.valueProperty().get() ? scroll(new CheckPane(ready.summary())) : look);
      choosesFolders = false;
      if (goOn) {
        right.lookupAll(".data-folders .toggle-button").stream()
            .filter(each -> ((ToggleButton) each).isSelected())
            .forEach(Node::requestFocus);
      }
    } else if (shown instanceof Shown.Reading reading) {
      VBox box = new VBox(new ProgressPane(reading.task()));
      box.getStyleClass().add("data-message");
      right.setCenter(box);
    } else if (shown instanceof Shown.Known known) {
      KnownCard card = new KnownCard(studio, model.known(), known.set());
      right.setCenter(scroll(card));
      if (right.isFocused()) {
        card.takeFocus();
      }
    } else if (shown instanceof Shown.Refused refused) {
      right.setCenter(refusal(refused));
    } else {
      right.setCenter(hint());
    }
  }

  private static ScrollPane scroll(Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.getStyleClass().addAll("edge-to-edge", "page-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private Node heading(Shown.Ready ready) {
    Label name = new Label(Escapes.name(ready.summary().name()));
    name.getStyleClass().add(Styles.TITLE_3);
    Label line = new Label(line(ready.summary()));
    line.getStyleClass().add("muted");
    line.setWrapText(true);
    line.setMinHeight(Region.USE_PREF_SIZE);
    Terms.link(line, "held-out");
    VBox words = new VBox(2, name, line);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    Button train = Buttons.labelled(Feather.PLAY, "data.train", () -> model.offer(ready));
    train.setId("data-train");
    train.getStyleClass().add(Styles.ACCENT);
    train.setMinWidth(Region.USE_PREF_SIZE);
    HBox heading = new HBox(16, words, checks, train);
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("data-heading");
    return heading;
  }

  /** What the folders mean, where there are some: as classes, or not at all. */
  private Optional<Node> folders(Shown.Ready ready) {
    FolderMeaning now = ready.data().folders();
    DataSummary summary = ready.summary();
    boolean classes = now == FolderMeaning.CLASSES;
    if (!summary.isFolder() || classes && summary.classes().isEmpty()) {
      return Optional.empty();
    }
    Label name = new Label(Messages.text("data.folders"));
    Segments<FolderMeaning> choice =
        new Segments<>(
            Messages.text("data.folders"),
            List.of(FolderMeaning.values()),
            each -> "data.folders." + each.id());
    choice.valueProperty().set(now);
    choice.valueProperty().addListener((p, old, next) -> model.mean(next));
    int beside = summary.besideFolders();
    Label told =
        new Label(
            !classes
                ? Messages.text("data.folders.none")
                : beside == 0 ? "" : Messages.text("data.folders.beside", beside));
    told.setId("data-folders-told");
    told.getStyleClass().add(classes ? "problem-text" : "muted");
    told.setWrapText(true);
    told.setMinHeight(Region.USE_PREF_SIZE);
    HBox row = new HBox(12, name, choice, told);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("data-folders");
    return Optional.of(row);
  }

  private static String line(DataSummary summary) {
    String images =
        summary.testIsTrain()
            ? Messages.text("data.line.few", summary.trainImages())
            : Messages.text(
                "data.line.images", summary.trainImages(), Texts.count(summary.testImages()));
    String colour = Messages.text(summary.channels() == 1 ? "data.grey" : "data.colour");
    String line = Messages.text("data.line", images, colour, summary.kindTitle());
    return summary.bytes() == 0 ? line : line + "  ·  " + Texts.bytes(summary.bytes());
  }

  private Node refusal(Shown.Refused refused) {
    Label title =
        new Label(
            Messages.text("data.refused", UserDataSources.name(refused.source())),
            new FontIcon(Feather.ALERT_TRIANGLE));
    title.getStyleClass().addAll(Styles.TITLE_4, "problem-text");
    Label message = new Label(refused.message());
    message.setId("data-problem");
    message.setWrapText(true);
    message.setMinHeight(Region.USE_PREF_SIZE);
    Label formats = new Label(Messages.text("data.formats"));
    formats.setWrapText(true);
    formats.setMinHeight(Region.USE_PREF_SIZE);
    formats.getStyleClass().add("muted");
    Button again =
        Buttons.labelled(Feather.REFRESH_CW, "data.again", () -> model.open(refused.source()));
    again.setId("data-again");
    VBox box = new VBox(16, title, message, formats, again);
    box.getStyleClass().addAll("card", "data-refusal");
    VBox around = new VBox(box);
    around.getStyleClass().add("data-message");
    return around;
  }

  private static Node hint() {
    return new EmptyState(
        Feather.IMAGE, Messages.text("data.nothing"), Messages.text("data.nothing.text"));
  }
}
