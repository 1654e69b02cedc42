package studio.saddlepoint.latent.direction;

import java.util.Arrays;

/**
 * The normal of the plane that best parts two kinds of codes, by logistic regression with a penalty
 * on its length (InterFaceGAN, Shen et al. 2020, section 2.2, there by a support vector machine):
 * the least of {@code mean_n softplus(-s_n (w x_n + b)) + penalty / 2 |w|^2}, where s is 1 or -1,
 * by Newton's method with steps that are halved until they help. Each number of a code is first
 * scaled to unit deviation, so that the penalty is the same for all of them.
 */
public final class LogisticNormal {
  /** Keeps the length finite where a plane parts both kinds altogether. */
  private static final double PENALTY = 1e-5;

  private static final int MOST_STEPS = 50;
  private static final int MOST_HALVINGS = 30;
  private static final double CLOSE = 1e-10;

  private final double[][] rows;
  private final double[] signs;
  private final int size;

  private LogisticNormal(double[][] rows, double[] signs) {
    this.rows = rows;
    this.signs = signs;
    this.size = rows[0].length;
  }

  /**
   * The normal.
   *
   * @param samples some of either kind
   * @return unit vector {@code (D)} towards those that have the attribute
   */
  public static double[] of(LabelledCodes samples) {
    int size = samples.size();
    double[] mean = new double[size];
    double[] deviation = new double[size];
    moments(samples.codes(), mean, deviation);
    double[][] rows = new double[samples.codes().length][size + 1];
    double[] signs = new double[rows.length];
    for (int n = 0; n < rows.length; n++) {
      for (int i = 0; i < size; i++) {
        rows[n][i] = (samples.codes()[n][i] - mean[i]) / deviation[i];
      }
      rows[n][size] = 1; // the bias
      signs[n] = samples.positive()[n] ? 1 : -1;
    }
    double[] weights = new LogisticNormal(rows, signs).solve();
    double[] normal = new double[size];
    Arrays.setAll(normal, i -> weights[i] / deviation[i]);
    return Vectors.unit(normal);
  }

  private static void moments(float[][] codes, double[] mean, double[] deviation) {
    for (int i = 0; i < mean.length; i++) {
      int place = i;
      mean[i] = Arrays.stream(codes).mapToDouble(each -> each[place]).average().orElse(0);
      double squares =
          Arrays.stream(codes)
              .mapToDouble(each -> Math.pow(each[place] - mean[place], 2))
              .average()
              .orElse(0);
      deviation[i] = squares > 0 ? Math.sqrt(squares) : 1;
    }
  }

  private double[] solve() {
    double[] at = new double[size];
    double loss = loss(at);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = new double[size];
      double[][] curvature = new double[size][size];
      differentiate(at, gradient, curvature);
      double[] move = PositiveSystem.solve(curvature, gradient);
      double promised = Vectors.dot(move, gradient);
      if (promised < CLOSE) {
        break;
      }
      double[] next = at;
      double nextLoss = loss;
      double length = 1;
      for (int halving = 0; halving < MOST_HALVINGS && nextLoss >= loss; halving++) {
        next = moved(at, move, length);
        nextLoss = loss(next);
        length /= 2;
      }
      if (nextLoss >= loss) {
        break;
      }
      at = next;
      loss = nextLoss;
    }
    return at;
  }

  private static double[] moved(double[] at, double[] move, double length) {
    double[] next = new double[at.length];
    Arrays.setAll(next, i -> at[i] - length * move[i]);
    return next;
  }

  private double loss(double[] weights) {
    double sum = 0;
    for (int n = 0; n < rows.length; n++) {
      double margin = signs[n] * Vectors.dot(rows[n], weights);
      sum += margin > 0 ? Math.log1p(Math.exp(-margin)) : -margin + Math.log1p(Math.exp(margin));
    }
    double squares = 0;
    for (int i = 0; i < size; i++) {
      squares += penalty(i) * weights[i] * weights[i];
    }
    return sum / rows.length + squares / 2;
  }

  /** The bias is nearly free. */
  private double penalty(int i) {
    return i < size - 1 ? PENALTY : CLOSE;
  }

  private void differentiate(double[] weights, double[] gradient, double[][] curvature) {
    for (int n = 0; n < rows.length; n++) {
      double[] row = rows[n];
      double wrong = 1 / (1 + Math.exp(signs[n] * Vectors.dot(row, weights)));
      double slope = -signs[n] * wrong / rows.length;
      double bend = wrong * (1 - wrong) / rows.length;
      for (int i = 0; i < size; i++) {
        gradient[i] += slope * row[i];
        double part = bend * row[i];
        for (int j = 0; j <= i; j++) {
          curvature[i][j] += part * row[j];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      gradient[i] += penalty(i) * weights[i];
      curvature[i][i] += penalty(i);
    }
  }
}
