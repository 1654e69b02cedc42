package studio.saddlepoint.data.known;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.core.download.DownloadFolder;
import studio.saddlepoint.core.download.KeptDownload;
import studio.saddlepoint.core.download.RemoteFile;

/**
 * The well-known data sets that are on this computer, each in a folder of its title that is there
 * only when it is whole. Nothing is downloaded unless {@link #download} is called, which is for the
 * person to decide.
 */
public final class KnownDataSets {
  private static final String CLASSES = "classes.txt";
  private static final double UNPACKED = 0.9;

  private final Path folder;
  private final Duration patience;

  /**
   * Data sets.
   *
   * @param home the program's folders; they go beside the runs
   */
  public KnownDataSets(Home home) {
    this(home.dataSets(), DownloadFolder.PATIENCE);
  }

  /**
   * Data sets.
   *
   * @param patience how long a server may send nothing
   */
  KnownDataSets(Path folder, Duration patience) {
    this.folder = folder;
    this.patience = patience;
  }

  /** The folder of a data set, where it is here. */
  public Optional<Path> find(KnownDataSet set) {
    return find(set.title());
  }

  private Optional<Path> find(String title) {
    Path place = folder.resolve(title);
    return Files.isDirectory(place) ? Optional.of(place) : Optional.empty();
  }

  /**
   * Downloads a data set, unless it is here. What a broken or cancelled download has got is gone on
   * with the next time.
   *
   * @param mirror where to get it from, in place of the usual places: the address of a folder with
   *     the same files, or of the only file; empty for those
   * @param progress told how far it is
   * @return its folder
   * @throws StudioException if there is no network, no server has it, or the disk is full; the
   *     message tells what to do
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Path download(KnownDataSet set, Optional<URI> mirror, Progress progress) {
    return download(Published.withSiblings(set), mirror, progress);
  }

  /** Of several of one archive, the first is wanted. */
  Path download(List<Published> alike, Optional<URI> mirror, Progress progress) {
    Published set = alike.get(0);
    Optional<Path> here = find(set.title());
    if (here.isPresent()) {
      return here.get();
    }
    Path work = folder.resolve(set.group());
    DownloadFolder store = new DownloadFolder(work, patience);
    long all = Math.max(1, set.bytes());
    long before = 0;
    for (RemoteFile file : set.files()) {
      RemoteFile from = mirror.map(place -> at(file, set, place)).orElse(file);
      double share = set.members().isEmpty() ? 1 : UNPACKED;
      store.download(
          from, progress.part(share * before / all, share * (before + file.bytes()) / all));
      before += file.bytes();
    }
    return finish(alike, work, progress);
  }

  private static RemoteFile at(RemoteFile file, Published set, URI mirror) {
    boolean whole = set.files().size() == 1 && mirror.toString().endsWith("/" + file.fileName());
    String place = mirror.toString();
    URI source =
        whole ? mirror : URI.create((place.endsWith("/") ? place : place + "/") + file.fileName());
    return new RemoteFile(
        file.name(), file.fileName(), List.of(source), file.checksum(), file.bytes());
  }

  /**
   * Takes a data set from files of the person's, which stay where they are.
   *
   * @param source the folder that holds them, or the only file
   * @param progress told how far it is
   * @return its folder
   * @throws StudioException if they are others, or cannot be read or kept
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Path adopt(KnownDataSet set, Path source, Progress progress) {
    return adopt(Published.withSiblings(set), source, progress);
  }

  Path adopt(List<Published> alike, Path source, Progress progress) {
    Published set = alike.get(0);
    Optional<Path> here = find(set.title());
    if (here.isPresent()) {
      return here.get();
    }
    List<Path> found = set.files().stream().map(file -> given(set, file, source)).toList();
    Path work = folder.resolve(set.group());
    DownloadFolder store = new DownloadFolder(work, patience);
    for (int i = 0; i < found.size(); i++) {
      progress.checkCancelled();
      double all = found.size();
      store.adopt(set.files().get(i), found.get(i), progress.part(i / all, (i + 1) / all));
    }
    return finish(alike, work, progress);
  }

  private static Path given(Published set, RemoteFile file, Path source) {
    Path path = Files.isDirectory(source) ? source.resolve(file.fileName()) : source;
    if (!Files.isRegularFile(path) || !Files.isDirectory(source) && set.files().size() > 1) {
      throw new StudioException(
          English.of(
              "%s is not %s: it has no file %s. Give the folder with %s as published, or open other files of it as your own images.",
              source,
              set.title(),
              file.fileName(),
              String.join(", ", set.files().stream().map(RemoteFile::fileName).toList())));
    }
    return path;
  }

  private Path finish(List<Published> alike, Path work, Progress progress) {
    Published set = alike.get(0);
    try {
      for (Published each : alike) {
        if (find(each.title()).isEmpty()) {
          put(each, work, progress);
        }
      }
      tidy(work, Set.of());
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "%s cannot be put into %s (%s). Check that the disk has room and the folder can be written to, and try again.",
              set.title(), folder, e.getMessage()),
          e);
    }
    progress.report(set.title() + " is here", 1);
    return folder.resolve(set.title());
  }

  private void put(Published set, Path work, Progress progress) throws IOException {
    Path made = work;
    if (!set.members().isEmpty()) {
      made = work.resolve(set.title());
      Files.createDirectories(made);
      Path archive = work.resolve(set.files().get(0).fileName());
      ArchiveMembers.unpack(archive, Set.copyOf(set.members()), made, progress);
    } else {
      tidy(work, set.files().stream().map(RemoteFile::fileName).collect(Collectors.toSet()));
    }
    if (!set.classNames().isEmpty()) {
      AtomicFile.ON_DISK.write(made.resolve(CLASSES), String.join("\n", set.classNames()) + "\n");
    }
    Files.move(made, folder.resolve(set.title()), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * All data sets that are here, and what broken downloads have got of others. Files that a person
   * put into their folders are not among them.
   */
  public List<KeptDownload> kept() {
    List<KeptDownload> kept = new ArrayList<>();
    for (KnownDataSet set : KnownDataSet.values()) {
      Path place = folder.resolve(set.title());
      add(kept, set.title(), place, true, ownFiles(set));
      Published published = Published.of(set);
      Path work = folder.resolve(published.group());
      boolean told = kept.stream().anyMatch(each -> each.place().equals(work));
      if (!told && Files.isDirectory(work)) {
        String title =
            published.members().isEmpty() ? published.title() : published.files().get(0).name();
        add(kept, title, work, false, filesIn(work));
      }
    }
    return kept;
  }

  private static void add(
      List<KeptDownload> kept, String title, Path place, boolean whole, List<Path> all) {
    List<Path> files = all.stream().map(place::resolve).filter(Files::isRegularFile).toList();
    if (!files.isEmpty()) {
      kept.add(new KeptDownload(title, place, files, whole));
    }
  }

  private static List<Path> ownFiles(KnownDataSet set) {
    Stream<String> published =
        set.members().isEmpty()
            ? set.files().stream().map(RemoteFile::fileName)
            : set.members().stream();
    return Stream.concat(published, set.classNames().isEmpty() ? Stream.of() : Stream.of(CLASSES))
        .map(Path::of)
        .toList();
  }

  private static List<Path> filesIn(Path work) {
    try (Stream<Path> files = Files.walk(work)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // being finished just now
    }
  }

  /** Unfinished files, and an archive that nothing more is wanted of. */
  private static void tidy(Path work, Set<String> kept) throws IOException {
    if (!Files.isDirectory(work)) {
      return;
    }
    try (Stream<Path> files = Files.list(work)) {
      files
          .filter(each -> !kept.contains(String.valueOf(each.getFileName())))
          .forEach(AtomicFile::deleteQuietly);
    }
    if (kept.isEmpty()) {
      AtomicFile.deleteQuietly(work);
    }
  }
}
