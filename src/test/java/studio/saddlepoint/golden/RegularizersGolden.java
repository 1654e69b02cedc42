package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.train.regularizer.FeatureMatching;
import studio.saddlepoint.train.regularizer.GradientPenalties;
import studio.saddlepoint.train.regularizer.HistoricalAveraging;
import studio.saddlepoint.train.regularizer.PathLength;

/** Golden operations of the terms added to a loss. */
final class RegularizersGolden {
  static final Map<String, GoldenOp> OPS =
      Map.of(
          "wgan_gp",
          RegularizersGolden::wganGp,
          "zero_centered_gp",
          RegularizersGolden::zeroCentered,
          "dragan",
          RegularizersGolden::dragan,
          "r1",
          run -> flat(run, "real"),
          "r2",
          run -> flat(run, "fake"),
          "feature_matching",
          RegularizersGolden::featureMatching,
          "historical_averaging",
          RegularizersGolden::historicalAveraging,
          "path_length",
          RegularizersGolden::pathLength);

  private RegularizersGolden() {}

  private static void wganGp(GoldenRun run) {
    Map<String, NDArray> weights = new LinkedHashMap<>();
    UnaryOperator<NDArray> critic = network(run, weights);
    NDArray at = between(run);
    put(
        run,
        critic,
        at,
        weights,
        GradientPenalties.toTarget(
            GradientPenalties.norms(critic, at), run.number("lambda"), run.number("target")));
  }

  private static void zeroCentered(GoldenRun run) {
    Map<String, NDArray> weights = new LinkedHashMap<>();
    UnaryOperator<NDArray> critic = network(run, weights);
    NDArray at = between(run);
    NDArray value =
        GradientPenalties.toZero(GradientPenalties.squaredNorms(critic, at), run.number("lambda"));
    put(run, critic, at, weights, value);
  }

  private static void dragan(GoldenRun run) {
    Map<String, NDArray> weights = new LinkedHashMap<>();
    UnaryOperator<NDArray> critic = network(run, weights);
    NDArray at =
        GradientPenalties.around(
            run.array("real"), run.array("noise"), run.array("alpha"), run.number("c"));
    NDArray value =
        GradientPenalties.toTarget(GradientPenalties.norms(critic, at), run.number("lambda"), 1);
    put(run, critic, at, weights, value);
  }

  private static void flat(GoldenRun run, String where) {
    Map<String, NDArray> weights = new LinkedHashMap<>();
    UnaryOperator<NDArray> critic = network(run, weights);
    NDArray at = run.array(where);
    NDArray value =
        GradientPenalties.toZero(
            GradientPenalties.squaredNorms(critic, at), run.number("gamma") / 2);
    put(run, critic, at, weights, value);
  }

  private static NDArray between(GoldenRun run) {
    return GradientPenalties.interpolates(
        run.array("real"), run.array("fake"), run.array("epsilon"));
  }

  private static void put(
      GoldenRun run,
      UnaryOperator<NDArray> critic,
      NDArray at,
      Map<String, NDArray> weights,
      NDArray value) {
    run.put("value", value);
    run.put("grad_norm", GradientPenalties.norms(critic, at));
    run.putGradients("grad_", value, weights);
  }

  private static void featureMatching(GoldenRun run) {
    NDArray fake = run.parameter("fake");
    NDArray real = run.array("real");
    NDArray value =
        run.text("norm").equals("l2")
            ? FeatureMatching.squared(real, fake)
            : FeatureMatching.absolute(real, fake);
    run.put("value", value);
    run.putGradients("grad_", value, Map.of("fake", fake));
  }

  private static void historicalAveraging(GoldenRun run) {
    NDArray w = run.parameter("w");
    NDArray b = run.parameter("b");
    List<NDArray> means = List.of(run.array("mean_w"), run.array("mean_b"));
    NDArray value = HistoricalAveraging.distance(List.of(w, b), means).mul(run.number("lambda"));
    run.put("value", value);
    run.putGradients("grad_", value, Map.of("w", w, "b", b));
    HistoricalAveraging.take(List.of(w, b), means, run.number("count"));
    run.put("new_mean_w", means.get(0));
    run.put("new_mean_b", means.get(1));
  }

  private static void pathLength(GoldenRun run) {
    Map<String, NDArray> weights = new LinkedHashMap<>();
    for (String name : new String[] {"W1", "b1", "W2", "b2"}) {
      weights.put(name, run.parameter(name));
    }
    NDArray y = run.array("y");
    NDArray w = run.parameter("w");
    NDArray hidden = Ops.linear(w, weights.get("W1"), weights.get("b1")).tanh();
    NDArray pictures =
        Ops.linear(hidden, weights.get("W2"), weights.get("b2")).reshape(y.getShape());
    NDArray lengths = PathLength.lengths(pictures, w, y);
    NDArray mean = PathLength.mean(run.array("mean"), lengths, run.number("decay"));
    NDArray value = PathLength.penalty(lengths, mean, run.number("weight"));
    run.put("value", value);
    run.put("lengths", lengths);
    run.put("new_mean", mean);
    run.putGradients("grad_", value, weights);
  }

  private static UnaryOperator<NDArray> network(GoldenRun run, Map<String, NDArray> weights) {
    boolean convolutional = run.text("network").equals("conv");
    String[] names =
        convolutional
            ? new String[] {"Wc", "bc", "Wl", "bl"}
            : new String[] {"W1", "b1", "W2", "b2"};
    for (String name : names) {
      weights.put(name, run.parameter(name));
    }
    if (convolutional) {
      return x -> {
        NDArray y = Ops.conv2d(x, weights.get("Wc"), weights.get("bc"), 2, 1);
        NDArray flat = Ops.leakyRelu(y, 0.2).reshape(x.getShape().get(0), -1);
        return Ops.linear(flat, weights.get("Wl"), weights.get("bl")).reshape(-1);
      };
    }
    boolean tanh = run.text("network").equals("mlp_tanh");
    return x -> {
      NDArray hidden = Ops.linear(x, weights.get("W1"), weights.get("b1"));
      NDArray active = tanh ? hidden.tanh() : Ops.leakyRelu(hidden, 0.2);
      return Ops.linear(active, weights.get("W2"), weights.get("b2")).reshape(-1);
    };
  }
}
