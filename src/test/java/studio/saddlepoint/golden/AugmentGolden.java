package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Scalars;
import studio.saddlepoint.train.augment.AdaptiveAugmentation;
import studio.saddlepoint.train.augment.ColourTransform;
import studio.saddlepoint.train.augment.FrequencyFilter;
import studio.saddlepoint.train.augment.GeometricTransform;
import studio.saddlepoint.train.augment.PixelSampling;

/** Golden operations of augmentations and of how often they happen. */
final class AugmentGolden {
  static final Map<String, GoldenOp> OPS =
      Map.of(
          "ada_adjust",
          AugmentGolden::adjust,
          "ada_colour",
          run -> {
            NDArray x = run.parameter("x");
            run.putLayer(ColourTransform.apply(x, rows(run, "matrices", 16)), Map.of("x", x));
          },
          "ada_colour_matrix",
          AugmentGolden::colourMatrix,
          "ada_geometric_matrix",
          AugmentGolden::geometricMatrix,
          "ada_geometric",
          AugmentGolden::geometric,
          "ada_filter",
          AugmentGolden::filter);

  private AugmentGolden() {}

  private static void adjust(GoldenRun run) {
    NDArray logits = run.array("logits");
    double pictures = run.number("batch") * run.number("interval");
    int steps = (int) logits.getShape().get(0);
    double[] signs = new double[steps];
    double[] probabilities = new double[steps];
    double probability = run.number("p");
    for (int k = 0; k < steps; k++) {
      signs[k] = AdaptiveAugmentation.sign(logits.get(k)).getFloat();
      probability =
          AdaptiveAugmentation.adjusted(
              probability, signs[k], run.number("target"), pictures, run.number("speed"));
      probabilities[k] = probability;
    }
    run.put("r", signs);
    run.put("p", probabilities);
  }

  private static void colourMatrix(GoldenRun run) {
    put(
        run,
        "matrix",
        i ->
            new ColourTransform(
                    number(run, "brightness", i),
                    number(run, "contrast", i),
                    number(run, "luma_flip", i) == 1,
                    number(run, "hue", i),
                    number(run, "saturation", i))
                .matrix());
  }

  private static void geometricMatrix(GoldenRun run) {
    put(
        run,
        "inverse",
        i ->
            new GeometricTransform(
                    number(run, "flip", i) == 1,
                    (int) number(run, "quarter_turns", i),
                    (int) number(run, "shift", 2 * i),
                    (int) number(run, "shift", 2 * i + 1),
                    number(run, "scale", i),
                    number(run, "rotation_before", i),
                    number(run, "anisotropy", i),
                    number(run, "rotation_after", i),
                    number(run, "move", 2 * i),
                    number(run, "move", 2 * i + 1))
                .inverse());
  }

  private static void geometric(GoldenRun run) {
    NDArray x = run.parameter("x");
    NDArray weight = run.parameter("weight");
    NDArray y = PixelSampling.of(x, rows(run, "inverse", 6));
    run.putLayer(y, Map.of("x", x));
    NDArray third = Scalars.div(weight.mul(y).mul(y).mul(y).sum(), 3f);
    NDArray gradient = Autograd.differentiableGradients(third, List.of(x)).get(0);
    NDArray penalty = gradient.square().sum();
    run.put("penalty", penalty);
    run.putGradients("grad_", penalty, Map.of("weight", weight));
  }

  private static void filter(GoldenRun run) {
    List<FrequencyFilter> filters =
        rows(run, "gains", 4).stream()
            .map(gains -> new FrequencyFilter(Arrays.stream(gains).boxed().toList()))
            .toList();
    put(run, "kernel", i -> filters.get(i).kernel());
    NDArray x = run.parameter("x");
    run.putLayer(FrequencyFilter.apply(x, filters), Map.of("x", x));
  }

  private static double number(GoldenRun run, String name, int at) {
    return run.stored(name).values()[at];
  }

  /** An input as numbers of one picture after another. */
  private static List<double[]> rows(GoldenRun run, String name, int size) {
    double[] values = run.stored(name).values();
    List<double[]> rows = new ArrayList<>();
    for (int at = 0; at < values.length; at += size) {
      rows.add(Arrays.copyOfRange(values, at, at + size));
    }
    return rows;
  }

  /** Gives an output that has a row of numbers for each picture. */
  private static void put(GoldenRun run, String output, IntFunction<double[]> row) {
    GoldenArray expected = run.stored(output);
    int pictures = (int) expected.shape()[0];
    double[] all = new double[expected.values().length];
    int size = all.length / pictures;
    for (int i = 0; i < pictures; i++) {
      System.arraycopy(row.apply(i), 0, all, i * size, size);
    }
    run.put(output, all, expected.shape());
  }
}
