package studio.saddlepoint.latent.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.latent.export.ExportFixture.COUNT;
import static studio.saddlepoint.latent.export.ExportFixture.codes;
import static studio.saddlepoint.latent.export.ExportFixture.namesIn;
import static studio.saddlepoint.latent.export.ExportFixture.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.SampleCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.TinyGenerator;

/** Where exports may go, and what stays of those that come to no end. */
class ExportPlaceTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(ExportKind.class)
  void nothingStaysOfWhatIsCancelled(ExportKind kind) throws IOException {
    Path out = folder.resolve("made").resolve("on the way").resolve("it" + kind.ending());
    try (Snapshot snapshot = TinyGenerator.snapshot(List.of(), 1)) {
      SampleExport export = new SampleExport(snapshot, "run", codes(snapshot), COUNT);
      CancelledAtFirst progress = new CancelledAtFirst(folder);
      assertThrows(CancellationException.class, () -> export.write(target(out, kind), progress));
      assertFalse(progress.seen.isEmpty(), "nothing was tried before the drawing");
      assertEquals(List.of(), namesIn(folder));
    }
  }

  @Test
  void anEmptyFolderStaysWhenItsExportIsCancelled() throws IOException {
    Path out = Files.createDirectory(folder.resolve("mine"));
    try (Snapshot snapshot = TinyGenerator.snapshot(List.of(), 1)) {
      SampleExport export = new SampleExport(snapshot, "run", codes(snapshot), COUNT);
      assertThrows(
          CancellationException.class,
          () -> export.write(target(out, ExportKind.FOLDER), new CancelledAtFirst(folder)));
    }
    assertEquals(List.of("mine"), namesIn(folder));
    assertEquals(List.of(), namesIn(out));
  }

  @ParameterizedTest
  @EnumSource(ExportKind.class)
  void nothingStaysWhenTheGeneratorFails(ExportKind kind) throws IOException {
    Path out = folder.resolve("it" + kind.ending());
    try (Snapshot snapshot = TinyGenerator.snapshot(List.of(), 1)) {
      SampleCodes good = codes(snapshot);
      SampleCodes bad = new NoNumbers(good);
      SampleExport export = new SampleExport(snapshot, "run", bad, COUNT);
      StudioException told =
          assertThrows(StudioException.class, () -> export.write(target(out, kind), Progress.NONE));
      assertTrue(told.getMessage().contains("NaN"), told.getMessage());
    }
    assertEquals(List.of(), namesIn(folder));
  }

  @Test
  void whatIsThereIsNotOverwritten() throws IOException {
    Path mine = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(mine.resolve("diary.txt"), "dear");
    Path zip = Files.writeString(folder.resolve("mine.zip"), "dear");
    assertTrue(target(mine, ExportKind.FOLDER).occupied().orElseThrow().contains("never"));
    assertTrue(target(zip, ExportKind.FOLDER).occupied().orElseThrow().contains("is a file"));
    assertTrue(target(zip, ExportKind.ZIP).occupied().orElseThrow().contains("already"));
    assertTrue(target(mine, ExportKind.NPZ).occupied().orElseThrow().contains("a folder"));
    try (Snapshot snapshot = TinyGenerator.snapshot(List.of(), 1)) {
      SampleExport export = new SampleExport(snapshot, "run", codes(snapshot), COUNT);
      assertThrows(
          StudioException.class,
          () -> export.write(target(mine, ExportKind.FOLDER), Progress.NONE));
      assertThrows(
          StudioException.class, () -> export.write(target(zip, ExportKind.ZIP), Progress.NONE));
      assertEquals("dear", Files.readString(zip));
      export.write(
          new ExportTarget(zip, ExportKind.ZIP, false, true, OptionalInt.empty()), Progress.NONE);
    }
    assertEquals(List.of("diary.txt"), namesIn(mine));
    assertEquals(List.of("mine", "mine.zip"), namesIn(folder));
    try (ZipFile whole = new ZipFile(zip.toFile())) {
      assertEquals(COUNT, whole.size());
    }
  }

  @ParameterizedTest
  @EnumSource(ExportKind.class)
  void aTrialLeavesNothingBehind(ExportKind kind) throws IOException {
    target(folder.resolve("on the way").resolve("it" + kind.ending()), kind).requireWritable();
    assertEquals(List.of(), namesIn(folder));
  }

  @ParameterizedTest
  @EnumSource(ExportKind.class)
  void aNameMayBeAsLongAsTheDiskTakes(ExportKind kind) throws IOException {
    String name = "n".repeat(255 - kind.ending().length()) + kind.ending();
    try (Snapshot snapshot = TinyGenerator.snapshot(List.of(), 1)) {
      new SampleExport(snapshot, "run", codes(snapshot), 2)
          .write(target(folder.resolve(name), kind), Progress.NONE);
    }
    assertEquals(List.of(name), namesIn(folder));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsToldBeforeAnythingIsDrawn() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (Snapshot snapshot = TinyGenerator.snapshot(List.of(), 1)) {
      SampleExport export = new SampleExport(snapshot, "run", codes(snapshot), COUNT);
      for (ExportKind kind : ExportKind.values()) {
        Path out = file.resolve("it" + kind.ending());
        StudioException told =
            assertThrows(
                StudioException.class,
                () ->
                    export.write(
                        target(out, kind),
                        (stage, fraction) -> {
                          throw new AssertionError("drawn");
                        }));
        assertTrue(told.getMessage().contains("cannot be written"), told.getMessage());
      }
    }
  }

  @Test
  void labelsAreRefusedWhereThereAreNone() {
    ExportTarget target =
        new ExportTarget(folder.resolve("x"), ExportKind.FOLDER, true, false, OptionalInt.empty());
    assertTrue(target.refusal(0).orElseThrow().contains("not told the class"));
    assertTrue(target.refusal(3).isEmpty());
  }

  /** Cancelled as soon as it hears of the first samples. */
  private static final class CancelledAtFirst implements Progress {
    private final Path folder;
    private List<String> seen = new ArrayList<>();
    private boolean cancelled;

    CancelledAtFirst(Path folder) {
      this.folder = folder;
    }

    @Override
    public void report(String stage, double fraction) {
      cancelled = true;
      try {
        seen = namesIn(folder);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }

  /** Codes whose second range has no numbers in it. */
  private record NoNumbers(SampleCodes codes) implements SampleCodes {
    @Override
    public double threshold() {
      return codes.threshold();
    }

    @Override
    public long seed() {
      return codes.seed();
    }

    @Override
    public Range range(int from, int count) {
      Range range = codes.range(from, count);
      if (from > 0) {
        Arrays.fill(range.z()[0], Float.NaN);
      }
      return range;
    }
  }
}
