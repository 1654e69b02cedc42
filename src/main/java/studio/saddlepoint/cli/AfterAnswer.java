package studio.saddlepoint.cli;

import studio.saddlepoint.core.StudioException;

/**
 * Work that can fail without taking numbers with it, such as keeping an answer that was printed
 * already: a file that cannot be written is told beside the numbers, and the other files are
 * written all the same.
 */
final class AfterAnswer {
  private final CommandOutput console;
  private int code = Main.DONE;

  AfterAnswer(CommandOutput console) {
    this.console = console;
  }

  /** Does something; what goes wrong is told. */
  void keep(Runnable work) {
    try {
      work.run();
    } catch (StudioException e) {
      failed(String.valueOf(e.getMessage()));
    }
  }

  /** Tells what could not be kept. */
  void failed(String problem) {
    console.error(problem);
    code = Main.FAILED;
  }

  /**
   * The exit code: whether everything was measured and kept.
   *
   * @param missing how many parts could not be measured
   */
  int code(int missing) {
    return missing > 0 ? Main.FAILED : code;
  }

  /** The exit code: whether everything was kept. */
  int code() {
    return code;
  }
}
