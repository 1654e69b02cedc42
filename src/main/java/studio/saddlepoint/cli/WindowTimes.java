package studio.saddlepoint.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import studio.saddlepoint.bench.AnswerTimes;
import studio.saddlepoint.bench.ProcessState;
import studio.saddlepoint.bench.Soak;
import studio.saddlepoint.core.Progress;

/** Measures how fast the window answers: the way of the commands to a window they do not know. */
@FunctionalInterface
public interface WindowTimes {
  /**
   * Opens a window, presses its buttons and closes it.
   *
   * @param rounds times that each thing is done
   * @param progress told how far it is
   */
  List<AnswerTimes> measure(int rounds, Progress progress);

  /**
   * Opens a window, trains in it for a time, goes about in it meanwhile and closes it.
   *
   * @param each told what the process holds, every minute
   * @param progress told how far it is
   */
  default Soak soak(Duration time, Consumer<ProcessState> each, Progress progress) {
    return new Soak(List.of(), Optional.empty(), Optional.empty(), OptionalDouble.empty());
  }
}
