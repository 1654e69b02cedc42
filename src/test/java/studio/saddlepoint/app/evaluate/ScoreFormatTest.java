package studio.saddlepoint.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.evaluate.model.ReferenceKind;
import studio.saddlepoint.app.evaluate.parts.ScoreText;
import studio.saddlepoint.app.evaluate.result.ClassHistogram;
import studio.saddlepoint.metrics.*;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.distribution.Interval;
import studio.saddlepoint.metrics.extractor.InceptionKind;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.InceptionScoreMetric;
import studio.saddlepoint.metrics.metric.MemorisationMetric;
import studio.saddlepoint.metrics.metric.MetricValue;
import studio.saddlepoint.metrics.metric.PrecisionRecallMetric;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.metrics.record.*;
import studio.saddlepoint.run.event.SettingsJson;

class ScoreFormatTest {
  private static final MetricProtocol HOW =
      new MetricProtocol(
          Made.settings("pixels | grey", 512, "fid", "kid")
              .with("kid_subsets", 100L)
              .with("kid_subset_size", 256L));

  private static final Warning COARSE =
      new Warning(
          "Fewer than 1,000 images: seen coarsely.",
          Set.of(PrecisionRecallMetric.PRECISION_RECALL));

  private static List<ScoreGroup> groups() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("fid", 23.456);
    values.put("kid", 0.0012);
    values.put("kid_deviation", 0.0003);
    values.put("class_kl", Double.POSITIVE_INFINITY);
    EvaluationResult result =
        new EvaluationResult(
            values,
            Map.of("fid", new Interval(20, 27)),
            Optional.empty(),
            List.of(),
            HOW,
            Duration.ofSeconds(1),
            List.of());
    return ScoreGroup.of(List.of(Made.score(HOW, result.withIntervals())));
  }

  private static ScoreReport report() {
    List<ScoreGroup> groups = groups();
    return new ScoreReport(
        "dcgan-1",
        "DCGAN",
        groups,
        Map.of(
            groups.get(0).rows().get(0),
            new EvaluationRecord.Details(
                List.of(
                    new Warning(
                        "Fewer than 2,048 samples: FID is biased upwards, the more so the fewer they are. Compare only FIDs of the same number.")),
                Optional.of(
                    new ClassBalance(
                        List.of("cat", "a|b"), new double[] {0.5, 0.5}, new double[] {0.9, 0.1})),
                List.of(
                    new EvaluationRecord.Near(new double[] {1.25, 2}, Double.POSITIVE_INFINITY)),
                new double[] {1.5, Double.POSITIVE_INFINITY})),
        Map.of(MetricCurveKind.TRUNCATION, curve()));
  }

  private static CurveRecord curve() {
    return new CurveRecord(
        500,
        true,
        new Curve(
            "Precision and recall over truncation (pixels)",
            Made.settings("pixels", 512, "precision_recall").without("truncation"),
            "truncation threshold",
            List.of("precision", "recall"),
            List.of(
                new CurvePoint(0.5, new double[] {0.9, 0.25}, List.of(COARSE)),
                new CurvePoint(Double.POSITIVE_INFINITY, new double[] {0.8, 0.5}, List.of())),
            List.of(new Warning("A rough guess."))));
  }

  @Test
  void csvHoldsDeviationsAndIntervalsBesideTheirMeasures() {
    assertEquals(
        "step,weights,time,fid,fid.low,fid.high,kid,kid_deviation,class_kl,how,warnings,"
            + "metrics,extractor,features,fake_kind,fake_count,real_kind,real_name,real_count,"
            + "real_whole,truncation,kid_subsets,kid_subset_size\r\n"
            + "500,averaged,2026-11-01T12:00:00Z,23.456,20.0,27.0,0.0012,3.0E-4,Infinity,\""
            + HOW.sentence()
            + "\",\"Fewer than 2,048 samples: FID is biased upwards, the more so the fewer they are. Compare only FIDs of the same number.\",fid; kid,pixels | grey,96,samples,512,split,train,4096,true,none,100,256\r\n",
        ScoreFormat.CSV.write(report()));
  }

  @Test
  void jsonIsReadBackWithIntervalsApart() {
    JsonObject all = JsonParser.parseString(ScoreFormat.JSON.write(report())).getAsJsonObject();
    assertEquals("dcgan-1", all.get("run").getAsString());
    JsonObject score = all.getAsJsonArray("scores").get(0).getAsJsonObject();
    assertEquals(23.456, score.getAsJsonObject("values").get("fid").getAsDouble());
    assertFalse(score.getAsJsonObject("values").has("fid.low"));
    assertEquals("Infinity", score.getAsJsonObject("values").get("class_kl").getAsString());
    assertEquals(
        27, score.getAsJsonObject("intervals").getAsJsonObject("fid").get("high").getAsDouble());
    assertEquals(HOW.sentence(), score.get("how").getAsString());
    JsonObject settings = score.getAsJsonObject("settings");
    assertEquals(512, settings.get("fake_count").getAsInt());
    assertEquals("[\"fid\",\"kid\"]", settings.getAsJsonArray("metrics").toString());
    assertEquals(HOW.settings(), SettingsJson.read(settings));
  }

  @Test
  void jsonHoldsClassesNeighboursAndCurves() {
    JsonObject all = JsonParser.parseString(ScoreFormat.JSON.write(report())).getAsJsonObject();
    JsonObject score = all.getAsJsonArray("scores").get(0).getAsJsonObject();
    assertTrue(score.getAsJsonArray("warnings").get(0).getAsString().contains("biased"));
    assertEquals(
        0.9, score.getAsJsonArray("classes").get(0).getAsJsonObject().get("fake").getAsDouble());
    JsonObject near = score.getAsJsonArray("neighbours").get(0).getAsJsonObject();
    assertEquals(1.25, near.getAsJsonArray("distances").get(0).getAsDouble());
    assertEquals("Infinity", near.get("realism").getAsString());
    assertEquals("[1.5,\"Infinity\"]", score.getAsJsonArray("realism").toString());
    JsonObject curve = all.getAsJsonArray("curves").get(0).getAsJsonObject();
    assertEquals("truncation", curve.get("kind").getAsString());
    assertEquals("averaged", curve.get("weights").getAsString());
    assertEquals("[0.5,0.9,0.25]", curve.getAsJsonArray("points").get(0).toString());
    assertEquals("[\"Infinity\",0.8,0.5]", curve.getAsJsonArray("points").get(1).toString());
    assertEquals("pixels", curve.getAsJsonObject("settings").get("extractor").getAsString());
    assertEquals(
        "[{\"text\":\"A rough guess.\",\"about\":[]},{\"text\":\"Fewer than 1,000 images: seen"
            + " coarsely.\",\"about\":[\"PRECISION_RECALL\"],\"points\":[0]}]",
        curve.getAsJsonArray("warnings").toString());
  }

  @Test
  void markdownIsATableForEachWayOfMeasuring() {
    String text = ScoreFormat.MARKDOWN.write(report());
    assertTrue(text.startsWith("# DCGAN (dcgan-1)\n\n**pixels | grey, 512 vs train"), text);
    assertTrue(text.contains("| extractor | pixels \\| grey |\n"), text);
    assertTrue(text.contains("| fake_count | 512 |\n"), text);
    assertTrue(text.contains("| Step | Weights | FID | KID | Class KL |\n"), text);
    assertTrue(
        text.contains("| 500 | averaged | 23.46 (20.00 to 27.00) | 0.00120 ± 0.00030 | ∞ |\n"),
        text);
  }

  @Test
  void markdownHoldsClassesNeighboursAndCurves() {
    String text = ScoreFormat.MARKDOWN.write(report());
    assertTrue(
        text.contains(
            "- Fewer than 2,048 samples: FID is biased upwards, the more so the fewer they are. Compare only FIDs of the same number.\n"),
        text);
    assertTrue(text.contains("| Class | Real | Generated |\n| --- | --- | --- |\n"), text);
    assertTrue(text.contains("| cat | 50.0 % | 90.0 % |\n| a\\|b | 50.0 % | 10.0 % |"), text);
    assertTrue(text.contains("| Distance 1 | Distance 2 | Realism |\n"), text);
    assertTrue(text.contains("| 1.250 | 2.000 | ∞ |\n"), text);
    assertTrue(text.contains("| truncation threshold | Precision | Recall |\n"), text);
    assertTrue(text.contains("over truncation (pixels), step 500, averaged weights"), text);
    assertTrue(
        text.contains(
            "- Truncation 0.5: Fewer than 1,000 images: seen coarsely.\n- A rough guess.\n"),
        text);
  }

  private static final String SAME =
      ",precision_recall,pixels,96,samples,512,split,train,4096,true\r\n";

  @Test
  void pointsOfACurveAreSavedAsLines() {
    assertEquals(
        "truncation_threshold,precision,recall,warnings,metrics,extractor,features,fake_kind,"
            + "fake_count,real_kind,real_name,real_count,real_whole\r\n"
            + "0.5,0.9,0.25,\"Fewer than 1,000 images: seen coarsely.\""
            + SAME
            + "Infinity,0.8,0.5,"
            + SAME,
        curve().csv());
  }

  @Test
  void scoresGiveBackTheirIntervals() {
    Map<String, Double> all = groups().get(0).rows().get(0).values();
    assertEquals(Map.of("fid", new Interval(20, 27)), ScoreValues.intervals(all));
    assertFalse(ScoreValues.values(all).containsKey("fid.high"));
  }

  @Test
  void everyMeasureHasANameAnExplanationAndAMeaning() {
    for (Measure measure : Measure.ALL) {
      assertFalse(ValueText.name(measure.key()).isBlank());
      assertFalse(Messages.text("evaluate.measure." + measure.key() + ".tip").isBlank());
      if (measure.scale() != MetricValue.Scale.PERCENT
          && measure.scale() != MetricValue.Scale.MILLISECONDS) {
        assertFalse(ScoreText.meaning(measure.key(), 0.7).isBlank(), "meaning of " + measure.key());
      }
    }
  }

  @Test
  void whatIsComparedWithDecidesWhatCanBeMeasured() {
    assertTrue(ReferenceKind.TRAIN.allows(MemorisationMetric.MEMORISATION, PixelKind.PIXELS));
    assertFalse(ReferenceKind.FOLDER.allows(MemorisationMetric.MEMORISATION, PixelKind.PIXELS));
    assertFalse(
        ReferenceKind.STATISTICS.allows(
            PrecisionRecallMetric.PRECISION_RECALL, InceptionKind.INCEPTION));
    assertTrue(ReferenceKind.STATISTICS.allows(FidMetric.FID, InceptionKind.INCEPTION));
    assertFalse(ReferenceKind.TRAIN.allows(InceptionScoreMetric.INCEPTION_SCORE, PixelKind.PIXELS));
  }

  @Test
  void ofManyClassesThoseThatDifferMostAreShown() {
    List<String> names = java.util.stream.IntStream.range(0, 30).mapToObj(i -> "c" + i).toList();
    double[] real = new double[30];
    double[] generated = new double[30];
    java.util.Arrays.fill(real, 1 / 30.0);
    java.util.Arrays.fill(generated, 1 / 30.0);
    generated[29] = 0.3;
    generated[3] = 0;
    List<Integer> shown = ClassHistogram.shown(new ClassBalance(names, real, generated));
    assertEquals(ClassHistogram.MOST, shown.size());
    assertTrue(shown.contains(29) && shown.contains(3));
    assertEquals(shown.stream().sorted().toList(), shown);
  }
}
