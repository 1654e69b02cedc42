package studio.saddlepoint.lab.microscope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.TorchEngine;

class MicroscopeTest {
  @TempDir static Path caches;

  private static DataSet data;

  @BeforeAll
  static void open() {
    TorchEngine.start(Progress.NONE);
    data = DataSets.open("strokes", 32, Split.TEST, caches, Progress.NONE);
  }

  private static Microscope microscope(Recipe recipe) {
    return new Microscope(
        Snapshot.of(TinyGenerator.checkpoint(recipe, List.of(), 1), false), data, 16);
  }

  static Stream<Recipe> networks() {
    Recipe tiny = TinyGenerator.recipe(List.of());
    return Stream.of(
        tiny,
        tiny.with(
            Map.of("generator.upsampling", "bilinear", "discriminator.downsampling", "average")),
        tiny.with(Map.of("generator.upsampling", "nearest", "discriminator.downsampling", "max")),
        tiny.with(
            Map.of("generator.architecture", "resnet", "discriminator.normalization", "none")));
  }

  /** By gradients, and by nudging a unit, no pixel beyond theory's window has to do with it. */
  @ParameterizedTest
  @MethodSource("networks")
  void noUnitSeesOrChangesMoreThanTheorySays(Recipe recipe) {
    UnitPlace unit = new UnitPlace(0.4, 0.6, 0.3);
    int tight = 0;
    try (Microscope microscope = microscope(recipe)) {
      for (Side side : new Side[] {Side.REAL, Side.GENERATOR}) {
        for (LayerInfo layer : microscope.layers(side)) {
          Field field = microscope.look(side, layer.index(), unit, 3).field();
          assertTrue(field.known(), layer.name());
          assertTrue(field.height() <= field.rows().size(), side + " " + layer);
          assertTrue(field.width() <= field.columns().size(), side + " " + layer);
          for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
              boolean inside =
                  y >= field.rows().first()
                      && y <= field.rows().last()
                      && x >= field.columns().first()
                      && x <= field.columns().last();
              assertTrue(inside || !field.at(y, x), side + " " + layer + " at " + y + ", " + x);
            }
          }
          if (field.height() == field.rows().size() && field.rows().size() < 32) {
            tight++;
          }
        }
      }
    }
    assertTrue(tight > 0, "theory is nowhere as narrow as what is measured");
  }

  static Stream<Recipe> otherFamilies() {
    Recipe tiny = TinyGenerator.recipe(List.of());
    return Stream.of(
        TinyGenerator.styled(),
        tiny.with(
            Map.of(
                "generator.normalization",
                "virtual-batch",
                "discriminator.normalization",
                "virtual-batch")),
        tiny.with("generator.architecture", "mlp"),
        tiny.with(Map.of("generator.normalization", "layer", "generator.spectralNorm", true)));
  }

  /** Also where theory is not told, or a reference batch stands before what is looked at. */
  @ParameterizedTest
  @MethodSource("otherFamilies")
  void everyLayerOfAnyNetworkCanBeLookedAt(Recipe recipe) {
    try (Microscope microscope = microscope(recipe)) {
      for (Side side : new Side[] {Side.GENERATOR, Side.FAKE}) {
        for (LayerInfo layer : microscope.layers(side)) {
          LayerLook look = microscope.look(side, layer.index(), new UnitPlace(1, 1, 0), 2);
          assertEquals(layer.units() * look.examples(), look.leaving().total(), layer.name());
          Field field = look.field();
          assertTrue(!field.known() || field.height() <= field.rows().size(), side + " " + layer);
        }
      }
      assertEquals(7, microscope.enlarged().size());
    }
  }

  /** DCGAN's convolutions of 4 with stride 2: 4, 10, 22 pixels, as by hand. */
  @Test
  void windowsGrowAsByHand() {
    Recipe recipe = TinyGenerator.recipe(List.of()).with("discriminator.normalization", "none");
    try (Microscope microscope = microscope(recipe)) {
      List<LayerInfo> convolutions =
          microscope.layers(Side.REAL).stream()
              .filter(each -> each.name().startsWith("convolution"))
              .toList();
      List<Long> sides =
          convolutions.stream()
              .map(
                  each ->
                      microscope
                          .look(Side.REAL, each.index(), UnitPlace.MIDDLE, 0)
                          .field()
                          .rows()
                          .size())
              .collect(Collectors.toList());
      assertEquals(List.of(4L, 10L, 22L, 32L), sides);
      for (int i = 0; i < 2; i++) {
        Field field =
            microscope.look(Side.REAL, convolutions.get(i).index(), UnitPlace.MIDDLE, 0).field();
        assertEquals((long) sides.get(i), field.height(), "by gradients");
        assertEquals((long) sides.get(i), field.width(), "by gradients");
      }
    }
  }

  @Test
  void allNumbersOfALayerAreCounted() {
    try (Microscope microscope = microscope(TinyGenerator.recipe(List.of()))) {
      for (Side side : Side.values()) {
        List<LayerInfo> layers = microscope.layers(side);
        assertTrue(layers.size() > 5, side::name);
        for (LayerInfo layer : layers) {
          LayerLook look = microscope.look(side, layer.index(), UnitPlace.MIDDLE, 0);
          assertEquals(layer.units() * look.examples(), look.leaving().total(), layer.name());
          assertTrue(look.entering().total() > 0);
          if (look.curve().isPresent()) {
            assertEquals(look.entering().total(), look.leaving().total());
          }
        }
        assertTrue(layers.stream().anyMatch(each -> each.name().contains("ReLU")));
      }
    }
  }

  @Test
  void aCurveIsTheLayersOwn() {
    try (Microscope microscope = microscope(TinyGenerator.recipe(List.of()))) {
      LayerInfo bend =
          microscope.layers(Side.REAL).stream()
              .filter(each -> each.name().equals("leaky ReLU 0.2"))
              .findFirst()
              .orElseThrow();
      LayerLook.Curve curve =
          microscope.look(Side.REAL, bend.index(), UnitPlace.MIDDLE, 0).curve().orElseThrow();
      for (int i = 0; i < curve.x().length; i++) {
        double expected = curve.x()[i] > 0 ? curve.x()[i] : 0.2 * curve.x()[i];
        assertEquals(expected, curve.y()[i], 1e-6);
      }
    }
  }

  @Test
  void lookingChangesNothing() {
    try (Snapshot snapshot = TinyGenerator.snapshot(List.of(), 1)) {
      float[][] codes = Microscope.codes(snapshot, 4);
      float[] before = snapshot.pixels(codes, new int[4], Double.POSITIVE_INFINITY);
      try (Microscope microscope = new Microscope(snapshot.share().orElseThrow(), data)) {
        assertTrue(microscope.hasStatistics());
        NormSheets sheets = microscope.sheets();
        assertEquals(Microscope.SHEET, sheets.batch().size());
        assertTrue(sheets.difference() > 0);
        for (Side side : Side.values()) {
          microscope.look(side, 4, UnitPlace.MIDDLE, 1);
        }
      }
      assertArrayEquals(before, snapshot.pixels(codes, new int[4], Double.POSITIVE_INFINITY));
    }
  }

  /** Windows that cover pixels unevenly leave a checkerboard, on flat pictures, too. */
  @Test
  void enlargingLeavesACheckerboardOnlyWhereWindowsCoverUnevenly() {
    try (Microscope microscope = microscope(TinyGenerator.recipe(List.of()))) {
      Map<Enlarged.Way, Double> energy =
          microscope.enlarged().stream().collect(Collectors.toMap(Enlarged::way, Enlarged::energy));
      assertEquals(0, energy.get(Enlarged.Way.NEAREST), 1e-9);
      assertTrue(energy.get(Enlarged.Way.BILINEAR) < energy.get(Enlarged.Way.REAL) + 1e-3);
      assertTrue(energy.get(Enlarged.Way.EVEN) < 0.01);
      assertTrue(energy.get(Enlarged.Way.UNEVEN) > 10 * energy.get(Enlarged.Way.EVEN));
      assertTrue(energy.get(Enlarged.Way.RANDOM) > 10 * energy.get(Enlarged.Way.EVEN));
    }
  }

  @Test
  void filtersOfTheFirstLayerAreAllThereAreAndOfALaterOneThoseOfTheChannel() {
    try (Microscope microscope = microscope(TinyGenerator.recipe(List.of()))) {
      Filters first = microscope.look(Side.REAL, 0, UnitPlace.MIDDLE, 0).filters();
      assertTrue(first.whole());
      assertEquals(4, first.all());
      assertEquals(16, first.tiles().get(0).values().length);
      LayerInfo second =
          microscope.layers(Side.REAL).stream()
              .filter(each -> each.name().startsWith("convolution"))
              .skip(1)
              .findFirst()
              .orElseThrow();
      Filters later = microscope.look(Side.REAL, second.index(), UnitPlace.MIDDLE, 0).filters();
      assertFalse(later.whole());
      assertEquals(4, later.all());
    }
  }
}
