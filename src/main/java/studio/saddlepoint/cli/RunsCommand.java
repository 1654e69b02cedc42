package studio.saddlepoint.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.run.RunOrigin;
import studio.saddlepoint.run.list.RunList;
import studio.saddlepoint.run.list.RunSummary;
import studio.saddlepoint.run.list.RunTree;

/** Lists the runs that there are. */
@Command(name = "runs", description = "Lists the runs that there are, the last changed first.")
final class RunsCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Option(
      names = "--tree",
      description = "Lists each run below the one that it was branched or fine-tuned from.")
  private boolean tree;

  RunsCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    List<RunSummary> runs = RunList.of(home.runFolders());
    List<RunTree.Entry> entries =
        tree
            ? RunTree.of(runs)
            : runs.stream()
                .map(each -> new RunTree.Entry(each, 0, RunTree.parent(each, runs)))
                .toList();
    List<Map<String, Object>> documents = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (RunTree.Entry each : entries) {
      documents.add(document(each));
      lines.add(line(each));
    }
    console.result(
        documents,
        lines.isEmpty()
            ? "There are no runs yet. Make one by saddlepoint train."
            : String.join(System.lineSeparator(), lines));
    return Main.DONE;
  }

  private static Map<String, Object> document(RunTree.Entry entry) {
    RunSummary run = entry.run();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", run.folder().toString());
    document.put("title", run.title());
    document.put("step", run.lastStep());
    document.put("steps", run.steps());
    document.put("trains", run.locked());
    document.put("problem", run.problem().isEmpty() ? null : run.problem());
    document.put("depth", entry.depth());
    document.put("parent", entry.parent().map(each -> each.folder().toString()).orElse(null));
    document.put("origin", run.origin().map(RunsCommand::document).orElse(null));
    return document;
  }

  private static Map<String, Object> document(RunOrigin origin) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", origin.run());
    document.put("title", origin.title());
    document.put("step", origin.step());
    document.put("kind", origin.branch() ? "branch" : "fine-tuning");
    document.put("changes", origin.changes());
    return document;
  }

  private static String line(RunTree.Entry entry) {
    RunSummary run = entry.run();
    String line =
        English.of(
            "%s%s  %s  %s",
            "  ".repeat(entry.depth()),
            Escapes.name(PathNames.of(run.folder())),
            Escapes.name(run.title()),
            run.problem().isEmpty()
                ? English.of("step %,d of %,d", run.lastStep(), run.steps())
                : run.problem());
    Optional<String> origin =
        run.origin()
            .map(
                each ->
                    English.of(
                        "  (%s %s at step %,d%s)",
                        each.branch() ? "branched from" : "fine-tuned from",
                        Escapes.name(each.run().isEmpty() ? each.title() : each.run()),
                        each.step(),
                        entry.parent().isPresent() || each.run().isEmpty() ? "" : ", not here"));
    return line + (run.locked() ? "  training" : "") + origin.orElse("");
  }
}
