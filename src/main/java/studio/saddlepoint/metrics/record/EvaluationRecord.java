package studio.saddlepoint.metrics.record;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.metrics.*;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.ScoreCard;

/**
 * The findings of an evaluation beside its numbers, kept with the run: {@code
 * evaluations/1795344000000.json}, named by the score's time in milliseconds, and pictures of the
 * neighbours and of the most and least real samples beside it. The numbers themselves are in the
 * score.
 */
public final class EvaluationRecord {
  private static final String FOLDER = "evaluations";
  private static final String REALISM = "realism.png";
  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .setPrettyPrinting()
          .serializeSpecialFloatingPointValues()
          .create();

  /** The file's content. */
  private static final class Content {
    /** Whether there was a file. */
    transient boolean kept;

    long tookMillis;
    List<String> warnings = List.of();

    /** For each warning, the names of the metrics that it is about. */
    List<List<String>> about = List.of();

    @Nullable Classes classes;
    List<Row> neighbours = List.of();
    @Nullable RealismRecord realism;
  }

  /** Shares by class. */
  private record Classes(List<String> names, double[] real, double[] generated) {}

  /** A row of the picture: the generated one, then as many real ones as there are distances. */
  private record Row(double[] distances, String realism) {}

  /**
   * How near real pictures are to a generated one.
   *
   * @param distances to the nearest, nearest first
   * @param realism of the generated one
   */
  public record Near(double[] distances, double realism) {}

  /**
   * What is kept beside a score's numbers, without pictures.
   *
   * @param warnings what to bear in mind
   * @param classes shares by class
   * @param neighbours of some generated pictures, the most suspicious first
   * @param realism of each generated picture; empty where it was not measured
   */
  public record Details(
      List<Warning> warnings,
      Optional<ClassBalance> classes,
      List<Near> neighbours,
      double[] realism) {
    /** Nothing is kept. */
    static final Details NONE = new Details(List.of(), Optional.empty(), List.of(), new double[0]);

    /** Whether there is nothing to tell but single pictures' scores. */
    boolean empty() {
      return warnings.isEmpty() && classes.isEmpty() && neighbours.isEmpty();
    }
  }

  private EvaluationRecord() {}

  private static Path file(RunFolder run, Instant time, String ending) {
    return run.path().resolve(FOLDER).resolve(time.toEpochMilli() + "." + ending);
  }

  /**
   * Keeps all of an evaluation with its run: its numbers, then what it holds beside them. Each
   * extractor's numbers are a score of their own.
   *
   * @param step of which step
   * @param averaged of which weights
   * @param results one for each extractor
   * @throws studio.saddlepoint.core.StudioException if it cannot be written
   */
  public static void keep(
      RunFolder run, long step, boolean averaged, List<EvaluationResult> results) {
    Instant now = Instant.now();
    for (int i = 0; i < results.size(); i++) {
      // What is kept beside numbers is found by their time in milliseconds.
      ScoreCard card = results.get(i).score(now.plusMillis(i), step, averaged);
      run.saveScore(card);
      save(run, card, results.get(i));
    }
  }

  /**
   * Keeps what a result holds beside its numbers.
   *
   * @throws studio.saddlepoint.core.StudioException if it cannot be written
   */
  public static void save(RunFolder run, ScoreCard card, EvaluationResult result) {
    Content content = new Content();
    content.tookMillis = result.took().toMillis();
    content.warnings = Warning.texts(result.warnings());
    content.about =
        result.warnings().stream()
            .map(each -> each.about().stream().map(Metric::name).sorted().toList())
            .toList();
    result
        .classes()
        .ifPresent(
            each -> content.classes = new Classes(each.names(), each.real(), each.generated()));
    List<Picture> pictures = pictures(result.neighbours());
    if (!pictures.isEmpty()) {
      content.neighbours =
          result.neighbours().stream()
              .map(each -> new Row(each.distances(), Double.toString(each.realism())))
              .toList();
      PictureSheet.save(
          file(run, card.time(), "png"), pictures, pictures.size() / result.neighbours().size());
    }
    result
        .realism()
        .ifPresent(
            each -> content.realism = RealismRecord.save(file(run, card.time(), REALISM), each));
    RecordFile.write(file(run, card.time(), "json"), GSON.toJson(content) + "\n");
  }

  /** Row by row; none where they are of several sizes and fill no grid. */
  private static List<Picture> pictures(List<Neighbours> neighbours) {
    List<Picture> all =
        neighbours.stream()
            .flatMap(each -> Stream.concat(Stream.of(each.generated()), each.nearest().stream()))
            .toList();
    boolean even = neighbours.stream().map(each -> each.nearest().size()).distinct().count() == 1;
    return even && PictureSheet.fits(all) ? all : List.of();
  }

  /** What is kept beside a score's numbers; nothing where that cannot be read. */
  public static Details read(RunFolder run, ScoreCard card) {
    Content content = content(run, card);
    RealismRecord realism = content.realism;
    return new Details(
        warnings(content, card),
        classes(content),
        near(content),
        realism == null ? new double[0] : realism.scores());
  }

  private static Content content(RunFolder run, ScoreCard card) {
    try {
      Path file = file(run, card.time(), "json");
      Content found =
          Files.exists(file) ? GSON.fromJson(Files.readString(file), Content.class) : null;
      if (found != null) {
        found.kept = true;
        checkWhole(found);
        return found;
      }
      return new Content();
    } catch (IOException | RuntimeException e) {
      // The numbers are what counts, and they are in the score.
      return new Content();
    }
  }

  /** Refuses what could not be shown: another program, or a damaged disk, may have written it. */
  private static void checkWhole(Content content) {
    content.warnings.forEach(Objects::requireNonNull);
    warnings(content).forEach(Objects::requireNonNull);
    classes(content).ifPresent(each -> each.names().forEach(Objects::requireNonNull));
    near(content).forEach(each -> Objects.requireNonNull(each.distances));
    RealismRecord realism = content.realism;
    if (realism != null) {
      Objects.requireNonNull(realism.scores());
      realism.most().forEach(Objects::requireNonNull);
      realism.least().forEach(Objects::requireNonNull);
    }
  }

  private static List<Near> near(Content content) {
    return content.neighbours.stream()
        .map(each -> new Near(each.distances, Double.parseDouble(each.realism)))
        .toList();
  }

  /**
   * What to bear in mind of a score. Where the settings are known, they tell; of scores of earlier
   * versions, what was kept beside them, as far as it is about single numbers.
   */
  public static List<Warning> warnings(RunFolder run, ScoreCard card) {
    return Protocol.of(card) instanceof MetricProtocol measured
        ? measured.warnings()
        : warnings(content(run, card)).stream().filter(each -> !each.about().isEmpty()).toList();
  }

  /** All that was told with a score; what its settings tell where nothing was kept. */
  private static List<Warning> warnings(Content content, ScoreCard card) {
    return content.kept || !(Protocol.of(card) instanceof MetricProtocol measured)
        ? warnings(content)
        : measured.warnings();
  }

  private static List<Warning> warnings(Content content) {
    List<Warning> warnings = new ArrayList<>();
    for (int i = 0; i < content.warnings.size(); i++) {
      List<String> about = i < content.about.size() ? content.about.get(i) : List.of();
      warnings.add(new Warning(content.warnings.get(i), Metrics.named(about)));
    }
    return warnings;
  }

  private static Optional<ClassBalance> classes(Content content) {
    return Optional.ofNullable(content.classes)
        .map(each -> new ClassBalance(each.names, each.real, each.generated));
  }

  /** A score with what is kept of it: its numbers alone where that is all. */
  public static EvaluationResult load(RunFolder run, ScoreCard card) {
    Content content = content(run, card);
    List<Neighbours> neighbours = List.of();
    Optional<RealismScores> realism = Optional.empty();
    try {
      neighbours = neighbours(file(run, card.time(), "png"), content.neighbours);
      RealismRecord kept = content.realism;
      if (kept != null) {
        realism = Optional.of(kept.read(file(run, card.time(), REALISM)));
      }
    } catch (IOException | RuntimeException e) {
      // A damaged picture takes no number with it.
      neighbours = List.of();
    }
    return new EvaluationResult(
        ScoreValues.values(card.values()),
        ScoreValues.intervals(card.values()),
        classes(content),
        neighbours,
        realism,
        Protocol.of(card),
        Duration.ofMillis(content.tookMillis),
        warnings(content, card));
  }

  private static List<Neighbours> neighbours(Path file, List<Row> rows) throws IOException {
    if (rows.isEmpty() || !Files.exists(file)) {
      return List.of();
    }
    int columns = rows.get(0).distances.length + 1;
    List<Picture> pictures = PictureSheet.load(file, columns, rows.size());
    List<Neighbours> found = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      List<Picture> line = pictures.subList(row * columns, (row + 1) * columns);
      found.add(
          new Neighbours(
              line.get(0),
              line.subList(1, columns),
              rows.get(row).distances,
              Double.parseDouble(rows.get(row).realism)));
    }
    return found;
  }
}
