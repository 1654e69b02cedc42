package studio.saddlepoint.latent.direction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Shift;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.UntrainedSnapshot;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.TorchEngine;

/** Directions of real generators that were never trained, by a judge of brightness. */
class DirectionFinderTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static Snapshot plain;
  private static Snapshot styled;

  @BeforeAll
  static void open() {
    TorchEngine.start(Progress.NONE);
    plain = UntrainedSnapshot.of(UntrainedSnapshot.tiny(), List.of());
    styled = Snapshot.of(TinyGenerator.checkpoint(TinyGenerator.styled(), List.of(), 1), true);
  }

  @AfterAll
  static void close() {
    plain.close();
    styled.close();
  }

  /** Tells how bright the upper and the lower half are. */
  private static final AttributeJudge BRIGHTNESS =
      new AttributeJudge() {
        @Override
        public String name() {
          return "brightness";
        }

        @Override
        public List<Attribute> attributes() {
          return List.of(
              new Attribute("above", Attribute.Kind.FACTOR),
              new Attribute("below", Attribute.Kind.FACTOR));
        }

        @Override
        public NDArray judge(NDArray pixels) {
          long n = pixels.getShape().get(0);
          NDArray above = pixels.get(new NDIndex(":, :, :16")).reshape(n, -1);
          NDArray below = pixels.get(new NDIndex(":, :, 16:")).reshape(n, -1);
          return NDArrays.concat(
              new NDList(
                  above.mean(new int[] {1}).reshape(n, 1), below.mean(new int[] {1}).reshape(n, 1)),
              1);
        }

        @Override
        public double[][] judge(float[] pixels, int count) {
          float[] all =
              ArrayScopes.withoutGradients(
                  () ->
                      judge(
                              ArrayScopes.of(
                                  TorchEngine.manager(Device.cpu()),
                                  pixels,
                                  new Shape(count, 1, 32, 32)))
                          .toFloatArray());
          double[][] rows = new double[count][2];
          for (int i = 0; i < all.length; i++) {
            rows[i / 2][i % 2] = all[i];
          }
          return rows;
        }
      };

  private static Direction found(Snapshot snapshot, DirectionSearch search) {
    return DirectionFinder.find(snapshot, search, Optional.of(BRIGHTNESS), Progress.NONE).get(0);
  }

  @ParameterizedTest
  @EnumSource(
      value = DirectionMethod.class,
      names = {"CLASSIFIER", "MEANS", "LOGISTIC"})
  void theAttributeFollowsTheSlider(DirectionMethod method) {
    DirectionSearch search = DirectionSearch.of(method, "Above", 1).with(100);
    for (Direction each : List.of(found(plain, search), found(styled, search))) {
      Snapshot snapshot = each.space() == Space.Z ? plain : styled;
      List<JudgedCodes> codes =
          DirectionFinder.codes(snapshot, BRIGHTNESS, each.space(), each.layers(), 64, 99);
      AttributeResponse response =
          AttributeResponse.of(each, codes, 0, List.of(-0.5, 0.0, 0.5, 1.0, 2.0), Progress.NONE);
      assertTrue(response.monotonic(), method + " " + each.space() + " " + response.means());
      assertTrue(response.means().get(4) > response.means().get(0));
      assertEquals("above", each.name());
      assertEquals("brightness", each.origin().settings().get("judge"));
      assertEquals(snapshot.step(), each.origin().step());
    }
    assertEquals(found(plain, search), found(plain, search));
  }

  @Test
  void unsupervisedMethodsGiveOrthogonalDirections() {
    for (DirectionMethod method : List.of(DirectionMethod.SEFA, DirectionMethod.PCA)) {
      List<Direction> found =
          DirectionFinder.find(
              styled, DirectionSearch.unsupervised(method, 3, 1), Optional.empty(), Progress.NONE);
      assertEquals(method.id() + " 2", found.get(1).name());
      assertEquals(Space.W, found.get(0).space());
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < a; b++) {
          double product = 0;
          for (int i = 0; i < found.get(a).vector().size(); i++) {
            product += found.get(a).vector().get(i) * found.get(b).vector().get(i);
          }
          assertEquals(0, product, 1e-4);
        }
      }
    }
  }

  @Test
  void layersChooseTheWeightsAndWhatMoves() {
    DirectionSearch search = DirectionSearch.unsupervised(DirectionMethod.SEFA, 1, 1);
    Direction all = found(styled, search);
    Direction coarse = found(styled, search.at(new LayerRange(0, 1)));
    assertEquals(new LayerRange(0, 1), coarse.layers());
    assertTrue(!all.vector().equals(coarse.vector()));
    float[][] z = LatentCodes.gaussian(1, 8, 1);
    float[] before = styled.map(z, new int[1])[0];
    try (Snapshot moved = styled.shifted(List.of(coarse.shift(2)))) {
      float[] after = moved.map(z, new int[1])[0];
      int size = styled.w().size();
      for (int i = 0; i < after.length; i++) {
        double step = i / size < 2 ? 2 * coarse.deviation() * coarse.vector().get(i % size) : 0;
        assertEquals(before[i] + step, after[i], 1e-5);
      }
    }
    assertThrows(StudioException.class, () -> found(styled, search.at(new LayerRange(7, 8))));
    assertThrows(StudioException.class, () -> found(plain, search.at(new LayerRange(0, 0))));
  }

  @Test
  void componentsOfActivationsMovePicturesMoreThanChance() {
    Direction first =
        found(plain, DirectionSearch.unsupervised(DirectionMethod.PCA, 1, 1).with(300));
    assertEquals("1", first.origin().settings().get("stage"));
    assertEquals(Space.Z, first.space());
    assertEquals(1, first.deviation());
  }

  @Test
  void aDirectionAppliedAndUndoneIsTheIdentity() {
    Random random = new Random(5);
    for (int trial = 0; trial < 10; trial++) {
      Snapshot snapshot = trial % 2 == 0 ? plain : styled;
      Space space = trial % 4 < 2 ? Space.Z : snapshot.hasMapping() ? Space.W : Space.Z;
      int size = space == Space.Z ? snapshot.latent().size() : snapshot.w().size();
      double[] vector = random.doubles(size, -1, 1).toArray();
      Direction direction =
          new Direction(
              "d",
              space,
              Direction.numbers(Vectors.unit(vector)),
              LayerRange.ALL,
              0.1 + random.nextDouble(),
              new DirectionOrigin(DirectionMethod.MEANS, java.util.Map.of(), 1, 1));
      double units = 6 * random.nextDouble() - 3;
      float[][] z = LatentCodes.gaussian(2, snapshot.latent().size(), trial);
      float[] before = snapshot.pixels(z, new int[2], INFINITE);
      List<Shift> thereAndBack = List.of(direction.shift(units), direction.shift(-units));
      try (Snapshot moved = snapshot.shifted(thereAndBack);
          Snapshot there = snapshot.shifted(thereAndBack.subList(0, 1))) {
        assertArrayEquals(before, moved.pixels(z, new int[2], INFINITE), 1e-4f);
        float[] away = there.pixels(z, new int[2], INFINITE);
        double change = 0;
        for (int i = 0; i < away.length; i++) {
          change = Math.max(change, Math.abs(away[i] - before[i]));
        }
        assertTrue(change > 1e-4, "trial " + trial + " moved nothing: " + change);
      }
    }
  }

  @Test
  void aSheetHasARowForEachCodeAndTheCodesOwnPictureInTheMiddle() {
    Direction direction =
        EntanglementTest.direction("d", 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    List<LatentPoint> points = List.of(new LatentPoint.Seed(3), new LatentPoint.Seed(4));
    Picture sheet =
        DirectionSheet.draw(
            plain, direction, points, 0, List.of(-2.0, 0.0, 2.0), INFINITE, Progress.NONE);
    assertEquals(3 * 34 - 2, sheet.width());
    assertEquals(2 * 34 - 2, sheet.height());
    float[][] z = {points.get(0).code(16, INFINITE)};
    Picture own = plain.render(z, new int[1], INFINITE).get(0);
    for (int x = 0; x < 32; x++) {
      assertEquals(own.argb()[x], sheet.argb()[34 + x]);
    }
    assertThrows(
        StudioException.class,
        () ->
            DirectionSheet.draw(
                plain,
                EntanglementTest.direction("short", 1, 0),
                points,
                0,
                List.of(1.0),
                INFINITE,
                Progress.NONE));
  }

  @Test
  void whatCannotBeFoundIsRefusedWithTheReason() {
    assertThrows(
        StudioException.class, () -> DirectionSearch.unsupervised(DirectionMethod.MEANS, 1, 1));
    assertThrows(StudioException.class, () -> DirectionSearch.of(DirectionMethod.SEFA, "above", 1));
    DirectionSearch search = DirectionSearch.of(DirectionMethod.MEANS, "sideways", 1);
    StudioException refused = assertThrows(StudioException.class, () -> found(plain, search));
    assertTrue(refused.getMessage().contains("above, below"), refused.getMessage());
    assertThrows(
        StudioException.class,
        () -> found(plain, DirectionSearch.of(DirectionMethod.MEANS, "above", 1).in(Space.W)));
    assertThrows(
        StudioException.class,
        () -> found(styled, DirectionSearch.unsupervised(DirectionMethod.PCA, 1, 1).in(Space.Z)));
    assertThrows(
        StudioException.class,
        () -> found(plain, DirectionSearch.unsupervised(DirectionMethod.SEFA, 17, 1)));
    assertThrows(StudioException.class, () -> search.with(3));
  }
}
