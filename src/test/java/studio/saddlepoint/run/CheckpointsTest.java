package studio.saddlepoint.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.run.Fixtures.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.checkpoint.Safetensors;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;

class CheckpointsTest {
  @TempDir private Path temp;
  private RunFolder run;

  @BeforeEach
  void makeRun() {
    run = RunFolder.create(temp, Fixtures.RECIPE);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(run.path().resolve("checkpoints"))) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private Path file(long step) {
    return run.path()
        .resolve(String.format(Locale.ROOT, "checkpoints/step-%010d.safetensors", step));
  }

  /** The same run on a disk that has room for some more bytes. */
  private RunFolder onDiskWithRoomFor(int bytes) {
    int[] room = {bytes};
    return new RunFolder(
        run.path(),
        run.recipe(),
        new AtomicFile(
            file -> {
              WritableByteChannel real = AtomicFile.ON_DISK.opener().open(file);
              return new WritableByteChannel() {
                @Override
                public int write(ByteBuffer from) throws IOException {
                  if (room[0] == 0) {
                    throw new IOException("No space left on device");
                  }
                  int count = Math.min(room[0], from.remaining());
                  room[0] -= count;
                  ByteBuffer part = from.slice(from.position(), count);
                  from.position(from.position() + count);
                  return real.write(part);
                }

                @Override
                public boolean isOpen() {
                  return real.isOpen();
                }

                @Override
                public void close() throws IOException {
                  real.close();
                }
              };
            }));
  }

  @Test
  void aCheckpointComesBackUnchanged() {
    assertEquals(Optional.empty(), run.latestCheckpoint());
    run.saveCheckpoint(checkpoint(1500));
    assertEquals(Optional.of(checkpoint(1500)), run.latestCheckpoint());
    assertEquals(List.of(new SavedCheckpoint(file(1500), 1500, false)), run.checkpoints());
    assertEquals(checkpoint(1500), run.load(run.checkpoints().get(0)));
  }

  @Test
  void theNewestThreeASpreadTheBestAndTheKeptRemain() throws IOException {
    run.saveBest(checkpoint(1), 50, "FID");
    for (long step = 1; step <= 39; step++) {
      run.saveCheckpoint(checkpoint(step));
      if (step == 2) {
        SavedCheckpoint kept = run.keep(run.checkpoints().get(2));
        assertTrue(kept.kept());
        assertEquals(kept, run.keep(kept));
      }
    }
    run.saveBest(checkpoint(7), 20, "FID");
    assertEquals(
        List.of(1L, 2L, 4L, 7L, 8L, 12L, 16L, 20L, 24L, 28L, 32L, 36L, 37L, 38L, 39L),
        run.checkpoints().stream().map(SavedCheckpoint::step).toList());
    assertEquals("best-0000000007.safetensors", files().get(0));
    assertEquals("kept-0000000002.safetensors", files().get(1));
    assertEquals(15, files().size());
    assertEquals(7, run.best().orElseThrow().step());
    assertEquals(checkpoint(7), run.load(run.best().orElseThrow()));
    assertEquals(checkpoint(39), run.latestCheckpoint().orElseThrow());
  }

  @Test
  void keepingCopiesTheBestAndCanBeUndone() throws IOException {
    run.saveBest(checkpoint(100), 50, "FID");
    SavedCheckpoint kept = run.keep(run.best().orElseThrow());
    run.saveBest(checkpoint(200), 20, "FID");
    assertEquals(checkpoint(100), run.load(kept));
    assertEquals(List.of("best-0000000200.safetensors", "kept-0000000100.safetensors"), files());
    SavedCheckpoint released = run.release(kept);
    assertFalse(released.kept());
    assertEquals(file(100), released.file());
    assertEquals(checkpoint(100), run.load(released));
    String said = assertThrows(StudioException.class, () -> run.release(kept)).getMessage();
    assertTrue(said.contains("is not there any more"), said);
  }

  @Test
  void aFullDiskWhileKeepingTheBestLeavesNoHalfFile() throws IOException {
    run.saveBest(checkpoint(100), 50, "FID");
    SavedCheckpoint best = run.best().orElseThrow();
    assertThrows(StudioException.class, () -> onDiskWithRoomFor(40).keep(best));
    assertEquals(List.of("best-0000000100.safetensors"), files());
  }

  @Test
  void theBestMayBeOfAnEarlierStepThanTheOneBefore() {
    run.saveBest(checkpoint(500), 50, "FID");
    run.saveBest(checkpoint(300), 20, "FID");
    assertEquals(300, run.best().orElseThrow().step());
  }

  @Test
  void theBestIsFoundWithoutItsNoteAndWithTwoOfThem() throws IOException {
    run.saveBest(checkpoint(500), 50, "FID");
    Path older = run.best().orElseThrow().file();
    Files.copy(older, older.resolveSibling("best-0000000900.safetensors"));
    assertEquals(500, run.best().orElseThrow().step());
    assertEquals(OptionalDouble.of(50), run.bestScore());
    Files.writeString(run.path().resolve("best.json"), "{\"score\":\"high\"}");
    assertEquals(OptionalDouble.empty(), run.bestScore());
    Files.writeString(run.path().resolve("best.json"), "{damaged");
    assertEquals(900, run.best().orElseThrow().step());
    Files.delete(run.path().resolve("best.json"));
    assertEquals(900, run.best().orElseThrow().step());
  }

  @Test
  void aDamagedNewestOneIsPassedOver() throws IOException {
    for (long step : new long[] {100, 200, 300}) {
      run.saveCheckpoint(checkpoint(step));
    }
    byte[] whole = Files.readAllBytes(file(300));
    for (int length : new int[] {0, 7, 100, whole.length - 1}) {
      Files.write(file(300), Arrays.copyOf(whole, length));
      assertEquals(200, run.latestCheckpoint().orElseThrow().step());
    }
    SavedCheckpoint saved = run.checkpoints().get(2);
    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x10;
      Files.write(file(300), flipped);
      try {
        assertEquals(checkpoint(300), run.load(saved), "byte " + at);
      } catch (StudioException refused) {
        assertTrue(refused.getMessage().contains(saved.file().toString()));
      }
    }
  }

  @Test
  void theBestIsResumedFromWhereNothingElseLoads() throws IOException {
    run.saveBest(checkpoint(100), 1, "FID");
    run.saveCheckpoint(checkpoint(200));
    assertEquals(200, run.latestCheckpoint().orElseThrow().step());
    Files.write(file(200), new byte[3]);
    assertEquals(100, run.latestCheckpoint().orElseThrow().step());
  }

  @Test
  void otherWeightsAreNoCheckpoint() {
    Safetensors.write(file(7), Map.of("w", HostTensor.of(new float[1], 1)), Map.of());
    assertThrows(StudioException.class, () -> run.latestCheckpoint());
    assertThrows(StudioException.class, () -> run.load(run.checkpoints().get(0)));
  }

  @Test
  void aFullDiskLeavesTheLastGoodCheckpoint() throws IOException {
    run.saveCheckpoint(checkpoint(100));
    int whole = (int) Files.size(file(100));
    for (int room : new int[] {0, 1, 8, whole / 2, whole - 1}) {
      String said =
          assertThrows(
                  StudioException.class,
                  () -> onDiskWithRoomFor(room).saveCheckpoint(checkpoint(200)))
              .getMessage();
      assertTrue(said.contains("No space left") && said.contains("try again"), said);
      assertTrue(said.contains("last good checkpoint stays"), said);
      assertEquals(List.of("step-0000000100.safetensors"), files());
      assertEquals(checkpoint(100), run.latestCheckpoint().orElseThrow());
    }
    onDiskWithRoomFor(1 << 20).saveCheckpoint(checkpoint(200));
    assertEquals(checkpoint(200), run.latestCheckpoint().orElseThrow());
  }

  @Test
  void aReallyFullDeviceIsToldApart() throws IOException {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.isWritable(full), "This system has no /dev/full");
    run.saveCheckpoint(checkpoint(100));
    RunFolder onFull =
        new RunFolder(
            run.path(),
            run.recipe(),
            new AtomicFile(file -> FileChannel.open(full, StandardOpenOption.WRITE)));
    String said =
        assertThrows(StudioException.class, () -> onFull.saveCheckpoint(checkpoint(200)))
            .getMessage();
    assertTrue(said.contains("No space left"), said);
    assertEquals(checkpoint(100), run.latestCheckpoint().orElseThrow());
  }

  @Test
  void aDeletedFolderIsToldAndNotMadeAgain() throws IOException {
    for (String name : List.of("checkpoints", "samples", "recipe.json")) {
      Files.delete(run.path().resolve(name));
    }
    run.saveCheckpoint(checkpoint(100));
    assertEquals(checkpoint(100), run.latestCheckpoint().orElseThrow());
    Files.delete(file(100));
    Files.delete(run.path().resolve("checkpoints"));
    Files.delete(run.path());
    for (StudioException refused :
        List.of(
            assertThrows(StudioException.class, () -> run.saveCheckpoint(checkpoint(1))),
            assertThrows(StudioException.class, () -> run.saveBest(checkpoint(1), 1, "FID")))) {
      assertTrue(refused.getMessage().contains(run.path() + " is gone"));
    }
    assertFalse(Files.exists(run.path()));
  }
}
