package studio.saddlepoint.app.bench;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import studio.saddlepoint.app.StudioApp;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.StudioWindow;
import studio.saddlepoint.bench.AnswerTimes;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.torch.TorchEngine;

/**
 * A measurement of how fast the window answers: a real window, pressed by a real mouse, while
 * nothing trains, and while a training uses the processors.
 */
public final class WindowBench {
  private WindowBench() {}

  /**
   * Measures.
   *
   * @param rounds times that each thing is done
   * @param progress told how far it is
   * @throws studio.saddlepoint.core.StudioException where no window can open, or it does not answer
   */
  public static List<AnswerTimes> measure(int rounds, Progress progress) {
    Displays.start();
    TorchEngine.start(progress);
    try (BenchRuns runs = new BenchRuns()) {
      RunFolder other = runs.longRun();
      StudioModel model = StudioApp.model(runs.home());
      Stage stage = Hand.fx(Stage::new);
      try {
        Pressing pressing =
            Hand.fx(
                () -> {
                  new StudioWindow(stage, model).show(engine -> true);
                  Scene scene = stage.getScene();
                  Rectangle probe = new Rectangle(1, 1);
                  probe.setManaged(false);
                  probe.setMouseTransparent(true);
                  ((Pane) scene.getRoot()).getChildren().add(probe);
                  return new Pressing(
                      model, new Hand(scene), new Stopwatch(probe), new Frames(probe), other);
                });
        return pressing.run(rounds, progress);
      } finally {
        model.close();
        Hand.fx(
            () -> {
              stage.hide();
              return stage;
            });
      }
    }
  }
}
