package studio.saddlepoint.lab.orbit;

/** What theory says of an orbit, before a step is made. */
public final class OrbitTheory {
  private static final int NUMBERS = 4;

  /** The matrix is squared so often: to the power of about a thousand million. */
  private static final int SQUARINGS = 30;

  private OrbitTheory() {}

  /**
   * The factor by which the distance to the equilibrium changes with each step in the long run: the
   * spectral radius of the step, which is linear in what the players remember (x, y and both
   * before). Above 1 they spiral out, below 1 in. For a plain step it is sqrt(1 + rate^2) if
   * simultaneous and 1 if alternating up to a rate of 2 (Gidel et al. 2019, section 3); optimistic
   * steps have sqrt((1 + sqrt(1 - 4 rate^2)) / 2) up to a rate of 1/2.
   *
   * <p>Means of the past are held where they are, as they hardly move in the end; what they then do
   * is told by {@link #power}.
   */
  public static double factor(OrbitRule rule) {
    double[][] power = matrix(rule);
    double logarithm = 0;
    double exponent = 1;
    for (int i = 0; i < SQUARINGS; i++) {
      double norm = norm(power);
      if (norm == 0) {
        return 0;
      }
      // Gelfand: the radius is the limit of |A^n|^(1/n); the norm is taken out at each squaring
      logarithm += Math.log(norm) / exponent;
      power = squared(power, 1 / norm);
      exponent *= 2;
    }
    return Math.exp(logarithm + Math.log(norm(power)) / exponent);
  }

  /**
   * With historical averaging and steps that settle around the mean of the past, that mean goes to
   * the equilibrium as a power of the number of steps: the fixed point for a mean m is m / (1 - ik)
   * with k = 1 / (2 history), in numbers x + iy, so that its distance falls as step^(-k^2 / (1 +
   * k^2)).
   *
   * @return the exponent, not above 0; 0 where historical averaging is off
   */
  public static double power(OrbitRule rule) {
    double inverse = 4 * rule.history() * rule.history();
    return rule.history() == 0 ? 0 : -1 / (1 + inverse);
  }

  /** The step as a matrix: what it makes of each of the numbers that players remember. */
  private static double[][] matrix(OrbitRule rule) {
    double[][] matrix = new double[NUMBERS][NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      double[] one = new double[NUMBERS];
      one[i] = 1;
      OrbitState next = rule.next(new OrbitState(0, one[0], one[1], one[2], one[3], 0, 0, 0, 0));
      double[] image = {next.x(), next.y(), next.xBefore(), next.yBefore()};
      for (int row = 0; row < NUMBERS; row++) {
        matrix[row][i] = image[row];
      }
    }
    return matrix;
  }

  private static double norm(double[][] matrix) {
    double sum = 0;
    for (double[] row : matrix) {
      for (double each : row) {
        sum += each * each;
      }
    }
    return Math.sqrt(sum);
  }

  /** The square of a matrix times a number. */
  private static double[][] squared(double[][] matrix, double factor) {
    double[][] square = new double[NUMBERS][NUMBERS];
    for (int row = 0; row < NUMBERS; row++) {
      for (int column = 0; column < NUMBERS; column++) {
        for (int i = 0; i < NUMBERS; i++) {
          square[row][column] += matrix[row][i] * factor * matrix[i][column] * factor;
        }
      }
    }
    return square;
  }
}
