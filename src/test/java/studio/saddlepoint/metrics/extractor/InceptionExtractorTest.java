package studio.saddlepoint.metrics.extractor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.store.KnownWeights;
import studio.saddlepoint.torch.OperatorArchive;
import studio.saddlepoint.torch.TorchEngine;

/** With a small file of the same signature; the real one is not in this repository. */
class InceptionExtractorTest {
  private static final ImageShape SHAPE = new ImageShape(3, 8, 6);

  @TempDir Path folder;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @Test
  void leavesResizingToTheFileOrDoesItItself() throws IOException {
    Path file = TinyInception.write(folder.resolve("tiny.pt"));
    byte[] pixels = pixels(1);
    try (InceptionExtractor inside = open(file, InceptionKind.TENSORFLOW);
        InceptionExtractor clean = open(file, InceptionKind.CLEAN)) {
      assertEquals(TinyInception.FEATURES, inside.dimension());
      assertEquals(8 / 299f, inside.features(pixels)[3], 1e-6f);
      assertEquals(1, clean.features(pixels)[3], 1e-6f);
      assertNotEquals(inside.id(), clean.id());
      assertNotEquals(inside.label(), clean.label());
      for (int colour = 0; colour < 3; colour++) {
        assertEquals(inside.features(pixels)[colour], clean.features(pixels)[colour], 0.05f);
      }
    }
  }

  /** The file subtracts 128 and divides by 128, pytorch-fid does both with 127.5. */
  @Test
  void showsTheFileWhatPytorchFidShowsItsNetwork() throws IOException {
    Path file = TinyInception.write(folder.resolve("tiny.pt"));
    byte[] pixels = new byte[2 * SHAPE.pixels()];
    java.util.Arrays.fill(pixels, SHAPE.pixels(), pixels.length, (byte) 200);
    try (InceptionExtractor pytorch = open(file, InceptionKind.PYTORCH)) {
      float[] features = pytorch.features(pixels);
      assertEquals(0, features[0]);
      for (int colour = 0; colour < 3; colour++) {
        assertEquals(200 / 127.5f, features[TinyInception.FEATURES + colour], 1e-5f);
      }
      assertEquals(1, features[3], 1e-6f);
      assertEquals("Inception-v3, PyTorch resizing", pytorch.label());
    }
  }

  @Test
  void givesLogitsWithoutBiasAsTheFileDoes() throws IOException {
    Path file = TinyInception.write(folder.resolve("tiny.pt"));
    byte[] pixels = pixels(37);
    try (InceptionExtractor extractor = open(file, InceptionKind.TENSORFLOW)) {
      Extracted found = extractor.extract(pixels);
      assertEquals(TinyInception.CLASSES, extractor.classNames().size());
      assertArrayEquals(extractor.features(pixels), found.features());
      assertEquals(37 * TinyInception.CLASSES, found.logits().length);
      for (int i = 0; i < 37; i++) {
        for (int k = 0; k < TinyInception.CLASSES; k++) {
          double expected = 0;
          for (int j = 0; j < TinyInception.FEATURES; j++) {
            expected +=
                TinyInception.WEIGHT[k * TinyInception.FEATURES + j]
                    * found.features()[i * TinyInception.FEATURES + j];
          }
          assertEquals(expected, found.logits()[i * TinyInception.CLASSES + k], 1e-5, "" + i);
        }
      }
    }
  }

  @Test
  void asksTheFileForTheClassesWhereItsLastLayerDoesNotGiveThem() throws IOException {
    Path file = TinyInception.writeWithOtherClasses(folder.resolve("other.pt"));
    try (InceptionExtractor extractor = open(file, InceptionKind.TENSORFLOW)) {
      Extracted one = extractor.extract(pixels(1));
      for (float logit : one.logits()) {
        assertEquals(0, logit, 1e-6f); // a softmax over one image is 1
      }
    }
  }

  @Test
  void givesTheSameForEachImageWhateverTheBatch() throws IOException {
    Path file = TinyInception.write(folder.resolve("tiny.pt"));
    byte[] many = pixels(40);
    try (InceptionExtractor extractor = open(file, InceptionKind.CLEAN)) {
      float[] features = extractor.features(many);
      byte[] last = java.util.Arrays.copyOfRange(many, 39 * SHAPE.pixels(), many.length);
      assertArrayEquals(
          java.util.Arrays.copyOfRange(features, 39 * 4, 40 * 4), extractor.features(last), 1e-6f);
    }
  }

  @Test
  void perceivesStoredPixelsAsItSeesThem() throws IOException {
    Path file = TinyInception.write(folder.resolve("tiny.pt"));
    byte[] pixels = pixels(2);
    float[] floats = new float[pixels.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (pixels[i] & 0xff) / 127.5f - 1;
    }
    for (ExtractorVariant resize : InceptionKind.INCEPTION.variants()) {
      try (InceptionExtractor extractor = open(file, resize)) {
        assertArrayEquals(
            extractor.features(pixels), extractor.perceive(floats).orElseThrow(), 1e-4f);
      }
    }
  }

  @Test
  void refusesAnotherNetwork() throws IOException {
    Path file =
        Files.write(
            folder.resolve("mean.pt"),
            OperatorArchive.pack(
                """
                                class Ops(Module):
                                  __parameters__ = []
                                  __buffers__ = []
                                  training : bool
                                  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                                    return torch.mean(x, [2, 3])
                                """));
    StudioException refused =
        assertThrows(StudioException.class, () -> open(file, InceptionKind.CLEAN).close());
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("is not the Inception-v3"), message);
  }

  @Test
  void refusesDamagedWeightsBeforeOpeningThem() throws IOException {
    Path weights = Files.createDirectories(folder.resolve("weights"));
    TinyInception.write(weights.resolve(KnownWeights.INCEPTION.fileName()));
    StudioException refused =
        assertThrows(
            StudioException.class,
            () ->
                Extractors.open(
                        InceptionKind.INCEPTION.set(InceptionKind.CLEAN.setting()),
                        SHAPE,
                        folder,
                        Progress.NONE)
                    .close());
    assertTrue(String.valueOf(refused.getMessage()).contains("is damaged"));
  }

  @Test
  void explainsThatWeightsAreNotHere() {
    for (ExtractorChoice choice :
        new ExtractorChoice[] {InceptionKind.INCEPTION.usual(), VggKind.VGG.usual()}) {
      StudioException refused =
          assertThrows(
              StudioException.class,
              () -> Extractors.open(choice, SHAPE, folder, Progress.NONE).close());
      String message = String.valueOf(refused.getMessage());
      assertTrue(message.contains("is not on this computer"), message);
      assertTrue(message.contains("https://nvlabs-fi-cdn.nvidia.com/"), message);
      assertTrue(message.contains(" MB)"), message);
    }
  }

  private static InceptionExtractor open(Path file, ExtractorVariant resize) {
    return new InceptionExtractor(new NetworkFile(file, Device.cpu()), resize, SHAPE);
  }

  private static byte[] pixels(int images) {
    byte[] pixels = new byte[images * SHAPE.pixels()];
    new Random(images).nextBytes(pixels);
    return pixels;
  }
}
