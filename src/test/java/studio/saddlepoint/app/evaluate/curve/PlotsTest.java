package studio.saddlepoint.app.evaluate.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.app.chart.Plot;
import studio.saddlepoint.metrics.*;
import studio.saddlepoint.metrics.metric.FidInfinityMetric;
import studio.saddlepoint.metrics.metric.PrecisionRecallMetric;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.metrics.record.CurveRecord;
import studio.saddlepoint.metrics.record.Made;
import studio.saddlepoint.metrics.record.MetricCurveKind;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;

class PlotsTest {
  private static final Warning COARSE =
      new Warning(
          "Fewer than 1,000 images: seen coarsely.",
          Set.of(PrecisionRecallMetric.PRECISION_RECALL));
  private static final Warning WHOLE =
      new Warning("A rough guess.", Set.of(FidInfinityMetric.FID_INFINITY));

  private static final Curve TRUNCATION =
      new Curve(
          "Precision and recall (pixels, N = 512)",
          Made.settings("pixels", 512, "precision_recall"),
          "truncation threshold",
          List.of("precision", "recall"),
          List.of(
              new CurvePoint(0.5, new double[] {0.9, 0.1}, List.of(COARSE)),
              new CurvePoint(1, new double[] {Double.NaN, 0.4}, List.of()),
              new CurvePoint(Double.POSITIVE_INFINITY, new double[] {0.7, 0.6}, List.of())),
          List.of(WHOLE));

  @Test
  void precisionIsDrawnAgainstRecallAndPointsSayTheirTruncation() {
    Plot plot = Plots.of(MetricCurveKind.TRUNCATION, TRUNCATION);
    List<Plot.Point> points = plot.lines().get(0).points();
    assertEquals(List.of("0.5", "none"), points.stream().map(Plot.Point::label).toList());
    assertEquals(0.1, points.get(0).x());
    assertEquals(0.9, points.get(0).y());
    assertEquals("Truncation 0.5: precision 0.900, recall 0.100", points.get(0).words());
  }

  @Test
  void fidAgainstSamplesShowsWhereItLeadsTo() {
    List<CurvePoint> points =
        List.of(100.0, 200.0, 400.0, 800.0).stream()
            .map(n -> new CurvePoint(n, new double[] {12 + 500 / n}, List.of()))
            .toList();
    Plot plot =
        Plots.of(
            MetricCurveKind.SAMPLES,
            new Curve("FID", ScoreSettings.NONE, "samples", List.of("fid"), points, List.of()));
    assertEquals(2, plot.lines().size());
    assertEquals("FID∞ 12.00", plot.lines().get(1).name());
    assertTrue(plot.lines().get(1).limit());
  }

  @Test
  void averagedAndRawWeightsAreLinesOfTheirOwn() {
    Plot plot =
        Plots.steps(
            List.of(score(200, "raw", 9), score(100, "averaged", 8), score(100, "raw", 10)),
            "fid",
            row -> List.of());
    assertEquals(List.of("Averaged", "Raw"), plot.lines().stream().map(Plot.Line::name).toList());
    assertEquals(
        List.of(100.0, 200.0), plot.lines().get(1).points().stream().map(Plot.Point::x).toList());
  }

  @Test
  void pointOverTheStepsTellsItsInterval() {
    ScoreCard card =
        Made.score(
            2000,
            "raw",
            Made.told("FID (x)"),
            Map.of("fid", 23.456, "fid.low", 20.0, "fid.high", 27.0));
    assertEquals(
        "Step 2,000: 23.46 (20.00 to 27.00)",
        Plots.steps(List.of(card), "fid", row -> List.of()).lines().get(0).points().get(0).words());
  }

  private static ScoreCard score(long step, String weights, double fid) {
    return Made.score(step, weights, Made.told("FID (x)"), Map.of("fid", fid));
  }

  @Test
  void curvesOfEarlierVersionsStillOpen(@TempDir Path folder) throws Exception {
    RunFolder run = RunFolder.create(folder, Recipe.defaults());
    Path file = run.path().resolve("curves").resolve("samples.json");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
                {"step":9,"averaged":false,"title":"FID against N (pixels)","xLabel":"samples",
                 "series":["fid"],"points":[[100.0,30.0],[2048.0,"NaN"]]}
                """);
    Curve kept = CurveRecord.load(run, MetricCurveKind.SAMPLES).orElseThrow().curve();
    assertEquals(30, kept.points().get(0).values()[0]);
    assertEquals(
        List.of(
            "Fewer than 2,048 samples: FID is biased upwards, the more so the fewer they are. Compare only FIDs of the same number."),
        Warning.texts(kept.points().get(0).warnings()));
    assertTrue(kept.points().get(1).warnings().isEmpty());
    assertTrue(kept.settings().empty());
  }

  @Test
  void onlyWarningsAboutTheirValueMarkPoints() {
    Warning coarse = new Warning("The features are coarse.");
    assertFalse(new Plot.Point(1, 2, "", "", "", List.of()).doubtful());
    assertFalse(new Plot.Point(1, 2, "", "", "", List.of(coarse)).doubtful());
    assertTrue(new Plot.Point(1, 2, "", "", "", List.of(coarse, COARSE)).doubtful());
  }

  @Test
  void warningsNameThePointsThatTheyAreAbout() {
    Warning first = new Warning("first");
    Warning all = new Warning("all");
    List<Plot.Point> points =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    new Plot.Point(
                        i,
                        i,
                        "",
                        "p" + i,
                        "",
                        i < 4 ? List.of(first, all) : i == 5 ? List.of(WHOLE, all) : List.of(all)))
            .toList();
    Plot plot = new Plot("x", "y", List.of(new Plot.Line("", "series-a", points)));
    assertEquals(List.of("p0 to p3: first", "all", "p5: A rough guess."), plot.warnings());
  }

  @Test
  void scoreOverTheStepsWarnsOfItsOwnNumber() {
    MetricProtocol how = Made.measured("pixels", 512, "fid", "kid");
    ScoreCard card = Made.score(1, "raw", how, Map.of("fid", 1.0, "kid", 2.0));
    Plot plot = Plots.steps(List.of(card), "fid", row -> how.warnings());
    assertEquals(
        List.of(
            "Fewer than 2,048 samples: FID is biased upwards, the more so the fewer they are. Compare only FIDs of the same number."),
        plot.warnings());
    assertTrue(
        Plots.steps(List.of(card), "kid", row -> how.warnings())
            .warnings()
            .get(0)
            .contains("KID's subsets are small"));
  }

  @Test
  void curvesAreKeptWithTheRunAndDamagedOnesLeftOut(@TempDir Path folder) throws Exception {
    RunFolder run = RunFolder.create(folder, Recipe.defaults());
    assertTrue(CurveRecord.load(run, MetricCurveKind.TRUNCATION).isEmpty());
    new CurveRecord(700, true, TRUNCATION).save(run, MetricCurveKind.TRUNCATION);
    CurveRecord kept = CurveRecord.load(run, MetricCurveKind.TRUNCATION).orElseThrow();
    assertEquals(700, kept.step());
    assertTrue(kept.averaged());
    assertEquals(TRUNCATION.series(), kept.curve().series());
    assertEquals(TRUNCATION.settings(), kept.curve().settings());
    assertEquals(TRUNCATION.warnings(), kept.curve().warnings());
    assertEquals(List.of(COARSE), kept.curve().points().get(0).warnings());
    assertTrue(kept.curve().points().get(1).warnings().isEmpty());
    assertEquals(Double.POSITIVE_INFINITY, kept.curve().points().get(2).x());
    assertTrue(Double.isNaN(kept.curve().points().get(1).values()[0]));
    Path file = run.path().resolve("curves").resolve("truncation.json");
    Files.writeString(file, Files.readString(file).substring(0, 60));
    assertFalse(CurveRecord.load(run, MetricCurveKind.TRUNCATION).isPresent());
  }
}
