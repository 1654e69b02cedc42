package studio.saddlepoint.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.saddlepoint.bench.MetricBenchmarks;
import studio.saddlepoint.core.English;
import studio.saddlepoint.torch.TorchEngine;

/** Measures how fast metrics are. */
@Command(
    name = "metrics",
    description = {
      "Measures how fast metrics are on this computer, with made-up features.",
      "The peak of memory is that of the whole process after precision and recall, both sides' features included."
    })
final class BenchMetricsCommand implements Callable<Integer> {
  private static final double GIGABYTE = 1e9;
  private static final int FEW = 500;
  private static final int CLASSIFIED = 6_400;
  private static final int ALL_CLASSIFIED = 50_000;

  private final CommandOutput console;

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Images on each side; default: ${DEFAULT-VALUE}.")
  private int images = 10_000;

  @Option(
      names = "--features",
      paramLabel = "N",
      defaultValue = "2048",
      description = "Numbers in a feature; default: ${DEFAULT-VALUE}.")
  private int features = 2_048;

  @Option(
      names = "--each",
      description = "Measures each metric alone, too: all there are but path lengths.")
  private boolean each;

  private final Map<String, Object> document = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  BenchMetricsCommand(CommandOutput console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (images < 10 || features < 1) {
      throw new BadUse(
          English.of(
              "--images must be at least 10 and --features at least 1, but they are %d and %d.",
              images, features));
    }
    MetricBenchmarks benchmarks = new MetricBenchmarks(images, features, console);
    document.put("engine", TorchEngine.describe());
    document.put("images", images);
    document.put("features", features);
    lines.add(text("%,d images on each side, %,d features each:", images, features));
    row("precisionRecall", benchmarks.precisionRecall(), "precision and recall");
    MetricBenchmarks.peakBytes()
        .ifPresent(
            peak -> {
              document.put("precisionRecallPeakBytes", peak);
              lines.add(text("  peak of memory %.2f GB", peak / GIGABYTE));
            });
    row("neighbours", benchmarks.neighbours(), "with density, coverage, realism and neighbours");
    row("kid", benchmarks.kid(), "KID");
    row("statistics", benchmarks.statistics(), "mean and covariance, streamed");
    row("fidDistance", benchmarks.frechet(2 * features), "FID distance");
    row("fidDistanceSingular", benchmarks.frechet(FEW), "FID distance of singular covariances");
    row("fidInterval", benchmarks.frechetInterval(), "interval of FID");
    if (each) {
      Map<String, Object> alone = new LinkedHashMap<>();
      lines.add("each metric alone, without intervals:");
      benchmarks
          .each()
          .forEach(
              (metric, cost) -> {
                alone.put(metric.key(), cost.seconds());
                lines.add(line(metric.label(), cost));
              });
      document.put("eachSeconds", alone);
    }
    double speed = benchmarks.classifierSpeed(CLASSIFIED);
    document.put("classifierImagesPerSecond", speed);
    lines.add(
        text(
            "classifier, 32x32 in colour: %,.0f images/s, 50,000 in %.1f s",
            speed, ALL_CLASSIFIED / speed));
    console.result(document, String.join(System.lineSeparator(), lines));
    return Main.DONE;
  }

  private void row(String key, MetricBenchmarks.Cost cost, String what) {
    document.put(key + "Seconds", cost.seconds());
    document.put(key + "ProcessorSeconds", cost.processorSeconds());
    lines.add(line(what, cost));
  }

  private static String line(String what, MetricBenchmarks.Cost cost) {
    return text(
        "  %-48s %6.2f s %6.1f s of processors", what, cost.seconds(), cost.processorSeconds());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ENGLISH, format, values);
  }
}
