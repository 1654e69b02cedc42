package studio.saddlepoint.app;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.torch.TorchEngine;

/** The JavaFX application. */
public final class StudioApp extends Application {
    @Override
    public void start(Stage stage) {
        if (System.err instanceof HeldErrors held) {
            held.release();
        }
        StudioModel model =
                new StudioModel(
                        Home.ofEnvironment(),
                        Platform::runLater,
                        (run, listener) -> {
                            throw new StudioException("Training is not part of this build.");
                        });
        new StudioWindow(stage, model)
                .show(
                        progress -> {
                            TorchEngine.start(progress);
                            return true;
                        });
    }
}
