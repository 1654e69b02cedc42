package studio.saddlepoint.run;

import java.util.Arrays;
import java.util.Map;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.HostTensor;

/** Checkpoints that can be told apart. */
public final class Fixtures {
  public static final Recipe RECIPE =
      Recipe.defaults().with("name", "test").with("title", "A test");

  private Fixtures() {}

  /** A checkpoint whose every number is its step. */
  public static Checkpoint checkpoint(long step, int size) {
    float[] weights = new float[size];
    Arrays.fill(weights, step);
    return new Checkpoint(
        step,
        2 * step,
        RECIPE.with("training.steps", step + 1),
        Map.of(
            "generator.weight",
            HostTensor.of(weights, size),
            "optimizer.step",
            HostTensor.of(new long[] {step})),
        Map.of("epoch", "epoch " + step));
  }

  public static Checkpoint checkpoint(long step) {
    return checkpoint(step, 100);
  }
}
