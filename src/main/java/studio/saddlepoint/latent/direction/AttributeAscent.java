package studio.saddlepoint.latent.direction;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Scalars;

/**
 * Controllable generation by a judge's gradients (Zhou, Zhou and Zelikman 2020, "Build Basic
 * Generative Adversarial Networks", week 4): codes ascend what the judge tells of one attribute,
 * while changes of the others cost: {@code y_t - penalty |others - others_0|} for each code, every
 * attribute in units of its deviation. Classes exclude each other: where one rises the others fall,
 * so that of other classes only how they change among themselves costs.
 *
 * @param steps how many
 * @param stepLength how far each code moves with each, along its gradient
 * @param penalty what a change of the others costs, 0 or above
 */
public record AttributeAscent(int steps, double stepLength, double penalty) {
  /** As far as a slider goes, and others as dear as what is asked for. */
  public static final AttributeAscent USUAL = new AttributeAscent(12, 0.25, 1);

  /** Keeps the norm's gradient finite where nothing has changed yet. */
  private static final double NO_CHANGE = 1e-12;

  /** Checks the settings. */
  public AttributeAscent {
    if (steps < 1 || !(stepLength > 0) || !(penalty >= 0) || !Double.isFinite(penalty)) {
      throw new StudioException(
          "An ascent of "
              + steps
              + " steps of "
              + stepLength
              + " with a penalty of "
              + penalty
              + " goes nowhere: take at least 1 step above 0, and a penalty of 0 or above.");
    }
  }

  /**
   * Ascends.
   *
   * @param codes where it begins
   * @param target the attribute's place
   * @param scale of all attributes
   * @return where each code is after each step, as offsets {@code (N, D)}; the first ones are zero
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public List<float[][]> path(
      JudgedCodes codes, int target, AttributeScale scale, Progress progress) {
    UnaryOperator<NDArray> score = score(codes, target, scale);
    List<float[][]> path = new ArrayList<>();
    float[][] at = codes.zero();
    path.add(at);
    for (int step = 0; step < steps; step++) {
      progress.checkCancelled();
      progress.report("Ascending", (double) step / steps);
      at = moved(at, codes.differentiate(at, score).gradients());
      path.add(at);
    }
    return path;
  }

  /** Each code by one step along its own gradient. */
  private float[][] moved(float[][] from, float[][] gradients) {
    float[][] to = new float[from.length][];
    for (int n = 0; n < to.length; n++) {
      double length = Math.sqrt(Vectors.dot(gradients[n], gradients[n]));
      double share = length > 0 && Double.isFinite(length) ? stepLength / length : 0;
      to[n] = from[n].clone();
      for (int i = 0; i < to[n].length; i++) {
        to[n][i] += (float) (share * gradients[n][i]);
      }
    }
    return to;
  }

  /**
   * What is ascended, as a function of what the judge tells (N, K), summed over codes.
   *
   * @param codes whose attributes before the ascent are those that ought to stay
   */
  UnaryOperator<NDArray> score(JudgedCodes codes, int target, AttributeScale scale) {
    int count = scale.deviation().length;
    float[] before = flat(codes.judge(codes.zero()));
    float[] wanted = new float[count];
    wanted[target] = (float) (1 / scale.deviation()[target]);
    float[] others = others(codes.attributes(), target, scale);
    return told -> {
      NDManager manager = told.getManager();
      NDArray start = ArrayScopes.of(manager, before, told.getShape());
      NDArray change = told.sub(start);
      NDArray costly = change.matMul(ArrayScopes.of(manager, others, new Shape(count, count)));
      NDArray squares = costly.square().sum(new int[] {1});
      NDArray tiny = ArrayScopes.of(manager, new float[] {(float) NO_CHANGE}, new Shape(1));
      NDArray cost = squares.add(tiny).sqrt().sum();
      NDArray gain = change.mul(ArrayScopes.of(manager, wanted, new Shape(1, count))).sum();
      return gain.sub(Scalars.mul(cost, (float) penalty));
    };
  }

  /** (K, K): from changes of all attributes to those that cost, in deviations. */
  private static float[] others(List<Attribute> attributes, int target, AttributeScale scale) {
    int count = attributes.size();
    boolean ofClass = attributes.get(target).kind() == Attribute.Kind.CLASS;
    List<Integer> classes = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      if (k != target && ofClass && attributes.get(k).kind() == Attribute.Kind.CLASS) {
        classes.add(k);
      }
    }
    float[] matrix = new float[count * count];
    for (int k = 0; k < count; k++) {
      if (k != target) {
        float unit = (float) (1 / scale.deviation()[k]);
        matrix[k * count + k] = unit;
        if (classes.contains(k)) {
          for (int other : classes) {
            matrix[other * count + k] -= unit / classes.size();
          }
        }
      }
    }
    return matrix;
  }

  private static float[] flat(double[][] rows) {
    float[] all = new float[rows.length * rows[0].length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (float) rows[i / rows[0].length][i % rows[0].length];
    }
    return all;
  }
}
