package studio.saddlepoint.train.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterAgreementTest {
  /** Manning, Raghavan and Schütze 2008, figure 16.4 and table 16.2. */
  @Test
  void isAsInTheTextbooksExample() {
    int[] clusters = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2};
    int[] classes = {0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 2, 0, 0, 2, 2, 2};
    ClusterAgreement found = ClusterAgreement.of(clusters, classes);
    assertEquals(12 / 17.0, found.purity(), 1e-12);
    assertEquals(0.36, found.nmi(), 0.005);
  }

  @Test
  void isOneWhereClustersAreTheClassesByOtherNumbers() {
    int[] clusters = IntStream.range(0, 60).map(i -> i % 5).toArray();
    int[] classes = IntStream.range(0, 60).map(i -> (3 * i + 2) % 5).toArray();
    ClusterAgreement found = ClusterAgreement.of(clusters, classes);
    assertEquals(1, found.nmi(), 1e-12);
    assertEquals(1, found.purity(), 1e-12);
  }

  @Test
  void isNothingWhereClustersTellNothing() {
    int[] clusters = IntStream.range(0, 80).map(i -> i % 4).toArray();
    int[] classes = IntStream.range(0, 80).map(i -> i / 4 % 2).toArray();
    ClusterAgreement found = ClusterAgreement.of(clusters, classes);
    assertEquals(0, found.nmi(), 1e-12);
    assertEquals(0.5, found.purity(), 1e-12);
    assertEquals(0, ClusterAgreement.of(new int[80], classes).nmi());
  }

  /** More clusters raise purity, and cost mutual information: why both are told. */
  @Test
  void aClusterForEachPictureIsPureButNormalised() {
    int[] clusters = IntStream.range(0, 64).toArray();
    int[] classes = IntStream.range(0, 64).map(i -> i % 2).toArray();
    ClusterAgreement found = ClusterAgreement.of(clusters, classes);
    assertEquals(1, found.purity(), 1e-12);
    // I = log 2, H of clusters = log 64 = 6 log 2
    assertEquals(2.0 / 7, found.nmi(), 1e-12);
  }

  @Test
  void leavesPicturesWithoutALabelOut() {
    int[] clusters = {0, 0, 1, 1, 1};
    int[] classes = {0, 0, 1, 1, -1};
    assertEquals(1, ClusterAgreement.of(clusters, classes).nmi(), 1e-12);
  }
}
