package studio.saddlepoint.metrics.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.FactorDataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.metrics.image.ToyImages;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/** Judges of classes and of known factors. */
class AttributeJudgesTest {
  @TempDir static Path caches;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  /** A bright bar at a known place on grounds of two kinds. */
  private record Bars(String name, int size, long seed) implements FactorDataSet {
    private static final ImageShape SHAPE = new ImageShape(1, 16, 16);

    private Random random(int index) {
      return new Random((seed * 1_000_003 + index) * 0x9E3779B97F4A7C15L);
    }

    @Override
    public String fingerprint() {
      return name;
    }

    @Override
    public ImageShape shape() {
      return SHAPE;
    }

    @Override
    public List<String> classNames() {
      return List.of("dark", "bright");
    }

    @Override
    public int label(int index) {
      return index % 2;
    }

    @Override
    public List<String> factorNames() {
      return List.of("row");
    }

    @Override
    public double[] factors(int index) {
      return new double[] {2 + 11 * random(index).nextDouble()};
    }

    @Override
    public List<String> measureNames() {
      return factorNames();
    }

    @Override
    public double[] measures(int index) {
      return factors(index);
    }

    @Override
    public void read(int index, byte[] target, int offset) {
      double row = factors(index)[0];
      for (int i = 0; i < 256; i++) {
        double near = Math.max(0, 1 - Math.abs(i / 16 - row) / 2);
        target[offset + i] = (byte) (int) (40 + 60 * label(index) + 120 * near);
      }
    }

    @Override
    public List<DataProblem> problems() {
      return List.of();
    }
  }

  private AttributeJudges.Judge judge(AttributeJudges.Which which) {
    return new AttributeJudges(caches)
        .of(new Bars("bars", 300, 1), new Bars("others", 200, 2), which, Progress.NONE);
  }

  @Test
  void anAttributeIsFollowedThroughPictures() {
    Bars bars = new Bars("others", 200, 2);
    List<Picture> pictures = new ArrayList<>();
    for (int index : new int[] {0, 2, 1, 3}) { // dark, dark, bright, bright
      pictures.add(PictureConversion.of(bars.read(new int[] {index}), bars.shape()));
    }
    pictures.add(0, new Picture(2, 2, new int[4])); // of another size
    try (JudgedPictures judged =
        new JudgedPictures(judge(AttributeJudges.Which.MEASURING), bars.shape())) {
      AttributeTrace bright = judged.trace("Bright", List.of(0L, 10L, 20L, 30L, 40L), pictures);
      assertTrue(Double.isNaN(bright.values().get(0)));
      assertTrue(bright.values().get(1) < 0 && bright.values().get(4) > 0, bright::sentence);
      assertEquals(3, bright.halfway().orElseThrow());
      AttributeTrace row = judged.trace("row", List.of(0L, 10L, 20L, 30L, 40L), pictures);
      assertEquals(bars.measures(3)[0], row.values().get(4), 1.5);
      StudioException refused =
          assertThrows(StudioException.class, () -> judged.trace("cake", List.of(), List.of()));
      assertTrue(refused.getMessage().contains("There are: dark, bright, row."));
    }
  }

  @Test
  void classesAndFactorsAreToldAndKept() {
    Map<String, Double> quality;
    double[] told;
    float[] pixels = new float[2 * 256];
    byte[] bytes = new Bars("others", 200, 2).read(new int[] {0, 1});
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (bytes[i] & 0xff) / 127.5f - 1;
    }
    try (AttributeJudges.Judge judge = judge(AttributeJudges.Which.FINDING)) {
      assertEquals(3, judge.network().attributes().size());
      assertEquals(2, judge.network().place("ROW"));
      quality = judge.quality();
      assertTrue(quality.get("dark") > 0.97, quality.toString());
      assertTrue(quality.get("row") > 0.95, quality.toString());
      double[][] both = judge.network().judge(pixels, 2);
      told = both[1];
      assertEquals(0, told[0] + told[1], 1e-4); // logits less their mean
      assertTrue(told[1] > told[0]);
      assertEquals(new Bars("others", 200, 2).measures(1)[0], told[2], 1.5);
    }
    Progress refusing =
        (stage, fraction) -> assertFalse(stage.contains("Learning"), "trained again");
    try (AttributeJudges.Judge again =
        new AttributeJudges(caches)
            .of(
                new Bars("bars", 300, 1),
                new Bars("others", 200, 2),
                AttributeJudges.Which.FINDING,
                refusing)) {
      assertEquals(quality, again.quality());
      assertEquals(told[2], again.network().judge(pixels, 2)[1][2], 1e-6);
    }
    try (AttributeJudges.Judge other = judge(AttributeJudges.Which.MEASURING)) {
      assertNotEquals(told[2], other.network().judge(pixels, 2)[1][2]);
    }
  }

  @Test
  void whatIsToldCarriesGradients() {
    try (AttributeJudges.Judge judge = judge(AttributeJudges.Which.FINDING);
        NDManager manager = TorchEngine.manager(Device.cpu())) {
      Autograd.enable(true);
      NDArray pixels = ArrayScopes.of(manager, new float[256], new Shape(1, 1, 16, 16));
      Autograd.require(pixels, true);
      NDArray row = judge.network().judge(pixels).get(":, 2").sum();
      float[] gradient = Autograd.gradients(row, List.of(pixels)).get(0).toFloatArray();
      Autograd.enable(false);
      // what is bright above says that the bar is above
      double above = 0;
      double below = 0;
      for (int i = 0; i < 128; i++) {
        above += gradient[i];
        below += gradient[128 + i];
      }
      assertTrue(above < below, above + " above, " + below + " below");
    }
  }

  @Test
  void dataWithoutLabelsAndFactorsIsRefused() {
    ToyImages unlabelled = new ToyImages("toy", 20, false, 1);
    assertEquals(List.of(), AttributeJudges.attributes(unlabelled));
    StudioException refused =
        assertThrows(
            StudioException.class,
            () ->
                new AttributeJudges(caches)
                    .of(unlabelled, unlabelled, AttributeJudges.Which.FINDING, Progress.NONE));
    assertTrue(refused.getMessage().contains("sefa or pca"), refused.getMessage());
  }
}
