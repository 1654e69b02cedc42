package studio.saddlepoint.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.OperatorProfile;
import studio.saddlepoint.torch.OperatorProfile.Call;
import studio.saddlepoint.torch.TorchEngine;

class StepProfilesTest {
  /** Of a DCGAN step, most of them kernels laid out for guarded convolutions; 135 once. */
  private static final int FEW_COPIES = 65;

  /** Of a DCGAN step; 2,365 before the optimizer's update was one. */
  private static final int FEW_CALLS = 1_950;

  private static Call call(String operator, long[]... shapes) {
    return new Call(
        "aten::" + operator,
        0,
        1,
        1,
        List.of(shapes).stream().map(each -> Arrays.stream(each).boxed().toList()).toList());
  }

  @Test
  void eachWeightIsMultipliedOnceForEachPlace() {
    long[] pictures = {2, 3, 8, 8};
    long[] weight = {5, 3, 4, 4};
    long[] half = {2, 5, 4, 4};
    OperatorProfile profile =
        new OperatorProfile(
            9,
            List.of(
                call("convolution", pictures, weight),
                call("convolution", half, weight), // transposed
                call("convolution", new long[] {1, 1, 2, 2}, new long[] {1, 1, 2, 2}),
                call("convolution_backward", half, pictures, weight),
                call("convolution_backward", pictures, half, weight)));
    double once = 2.0 * (5 * 3 * 4 * 4) * 2 * 4 * 4;
    ConvolutionArithmetic found = ConvolutionArithmetic.of(profile);
    assertEquals(6 * once, found.operations());
    assertEquals(4, found.calls());
    assertEquals(1, found.unknown());
  }

  private static Recipe small() {
    return Recipe.defaults()
        .with("generator.width", 4)
        .with("discriminator.width", 4)
        .with("training.batchSize", 16) // whole blocks, see GuardedConvolutions
        .with("training.device", "cpu");
  }

  @Test
  void operatorsOfAStepAddUpAndAllConvolutionsAreCounted() {
    TorchEngine.start(Progress.NONE);
    StepProfiles profiles = new StepProfiles(2, Progress.NONE);
    double rate = profiles.matrixRate("cpu");
    assertTrue(rate > 1e8, () -> rate + " operations a second");
    StepProfiles.Step step = profiles.of(small(), rate);
    double own =
        step.operators().values().stream().mapToDouble(OperatorProfile.Sum::selfMicros).sum() / 2e3;
    assertTrue(own > 0.2 * step.millis() && own <= step.millis(), own + " of " + step.millis());
    assertTrue(step.convolutions() > 0 && step.convolutions() < 1);
    assertEquals(0, step.unknown());
    int convolutions =
        OperatorProfile.CONVOLUTIONS.stream()
            .mapToInt(each -> step.operators().get(each).calls())
            .sum();
    assertEquals(convolutions / 2.0, step.known());
  }

  /** Activations go from layer to layer as they are; weights and moments move where they lie. */
  @Test
  void stepsCopyFewArrays() {
    TorchEngine.start(Progress.NONE);
    StepProfiles.Step step = new StepProfiles(2, Progress.NONE).of(small(), 1e9);
    int calls = step.operators().values().stream().mapToInt(OperatorProfile.Sum::calls).sum() / 2;
    int copies = step.operators().get("aten::copy_").calls() / 2;
    assertTrue(copies <= FEW_COPIES, () -> copies + " copies a step");
    assertTrue(calls <= FEW_CALLS, () -> calls + " calls of operators a step");
  }
}
