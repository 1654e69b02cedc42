package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.metrics.ToyEvaluation.FRESH;
import static studio.saddlepoint.metrics.ToyEvaluation.N;
import static studio.saddlepoint.metrics.ToyEvaluation.NEW;
import static studio.saddlepoint.metrics.ToyEvaluation.TRAIN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.distribution.Statistics;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.ToyImages;
import studio.saddlepoint.metrics.metric.ClassesMetric;
import studio.saddlepoint.metrics.metric.MemorisationMetric;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.neighbour.PairMetrics;

class EveryMetricTest {
  @TempDir static Path caches;

  private static ToyEvaluation toy;

  @BeforeAll
  static void open() {
    toy = new ToyEvaluation(caches);
  }

  @Test
  void measuresAllOfFreshImages() {
    EvaluationResult result = toy.classified(FRESH, new LinkedHashSet<>(Metrics.ALL));
    List<String> names = new ArrayList<>();
    for (Metric metric : Metrics.ALL) {
      names.addAll(metric.valueNames());
    }
    names.removeAll(List.of("ppl_z", "ppl_w", "log_likelihood", "bits_per_dimension"));
    RealismScores realism = result.realism().orElseThrow();
    assertEquals(result.values().get("realism"), Statistics.median(realism.scores()), "of all");
    assertEquals(12, realism.least().size());
    assertEquals(
        Arrays.stream(realism.scores()).max().orElseThrow(), realism.most().get(0).score());
    RealismScores.Scored least = realism.least().get(0);
    assertEquals(Arrays.stream(realism.scores()).min().orElseThrow(), least.score());
    assertEquals(realism.scores()[least.index()], least.score());
    assertEquals(names, List.copyOf(result.values().keySet()));
    result.values().forEach((name, value) -> assertTrue(Double.isFinite(value), name));
    Map<String, Double> values = result.values();
    assertTrue(values.get("fid_infinity") < values.get("fid"), values.toString());
    assertEquals(0, values.get("kid"), 4 * values.get("kid_deviation"));
    assertEquals(4, values.get("inception_score"), 0.3);
    assertEquals(1, values.get("mode_coverage"));
    assertEquals(0, values.get("class_kl"), 0.05);
    assertTrue(values.get("fairness") > 0.85, values.toString());
    assertTrue(values.get("density") > 0.6 && values.get("coverage") > 0.8, values.toString());
    assertEquals(1, values.get("memorisation"), 0.15);
    assertEquals(1, values.get("checkerboard"), 0.1);
    assertTrue(values.get("realism") > 0.8 && values.get("realism") < 3, values.toString());
    assertEquals(
        Set.of(
            "fid", "precision", "recall", "f1", "density", "coverage", "memorisation", "realism"),
        result.intervals().keySet());
    result
        .intervals()
        .forEach(
            (name, interval) -> {
              double value = values.get(name);
              assertTrue(
                  interval.low() <= value && value <= interval.high(),
                  name + " " + value + " " + interval);
              assertTrue(interval.low() < interval.high(), name + interval);
            });
    assertTrue(
        result.how().sentence().contains("memorisation against test"),
        "how it was made: " + result.how().sentence());
    assertTrue(
        result.warnings().stream().anyMatch(each -> each.text().contains("takes the generator")),
        result.warnings().toString());
  }

  @Test
  void findsCopiesOfTrainingImages() {
    // A third of the images are copies.
    ImageSource copies = TRAIN.generated(IntStream.range(0, N).toArray());
    ImageSource fresh = FRESH;
    ImageSource mixed =
        new ImageSource() {
          @Override
          public studio.saddlepoint.data.ImageShape shape() {
            return ToyImages.SHAPE;
          }

          @Override
          public float[] images(int from, int count) {
            float[] pixels = new float[count * ToyImages.SHAPE.pixels()];
            for (int i = 0; i < count; i++) {
              ImageSource source = (from + i) % 3 == 0 ? copies : fresh;
              float[] one = source.images(from + i, 1);
              System.arraycopy(one, 0, pixels, i * one.length, one.length);
            }
            return pixels;
          }
        };
    EvaluationResult result = toy.classified(mixed, Set.of(MemorisationMetric.MEMORISATION));
    assertEquals(12, result.neighbours().size());
    for (Neighbours each : result.neighbours()) {
      assertEquals(PairMetrics.NEAREST, each.nearest().size());
      assertEquals(0, each.distances()[0]);
      assertTrue(
          Arrays.equals(each.generated().argb(), each.nearest().get(0).argb()),
          "the copied picture itself");
    }
    double all =
        toy.classified(copies, Set.of(MemorisationMetric.MEMORISATION))
            .values()
            .get("memorisation");
    assertEquals(0, all);
  }

  @Test
  void seesWhichClassesAreMissing() {
    int[] ofFirstClass =
        IntStream.range(0, NEW.size()).filter(i -> NEW.label(i) == 0).limit(50).toArray();
    int[] repeated = IntStream.range(0, N).map(i -> ofFirstClass[i % 50]).toArray();
    EvaluationResult result =
        toy.classified(NEW.generated(repeated), Set.of(ClassesMetric.CLASSES));
    assertEquals(0.25, result.values().get("mode_coverage"));
    ClassBalance classes = result.classes().orElseThrow();
    assertEquals(TRAIN.classNames(), classes.names());
    assertEquals(1, classes.generated()[0], 0.02);
    assertEquals(classes.real()[0], result.values().get("fairness"), 0.02);
    assertEquals(-Math.log(classes.real()[0]), result.values().get("class_kl"), 0.1);
  }

  @Test
  void everyMetricSaysWhatItIs() {
    Set<String> names = new HashSet<>();
    for (Metric metric : Metrics.ALL) {
      assertFalse(metric.label().isBlank());
      assertTrue(metric.meaning().endsWith("."), metric.meaning());
      assertFalse(metric.valueNames().isEmpty());
      metric.valueNames().forEach(name -> assertTrue(names.add(name), name));
    }
  }
}
