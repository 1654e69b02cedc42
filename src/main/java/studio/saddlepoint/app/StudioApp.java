package studio.saddlepoint.app;

import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.torch.TorchEngine;

/** The JavaFX application. */
public final class StudioApp extends Application {
    @Override
    public void start(Stage stage) {
        if (System.err instanceof HeldErrors held) {
            held.release();
        }
        Logger.getLogger("javafx").setLevel(null); // quiet only while the toolkit started
        Home home = Home.ofEnvironment();
        StudioModel model =
                new StudioModel(
                        home,
                        Platform::runLater,
                        (run, listener) -> TrainerTraining.start(run, home, listener));
        new StudioWindow(stage, model)
                .show(
                        progress -> {
                            TorchEngine.start(progress);
                            return true;
                        });
    }
}
