package studio.saddlepoint.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.saddlepoint.bench.ExploreBenchmark;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.torch.TorchEngine;

/** Measures how fast the explorer's pictures follow its controls. */
@Command(
    name = "explore",
    description = {
      "Measures how fast the explorer's pictures follow its controls while nothing trains, and while a training computes.",
      "Times are from a request to the picture, in milliseconds, of generators that were not trained, of 32 and 64 pixels; bench window adds the window's part."
    })
final class BenchExploreCommand implements Callable<Integer> {
  private final CommandOutput console;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "40",
      description = "Times that each control is moved; default: ${DEFAULT-VALUE}.")
  private int rounds = 40;

  BenchExploreCommand(CommandOutput console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (rounds < 1) {
      throw new BadUse("--rounds is " + rounds + ": it must be at least 1.");
    }
    TorchEngine.start(Progress.NONE);
    AnswerTable table = new AnswerTable(new ExploreBenchmark(rounds, console).run());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("rounds", rounds);
    document.putAll(table.document());
    console.result(document, table.text());
    return Main.DONE;
  }
}
