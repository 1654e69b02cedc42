package studio.saddlepoint.metrics.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.core.download.DownloadFolder;
import studio.saddlepoint.core.download.KeptDownload;

/**
 * Weights that are kept in the person's cache. A file is there under its name only when it is whole
 * and its SHA-256 is right. Nothing is downloaded unless {@link #download} is called, which is for
 * the person to decide.
 */
public final class WeightStore {
  private final Path folder;
  private final DownloadFolder files;

  /**
   * A store.
   *
   * @param caches the program's folder for caches; weights go to a folder in it
   */
  public WeightStore(Path caches) {
    this(caches, DownloadFolder.PATIENCE);
  }

  /**
   * A store that waits for servers so long, and no longer.
   *
   * @param patience how long a server may send nothing
   */
  WeightStore(Path caches, Duration patience) {
    this.folder = caches.resolve("weights");
    this.files = new DownloadFolder(folder, patience);
  }

  /** The file of weights, where it is here already. Tells nothing about the network. */
  public Optional<Path> find(KnownWeights known) {
    return files.find(known.file());
  }

  /**
   * The file of weights.
   *
   * @throws StudioException if it is not here; the message tells what to do
   */
  public Path get(KnownWeights known) {
    return find(known).orElseThrow(() -> missing(known));
  }

  /**
   * Downloads weights, unless they are here and whole: see {@link DownloadFolder#download}.
   *
   * @param known what to download
   * @param progress told how far it is
   * @return the file, whole and of the right SHA-256
   * @throws StudioException if there is no network, the server has another file, or the disk is
   *     full; the message tells what to do
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Path download(KnownWeights known, Progress progress) {
    return files.download(known.file(), progress);
  }

  /**
   * Takes weights from a file of the person's, which stays where it is.
   *
   * @param known what it should be
   * @param source the file
   * @param progress told how far it is
   * @return the file in the cache
   * @throws StudioException if it is another file, or cannot be read or kept
   */
  public Path adopt(KnownWeights known, Path source, Progress progress) {
    return files.adopt(known.file(), source, progress);
  }

  /** All weights that are here, and what broken downloads have got of others. */
  public List<KeptDownload> kept() {
    List<KeptDownload> kept = new ArrayList<>();
    for (KnownWeights known : KnownWeights.ALL) {
      find(known)
          .ifPresent(file -> kept.add(new KeptDownload(known.name(), folder, List.of(file), true)));
      List<Path> parts = files.unfinished(known.file());
      if (!parts.isEmpty()) {
        kept.add(new KeptDownload(known.name(), folder, parts, false));
      }
    }
    return kept;
  }

  /** What to tell a person where weights are not here. */
  StudioException missing(KnownWeights known) {
    return new StudioException(
        English.of(
            "%s is not on this computer. It is one file, %s (%s): let it be downloaded from %s (evaluate --download on the command line), or give a copy that you have (evaluate --weights FILE).",
            known.name(), known.fileName(), known.size(), known.source()));
  }
}
