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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.torch.OperatorArchive;
import studio.saddlepoint.torch.TorchEngine;

class TorchScriptExtractorTest {
  private static final ImageShape GREY = new ImageShape(1, 2, 2);
  private static final byte[] TWO = {0, 10, 20, 30, (byte) 255, (byte) 255, (byte) 255, 51};

  @TempDir Path folder;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @Test
  void givesWhatForwardReturns() throws IOException {
    Path file = module("x: Tensor", "return torch.mean(x, [2, 3])");
    try (TorchScriptExtractor extractor = open(file)) {
      assertEquals(3, extractor.dimension());
      assertEquals("module.pt", extractor.label());
      assertArrayEquals(new float[] {15, 15, 15, 204, 204, 204}, extractor.features(TWO), 1e-4f);
    }
  }

  @Test
  void asksForFeaturesWhereForwardKnowsThem() throws IOException {
    String body =
        """
                if return_features:
                      y = torch.mean(x, [2, 3])
                    else:
                      y = torch.mean(x, [1, 2, 3])
                    return y""";
    try (TorchScriptExtractor extractor =
        open(module("x: Tensor, return_features: bool=False, low: bool=False", body))) {
      assertEquals(3, extractor.dimension());
    }
    try (TorchScriptExtractor extractor =
        open(module("x: Tensor, resize: bool=True, return_features: bool=False", body))) {
      assertEquals(3, extractor.dimension());
    }
  }

  @Test
  void takesPerceptualDistancesOfPixelsThatAreNotRounded() throws IOException {
    float[] pixels = new float[2 * GREY.pixels()];
    java.util.Arrays.fill(pixels, 0.501f);
    try (TorchScriptExtractor any = open(module("x: Tensor", "return torch.mean(x, [2, 3])"))) {
      assertArrayEquals(
          new float[] {191.3775f, 191.3775f, 191.3775f},
          java.util.Arrays.copyOf(any.perceive(pixels).orElseThrow(), 3),
          1e-3f);
    }
    String body =
        """
                m = torch.mean(x, [2, 3])
                    if return_lpips:
                      y = torch.mul(m, 2)
                    else:
                      y = m
                    if resize_images:
                      z = torch.add(y, 1000)
                    else:
                      z = y
                    return z""";
    try (TorchScriptExtractor vgg =
        open(
            module(
                "x: Tensor, resize_images: bool=True, return_features: bool=False, return_lpips: bool=False",
                body))) {
      assertEquals(382.755f, vgg.perceive(pixels).orElseThrow()[0], 1e-3f);
      assertEquals(1015, vgg.features(TWO)[0], 1e-3f);
    }
  }

  @Test
  void isKnownByTheFilesContent() throws IOException {
    try (TorchScriptExtractor first = open(module("x: Tensor", "return torch.mean(x, [2, 3])"));
        TorchScriptExtractor second = open(module("x: Tensor", "return torch.sum(x, [2, 3])"))) {
      assertNotEquals(first.id(), second.id());
      assertTrue(first.id().matches("[a-z0-9-]+"), first.id());
    }
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertRefused(folder.resolve("gone.pt"), "There is no file");
  }

  @Test
  void namesAFileThatIsNoModule() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "not a module");
    assertRefused(text, "not a TorchScript module");
    Path half = folder.resolve("half.pt");
    byte[] whole = OperatorArchive.pack(code("x: Tensor", "return x"));
    Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertRefused(half, "not a TorchScript module");
  }

  @Test
  void namesAFileWhoseCodeDoesNotCompile() throws IOException {
    assertRefused(module("x: Tensor", "return torch.no_such_operator(x)"), "no_such_operator");
  }

  @Test
  void namesAModuleWithAnotherOutput() throws IOException {
    assertRefused(module("x: Tensor", "return x"), "shape (2, 3, 2, 2)");
    assertRefused(module("x: Tensor", "return torch.mean(x)"), "(N, features)");
    assertRefused(
        module("x: Tensor", "return torch.complex(torch.mean(x, [2, 3]), torch.mean(x, [2, 3]))"),
        "instead of real numbers");
  }

  @Test
  void namesAModuleThatFailsOnImages() throws IOException {
    assertRefused(module("x: Tensor", "return torch.mm(x, x)"), "fails on images of shape");
    assertRefused(
        module("x: Tensor, y: Tensor", "return torch.mul(x, y)"), "fails on images of shape");
  }

  @Test
  void namesAModuleWhoseFeaturesAreNotNumbers() throws IOException {
    assertRefused(
        module("x: Tensor", "return torch.div(torch.mean(x, [2, 3]), 0.)"), "as a feature");
  }

  private void assertRefused(Path file, String reason) {
    StudioException refused = assertThrows(StudioException.class, () -> open(file).close());
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(file.toString()), message);
    assertTrue(message.contains(reason), message);
  }

  private static TorchScriptExtractor open(Path file) {
    return new TorchScriptExtractor(file, GREY, Device.cpu());
  }

  private Path module(String arguments, String body) throws IOException {
    return Files.write(folder.resolve("module.pt"), OperatorArchive.pack(code(arguments, body)));
  }

  private static String code(String arguments, String body) {
    return English.of(
        """
        class Ops(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
          def forward(self: __torch__.Ops,
            %s) -> Tensor:
            %s
        """,
        arguments, body);
  }
}
