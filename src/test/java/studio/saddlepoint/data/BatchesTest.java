package studio.saddlepoint.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.saddlepoint.core.StudioException;

@Timeout(300)
class BatchesTest {
  /** Images whose number is their label and their first pixel, dark to the left. */
  private record Numbered(int size) implements DataSet {
    @Override
    public String name() {
      return "Numbered";
    }

    @Override
    public String fingerprint() {
      return "numbered-" + size;
    }

    @Override
    public ImageShape shape() {
      return new ImageShape(1, 2, 2);
    }

    @Override
    public List<String> classNames() {
      return List.of();
    }

    @Override
    public int label(int index) {
      return index;
    }

    @Override
    public void read(int index, byte[] target, int offset) {
      if (index >= size) {
        throw new IndexOutOfBoundsException(index);
      }
      target[offset] = (byte) index;
      target[offset + 1] = (byte) 255;
      target[offset + 2] = 0;
      target[offset + 3] = 127;
    }

    @Override
    public List<DataProblem> problems() {
      return List.of();
    }
  }

  @Test
  void aBatchDependsOnItsIndexAlone() {
    DataSet set = new Numbered(100);
    try (Batches fromStart = new Batches(set, 8, 7, 0, true)) {
      for (int i = 0; i < 29; i++) {
        fromStart.next();
      }
      try (Batches resumed = new Batches(set, 8, 7, 29, true)) {
        for (int i = 29; i < 60; i++) {
          Batch expected = fromStart.next();
          Batch actual = resumed.next();
          assertEquals(i, actual.index());
          assertArrayEquals(expected.pixels(), actual.pixels());
          assertArrayEquals(expected.labels(), actual.labels());
        }
      }
    }
  }

  @Test
  void anEpochShowsEveryImageOnce() {
    try (Batches batches = new Batches(new Numbered(96), 8, 1, 0, false)) {
      int[] before = {};
      for (int epoch = 0; epoch < 3; epoch++) {
        Set<Integer> seen = new HashSet<>();
        int[] order = new int[96];
        for (int i = 0; i < 12; i++) {
          int[] labels = batches.next().labels();
          System.arraycopy(labels, 0, order, i * 8, 8);
          Arrays.stream(labels).forEach(seen::add);
        }
        assertEquals(96, seen.size());
        assertFalse(Arrays.equals(before, order), "every epoch has its own order");
        before = order;
      }
    }
  }

  @Test
  void theIncompleteBatchOfAnEpochIsDropped() {
    assertEquals(12, Batches.batchesPerEpoch(100, 8));
    try (Batches batches = new Batches(new Numbered(100), 8, 1, 0, false)) {
      Set<Integer> seen = new HashSet<>();
      for (int i = 0; i < 12; i++) {
        Arrays.stream(batches.next().labels()).forEach(seen::add);
      }
      assertEquals(96, seen.size());
    }
  }

  @Test
  void anotherSeedGivesAnotherOrder() {
    try (Batches one = new Batches(new Numbered(100), 50, 1, 0, false);
        Batches two = new Batches(new Numbered(100), 50, 2, 0, false)) {
      assertFalse(Arrays.equals(one.next().labels(), two.next().labels()));
    }
  }

  @Test
  void pixelsRunFromMinusOneToOne() {
    try (Batches batches = new Batches(new Numbered(4), 4, 1, 0, false)) {
      Batch batch = batches.next();
      for (int i = 0; i < 4; i++) {
        assertEquals(batch.labels()[i] / 127.5f - 1, batch.pixels()[4 * i]);
        assertEquals(1f, batch.pixels()[4 * i + 1]);
        assertEquals(-1f, batch.pixels()[4 * i + 2]);
      }
    }
  }

  @Test
  void aboutHalfOfTheImagesAreMirrored() {
    try (Batches batches = new Batches(new Numbered(200), 200, 1, 0, true)) {
      Batch batch = batches.next();
      int mirrored = 0;
      for (int i = 0; i < 200; i++) {
        boolean flipped = batch.pixels()[4 * i] == 1f;
        mirrored += flipped ? 1 : 0;
        int dark = flipped ? 4 * i + 3 : 4 * i + 2;
        assertEquals(-1f, batch.pixels()[dark]);
      }
      assertTrue(mirrored > 70 && mirrored < 130, "mirrored " + mirrored);
    }
  }

  @Test
  void closingEndsTheThread() throws InterruptedException {
    Batches batches = new Batches(new Numbered(100), 10, 1, 0, false);
    batches.next();
    assertNotEquals(0, readers());
    batches.close();
    assertEquals(0, readers());
    assertThrows(IllegalStateException.class, batches::next);
  }

  @Test
  void aFailingDiskIsTold() {
    DataSet broken =
        new DelegatingDataSet(new Numbered(20)) {
          @Override
          public void read(int index, byte[] target, int offset) {
            throw new InternalError("a fault in unsafe memory access");
          }
        };
    try (Batches batches = new Batches(broken, 10, 1, 0, false)) {
      StudioException told = assertThrows(StudioException.class, batches::next);
      assertTrue(told.getMessage().contains("Numbered"), told.getMessage());
    }
  }

  @Test
  void refusesABatchLargerThanTheDataSet() {
    StudioException told =
        assertThrows(
            StudioException.class, () -> new Batches(new Numbered(20), 64, 1, 0, false).close());
    assertTrue(told.getMessage().contains("at most 20"), told.getMessage());
  }

  private static long readers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("batches of Numbered"))
        .count();
  }
}
