package studio.saddlepoint.app.explore.code;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.code.Bookmark;
import studio.saddlepoint.latent.code.CodeFiles;

/**
 * The exchange of a snapshot, as tasks of the window.
 *
 * @param studio runs and tells
 * @param share the snapshot for the task, which closes it; empty where there is none
 */
public record SnapshotExchange(StudioModel studio, Supplier<Optional<Snapshot>> share)
    implements CodeExchange {
  @Override
  public void read(Path file, Consumer<List<Bookmark>> done) {
    studio
        .tasks()
        .run(
            Messages.text("codes.importing", name(file)),
            progress -> {
              try (Snapshot snapshot = snapshot()) {
                return CodeFiles.drawn(
                    snapshot, CodeFiles.read(file, snapshot.codeSizes()), progress);
              }
            })
        .onDone(done::accept)
        .onFailed(error -> studio.tell(Notice.problem(error)));
  }

  @Override
  public void write(Path file, List<Bookmark> codes) {
    List<Bookmark> written = List.copyOf(codes);
    studio
        .tasks()
        .run(
            Messages.text("explore.saving", name(file)),
            progress -> {
              try (Snapshot snapshot = snapshot()) {
                CodeFiles.write(file, written, snapshot, false);
                return file;
              }
            })
        .onDone(saved -> studio.tell(Notice.success(Messages.text("explore.saved", name(saved)))))
        .onFailed(error -> studio.tell(Notice.problem(error)));
  }

  private Snapshot snapshot() {
    return share
        .get()
        .orElseThrow(() -> new StudioException(Messages.text("explore.samples.gone")));
  }

  private static String name(Path file) {
    return Escapes.name(PathNames.of(file));
  }
}
