package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.model.DiscriminatorOutput;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.method.AdversarialUpdates;
import studio.saddlepoint.train.step.GanPlayers;
import studio.saddlepoint.train.step.GeneratorHalves;
import studio.saddlepoint.train.step.ImageTransform;
import studio.saddlepoint.train.step.LabelledImages;
import studio.saddlepoint.train.step.MethodState;
import studio.saddlepoint.train.step.RandomSource;
import studio.saddlepoint.train.step.UpdateContext;

/**
 * Where a penalty takes the critic's gradient, its mean norm is told. The critic here is c/2 |x|^2,
 * whose gradient at x is c x.
 */
class GradientNormTest {
  private static final float C = 0.3f;
  private static final float[] REAL = {3, 4, 0, 0, 0, 0, 6, 8};
  private static final float[] FAKE = {0, 0, 1, 0, 12, 0, 0, 5};

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

  /** Uniform numbers that are all the same; noise of 0. */
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

  private static Map<String, NDArray> move(Recipe recipe, double random, long step) {
    NDArray weight = Autograd.require(manager.create(new float[] {C}), true);
    Player player = Player.of("discriminator", manager, List.of(weight), OptimizerKind.SGD);
    GanPlayers players =
        new GanPlayers(
            manager,
            GeneratorHalves.ofWhole((z, labels) -> z),
            (x, labels, numbers) ->
                DiscriminatorOutput.of(
                    x.reshape(2, -1).square().sum(new int[] {1}).mul(weight).mul(0.5f)),
            player,
            player);
    UpdateContext context =
        new UpdateContext(
            players,
            () -> pictures(REAL),
            pictures(FAKE),
            ImageTransform.PLAIN,
            new Constant(random),
            new MethodState(manager),
            step,
            recipe.discriminator().optimizer());
    Map<String, NDArray> told = new LinkedHashMap<>();
    AdversarialUpdates updates = new AdversarialUpdates(recipe.method());
    told.putAll(updates.moveDiscriminator(context));
    told.putAll(updates.regularizeDiscriminator(context));
    return told;
  }

  private static LabelledImages pictures(float[] pixels) {
    return new LabelledImages(
        manager.create(pixels, new Shape(2, 1, 2, 2)), manager.create(new long[] {-1, -1}));
  }

  private static Recipe with(String key, double weight) {
    return Recipe.defaults().with("discriminator.normalization", "none").with(key, weight);
  }

  /** The mean of c |(1 - share) fake + share real| over both pictures. */
  private static double expected(double share) {
    return C
        * IntStream.of(0, 1)
            .mapToDouble(
                picture ->
                    Math.sqrt(
                        IntStream.range(4 * picture, 4 * picture + 4)
                            .mapToDouble(i -> share * REAL[i] + (1 - share) * FAKE[i])
                            .map(x -> x * x)
                            .sum()))
            .average()
            .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "method.gradientPenalty, between, 0.25, 0.25",
    "method.zeroCentered.weight, between, 0.25, 0.25",
    "method.dragan.weight, around, 0, 1",
    "method.r1.weight, real, 0.25, 1",
    "method.r2.weight, fake, 0.25, 0",
  })
  void isToldByWhereItIsTaken(String key, String where, double random, double share) {
    NDArray told = move(with(key, 2), random, 0).get("critic.gradientNorm." + where);
    assertEquals(expected(share), told.getFloat(), 1e-5);
  }

  @Test
  void isToldOfBothKindsOfPicturesAtOnce() {
    Map<String, NDArray> told =
        move(with("method.r1.weight", 2).with("method.r2.weight", 2.0), 0, 0);
    assertEquals(expected(1), told.get("critic.gradientNorm.real").getFloat(), 1e-5);
    assertEquals(expected(0), told.get("critic.gradientNorm.fake").getFloat(), 1e-5);
  }

  @Test
  void isNotToldWhereNoPenaltyTakesIt() {
    Recipe lazy = with("method.r1.weight", 2).with("method.r1.every", 4);
    assertTrue(move(lazy, 0, 4).containsKey("critic.gradientNorm.real"));
    assertFalse(move(lazy, 0, 5).containsKey("critic.gradientNorm.real"));
    assertFalse(
        move(Recipe.defaults(), 0, 0).keySet().stream().anyMatch(key -> key.contains("Norm")));
  }
}
