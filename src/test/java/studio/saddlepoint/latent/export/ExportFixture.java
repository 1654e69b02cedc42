package studio.saddlepoint.latent.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.SampleClasses;
import studio.saddlepoint.latent.SampleCodes;
import studio.saddlepoint.latent.SeededCodes;
import studio.saddlepoint.latent.Snapshot;

/** Exports for tests. */
final class ExportFixture {
  /** More than are drawn at once. */
  static final int COUNT = 70;

  private ExportFixture() {}

  static SampleCodes codes(Snapshot snapshot) {
    return SeededCodes.of(snapshot, COUNT, 1.5, SampleClasses.drawn(), 7);
  }

  static void export(Snapshot snapshot, Path out, ExportKind kind, boolean labels) {
    new SampleExport(snapshot, "tiny-run", codes(snapshot), COUNT)
        .write(new ExportTarget(out, kind, labels, false, OptionalInt.empty()), Progress.NONE);
  }

  static ExportTarget target(Path out, ExportKind kind) {
    return new ExportTarget(out, kind, false, false, OptionalInt.empty());
  }

  static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }
}
