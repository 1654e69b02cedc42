package studio.saddlepoint.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.source.DataSets;

class ScaledDataSetTest {
  @TempDir Path caches;

  @Test
  void pixelsAreMeansOfSquares() {
    DataSet large = DataSets.open("shapes", 32, Split.TRAIN, caches, Progress.NONE);
    DataSet small = ScaledDataSet.of(large, 8);
    int channels = large.shape().channels();
    assertEquals(new ImageShape(channels, 8, 8), small.shape());
    assertEquals(large.size(), small.size());
    assertEquals(large.label(3), small.label(3));
    assertNotEquals(large.fingerprint(), small.fingerprint());
    assertEquals("scaled to 8x8", ((ScaledDataSet) small).scaling());
    byte[] all = large.read(new int[] {3});
    byte[] few = small.read(new int[] {2, 3});
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < 8; y++) {
        for (int x = 0; x < 8; x++) {
          double sum = 0;
          for (int i = 0; i < 16; i++) {
            sum += all[(c * 32 + 4 * y + i / 4) * 32 + 4 * x + i % 4] & 0xff;
          }
          int found = few[small.shape().pixels() + (c * 8 + y) * 8 + x] & 0xff;
          assertEquals(Math.floor(sum / 16 + 0.5), found);
        }
      }
    }
  }

  @Test
  void itsOwnSizeIsTheSetItself() {
    DataSet set = DataSets.open("strokes", 32, Split.TRAIN, caches, Progress.NONE);
    assertSame(set, ScaledDataSet.of(set, 32));
    assertThrows(StudioException.class, () -> ScaledDataSet.of(set, 12));
    assertThrows(StudioException.class, () -> ScaledDataSet.of(set, 64));
  }
}
