package studio.saddlepoint.train.diagnosis.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.train.diagnosis.Evidence;
import studio.saddlepoint.train.diagnosis.Finding;
import studio.saddlepoint.train.diagnosis.Probe;
import studio.saddlepoint.train.diagnosis.Trace;

/** Evidence made up for a test. */
final class Case {
  private Recipe recipe = Recipe.defaults();
  private long imagesSeen = 100_000;
  private int looks = 8;
  private final Map<String, Trace> traces = new LinkedHashMap<>();
  private final Map<String, double[]> probed = new LinkedHashMap<>();

  Case with(String key, Object value) {
    recipe = recipe.with(key, value);
    return this;
  }

  Case imagesSeen(long images) {
    imagesSeen = images;
    return this;
  }

  Case looks(int count) {
    looks = count;
    return this;
  }

  /** A step's number that stays the same. */
  Case steps(String key, double value) {
    return steps(key, value, value);
  }

  /** A step's number with other means before. */
  Case steps(String key, double now, double before) {
    double[] recent = new double[20];
    Arrays.fill(recent, now);
    traces.put(key, new Trace(recent, new double[] {before, before, now}));
    return this;
  }

  /** A number of the looks; the last of the values is that of all further looks. */
  Case probe(String key, double... values) {
    probed.put(key, values);
    return this;
  }

  Evidence evidence() {
    List<Probe> probes = new ArrayList<>();
    for (int i = 0; i < looks; i++) {
      int look = i;
      Map<String, Double> values = new LinkedHashMap<>();
      values.put(Probe.FEATURES, 1.0);
      values.put(Probe.PICTURES, 256.0);
      probed.forEach((key, all) -> values.put(key, all[Math.min(look, all.length - 1)]));
      probes.add(new Probe(100L * (i + 1), values));
    }
    return new Evidence(recipe, 100L * looks, imagesSeen, traces, probes);
  }

  Optional<Finding> look(String kind) {
    return Diagnoses.of(kind).orElseThrow().look(evidence());
  }
}
