package studio.saddlepoint.cli;

import java.util.List;
import studio.saddlepoint.bench.AnswerTimes;
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
}
