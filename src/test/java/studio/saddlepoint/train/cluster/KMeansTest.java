package studio.saddlepoint.train.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KMeansTest {
  private static final int KINDS = 6;
  private static final int EACH = 40;
  private static final int DIMENSION = 70;

  /** Kinds of points far from each other: point i is of kind i % KINDS. */
  private static Points kinds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[KINDS * EACH * DIMENSION];
    for (int i = 0; i < values.length; i++) {
      int kind = i / DIMENSION % KINDS;
      values[i] = (float) (0.1 * random.nextGaussian() + (i % DIMENSION % KINDS == kind ? 10 : 0));
    }
    return new Points(values, DIMENSION);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void findsWhatLiesTogether(long seed) {
    KMeans found = KMeans.of(kinds(seed), KINDS, new SplittableRandom(seed));
    int[] kinds = IntStream.range(0, KINDS * EACH).map(i -> i % KINDS).toArray();
    assertEquals(1, ClusterAgreement.of(found.labels(), kinds).nmi(), 1e-9);
  }

  @Test
  void isTheSameForTheSameNumbers() {
    KMeans one = KMeans.of(kinds(5), 9, new SplittableRandom(7));
    KMeans same = KMeans.of(kinds(5), 9, new SplittableRandom(7));
    assertArrayEquals(one.centres().values(), same.centres().values());
    assertArrayEquals(one.labels(), same.labels());
  }

  @Test
  void everyCentreIsTheMeanOfItsPointsAndEveryPointHasTheNearest() {
    Points points = kinds(6);
    KMeans found = KMeans.of(points, 4, new SplittableRandom(1));
    for (int c = 0; c < 4; c++) {
      int cluster = c;
      int[] own =
          IntStream.range(0, points.count()).filter(i -> found.labels()[i] == cluster).toArray();
      for (int d = 0; d < DIMENSION; d++) {
        int at = d;
        double mean =
            Arrays.stream(own)
                .mapToDouble(i -> points.values()[i * DIMENSION + at])
                .average()
                .orElseThrow();
        assertEquals(mean, found.centres().values()[c * DIMENSION + d], 1e-4);
      }
    }
    for (int i = 0; i < points.count(); i++) {
      double own = distance(points, i, found.centres(), found.labels()[i]);
      for (int c = 0; c < 4; c++) {
        assertTrue(own <= distance(points, i, found.centres(), c));
      }
    }
  }

  private static double distance(Points points, int i, Points centres, int c) {
    return points.squaredDistance(i, centres, c, Double.POSITIVE_INFINITY);
  }

  @Test
  void goesOnFromWhereItStoodWithTheSameNumbers() {
    Points points = kinds(8);
    KMeans before = KMeans.of(points, KINDS, new SplittableRandom(2));
    KMeans after = KMeans.goOn(points, KINDS, before.labels(), new SplittableRandom(3));
    assertArrayEquals(before.labels(), after.labels());
  }

  @Test
  void aClusterWithoutPointsIsGivenSomeAnew() {
    Points points = kinds(9);
    int[] before =
        IntStream.range(0, points.count()).map(i -> i % KINDS == 5 ? 0 : i % KINDS).toArray();
    KMeans after = KMeans.goOn(points, KINDS, before, new SplittableRandom(3));
    int[] sizes = new int[KINDS];
    Arrays.stream(after.labels()).forEach(label -> sizes[label]++);
    assertArrayEquals(new int[] {EACH, EACH, EACH, EACH, EACH, EACH}, sizes);
  }

  @Test
  void clustersThatLoseTheirPointsOnTheWayTakeTheFarthest() {
    // the third begins between the others, which are nearer to all points
    Points points = new Points(new float[] {0, 1, 2, 100, 101, 140}, 1);
    KMeans found = KMeans.goOn(points, 3, new int[] {0, 0, 0, 1, 1, 1}, new SplittableRandom(11));
    long used = Arrays.stream(found.labels()).distinct().count();
    assertEquals(3, used);
  }

  @Test
  void takesFewerDifferentPointsThanClusters() {
    Points points = new Points(new float[] {1, 1, 1, 2, 2}, 1);
    KMeans found = KMeans.of(points, 4, new SplittableRandom(1));
    assertEquals(0, found.inertia(), 1e-12);
    assertEquals(found.labels()[0], found.labels()[2]);
    assertTrue(found.labels()[0] != found.labels()[3]);
  }

  @Test
  void staysExactFarFromTheOrigin() {
    float[] values = new float[40];
    for (int i = 0; i < values.length; i++) {
      values[i] = 100_000 + (i % 2 == 0 ? 0 : 0.5f) + i / 2 * 1e-3f;
    }
    KMeans found = KMeans.of(new Points(values, 1), 2, new SplittableRandom(1));
    for (int i = 0; i < values.length; i++) {
      assertEquals(found.labels()[i % 2], found.labels()[i]);
    }
  }
}
