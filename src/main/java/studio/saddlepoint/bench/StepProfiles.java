package studio.saddlepoint.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.OperatorProfile;
import studio.saddlepoint.torch.TorchEngine;

/** What training steps spend their time on, by libtorch's operators. Nothing is kept. */
public final class StepProfiles {
  /** One recipe of each kind of step. */
  public static final List<String> FAMILIES =
      List.of(
          "dcgan-strokes",
          "wgan-gp-strokes",
          "wgan-gp-shapes",
          "vae-strokes",
          "stylegan2-strokes",
          "r3gan-strokes");

  private static final int WARM_UP = 20;
  private static final int MATRIX = 1_024;
  private static final int MATRICES = 25;

  private final int steps;
  private final Progress progress;

  /**
   * Profiles.
   *
   * @param steps that each is made of
   * @param progress told what is being measured; may cancel it
   */
  public StepProfiles(int steps, Progress progress) {
    this.steps = steps;
    this.progress = progress;
  }

  /**
   * What a training step is made of.
   *
   * @param imagesPerSecond real pictures a second, median of steps without the profiler
   * @param millis of a step under the profiler, mean
   * @param convolutions share of the time under the profiler that is in convolutions, 0 to 1
   * @param arithmetic time that the operations of the convolutions take at the rate of matrix
   *     products, over the time of a step without the profiler: 1 where there is nothing else
   * @param known convolutions a step whose operations are known
   * @param unknown convolutions a step whose operations are not, so that {@code arithmetic} is more
   * @param operators by libtorch's names, the one with the most time of its own first
   */
  public record Step(
      double imagesPerSecond,
      double millis,
      double convolutions,
      double arithmetic,
      double known,
      double unknown,
      Map<String, OperatorProfile.Sum> operators) {}

  /**
   * The rate of matrix products of 1,024 by 1,024, float32.
   *
   * @param device such as {@code cpu}
   * @return operations a second, median
   */
  public double matrixRate(String device) {
    progress.report("Matrix products", Double.NaN);
    long[] nanos = new long[MATRICES];
    try (NDManager manager = TorchEngine.manager(TorchEngine.device(device))) {
      NDArray a = manager.randomNormal(new Shape(MATRIX, MATRIX), DataType.FLOAT32);
      for (int i = 0; i < nanos.length; i++) {
        long begun = System.nanoTime();
        ArrayScopes.withoutGradients(() -> a.matMul(a).getFloat(0, 0));
        nanos[i] = System.nanoTime() - begun;
      }
    }
    Arrays.sort(nanos);
    return 2.0 * MATRIX * MATRIX * MATRIX / (nanos[nanos.length / 2] / 1e9);
  }

  /**
   * Profiles a recipe's steps on colour pictures of 32 by 32 pixels.
   *
   * @param recipe its batch size and device count, its data do not
   * @param matrixRate operations a second, see {@link #matrixRate}
   */
  public Step of(Recipe recipe, double matrixRate) {
    progress.report("Steps of " + recipe.name(), Double.NaN);
    try (TimedTraining training = TimedTraining.byProgram(recipe)) {
      for (int i = 0; i < WARM_UP; i++) {
        progress.checkCancelled();
        training.step();
      }
      long[] nanos = new long[steps];
      for (int i = 0; i < steps; i++) {
        progress.checkCancelled();
        long begun = System.nanoTime();
        training.step();
        nanos[i] = System.nanoTime() - begun;
      }
      Arrays.sort(nanos);
      double seconds = nanos[steps / 2] / 1e9;
      OperatorProfile profile =
          OperatorProfile.of(() -> IntStream.range(0, steps).forEach(i -> training.step()));
      ConvolutionArithmetic arithmetic = ConvolutionArithmetic.of(profile);
      int pictures = recipe.training().batchSize() * recipe.method().criticSteps();
      return new Step(
          pictures / seconds,
          profile.micros() / 1e3 / steps,
          profile.share(OperatorProfile.CONVOLUTIONS),
          arithmetic.operations() / steps / matrixRate / seconds,
          (double) arithmetic.calls() / steps,
          (double) arithmetic.unknown() / steps,
          profile.operators());
    }
  }
}
