package studio.saddlepoint.app.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import studio.saddlepoint.app.StudioApp;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.StudioWindow;
import studio.saddlepoint.app.train.TrainPage;
import studio.saddlepoint.bench.AnswerTimes;
import studio.saddlepoint.bench.ProcessState;
import studio.saddlepoint.bench.Soak;
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
    return in(
        window ->
            new Pressing(
                    window.model(), window.hand(), window.watch(), window.frames(), window.other())
                .run(rounds, progress),
        model -> {},
        progress);
  }

  /**
   * Trains in a window for a time, with all charts open, and goes about in it meanwhile.
   *
   * @param time how long
   * @param each told what the process holds, every minute
   * @param progress told how far it is
   * @throws studio.saddlepoint.core.StudioException where no window can open, or it does not answer
   */
  public static Soak soak(Duration time, Consumer<ProcessState> each, Progress progress) {
    return in(
        window ->
            new Soaking(window.model(), window.hand(), window.frames(), window.other())
                .run(time, each, progress),
        model -> TrainPage.showAllCharts(model.settings()),
        progress);
  }

  /** A window with what moves and measures it, and a run to open in it. */
  private record Opened(
      StudioModel model, Hand hand, Stopwatch watch, Frames frames, RunFolder other) {}

  private static <T> T in(
      Function<Opened, T> work, Consumer<StudioModel> before, Progress progress) {
    Displays.start();
    TorchEngine.start(progress);
    try (BenchRuns runs = new BenchRuns()) {
      RunFolder other = runs.longRun();
      StudioModel model = StudioApp.model(runs.home());
      Stage stage = Hand.fx(Stage::new);
      try {
        Opened window =
            Hand.fx(
                () -> {
                  before.accept(model);
                  new StudioWindow(stage, model).show(engine -> true);
                  Scene scene = stage.getScene();
                  Rectangle probe = new Rectangle(1, 1);
                  probe.setManaged(false);
                  probe.setMouseTransparent(true);
                  ((Pane) scene.getRoot()).getChildren().add(probe);
                  return new Opened(
                      model, new Hand(scene), new Stopwatch(probe), new Frames(probe), other);
                });
        return work.apply(window);
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
