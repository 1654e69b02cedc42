package studio.saddlepoint.screenshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.StudioWindow;
import studio.saddlepoint.app.Theme;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Draws the page Explore of a run with styles into PNG files, in both themes and two sizes. Trains
 * nothing. Arguments: a home with the run, the run's folder in it, the folder for the pictures.
 */
public final class ShootMixing {
  private ShootMixing() {}

  /** Draws the pictures. */
  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    System.setProperty("mixing.home", args[0]);
    System.setProperty("mixing.run", args[1]);
    System.setProperty("mixing.folder", Files.createDirectories(Path.of(args[2])).toString());
    Application.launch(Screens.class);
  }

  /** The window that is drawn. */
  public static final class Screens extends Application {
    private StudioModel model;
    private Scenes scenes;
    private Stage stage;

    @Override
    public void start(Stage window) {
      stage = window;
      model =
          new StudioModel(
              Home.at(Path.of(System.getProperty("mixing.home"))),
              Platform::runLater,
              (run, listener) -> {
                throw new IllegalStateException("Nothing is trained here");
              });
      scenes = new Scenes(stage, model, Path.of(System.getProperty("mixing.folder")));
      new StudioWindow(stage, model)
          .show(
              progress -> {
                TorchEngine.start(progress);
                return true;
              });
      scenes.add("", 500, () -> size(1440, 900));
      scenes.add(
          "",
          0,
          () -> model.open(Path.of(System.getProperty("mixing.run")), false),
          () -> model.openRunProperty().get() != null);
      scenes.add("path-light", 1500, this::explore, this::drawn);
      scenes.add("mixing-light", 2500, () -> scenes.pick("#explore-view", 2), this::drawn);
      scenes.add("mixing-coarse-light", 2500, () -> scenes.toggle("#mixing-group-coarse"));
      scenes.add("mixing-fresh-dark", 2500, this::fresh);
      scenes.add("mixing-small-dark", 2500, () -> size(1100, 700));
      scenes.add("mixing-small-light", 1500, () -> theme(Theme.LIGHT));
      scenes.add("path-small-light", 2500, () -> scenes.pick("#explore-view", 0));
      scenes.add("path-dark", 2500, this::largeAndDark);
      scenes.play();
    }

    private void explore() {
      theme(Theme.LIGHT);
      model.pageProperty().set("explore");
    }

    private void fresh() {
      theme(Theme.DARK);
      scenes.toggle("#mixing-group-fine");
      scenes.toggle("#noise-fresh");
    }

    private void largeAndDark() {
      size(1440, 900);
      theme(Theme.DARK);
    }

    private boolean drawn() {
      return scenes
          .find(".explore-speed")
          .map(each -> each instanceof Labeled label && !label.getText().isEmpty())
          .orElse(false);
    }

    private void theme(Theme theme) {
      model.settings().themeProperty().set(theme);
    }

    private void size(double width, double height) {
      stage.setWidth(width);
      stage.setHeight(height);
    }
  }
}
