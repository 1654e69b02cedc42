package studio.saddlepoint.app;

import java.time.Duration;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.fx.FxThrottle;
import studio.saddlepoint.app.fx.KeyboardPlace;
import studio.saddlepoint.app.fx.Popups;
import studio.saddlepoint.app.preferences.ScaledSheets;
import studio.saddlepoint.app.start.EngineView;
import studio.saddlepoint.app.start.StartPage;

/**
 * The one window: first the engine's start, then the studio; closing it stops trainings cleanly.
 */
public final class StudioWindow {
  private static final Color LIGHT_GROUND = Color.web("#ffffff");
  private static final Color DARK_GROUND = Color.web("#0d1117");

  /** In this time a window manager has told how large the window is. */
  private static final Duration OPENING = Duration.ofSeconds(5);

  private static final int[] ICON_SIZES = {16, 32, 64, 128, 256};

  private final Stage stage;
  private final StudioModel model;
  private final LogKeeper log;
  private final StackPane root = new StackPane();
  private @Nullable Shell shell;

  /**
   * A window, not shown yet.
   *
   * @param stage what JavaFX made
   * @param model what it works on; closed with the window
   */
  public StudioWindow(Stage stage, StudioModel model) {
    this.stage = stage;
    this.model = model;
    this.log = new LogKeeper(model.ui());
    log.install();
    model.settings().keepUnusableAside();
    WindowSize size = size(model.settings());
    Scene scene = new Scene(root, size.width(), size.height());
    ScaledSheets.follow(
        scene.getStylesheets(), model.settings().textSizeProperty(), Shell.STYLE_SHEET);
    KeyboardPlace.show(scene);
    Popups.shape(scene);
    stage.setScene(scene);
    stage.setTitle(Messages.text("window.title"));
    model.desktop().attach(stage);
    stage.setMinWidth(WindowSize.LEAST.width());
    stage.setMinHeight(WindowSize.LEAST.height());
    // Its own key leaves it; Escape is for what lies over the page.
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreenExitHint("");
    stage.setOnCloseRequest(this::close);
    icon();
  }

  /** As the window was left, as far as it fits on the screen. */
  private static WindowSize size(Settings settings) {
    Rectangle2D free = Screen.getPrimary().getVisualBounds();
    return new WindowSize(
            settings.number("window.width", WindowSize.USUAL.width()),
            settings.number("window.height", WindowSize.USUAL.height()))
        .within(new WindowSize(free.getWidth(), free.getHeight()));
  }

  /**
   * Shows the window: the engine's start first, then the studio.
   *
   * @param engine starts the engine
   */
  public void show(TaskBody<Boolean> engine) {
    colour(model.settings().themeProperty().get());
    model
        .settings()
        .themeProperty()
        .addListener(
            (property, old, now) -> {
              if (shell == null) {
                colour(now);
              }
            });
    root.getChildren().setAll(new EngineView(model, engine, this::showStudio));
    double width = stage.getScene().getWidth();
    double height = stage.getScene().getHeight();
    prepare(stage.getScene());
    stage.show();
    keepSize(width, height);
  }

  /**
   * Styles and draws a scene once before its window is there. The first time that takes seconds on
   * a busy computer, in which the window would be empty.
   */
  private static void prepare(Scene scene) {
    scene.getRoot().applyCss();
    scene.snapshot(null);
  }

  /** Until the studio is there, which colours itself. */
  private void colour(Theme theme) {
    javafx.application.Application.setUserAgentStylesheet(theme.styleSheet());
    // What is seen until the first frame is drawn: no white flash in the dark.
    stage.getScene().setFill(theme == Theme.DARK ? DARK_GROUND : LIGHT_GROUND);
  }

  /**
   * Asks for the scene's size once more where it is given less: under some window managers JavaFX
   * opens a window at its least size, whatever was asked for, and is told so a while later.
   */
  private void keepSize(double width, double height) {
    Scene scene = stage.getScene();
    InvalidationListener given =
        new InvalidationListener() {
          private boolean asked;

          @Override
          public void invalidated(Observable size) {
            boolean less = scene.getWidth() < width || scene.getHeight() < height;
            if (less && !asked && !stage.isMaximized()) {
              asked = true;
              model.ui().execute(() -> ask(width, height));
            }
          }
        };
    scene.widthProperty().addListener(given);
    scene.heightProperty().addListener(given);
    given.invalidated(scene.widthProperty());
    FxThrottle.later(
        model.ui(),
        OPENING,
        () -> {
          scene.widthProperty().removeListener(given);
          scene.heightProperty().removeListener(given);
        });
  }

  private void ask(double width, double height) {
    Scene scene = stage.getScene();
    stage.setWidth(width + Math.max(0, stage.getWidth() - scene.getWidth()));
    stage.setHeight(height + Math.max(0, stage.getHeight() - scene.getHeight()));
  }

  private void showStudio() {
    Shell made =
        new Shell(model, log, new StartPage(model), Pages.outOfRail(model), Pages.inRail(model));
    shell = made;
    root.getChildren().setAll(made);
    model.refreshRuns();
  }

  private void icon() {
    for (int size : ICON_SIZES) {
      try (var in = getClass().getResourceAsStream("/assets/icons/saddlepoint-" + size + ".png")) {
        if (in != null) {
          stage.getIcons().add(new Image(in));
        }
      } catch (java.io.IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void close(WindowEvent event) {
    if (!stage.isMaximized() && !stage.isFullScreen()) {
      model.settings().put("window.width", Double.toString(stage.getScene().getWidth()));
      model.settings().put("window.height", Double.toString(stage.getScene().getHeight()));
    }
    event.consume();
    if (model.trains()) {
      Label saving = new Label(Messages.text("window.saving"));
      saving.getStyleClass().add("saving");
      StackPane veil = new StackPane(saving);
      veil.getStyleClass().add("veil");
      root.getChildren().add(veil);
    }
    // One moment for the veil to be drawn: what follows waits for the last checkpoint.
    FxThrottle.later(model.ui(), Duration.ofMillis(50), this::end);
  }

  /** Ends what the pages do on threads of their own. */
  void closePages() {
    if (shell != null) {
      shell.close();
    }
  }

  private void end() {
    closePages();
    new Thread(this::endModel, "window-closing").start();
  }

  private void endModel() {
    model.close();
    model.ui().execute(this::endWindow);
  }

  private void endWindow() {
    log.uninstall();
    stage.close();
  }
}
