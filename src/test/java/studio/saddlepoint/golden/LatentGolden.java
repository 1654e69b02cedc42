package studio.saddlepoint.golden;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.latent.FirstWeight;
import studio.saddlepoint.latent.Interpolation;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.MeanTruncation;
import studio.saddlepoint.latent.direction.ClosedFormFactorization;
import studio.saddlepoint.latent.direction.PrincipalDirections;

/** Golden operations on latent codes. */
final class LatentGolden {
  static final Map<String, GoldenOp> OPS =
      Map.of(
          "lerp",
          run -> path(run, Interpolation.LERP),
          "slerp",
          run -> path(run, Interpolation.SLERP),
          "truncated_normal",
          LatentGolden::truncated,
          "w_truncation",
          LatentGolden::meanTruncation,
          "sefa",
          LatentGolden::factorised,
          "pca_directions",
          LatentGolden::principal);

  private LatentGolden() {}

  private static void path(GoldenRun run, Interpolation way) {
    long[] shape = run.stored("a").shape();
    int size = (int) shape[1];
    float[] a = run.stored("a").floats();
    float[] b = run.stored("b").floats();
    double[] places = run.stored("t").values();
    float[] y = new float[places.length * a.length];
    int offset = 0;
    for (double t : places) {
      for (int row = 0; row < a.length; row += size) {
        float[] code =
            way.between(
                Arrays.copyOfRange(a, row, row + size), Arrays.copyOfRange(b, row, row + size), t);
        System.arraycopy(code, 0, y, offset, size);
        offset += size;
      }
    }
    run.put("y", run.manager().create(y).reshape(places.length, shape[0], size));
  }

  private static void meanTruncation(GoldenRun run) {
    GoldenArray w = run.stored("w");
    float[] y =
        new MeanTruncation(run.stored("w_mean").floats(), run.number("psi"), run.whole("cutoff"))
            .apply(w.floats(), w.shape().length == 3 ? (int) w.shape()[1] : 1);
    run.put("y", run.manager().create(y, new Shape(w.shape())));
  }

  private static void factorised(GoldenRun run) {
    List<FirstWeight> weights = new ArrayList<>();
    for (String name : run.names()) {
      if (name.startsWith("A")) {
        GoldenArray a = run.stored(name);
        weights.add(new FirstWeight(0, (int) a.shape()[0], (int) a.shape()[1], a.floats()));
      }
    }
    ClosedFormFactorization found =
        ClosedFormFactorization.of(weights, run.flag("normalise"), run.whole("count"));
    run.put("eigenvalues", found.eigenvalues());
    putRows(run, "directions", found.directions());
  }

  private static void principal(GoldenRun run) {
    GoldenArray x = run.stored("x");
    int size = (int) x.shape()[1];
    float[][] rows = new float[(int) x.shape()[0]][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(x.floats(), i * size, (i + 1) * size));
    PrincipalDirections found = PrincipalDirections.of(rows, run.whole("count"));
    run.put("mean", found.mean());
    run.put("deviations", found.deviations());
    putRows(run, "components", found.components());
  }

  private static void putRows(GoldenRun run, String name, double[][] rows) {
    double[] all = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    run.put(name, all, new long[] {rows.length, rows[0].length});
  }

  private static void truncated(GoldenRun run) {
    double threshold = run.number("threshold");
    float[] drawn = LatentCodes.truncated(1, run.whole("samples"), threshold, 1)[0];
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    double largest = 0;
    for (float each : drawn) {
      double square = (double) each * each;
      sum += each;
      squares += square;
      fourths += square * square;
      largest = Math.max(largest, Math.abs(each));
    }
    double mean = sum / drawn.length;
    // A number beyond the threshold spoils every output.
    double valid = largest <= threshold ? 1 : Double.NaN;
    put(run, "mean", valid * mean);
    put(run, "variance", valid * (squares / drawn.length - mean * mean));
    put(run, "fourth_moment", valid * fourths / drawn.length);
  }

  private static void put(GoldenRun run, String name, double value) {
    double tolerance = run.stored("tol_" + name).values()[0];
    run.putWithin(name, value, tolerance);
    run.put("tol_" + name, tolerance);
  }
}
