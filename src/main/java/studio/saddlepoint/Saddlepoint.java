package studio.saddlepoint;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import studio.saddlepoint.app.Launcher;
import studio.saddlepoint.app.bench.WindowBench;
import studio.saddlepoint.bench.AnswerTimes;
import studio.saddlepoint.bench.ProcessState;
import studio.saddlepoint.bench.Soak;
import studio.saddlepoint.cli.Main;
import studio.saddlepoint.cli.WindowTimes;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Logs;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.core.UserHome;

/** Starts the program: without arguments the window, with arguments a command. */
public final class Saddlepoint {
  private Saddlepoint() {}

  /**
   * Entry point.
   *
   * @param args a command with its options, or nothing to open the window
   */
  public static void main(String[] args) {
    Logs.quiet();
    try {
      UserHome.settle(System.getenv());
      Home.ofEnvironment(); // refuses a folder that cannot be, before there is a window
    } catch (StudioException e) {
      System.err.println("saddlepoint: " + e.getMessage());
      System.exit(Main.FAILED);
    }
    System.exit(args.length == 0 ? Launcher.open() : Main.run(args, window()));
  }

  /** The commands' way to a window. */
  private static WindowTimes window() {
    return new WindowTimes() {
      @Override
      public List<AnswerTimes> measure(int rounds, Progress progress) {
        return WindowBench.measure(rounds, progress);
      }

      @Override
      public Soak soak(Duration time, Consumer<ProcessState> each, Progress progress) {
        return WindowBench.soak(time, each, progress);
      }
    };
  }
}
