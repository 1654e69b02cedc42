package studio.saddlepoint.latent.direction;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.TorchEngine;

/**
 * The principal components of samples (GANSpace, Härkönen et al. 2020, section 2.1): the directions
 * in which they vary most.
 *
 * @param mean of the samples, {@code (D)}
 * @param deviations of the samples along each component, {@code (K)}, falling
 * @param components unit vectors {@code (K, D)}
 */
public record PrincipalDirections(double[] mean, double[] deviations, double[][] components) {
  /**
   * Those of samples; D may exceed their number.
   *
   * @param samples {@code (N, D)}, at least two
   * @param count K, at most D and less than N
   * @throws StudioException if there are not so many
   */
  public static PrincipalDirections of(float[][] samples, int count) {
    int n = samples.length;
    int size = n == 0 ? 0 : samples[0].length;
    Counts.require(count, Math.min(size, n - 1));
    double[] mean = mean(samples);
    return ArrayScopes.withoutGradients(
        () -> {
          try (NDManager manager = TorchEngine.manager(Device.cpu())) {
            NDArray rows = manager.create(centred(samples, mean), new Shape(n, size));
            return size <= n
                ? ofCovariance(rows, mean, n, count)
                : ofGram(rows, mean, manager, count);
          }
        });
  }

  private static PrincipalDirections ofCovariance(NDArray rows, double[] mean, int n, int count) {
    EigenVectors found = EigenVectors.largest(rows.transpose().matMul(rows), count);
    return new PrincipalDirections(mean, deviations(found, n), found.vectors());
  }

  /** With more numbers than samples: X^T u / |X^T u| for the eigenvectors u of X X^T. */
  private static PrincipalDirections ofGram(
      NDArray rows, double[] mean, NDManager manager, int count) {
    int n = Math.toIntExact(rows.getShape().get(0));
    EigenVectors found = EigenVectors.largest(rows.matMul(rows.transpose()), count);
    double[] all =
        manager.create(flat(found.vectors()), new Shape(count, n)).matMul(rows).toDoubleArray();
    double[][] components = new double[count][];
    Arrays.setAll(
        components,
        k -> EigenVectors.signed(Arrays.copyOfRange(all, k * mean.length, (k + 1) * mean.length)));
    return new PrincipalDirections(mean, deviations(found, n), components);
  }

  private static double[] deviations(EigenVectors of, int n) {
    return Arrays.stream(of.values()).map(each -> Math.sqrt(Math.max(0, each) / (n - 1))).toArray();
  }

  /**
   * Where the samples came from along each component: the least-squares map from coordinates back
   * to what the samples were made of (GANSpace, equation 4), {@code u_k = sum_n x_nk z_n / sum_n
   * x_nk^2}, since coordinates of different components are not correlated.
   *
   * @param samples the same {@code (N, D)} as before
   * @param codes what each was made of, {@code (N, Z)}, of mean zero
   * @return unit vectors {@code (K, Z)}
   */
  public double[][] regressedTo(float[][] codes, float[][] samples) {
    double[][] back = new double[components.length][codes[0].length];
    for (int n = 0; n < samples.length; n++) {
      for (int k = 0; k < back.length; k++) {
        double coordinate = 0;
        for (int i = 0; i < mean.length; i++) {
          coordinate += components[k][i] * (samples[n][i] - mean[i]);
        }
        for (int j = 0; j < back[k].length; j++) {
          back[k][j] += coordinate * codes[n][j];
        }
      }
    }
    Arrays.setAll(back, k -> Vectors.unit(back[k]));
    return back;
  }

  private static double[] mean(float[][] samples) {
    double[] mean = new double[samples[0].length];
    for (float[] sample : samples) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += (double) sample[i] / samples.length;
      }
    }
    return mean;
  }

  private static double[] centred(float[][] samples, double[] mean) {
    double[] all = new double[samples.length * mean.length];
    for (int n = 0; n < samples.length; n++) {
      for (int i = 0; i < mean.length; i++) {
        all[n * mean.length + i] = samples[n][i] - mean[i];
      }
    }
    return all;
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }
}
