package studio.saddlepoint.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.LeftOut;
import studio.saddlepoint.data.PreparedImages;
import studio.saddlepoint.data.SizeCount;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.recipe.FolderMeaning;

/** Tells what is in a data set. */
@Command(name = "info", description = "Tells what is in a data set, reading every image once.")
final class DataInfoCommand implements Callable<Integer> {
  private static final int LISTED = 10;
  private static final int SIZE = 32;

  private final CommandOutput console;
  private final Home home;

  @Parameters(
      paramLabel = "PATH",
      description =
          "strokes, shapes, the name of a well-known data set (see data get), or the path of a folder or zip of images, IDX files or CIFAR.")
  private String path = "";

  @Option(
      names = "--folders",
      paramLabel = "MEANING",
      description =
          "What folders in it mean: classes (pictures beside them are left out), or together (all pictures as one, without classes). Default: classes.")
  private String folders = FolderMeaning.CLASSES.id();

  DataInfoCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    DataSettings data = new DataSettings(DataSource.of(path, home), SIZE, false, meaning(folders));
    DataSummary summary = DataSets.inspect(data, home.caches(), console);
    console.result(document(summary), text(summary));
    return Main.DONE;
  }

  /**
   * What folders mean, by its name on the command line.
   *
   * @throws BadUse if there is no such meaning
   */
  static FolderMeaning meaning(String id) {
    return Stream.of(FolderMeaning.values())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new BadUse("--folders is " + id + ": write classes or together."));
  }

  private static Map<String, Object> document(DataSummary summary) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", summary.name());
    document.put("kind", summary.kindTitle());
    document.put("path", summary.path().map(PathNames::text).orElse(null));
    document.put("bytes", summary.bytes());
    document.put("images", images(summary));
    document.put("trainImages", summary.trainImages());
    document.put("testImages", summary.testImages());
    document.put("testIsTrain", summary.testIsTrain());
    document.put("channels", summary.channels());
    document.put("originalSizes", summary.originalSizes());
    document.put("imagesOfOtherSizes", ofOtherSizes(summary));
    document.put("classes", summary.classes());
    document.put("problems", problems(summary));
    document.put("passedOver", summary.passedOver());
    document.put("notes", summary.notes());
    PreparedImages prepared = summary.prepared();
    document.put("fingerprint", prepared.fingerprint());
    Map<String, Object> cache = new LinkedHashMap<>();
    cache.put("file", prepared.file().map(PathNames::text).orElse(null));
    cache.put("format", prepared.format());
    cache.put("bytes", prepared.bytes());
    ImageShape shape = prepared.shape();
    cache.put("shape", List.of(shape.channels(), shape.height(), shape.width()));
    document.put("cache", cache);
    return document;
  }

  private record Problem(String file, String reason) {}

  private static List<Problem> problems(DataSummary summary) {
    return summary.problems().stream()
        .map(each -> new Problem(each.file(), each.reason()))
        .toList();
  }

  private static int images(DataSummary summary) {
    return summary.trainImages() + (summary.testIsTrain() ? 0 : summary.testImages());
  }

  /** Only the most frequent sizes are told one by one. */
  private static int ofOtherSizes(DataSummary summary) {
    int told = summary.originalSizes().stream().mapToInt(SizeCount::images).sum();
    return Math.max(0, images(summary) - told);
  }

  private static String text(DataSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(Escapes.name(summary.name()) + ", " + summary.kindTitle());
    lines.add(
        English.count(summary.trainImages(), "image")
            + (summary.testIsTrain()
                ? ", too few to hold any back"
                : English.of(" to learn from, %,d held back", summary.testImages())));
    lines.add(summary.channels() == 1 ? "grey" : "colour");
    lines.add(
        "sizes: "
            + summary.originalSizes().stream()
                .limit(LISTED)
                .map(
                    size ->
                        size.width() + "x" + size.height() + " (" + grouped(size.images()) + ")")
                .collect(Collectors.joining(", "))
            + more(
                summary.originalSizes().size() - LISTED,
                ", and ",
                summary.originalSizes().size() == LISTED + 1 ? " more size" : " more sizes"));
    lines.add(
        summary.classes().isEmpty()
            ? "no classes"
            : "classes: "
                + summary.classes().stream()
                    .map(each -> Escapes.name(each.name()) + " (" + grouped(each.train()) + ")")
                    .collect(Collectors.joining(", ")));
    if (!summary.problems().isEmpty()) {
      lines.add(English.count(summary.problems().size(), "file") + " left out:");
      List<LeftOut> reasons = LeftOut.of(summary.problems());
      for (LeftOut each : reasons.subList(0, Math.min(LISTED, reasons.size()))) {
        if (each.count() == each.names().size()) {
          each.names().forEach(name -> lines.add("  " + Escapes.name(name + ": " + each.reason())));
        } else {
          lines.add("  " + Escapes.name(each.text()));
        }
      }
      int rest = reasons.stream().skip(LISTED).mapToInt(LeftOut::count).sum();
      if (rest > 0) {
        lines.add(more(rest, "  and ", " more (see --json)"));
      }
    }
    if (summary.besideFolders() > 0) {
      lines.add("to have all pictures as one, without classes: --folders together");
      lines.add("  (to train so: --set data.folders=together)");
    }
    if (!summary.passedOver().isEmpty()) {
      lines.add("passed over:");
      summary.passedOver().forEach(each -> lines.add("  " + Escapes.name(each.text())));
    }
    lines.addAll(summary.notes());
    return String.join(System.lineSeparator(), lines);
  }

  private static String more(int count, String before, String after) {
    return count > 0 ? before + grouped(count) + after : "";
  }

  private static String grouped(int number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
