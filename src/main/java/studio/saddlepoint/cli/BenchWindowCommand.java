package studio.saddlepoint.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast the window answers. */
@Command(
    name = "window",
    description = {
      "Measures how fast the window answers while nothing trains, and while a training uses the processors.",
      "Opens a window and presses its buttons with the mouse: leave both alone meanwhile. Times are from a press to the picture of what it changed, in milliseconds; they may be up to two pictures (33 ms) too long, never too short. Frames are from one picture of the window to the next. Where there is no display, a program such as xvfb-run lends one."
    })
final class BenchWindowCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final WindowTimes window;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "20",
      description = "Times that each thing is done; default: ${DEFAULT-VALUE}.")
  private int rounds = 20;

  private final Map<String, Object> document = new LinkedHashMap<>();

  BenchWindowCommand(CommandOutput console, WindowTimes window) {
    this.console = console;
    this.window = window;
  }

  @Override
  public Integer call() {
    if (rounds < 1) {
      throw new BadUse("--rounds is " + rounds + ": it must be at least 1.");
    }
    document.put("rounds", rounds);
    AnswerTable table = new AnswerTable(window.measure(rounds, console));
    document.putAll(table.document());
    console.result(document, table.text());
    return Main.DONE;
  }
}
