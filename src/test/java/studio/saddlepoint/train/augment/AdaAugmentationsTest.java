package studio.saddlepoint.train.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.AugmentSettings;
import studio.saddlepoint.recipe.network.PictureRange;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.step.ImageTransform;
import studio.saddlepoint.train.step.MethodState;
import studio.saddlepoint.train.step.RandomSource;
import studio.saddlepoint.train.step.StepRandom;

class AdaAugmentationsTest {
  private static final String GROUPS = "method.augment.";
  private static final double STEP = 1e-4;
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

  private static AugmentSettings settings(String... groups) {
    Recipe recipe = Recipe.defaults();
    for (String group : groups) {
      recipe = recipe.with(GROUPS + group, true);
    }
    return recipe.method().augment();
  }

  private static AugmentSettings everything() {
    return settings("pixelBlitting", "geometry", "colourTransforms", "filtering", "corruption");
  }

  private static NDArray pictures(int n, int channels, int height, int width) {
    float[] values = new float[n * channels * height * width];
    Random random = new Random(3);
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return manager.create(values, new Shape(n, channels, height, width));
  }

  /** The same numbers with every call. */
  private static RandomSource random() {
    return new StepRandom(5, 0).source(manager);
  }

  private static List<double[]> maps(int n, GeometricTransform transform) {
    return Collections.nCopies(n, transform.inverse());
  }

  private static GeometricTransform blit(boolean flip, int turns, int right, int down) {
    return new GeometricTransform(flip, turns, right, down, 1, 0, 1, 0, 0, 0);
  }

  @Test
  void probabilityZeroChangesNothing() {
    assertSame(ImageTransform.PLAIN, AdaAugmentations.of(everything(), 0));
  }

  @Test
  void picturesThatNothingHitsPassBitByBit() {
    NDArray x = pictures(4, 3, 8, 8);
    ImageTransform never = AdaAugmentations.of(everything(), 1e-9);
    assertSame(x, never.of(x, random()));
    GeometricTransform turned = new GeometricTransform(false, 0, 0, 0, 1, 1, 1, 0, 0, 0);
    NDArray mixed =
        PixelSampling.of(
            x,
            List.of(
                turned.inverse(),
                GeometricTransform.NONE.inverse(),
                turned.inverse(),
                GeometricTransform.NONE.inverse()));
    assertArrayEquals(x.get(1).toFloatArray(), mixed.get(1).toFloatArray());
    assertArrayEquals(x.get(3).toFloatArray(), mixed.get(3).toFloatArray());
    NDArray coloured =
        ColourTransform.apply(
            x,
            List.of(
                ColourTransform.NONE.matrix(),
                new ColourTransform(0.1, 2, true, 1, 2).matrix(),
                ColourTransform.NONE.matrix(),
                ColourTransform.NONE.matrix()));
    assertArrayEquals(x.get(0).toFloatArray(), coloured.get(0).toFloatArray());
    NDArray filtered =
        FrequencyFilter.apply(
            x,
            List.of(
                FrequencyFilter.NONE,
                new FrequencyFilter(List.of(1.0, 2.0, 1.0, 0.5)),
                FrequencyFilter.NONE,
                FrequencyFilter.NONE));
    assertArrayEquals(x.get(2).toFloatArray(), filtered.get(2).toFloatArray());
  }

  @Test
  void mirroringTwiceAndFourQuarterTurnsAreTheIdentity() {
    NDArray x = pictures(2, 3, 8, 8);
    NDArray mirrored = PixelSampling.of(x, maps(2, blit(true, 0, 0, 0)));
    assertEquals(x.getFloat(1, 2, 3, 0), mirrored.getFloat(1, 2, 3, 7));
    assertArrayEquals(
        x.toFloatArray(), PixelSampling.of(mirrored, maps(2, blit(true, 0, 0, 0))).toFloatArray());
    NDArray turned = x;
    for (int i = 0; i < 4; i++) {
      turned = PixelSampling.of(turned, maps(2, blit(false, 1, 0, 0)));
      if (i == 0) { // right goes down
        assertEquals(x.getFloat(0, 1, 0, 6), turned.getFloat(0, 1, 6, 7));
      }
    }
    assertArrayEquals(x.toFloatArray(), turned.toFloatArray());
  }

  @Test
  void aShiftAndItsOppositeRestoreTheInside() {
    NDArray x = pictures(1, 3, 9, 9);
    NDArray shifted = PixelSampling.of(x, maps(1, blit(false, 0, 2, -3)));
    assertEquals(x.getFloat(0, 0, 5, 1), shifted.getFloat(0, 0, 2, 3));
    assertEquals(x.getFloat(0, 0, 3, 1), shifted.getFloat(0, 0, 0, 3));
    assertEquals(shifted.getFloat(0, 0, 4, 3), shifted.getFloat(0, 0, 4, 1), "reflected");
    NDArray back = PixelSampling.of(shifted, maps(1, blit(false, 0, -2, 3)));
    String inside = "0, :, 3:, :7";
    assertArrayEquals(x.get(inside).toFloatArray(), back.get(inside).toFloatArray());
  }

  @Test
  void blittingIsMadeBeforeTheOtherTransforms() {
    GeometricTransform both = new GeometricTransform(true, 1, 1, 0, 2, 0, 1, 0, 0, 0);
    double[] inverse = both.inverse();
    // before the scaling the middle was a pixel further left, before the turn that was below
    assertArrayEquals(new double[] {0, 1}, new double[] {inverse[2], inverse[5]}, 1e-12);
  }

  @Test
  void geometryKeepsEvenPicturesEven() {
    NDArray x = manager.ones(new Shape(16, 3, 8, 8)).mul(0.25f);
    NDArray y = AdaAugmentations.of(settings("pixelBlitting", "geometry"), 1).of(x, random());
    assertNotSame(x, y);
    assertArrayEquals(x.toFloatArray(), y.toFloatArray(), 1e-6f);
  }

  @Test
  void theMeanOfManyPicturesHardlyMoves() {
    NDArray x = pictures(256, 3, 16, 16).add(0.2f).mul(0.5f);
    double before = x.mean().getFloat();
    NDArray moved = AdaAugmentations.of(settings("pixelBlitting", "geometry"), 1).of(x, random());
    assertEquals(before, moved.mean().getFloat(), 0.02);
    NDArray all = AdaAugmentations.of(everything(), 1).of(x, random());
    assertEquals(0, all.mean().getFloat(), 0.1, "half of all are turned to their negative");
  }

  @Test
  void drawsFollowThePapersDistributions() {
    RandomSource random = random();
    AugmentSettings settings = settings("pixelBlitting", "geometry");
    int n = 20_000;
    List<GeometricTransform> always =
        IntStream.range(0, n)
            .mapToObj(i -> GeometricTransform.draw(settings, new Chances(random, 1), 32, 64))
            .toList();
    assertEquals(0.5, share(always, each -> each.flip()), 0.02);
    assertEquals(0.25, share(always, each -> each.quarterTurns() == 3), 0.02);
    assertEquals(4, always.stream().mapToInt(GeometricTransform::shiftY).max().orElseThrow());
    assertEquals(-8, always.stream().mapToInt(GeometricTransform::shiftX).min().orElseThrow());
    assertEquals(0.2, deviation(always.stream().mapToDouble(each -> log2(each.scale()))), 0.01);
    assertEquals(
        0.2, deviation(always.stream().mapToDouble(each -> log2(each.anisotropy()))), 0.01);
    assertEquals(
        Math.PI / Math.sqrt(3),
        deviation(always.stream().mapToDouble(GeometricTransform::rotationBefore)),
        0.05);
    assertEquals(
        0.125 * 64, deviation(always.stream().mapToDouble(GeometricTransform::moveX)), 0.2);
    List<GeometricTransform> sometimes =
        IntStream.range(0, n)
            .mapToObj(i -> GeometricTransform.draw(settings, new Chances(random, 0.4), 32, 32))
            .toList();
    assertEquals(
        0.4,
        share(sometimes, each -> each.rotationBefore() != 0 || each.rotationAfter() != 0),
        0.02);
    assertEquals(0.4, share(sometimes, each -> each.moveX() != 0), 0.02);
    List<ColourTransform> colours =
        IntStream.range(0, n)
            .mapToObj(i -> ColourTransform.draw(new Chances(random, 1), false))
            .toList();
    assertEquals(0.2, deviation(colours.stream().mapToDouble(ColourTransform::brightness)), 0.01);
    assertEquals(0.5, deviation(colours.stream().mapToDouble(each -> log2(each.contrast()))), 0.02);
    assertEquals(1, deviation(colours.stream().mapToDouble(each -> log2(each.saturation()))), 0.03);
    ColourTransform grey = ColourTransform.draw(new Chances(random, 1), true);
    assertEquals(0, grey.hue());
    assertEquals(1, grey.saturation());
  }

  private static <T> double share(List<T> all, java.util.function.Predicate<T> of) {
    return (double) all.stream().filter(of).count() / all.size();
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  private static double deviation(java.util.stream.DoubleStream values) {
    double[] all = values.toArray();
    double square = 0;
    for (double each : all) {
      square += each * each / all.length;
    }
    return Math.sqrt(square);
  }

  @Test
  void aFilterOfOneBandKeepsTheUsualPower() {
    double[] gains = {1, 1, 1, 1};
    RandomSource random = random();
    for (int i = 0; i < 200; i++) {
      FrequencyFilter drawn = FrequencyFilter.draw(new Chances(random, 0.2));
      if (drawn.gains().stream().distinct().count() == 2) {
        gains = drawn.gains().stream().mapToDouble(each -> each).toArray();
        assertEquals(
            13,
            10 * gains[0] * gains[0]
                + gains[1] * gains[1]
                + gains[2] * gains[2]
                + gains[3] * gains[3],
            1e-9);
      }
    }
    assertTrue(gains[0] != 1, "one was drawn");
  }

  @Test
  void probabilitiesAboveOneMeanAlwaysAndDrawNothing() {
    Chances always = new Chances(new Never(), 1.7);
    assertTrue(always.getAsBoolean());
    assertThrows(AssertionError.class, () -> always.uniform(1));
  }

  /** Gives no numbers. */
  private record Never() implements RandomSource {
    @Override
    public NDArray uniform(Shape shape) {
      throw new AssertionError("no numbers are given");
    }

    @Override
    public NDArray normal(Shape shape) {
      throw new AssertionError("no numbers are given");
    }

    @Override
    public double next() {
      throw new AssertionError("no numbers are given");
    }
  }

  @Test
  void pixelsFromZeroToOneAreChangedAsThoseFromMinusOne() {
    MethodState state = new MethodState(manager);
    Recipe recipe = Recipe.defaults().with(GROUPS + "probability", 0.8);
    for (String group :
        List.of("pixelBlitting", "geometry", "colourTransforms", "filtering", "corruption")) {
      recipe = recipe.with(GROUPS + group, true);
    }
    NDArray signed = pictures(4, 3, 8, 8);
    NDArray unit = signed.add(1f).mul(0.5f);
    NDArray ofSigned =
        ImageTransforms.of(recipe.method(), PictureRange.SIGNED, state).of(signed, random());
    NDArray ofUnit =
        ImageTransforms.of(recipe.method(), PictureRange.UNIT, state).of(unit, random());
    assertArrayEquals(ofSigned.toFloatArray(), ofUnit.mul(2f).sub(1f).toFloatArray(), 1e-5f);
  }

  @Test
  void penaltiesLookThroughAdaButNotThroughDiffAugment() {
    MethodState state = new MethodState(manager);
    Recipe diffAugment = Recipe.defaults().with(GROUPS + "colour", true);
    assertSame(
        ImageTransform.PLAIN,
        ImageTransforms.of(diffAugment.method(), PictureRange.SIGNED, state).underPenalties());
    for (PictureRange range : PictureRange.values()) {
      ImageTransform both =
          ImageTransforms.of(
              diffAugment
                  .with(GROUPS + "colourTransforms", true)
                  .with("method.instanceNoise", 0.1)
                  .method(),
              range,
              state);
      NDArray x = pictures(4, 3, 8, 8);
      assertNotSame(x, both.underPenalties().of(x, random()));
      assertTrue(
          both.underPenalties().of(x, random()).sub(both.of(x, random())).abs().sum().getFloat()
              > 1);
    }
  }

  @Test
  void picturesOfTwoChannelsHaveNoColoursToChange() {
    NDArray x = pictures(1, 2, 4, 4);
    assertThrows(
        IllegalArgumentException.class,
        () -> ColourTransform.apply(x, List.of(ColourTransform.NONE.matrix())));
    assertThrows(
        IllegalArgumentException.class,
        () -> PixelSampling.of(x, maps(2, GeometricTransform.NONE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pixelBlitting", "geometry", "colourTransforms", "filtering", "corruption"})
  void gradientsOfBothOrdersAgreeWithDifferences(String group) {
    ImageTransform transform = AdaAugmentations.of(settings(group), 0.9);
    for (int channels : new int[] {1, 3}) {
      NDArray x = pictures(3, channels, 5, 6).toType(DataType.FLOAT64, true);
      NDArray direction = pictures(4, channels, 5, 6).get("1:").toType(DataType.FLOAT64, true);
      NDArray point = Autograd.require(x.duplicate(), true);
      NDArray gradient =
          Autograd.differentiableGradients(value(transform, point), List.of(point)).get(0);
      NDArray squares = gradient.square().sum();
      NDArray second = Autograd.gradients(squares, List.of(point)).get(0);
      NDArray there = x.add(direction.mul(manager.create(STEP)));
      NDArray here = x.sub(direction.mul(manager.create(STEP)));
      double slope =
          (number(value(transform, there)) - number(value(transform, here))) / (2 * STEP);
      assertEquals(slope, number(gradient.mul(direction).sum()), 1e-5 * (1 + Math.abs(slope)));
      double bend = (squares(transform, there) - squares(transform, here)) / (2 * STEP);
      assertEquals(bend, number(second.mul(direction).sum()), 1e-5 * (1 + Math.abs(bend)));
      assertTrue(Math.abs(bend) > 1e-3, "there is something to compare");
    }
  }

  /** A bent function of the changed pictures. */
  private static NDArray value(ImageTransform transform, NDArray x) {
    return transform.of(x, random()).tanh().square().sum();
  }

  private static double squares(ImageTransform transform, NDArray x) {
    NDArray point = Autograd.require(x.duplicate(), true);
    return number(
        Autograd.gradients(value(transform, point), List.of(point)).get(0).square().sum());
  }

  private static double number(NDArray scalar) {
    return Autograd.detach(scalar).toType(DataType.FLOAT64, true).getDouble();
  }
}
