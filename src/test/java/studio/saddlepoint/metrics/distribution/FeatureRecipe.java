package studio.saddlepoint.metrics.distribution;

import com.google.gson.JsonObject;
import studio.saddlepoint.metrics.feature.Features;

/**
 * Features made of whole numbers and IEEE doubles alone, so that every language makes the same: see
 * the README of the reference vectors.
 */
final class FeatureRecipe {
  private static final long STEP = 0x9E3779B97F4A7C15L;
  private static final long BASIS_SEED = 7001;
  private static final long NOISE_SEED = 500_000;

  private FeatureRecipe() {}

  /** The rows of a recipe's side, (n, d). */
  static Features make(JsonObject recipe, String side) {
    JsonObject given = recipe.getAsJsonObject(side);
    int n = given.get("n").getAsInt();
    int d = given.get("d").getAsInt();
    return new Features(
        n, d, recipe.has("function") ? lowDimensional(given, n, d) : banded(given, n, d));
  }

  private static float[] banded(JsonObject given, int n, int d) {
    long seed = given.get("seed").getAsLong();
    double a = given.get("a").getAsDouble();
    double shift = given.get("shift").getAsDouble();
    double offset = given.get("offset").getAsDouble();
    boolean relu = given.get("relu").getAsBoolean();
    float[] rows = new float[n * d];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        double y = gauss(seed, i * d + j) + 0.5 * gauss(seed, i * d + (j + 1) % d);
        double s = 1.0 / (1.0 + j / 16.0);
        double b = j % 2 == 0 ? shift : 0.0;
        float x = (float) (((a * s) * y + b) + offset);
        rows[i * d + j] = relu ? Math.max(x, 0) : x;
      }
    }
    return rows;
  }

  private static float[] lowDimensional(JsonObject given, int n, int d) {
    long seed = given.get("seed").getAsLong();
    int q = given.get("q").getAsInt();
    double a = given.get("a").getAsDouble();
    double shift = given.get("shift").getAsDouble();
    double noise = given.get("noise").getAsDouble();
    float[] rows = new float[n * d];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        double sum = 0;
        for (int k = 0; k < q; k++) {
          sum = sum + (a * gauss(seed, i * q + k)) * gauss(BASIS_SEED, k * d + j);
        }
        sum = sum + shift;
        rows[i * d + j] = (float) (sum + noise * gauss(seed + NOISE_SEED, i * d + j));
      }
    }
    return rows;
  }

  /** Nearly normal: the sum of the four parts of a SplitMix64 number. */
  private static double gauss(long seed, int t) {
    long z = seed + (t + 1L) * STEP;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z = z ^ (z >>> 31);
    long sum = (z & 0xFFFF) + (z >>> 16 & 0xFFFF) + (z >>> 32 & 0xFFFF) + (z >>> 48);
    return (sum - 131070) / 37837.0;
  }
}
