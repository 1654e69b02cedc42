package studio.saddlepoint.app;

import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import studio.saddlepoint.app.preferences.DesktopWatch;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.settings.Preferences;
import studio.saddlepoint.torch.EngineThreads;
import studio.saddlepoint.torch.TorchEngine;

/**
 * The JavaFX application. A signal that ends the process (kill, log-out, Ctrl-C where it was
 * started) ends trainings with a checkpoint, as closing the window does.
 */
public final class StudioApp extends Application {
  @Override
  public void start(Stage stage) {
    if (System.err instanceof HeldErrors held) {
      held.release();
    }
    Logger.getLogger("javafx").setLevel(null); // quiet only while the toolkit started
    Home home = Home.ofEnvironment();
    StudioModel model = model(home);
    Preferences preferences = model.settings().preferences();
    preferences.heedNetwork();
    EngineThreads.want(preferences.threads());
    DesktopWatch.start(model.settings().theme(), stage, model.ui());
    new StudioWindow(stage, model)
        .show(
            progress -> {
              TorchEngine.start(progress);
              return true;
            });
  }

  /**
   * What the window works on; its trainings are ended well however the process ends.
   *
   * @param home the program's folders
   */
  public static StudioModel model(Home home) {
    StudioModel model =
        new StudioModel(
            home,
            Platform::runLater,
            (run, listener) -> TrainerTraining.start(run, home, listener));
    Runtime.getRuntime().addShutdownHook(new Thread(model::endTrainings, "last-checkpoints"));
    return model;
  }
}
