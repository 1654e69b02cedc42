package studio.saddlepoint.app;

import java.io.File;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.data.DataPage;
import studio.saddlepoint.app.fx.CardsInView;
import studio.saddlepoint.app.fx.LabEvent;
import studio.saddlepoint.app.fx.TermEvent;
import studio.saddlepoint.app.glossary.GlossaryCard;
import studio.saddlepoint.app.keys.Keyboard;
import studio.saddlepoint.app.keys.KeysCard;
import studio.saddlepoint.app.keys.Shortcut;
import studio.saddlepoint.app.lab.LabPage;
import studio.saddlepoint.app.pictures.LookCard;
import studio.saddlepoint.app.pictures.LookEvent;
import studio.saddlepoint.app.preferences.EngineCard;
import studio.saddlepoint.app.preferences.PreferencesCard;
import studio.saddlepoint.app.preferences.ScaledSheets;
import studio.saddlepoint.app.trial.TrialCard;

/** The window's frame: rail, bars, and the page in the middle. */
public final class Shell extends StackPane {
  /** The style sheet with all colours and sizes of the studio. */
  public static final String STYLE_SHEET =
      Objects.requireNonNull(Shell.class.getResource("/assets/css/studio.css")).toExternalForm();

  private static final String PAGES_SHEET =
      Objects.requireNonNull(Shell.class.getResource("/assets/css/pages.css")).toExternalForm();

  private final Map<String, Page> pages = new LinkedHashMap<>();
  private final StackPane stage = new StackPane();

  /** Pages that were shown stay where they are, unseen: to style them anew takes time. */
  private final Map<Page, StackPane> places = new IdentityHashMap<>();

  private final Region speck = new Region();
  private final Keyboard keyboard = new Keyboard();
  private @Nullable Page shown;

  /**
   * A frame.
   *
   * @param model what the window works on
   * @param log what was logged
   * @param start the page without a place in the rail that is shown first
   * @param others pages that another leads to
   * @param inRail the pages in the rail, in its order
   */
  public Shell(StudioModel model, LogKeeper log, Page start, List<Page> others, List<Page> inRail) {
    getStyleClass().add("studio");
    stage.setId("page-stage");
    ScaledSheets.follow(
        getStylesheets(), model.settings().textSizeProperty(), STYLE_SHEET, PAGES_SHEET);
    pages.put(start.id(), start);
    others.forEach(page -> pages.put(page.id(), page));
    inRail.forEach(page -> pages.put(page.id(), page));

    NoticeStack notices = new NoticeStack(model.ui());
    model.onNotice(notices::add);
    StackPane middle = new StackPane(scrolling(stage));
    middle.getStyleClass().add("page-area");

    EngineCard engine = new EngineCard(model);
    StatusBar status = new StatusBar(model, log, engine::toggle);
    FindingsCard findings = new FindingsCard(model, status.findingsShownProperty());
    VBox corner = new VBox(notices, findings);
    corner.setAlignment(Pos.BOTTOM_RIGHT);
    corner.setPickOnBounds(false);
    corner.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(corner, Pos.BOTTOM_RIGHT);
    GlossaryCard glossary = new GlossaryCard();
    StackPane.setAlignment(glossary, Pos.TOP_RIGHT);
    middle.getChildren().addAll(corner, glossary);
    addEventHandler(
        TermEvent.ASKED,
        event -> {
          glossary.ask(event.term());
          event.consume();
        });
    LookCard look = new LookCard(model);
    middle.getChildren().add(middle.getChildren().indexOf(corner), look);
    addEventHandler(
        LookEvent.ASKED,
        event -> {
          look.show(event);
          event.consume();
        });
    LogDrawer drawer = new LogDrawer(log, status.logShownProperty());
    KeysCard keys = new KeysCard(keyboard);
    PreferencesCard preferences = new PreferencesCard(model);
    middle.getChildren().addAll(new TrialCard(model), engine, preferences, keys);

    // In the order in which they are seen, for the tab key follows it.
    BorderPane inner = new BorderPane();
    inner.setTop(new TopBar(model));
    inner.setCenter(middle);
    inner.setBottom(new VBox(drawer, status));
    BorderPane frame = new BorderPane();
    frame.setLeft(new Rail(model, inRail, keys::toggle, preferences::toggle));
    frame.setCenter(inner);
    speck.setManaged(false);
    speck.setVisible(false);
    getChildren().addAll(frame, speck);
    bind(model, keys, preferences, start, inRail);
    CardsInView.follow(this, model.ui());

    acceptImages(model, inRail);
    addEventHandler(
        LabEvent.ASKED,
        event -> {
          inRail.stream()
              .filter(LabPage.class::isInstance)
              .forEach(page -> ((LabPage) page).open(event.place()));
          event.consume();
        });

    model.settings().themeProperty().addListener(o -> colour(model.settings()));
    colour(model.settings());
    model.pageProperty().addListener((property, old, now) -> show(now));
    show(model.pageProperty().get());
  }

  /** A page that is wider than the window, as with large texts, scrolls; others fill it. */
  private static ScrollPane scrolling(Node page) {
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("page-scroll");
    return scroll;
  }

  /** Tells every page that the program ends. */
  public void close() {
    if (shown != null) {
      shown.hidden();
    }
    pages.values().forEach(Page::close);
  }

  private void bind(
      StudioModel model,
      KeysCard keys,
      PreferencesCard preferences,
      Page start,
      List<Page> inRail) {
    keyboard.on(Shortcut.RECIPES, () -> model.pageProperty().set(start.id()));
    for (int i = 0; i < Math.min(inRail.size(), Shortcut.mostPages()); i++) {
      Page page = inRail.get(i);
      keyboard.on(Shortcut.page(i), page.title(), () -> model.pageProperty().set(page.id()));
    }
    keyboard
        .on(Shortcut.PAUSE, model::pauseOrResume)
        .on(Shortcut.UNDO, model.undo()::undo)
        .on(Shortcut.REDO, model.undo()::redo)
        .on(Shortcut.FIND, () -> find(model, start))
        .on(Shortcut.KEYS, keys::toggle)
        .on(Shortcut.PREFERENCES, preferences::toggle)
        .on(Shortcut.FULL_SCREEN, () -> fullScreen(model))
        .listen(this);
  }

  /** On this page, where it can be searched; else among the settings, else among the recipes. */
  private void find(StudioModel model, Page start) {
    if (shown != null && shown.find()) {
      return;
    }
    for (String id : List.of("train", start.id())) {
      model.pageProperty().set(id);
      if (shown != null && shown.find()) {
        return;
      }
    }
  }

  private void fullScreen(StudioModel model) {
    if (getScene().getWindow() instanceof Stage window) {
      window.setFullScreen(!window.isFullScreen());
      if (window.isFullScreen()) {
        model.tell(
            Notice.info(Messages.text("window.full.screen", Shortcut.FULL_SCREEN.caps().get(0))));
      }
    }
  }

  /** Files dropped anywhere are images to look at; a page that takes drops itself comes first. */
  private void acceptImages(StudioModel model, List<Page> inRail) {
    addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            event.consume();
          }
        });
    addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          List<File> files = event.getDragboard().getFiles();
          for (Page page : inRail) {
            if (page instanceof DataPage data && !files.isEmpty()) {
              ChosenFile.path(files.get(0), model::tell).ifPresent(data::offer);
              event.setDropCompleted(true);
            }
          }
          event.consume();
        });
  }

  private void show(String id) {
    Page page = pages.get(id);
    if (page == null || page == shown) {
      return;
    }
    if (shown != null) {
      shown.hidden();
    }
    boolean keyboardWasThere = shown != null && holdsKeyboard(places.get(shown));
    shown = page;
    Node place = places.computeIfAbsent(page, Shell::place);
    if (!stage.getChildren().contains(place)) {
      stage.getChildren().add(place);
    }
    for (Node each : stage.getChildren()) {
      each.setVisible(each == place);
      each.setManaged(each == place);
    }
    if (keyboardWasThere) {
      // Else it goes on to what follows the page, where a space bar opens the log or cancels.
      place.requestFocus();
    }
    page.shown();
  }

  private static StackPane place(Page page) {
    StackPane place = new StackPane(page.content());
    place.getStyleClass().add("keyboard-place");
    return place;
  }

  private boolean holdsKeyboard(@Nullable Node part) {
    for (Node at = getScene() == null ? null : getScene().getFocusOwner();
        at != null;
        at = at.getParent()) {
      if (at == part) {
        return true;
      }
    }
    return false;
  }

  /**
   * Every node is styled anew, which is what takes time. It is done once, in the next pulse, where
   * something below is to be styled anyhow when the sheets change, and at each change where nothing
   * is. Pages that are not shown wait until they are.
   */
  private void colour(Settings settings) {
    Theme theme = settings.themeProperty().get();
    stage.getChildren().removeIf(page -> !page.isVisible());
    speck.getStyleClass().setAll(theme.styleClass());
    getStyleClass().removeAll(Theme.LIGHT.styleClass(), Theme.DARK.styleClass());
    getStyleClass().add(theme.styleClass());
    javafx.application.Application.setUserAgentStylesheet(theme.styleSheet());
  }
}
