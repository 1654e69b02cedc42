package studio.saddlepoint.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
  void anImageDependsOnItsNumberAlone() {
    DataSet set = new Numbered(100);
    try (Batches fromStart = new Batches(set, 7, 0, true)) {
      for (int i = 0; i < 29; i++) {
        fromStart.next(8);
      }
      try (Batches resumed = new Batches(set, 7, 29 * 8, true)) {
        for (int i = 29; i < 60; i++) {
          Batch expected = fromStart.next(8);
          Batch actual = resumed.next(8);
          assertEquals(8 * i, actual.first());
          assertArrayEquals(expected.pixels(), actual.pixels());
          assertArrayEquals(expected.labels(), actual.labels());
        }
      }
    }
  }

  @Test
  void batchesOfAnySizeShowTheSameImagesOneAfterTheOther() {
    DataSet set = new Numbered(10);
    int[] sizes = {3, 3, 7, 1, 1, 10, 2, 3};
    float[] pixels = new float[4 * 30];
    int[] labels = new int[30];
    try (Batches some = new Batches(set, 5, 0, true)) {
      int at = 0;
      for (int size : sizes) {
        Batch batch = some.next(size);
        assertEquals(at, batch.first());
        System.arraycopy(batch.labels(), 0, labels, at, size);
        System.arraycopy(batch.pixels(), 0, pixels, 4 * at, 4 * size);
        at += size;
        assertEquals(at, some.imagesSeen());
      }
    }
    try (Batches all = new Batches(set, 5, 0, true)) {
      for (int epoch = 0; epoch < 3; epoch++) {
        Batch batch = all.next(10);
        assertArrayEquals(batch.labels(), Arrays.copyOfRange(labels, 10 * epoch, 10 * epoch + 10));
        assertArrayEquals(batch.pixels(), Arrays.copyOfRange(pixels, 40 * epoch, 40 * epoch + 40));
      }
    }
  }

  @Test
  void anEpochShowsEveryImageOnceThoughBatchesCrossItsEnd() {
    try (Batches batches = new Batches(new Numbered(100), 1, 0, false)) {
      List<Integer> seen = new ArrayList<>();
      for (int i = 0; i < 38; i++) {
        Arrays.stream(batches.next(8).labels()).forEach(seen::add);
      }
      List<Integer> before = List.of();
      for (int epoch = 0; epoch < 3; epoch++) {
        List<Integer> order = seen.subList(100 * epoch, 100 * epoch + 100);
        assertEquals(100, new HashSet<>(order).size());
        assertNotEquals(before, order, "every epoch has its own order");
        before = order;
      }
    }
  }

  @Test
  void anotherSeedGivesAnotherOrder() {
    try (Batches one = new Batches(new Numbered(100), 1, 0, false);
        Batches two = new Batches(new Numbered(100), 2, 0, false)) {
      assertFalse(Arrays.equals(one.next(50).labels(), two.next(50).labels()));
    }
  }

  @Test
  void pixelsRunFromMinusOneToOne() {
    try (Batches batches = new Batches(new Numbered(4), 1, 0, false)) {
      Batch batch = batches.next(4);
      for (int i = 0; i < 4; i++) {
        assertEquals(batch.labels()[i] / 127.5f - 1, batch.pixels()[4 * i]);
        assertEquals(1f, batch.pixels()[4 * i + 1]);
        assertEquals(-1f, batch.pixels()[4 * i + 2]);
      }
    }
  }

  @Test
  void aboutHalfOfTheImagesAreMirrored() {
    try (Batches batches = new Batches(new Numbered(200), 1, 0, true)) {
      Batch batch = batches.next(200);
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
    Batches batches = new Batches(new Numbered(100), 1, 0, false);
    batches.next(10);
    batches.next(20);
    assertEquals(1, readers(), "what was read ahead is discarded");
    batches.close();
    assertEquals(0, readers());
    assertThrows(IllegalStateException.class, () -> batches.next(10));
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
    try (Batches batches = new Batches(broken, 1, 0, false)) {
      StudioException told = assertThrows(StudioException.class, () -> batches.next(10));
      assertTrue(told.getMessage().contains("Numbered"), told.getMessage());
    }
  }

  @Test
  void refusesABatchLargerThanTheDataSet() {
    try (Batches batches = new Batches(new Numbered(20), 1, 0, false)) {
      batches.next(20);
      StudioException told = assertThrows(StudioException.class, () -> batches.next(64));
      assertTrue(told.getMessage().contains("at most 20"), told.getMessage());
      assertEquals(20, batches.next(20).first(), "the others can still be had");
    }
  }

  private static long readers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("batches of Numbered"))
        .count();
  }
}
