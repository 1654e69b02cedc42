package studio.saddlepoint.app;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;
import studio.saddlepoint.core.Home;

/** The window in a process of its own, which trains a run until it is ended from outside. */
public final class WindowProcess {
  private WindowProcess() {}

  /**
   * Opens the window.
   *
   * @param args the run folder
   */
  public static void main(String[] args) {
    Application.launch(Trains.class, args);
  }

  /** The application; JavaFX makes it. */
  public static final class Trains extends Application {
    @Override
    public void start(Stage stage) {
      StudioModel model = StudioApp.model(Home.ofEnvironment());
      new StudioWindow(stage, model).show(progress -> true);
      model.open(Path.of(getParameters().getRaw().get(0)), true);
    }
  }
}
