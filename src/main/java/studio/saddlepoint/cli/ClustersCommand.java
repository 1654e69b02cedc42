package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.KeptClusters;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.export.ExportTarget;
import studio.saddlepoint.latent.export.NotedPicture;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.curve.CurveStore;
import studio.saddlepoint.run.curve.RunCurves;
import studio.saddlepoint.run.curve.Series;

/** Tells the clusters that a run learnt in the place of classes, and shows their mean pictures. */
@Command(
    name = "clusters",
    description = "Tells the clusters that a run without labels has for classes.")
final class ClustersCommand implements Callable<Integer> {
  private static final int COLUMNS = 10;
  private static final int GAP = 2;
  private static final int BACKGROUND = 0xff20242b;
  private static final double PERCENT = 100;

  private final CommandOutput console;
  private final Home home;

  @Mixin private GeneratorOptions generator = new GeneratorOptions();

  @Option(
      names = "--out",
      paramLabel = "PNG",
      description =
          "Writes their mean pictures as a sheet, ten in a row, in order; a PNG that is there is replaced.")
  private @Nullable Path out;

  ClustersCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    Path sheet = out;
    ExportTarget target = sheet == null ? null : PngTarget.of(sheet);
    RunFolder run = generator.folder(home);
    try (Snapshot snapshot = generator.load(run, console)) {
      KeptClusters kept = snapshot.clusters().orElseThrow(() -> none(snapshot));
      if (sheet != null && target != null) {
        target.requireWritable();
        NotedPicture.write(
            sheet,
            PictureConversion.grid(kept.means(), COLUMNS, GAP, BACKGROUND),
            Map.of("Title", "Mean pictures of the clusters of " + run.id()));
      }
      tell(run, snapshot, kept);
      return Main.DONE;
    }
  }

  private static StudioException none(Snapshot snapshot) {
    return new StudioException(
        snapshot.recipe().method().clustered()
            ? "No clusters are made yet at "
                + snapshot.label()
                + ": they are after method.clusters.first images. Choose a later checkpoint."
            : "This run has no clusters: its method.clusters.count is 0, or method.conditional is false.");
  }

  private void tell(RunFolder run, Snapshot snapshot, KeptClusters kept) {
    List<String> names = snapshot.latent().classNames();
    double[] shares = kept.shares();
    List<Map<String, Object>> each = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", names.get(i));
      one.put("pictures", kept.sizes().get(i));
      one.put("share", shares[i]);
      each.add(one);
      lines.add(
          English.of(
              "%-11s %,9d pictures  %5.1f %%",
              names.get(i), kept.sizes().get(i), PERCENT * shares[i]));
    }
    Map<String, Object> told =
        told(new CurveStore(run.path(), run.events(), home.caches()).refresh(console).curves());
    told.forEach((key, value) -> lines.add(English.of("%-18s %.3f", key, value)));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", run.id());
    document.put("step", snapshot.step());
    document.put("clusters", each);
    document.put("last", told);
    document.put("out", out == null ? null : out.toString());
    console.result(
        document,
        English.of("%s of %s", snapshot.label(), run.id())
            + System.lineSeparator()
            + String.join(System.lineSeparator(), lines)
            + (out == null ? "" : System.lineSeparator() + "Their means are in " + out));
  }

  /** What the log told last of how well they agree with labels, and how much they move. */
  private static Map<String, Object> told(RunCurves curves) {
    Map<String, Object> told = new LinkedHashMap<>();
    for (String key : List.of("clusters.nmi", "clusters.purity", "clusters.moved")) {
      curves.series(key).map(Series::last).ifPresent(value -> told.put(key, value));
    }
    return told;
  }
}
