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
import studio.saddlepoint.bench.PhotoBenchmark;

/** Measures how much memory a folder of photos takes. */
@Command(
    name = "photos",
    description = {
      "Measures how fast photos of 4000x3000 pixels are made a data set and scored, and how much memory that takes.",
      "Scored are all photos as they are against ten of them, by FID of averaged pixels. The peak of the Java heap counts garbage, which Java lets grow up to the heap's limit; what is left after collections is what is needed, and tells whether that grows with the photos."
    })
final class BenchPhotosCommand implements Callable<Integer> {
  private static final double MEGABYTE = 1e6;

  private final CommandOutput console;

  @Option(
      names = "--n",
      paramLabel = "N",
      defaultValue = "200",
      description = "Photos; default: ${DEFAULT-VALUE}.")
  private int count = 200;

  private final Map<String, Object> document = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  BenchPhotosCommand(CommandOutput console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (count < PhotoBenchmark.FEWEST) {
      throw new BadUse("--n is " + count + ": it must be at least " + PhotoBenchmark.FEWEST + ".");
    }
    long heap = Runtime.getRuntime().maxMemory();
    document.put("photos", count);
    document.put("heapBytes", heap);
    lines.add(text("%,d photos of 4000x3000, Java heap %,.0f MB:", count, heap / MEGABYTE));
    try (PhotoBenchmark benchmark = new PhotoBenchmark(count, console)) {
      row("import", benchmark.importing(), "made a data set");
      row("score", benchmark.scoring(), "scored");
    }
    MetricBenchmarks.peakBytes()
        .ifPresent(
            peak -> {
              document.put("residentPeakBytes", peak);
              lines.add(text("peak of the whole process %,.0f MB", peak / MEGABYTE));
            });
    console.result(document, String.join(System.lineSeparator(), lines));
    return Main.DONE;
  }

  private void row(String key, PhotoBenchmark.Result result, String what) {
    document.put(key + "ImagesPerSecond", result.imagesPerSecond());
    document.put(key + "HeapPeakBytes", result.heapPeakBytes());
    result.heapLeftBytes().ifPresent(left -> document.put(key + "HeapLeftBytes", left));
    lines.add(
        text(
            "  %-16s %6.1f photos/s, Java heap: peak with garbage %,.0f MB, after collections %s",
            what,
            result.imagesPerSecond(),
            result.heapPeakBytes() / MEGABYTE,
            result.heapLeftBytes().isPresent()
                ? text("at most %,.0f MB", result.heapLeftBytes().getAsLong() / MEGABYTE)
                : "unknown: there was none"));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ENGLISH, format, values);
  }
}
