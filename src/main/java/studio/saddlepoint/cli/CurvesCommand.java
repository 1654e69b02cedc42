package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.curve.CurveStore;
import studio.saddlepoint.run.curve.CurveTable;
import studio.saddlepoint.run.curve.KeptCurves;
import studio.saddlepoint.run.curve.RunCurves;
import studio.saddlepoint.run.curve.Series;

/** Tells the quantities that a training logs, and writes them as a table. */
@Command(
    name = "curves",
    description = {
      "Tells what a training has logged: losses, outputs, gradient norms, scores and so on, each with its number of values and the newest.",
      "With --out all their values as CSV, a row for each step, as the charts' export does."
    })
final class CurvesCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Parameters(paramLabel = "RUN", description = "A run's folder, or its name in the runs folder.")
  private String run = "";

  @Option(
      names = "--series",
      paramLabel = "NAME,...",
      split = ",",
      description = "These only, such as loss.generator,score.fid; without it all of them.")
  private String[] names = {};

  @Option(names = "--out", paramLabel = "FILE", description = "Writes them to this file: .csv.")
  private @Nullable Path out;

  CurvesCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    RunFolder folder = Runs.open(home, run);
    Path file = out;
    if (file != null && !String.valueOf(file.getFileName()).endsWith(".csv")) {
      throw new BadUse(English.of("--out is %s: its name must end with .csv.", file));
    }
    if (file != null) {
      ImagePaths.writable(file, "--out");
    }
    KeptCurves kept =
        new CurveStore(folder.path(), folder.events(), home.caches()).refresh(console);
    PassedLines.tell(kept.index().passedOver(), folder.events().path(), console);
    RunCurves curves = kept.curves();
    Set<String> keys = keys(curves);
    if (file == null) {
      tell(folder, curves, keys);
      return Main.DONE;
    }
    keys.remove(RunCurves.TRAINED); // is not in the log
    long rows = CurveTable.write(folder.events(), keys, file, console);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", folder.id());
    document.put("series", List.copyOf(keys));
    document.put("rows", rows);
    document.put("out", file.toString());
    console.result(
        document,
        English.of("%,d rows of %s of %s are in %s", rows, count(keys), folder.id(), file));
    return Main.DONE;
  }

  private static String count(Set<String> keys) {
    return keys.size() == 1 ? "1 series" : keys.size() + " series";
  }

  private Set<String> keys(RunCurves curves) {
    Set<String> known = new LinkedHashSet<>(curves.keys());
    if (names.length == 0) {
      return known;
    }
    Set<String> asked = new LinkedHashSet<>(Arrays.asList(names));
    for (String name : asked) {
      if (!known.contains(name)) {
        throw new BadUse(
            English.of(
                "--series has \"%s\", of which this run tells nothing. It tells of %s.",
                name, known.isEmpty() ? "nothing yet" : String.join(", ", known)));
      }
    }
    return asked;
  }

  private void tell(RunFolder folder, RunCurves curves, Set<String> keys) {
    Map<String, Object> all = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String key : keys) {
      Series series = curves.series(key).orElseThrow();
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("values", series.count());
      each.put("notFinite", series.nonFinite());
      each.put("last", Double.isFinite(series.last()) ? series.last() : null);
      all.put(key, each);
      lines.add(English.of("%-36s %,10d values, last %.6g", key, series.count(), series.last()));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", folder.id());
    document.put("series", all);
    console.result(
        document,
        lines.isEmpty()
            ? "The run has logged no numbers yet."
            : String.join(System.lineSeparator(), lines));
  }
}
