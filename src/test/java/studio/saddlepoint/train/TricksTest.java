package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.model.Optimizer;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.recipe.network.OptimizerSettings;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.augment.Augmentations;
import studio.saddlepoint.train.method.AdversarialUpdates;
import studio.saddlepoint.train.method.GanUpdates;
import studio.saddlepoint.train.regularizer.LeCam;
import studio.saddlepoint.train.step.ImageTransform;
import studio.saddlepoint.train.step.MethodState;
import studio.saddlepoint.train.step.RandomSource;

class TricksTest {
  private static NDManager manager;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
    manager = TorchEngine.manager(Device.cpu());
  }

  @AfterAll
  static void free() {
    manager.close();
  }

  /** Chance that always says the same. */
  private record Constant(double next) implements RandomSource {
    @Override
    public NDArray uniform(Shape shape) {
      return manager.ones(shape).mul(next);
    }

    @Override
    public NDArray normal(Shape shape) {
      return manager.zeros(shape);
    }
  }

  private static NDArray ramp() {
    return manager.arange(128f).reshape(2, 1, 8, 8);
  }

  @Test
  void translationMovesPixelsAndBringsZerosIn() {
    NDArray x = ramp();
    NDArray moved = Augmentations.translation(1).of(x, new Constant(0.99));
    assertEquals(0, moved.getFloat(0, 0, 0, 3));
    assertEquals(0, moved.getFloat(1, 0, 4, 0));
    assertEquals(x.getFloat(1, 0, 2, 3), moved.getFloat(1, 0, 3, 4));
    NDArray back = Augmentations.translation(1).of(x, new Constant(0));
    assertEquals(x.getFloat(1, 0, 3, 4), back.getFloat(1, 0, 2, 3));
  }

  @Test
  void cutoutClearsAQuarterInTheMiddle() {
    NDArray cut = Augmentations.cutout(1).of(manager.ones(new Shape(2, 3, 8, 8)), middle());
    assertEquals(2 * 3 * (64 - 16), cut.sum().getFloat(), 1e-3);
    assertEquals(0, cut.getFloat(1, 2, 4, 4));
  }

  private static RandomSource middle() {
    return new Constant(0.5);
  }

  @Test
  void neutralColourAndProbabilityZeroLeavePicturesAsTheyAre() {
    NDArray x = ramp();
    float[] before = x.toFloatArray();
    assertArrayEquals(before, Augmentations.colour(1).of(x, middle()).toFloatArray(), 1e-4f);
    for (ImageTransform transform :
        List.of(
            Augmentations.colour(0.1), Augmentations.translation(0.1), Augmentations.cutout(0.1))) {
      assertArrayEquals(before, transform.of(x, new Constant(0.99)).toFloatArray(), 1e-4f);
    }
  }

  @Test
  void augmentationsLetGradientsThrough() {
    NDArray x = Autograd.require(ramp(), true);
    ImageTransform all =
        Augmentations.colour(1).then(Augmentations.translation(1)).then(Augmentations.cutout(1));
    NDArray gradient = Autograd.gradients(all.of(x, new Constant(0.7)).sum(), List.of(x)).get(0);
    assertTrue(gradient.abs().sum().getFloat() > 1);
  }

  @Test
  void topKTakesTheBestOfItsShare() {
    NDArray logits = manager.create(new float[] {1, 4, 2, 3});
    assertEquals(3, AdversarialUpdates.best(logits, 0.75).get(0).size());
    NDList half = AdversarialUpdates.best(logits, 0.5);
    assertArrayEquals(new float[] {4, 3}, half.get(0).toFloatArray());
    assertArrayEquals(new long[] {1, 3}, half.get(1).toLongArray());
  }

  @Test
  void adamWTakesItsShareOffTheWeightsAndClippingBoundsTheStep() {
    Recipe recipe =
        Recipe.defaults()
            .with("generator.optimizer.learningRate", 0.1)
            .with("generator.optimizer.weightDecay", 0.5);
    OptimizerSettings settings = recipe.generator().optimizer();
    NDArray weight = manager.create(new float[] {2});
    NDArray none = manager.create(new float[] {0});
    try (Optimizer adamW = new Optimizer(OptimizerKind.ADAMW, manager, List.of(weight))) {
      adamW.step(List.of(none), settings);
    }
    assertEquals(2 * (1 - 0.05), weight.getFloat(0), 1e-6);
    NDArray plain = manager.create(new float[] {0, 0});
    NDArray steep = manager.create(new float[] {30, 40});
    OptimizerSettings bounded =
        recipe.with("generator.optimizer.clipNorm", 5).generator().optimizer();
    try (Optimizer sgd = new Optimizer(OptimizerKind.SGD, manager, List.of(plain))) {
      sgd.step(List.of(steep), bounded);
    }
    assertArrayEquals(new float[] {-0.3f, -0.4f}, plain.toFloatArray(), 1e-5f);
  }

  @Test
  void leCamMeasuresFromTheOtherKindsAnchor() {
    NDArray real = manager.create(new float[] {1, 3});
    NDArray fake = manager.create(new float[] {-1});
    assertEquals(5 + 9, LeCam.distance(real, fake, 2, 0).getFloat(), 1e-5);
  }

  @Test
  void beganHalvesItsRatesWhenTheConvergenceStandsStill() {
    GanUpdates began =
        GanUpdates.of(
            Recipe.defaults()
                .with("method.kind", "began")
                .with("discriminator.normalization", "none")
                .with("method.began.patience", 10)
                .method());
    MethodState methodState = new MethodState(manager);
    List<Double> rates = new ArrayList<>();
    for (int step = 0; step < 31; step++) {
      rates.add(
          began
              .learn(Map.of("began.real", 0.2, "loss.generator", 0.1), methodState, 16)
              .get("began.rate"));
    }
    assertEquals(1, rates.get(9));
    assertEquals(0.5, rates.get(10));
    assertEquals(0.5, rates.get(19));
    assertEquals(0.125, rates.get(30));
  }
}
