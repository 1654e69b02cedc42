package studio.saddlepoint.metrics.extractor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.OperatorArchive;
import studio.saddlepoint.torch.TorchEngine;

/** Features that gradients pass through are those that are measured with. */
class DifferentiableFeaturesTest {
  @TempDir Path folder;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  private static float[] pixels(ImageShape shape) {
    Random random = new Random(3);
    float[] pixels = new float[2 * shape.pixels()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 2 * random.nextFloat() - 1;
    }
    return pixels;
  }

  /** Their features, and how the sum of their squares rises with each pixel. */
  private static float[][] found(
      UnaryOperator<NDArray> function, float[] pixels, ImageShape shape) {
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"))) {
      return ArrayScopes.scoped(
          () -> {
            NDArray x =
                ArrayScopes.of(
                    manager, pixels, new Shape(2, shape.channels(), shape.height(), shape.width()));
            Autograd.enable(true);
            Autograd.require(x, true);
            NDArray features = function.apply(x);
            NDArray sum = features.square().sum();
            float[] gradient = Autograd.gradients(sum, List.of(x)).get(0).toFloatArray();
            float[] values = features.toFloatArray();
            Autograd.enable(false);
            return new float[][] {values, gradient};
          });
    }
  }

  private static void holds(FeatureExtractor extractor, ImageShape shape) {
    float[] pixels = pixels(shape);
    UnaryOperator<NDArray> function = extractor.differentiable().orElseThrow();
    float[][] found = found(function, pixels, shape);
    float[] measured = extractor.perceive(pixels).orElseThrow();
    double length = Math.sqrt(squares(measured));
    assertArrayEquals(measured, found[0], (float) (1e-5 * length));
    // Along the gradient the sum rises by its squared length.
    double squared = squares(found[1]);
    float step = (float) (0.01 / Math.sqrt(squared));
    float[] more = pixels.clone();
    float[] less = pixels.clone();
    for (int i = 0; i < pixels.length; i++) {
      more[i] += step * found[1][i];
      less[i] -= step * found[1][i];
    }
    double rise =
        squares(extractor.perceive(more).orElseThrow())
            - squares(extractor.perceive(less).orElseThrow());
    assertEquals(1, rise / (2 * step * squared), 0.02);
  }

  private static double squares(float[] features) {
    double sum = 0;
    for (float each : features) {
      sum += (double) each * each;
    }
    return sum;
  }

  @Test
  void ofRandomConvolutions() {
    for (int channels : new int[] {1, 3}) {
      ImageShape shape = new ImageShape(channels, 32, 32);
      try (FeatureExtractor extractor =
          new RandomConvolutionExtractor(1, shape, TorchEngine.device("cpu"))) {
        holds(extractor, shape);
      }
    }
  }

  @Test
  void ofPixelsAlsoWhereBlocksAreAveraged() {
    for (int size : new int[] {32, 64}) {
      ImageShape shape = new ImageShape(3, size, size);
      holds(new PixelExtractor(shape), shape);
    }
    assertTrue(new PixelExtractor(new ImageShape(1, 33, 33)).differentiable().isEmpty());
  }

  @Test
  void ofAClassifierWhoseChannelsAreFilledUp() {
    for (int channels : new int[] {1, 3}) {
      ImageShape shape = new ImageShape(channels, 32, 32);
      ClassifierNetwork network = ClassifierNetwork.create(shape, 4, 5, TorchEngine.device("cpu"));
      try (FeatureExtractor extractor =
          new ClassifierExtractor("toy", List.of("a", "b", "c", "d"), network, 1, true)) {
        holds(extractor, shape);
      }
    }
  }

  @Test
  void ofSmallImagesWhoseLastStageIsFilledUp() {
    ImageShape shape = new ImageShape(1, 8, 8);
    ClassifierNetwork network = ClassifierNetwork.create(shape, 2, 5, TorchEngine.device("cpu"));
    try (FeatureExtractor extractor =
        new ClassifierExtractor("toy", List.of("a", "b"), network, 1, true)) {
      holds(extractor, shape);
    }
  }

  @Test
  void ofATorchScriptModule() throws IOException {
    ImageShape shape = new ImageShape(1, 8, 8);
    String code =
        """
        class Ops(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
          def forward(self: __torch__.Ops,
            x: Tensor) -> Tensor:
            return torch.mean(torch.mul(x, x), [2, 3])
        """;
    Path file = folder.resolve("module.pt");
    Files.write(file, OperatorArchive.pack(code));
    try (FeatureExtractor extractor =
        new TorchScriptExtractor(file, shape, TorchEngine.device("cpu"))) {
      holds(extractor, shape);
    }
  }

  @Test
  void notWherePicturesAreResizedBeforeTheNetwork() {
    FeatureExtractor any =
        new FeatureExtractor() {
          @Override
          public String id() {
            return "any";
          }

          @Override
          public String label() {
            return "any";
          }

          @Override
          public int dimension() {
            return 1;
          }

          @Override
          public float[] features(byte[] pixels) {
            return new float[1];
          }

          @Override
          public void close() {}
        };
    assertFalse(any.differentiable().isPresent());
  }
}
