package studio.saddlepoint.lab.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.lab.plane.PlaneData.Centre;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.direction.PrincipalDirections;
import studio.saddlepoint.torch.TorchEngine;

class JudgeStudyTest {
  @TempDir static Path caches;

  private static DataSet data;
  private static JudgeStudy study;

  @BeforeAll
  static void open() {
    TorchEngine.start(Progress.NONE);
    data = DataSets.open("strokes", 32, Split.TEST, caches, Progress.NONE);
    study = new JudgeStudy(data, 0, false);
  }

  /** Of a plane whose pictures are nowhere clipped. */
  @Test
  void aPointOfThePlaneIsFoundAgainFromItsPicture() {
    double[] first = {0.5, 0.5, 0.5, 0.5};
    double[] second = {0.5, -0.5, 0.5, -0.5};
    PicturePlane plane =
        new PicturePlane(
            new ImageShape(1, 2, 2),
            new PrincipalDirections(
                new double[] {0.1, 0, -0.1, 0.2},
                new double[] {0.3, 0.1},
                new double[][] {first, second}));
    float[] points = {0, 0, 1, -2, -1.5f, 3};
    assertArrayEquals(points, plane.points(plane.pictures(points)), 1e-5f);
  }

  /** The data's points have a mean of 0 and a deviation of 1 along both, and are not correlated. */
  @Test
  void theDataLiesAroundTheMiddleOfItsPlane() {
    PicturePlane plane = PicturePlane.of(data);
    int[] images = PicturePlane.spread(data, 600);
    float[] points = plane.points(PicturePlane.signed(data, images));
    double[] sums = new double[5];
    for (int i = 0; i < points.length; i += 2) {
      sums[0] += points[i];
      sums[1] += points[i + 1];
      sums[2] += points[i] * points[i];
      sums[3] += points[i + 1] * points[i + 1];
      sums[4] += points[i] * points[i + 1];
    }
    int n = points.length / 2;
    assertEquals(0, sums[0] / n, 1e-3);
    assertEquals(0, sums[1] / n, 1e-3);
    assertEquals(1, sums[2] / (n - 1), 1e-3);
    assertEquals(1, sums[3] / (n - 1), 1e-3);
    assertEquals(0, sums[4] / n, 1e-3);
  }

  @Test
  void centresLieWithinTheLabsPlane() {
    List<Centre> centres = PicturePlane.centres(data, 50);
    assertEquals(50, centres.size());
    for (Centre each : centres) {
      assertTrue(Math.abs(each.x()) <= 1.5 && Math.abs(each.y()) <= 1.5);
    }
  }

  @Test
  void picturesOfThePlaneStayWithinTheirRange() {
    for (float pixel : study.plane().pictures(new float[] {4, 4, -4, -4, 4, -4})) {
      assertTrue(pixel >= -1 && pixel <= 1);
    }
  }

  @Test
  void aLookIsAlwaysAtTheSameAndSaysWhatTheSnapshotSays() {
    try (Snapshot snapshot = TinyGenerator.snapshot(List.of(), 1)) {
      JudgeLook look = study.look(snapshot);
      JudgeLook again = study.look(snapshot);
      assertTrue(look.probability());
      assertArrayEquals(look.heat(), again.heat());
      assertArrayEquals(look.fake(), again.fake());
      assertEquals(0, look.wandered(again));
      assertEquals(16, look.pictures().size());
      int middle = look.side() * look.side() / 2;
      float logit = snapshot.judge(study.plane().pictures(new float[] {0, 0}), new int[1])[0];
      assertEquals(1 / (1 + Math.exp(-logit)), look.heat()[middle], 1e-5);
    }
  }

  /** Other points of the same class are not looked at. */
  @Test
  void whereNetworksKnowClassesAllIsOfOne() {
    List<String> names = data.classNames();
    JudgeStudy ofThree = new JudgeStudy(data, 3, true);
    try (Snapshot snapshot = TinyGenerator.snapshot(names, 1)) {
      JudgeLook look = ofThree.look(snapshot);
      assertFalse(Arrays.equals(look.real(), study.look(snapshot).real()));
      int middle = look.side() * look.side() / 2;
      float logit = snapshot.judge(ofThree.plane().pictures(new float[] {0, 0}), new int[] {3})[0];
      assertEquals(1 / (1 + Math.exp(-logit)), look.heat()[middle], 1e-5);
    }
    assertThrows(StudioException.class, () -> new JudgeStudy(data, names.size(), true));
  }

  @Test
  void aRunOfOtherPicturesIsRefused() {
    try (Snapshot snapshot = TinyGenerator.snapshot(List.of(), 3)) {
      assertThrows(StudioException.class, () -> study.look(snapshot));
    }
  }
}
