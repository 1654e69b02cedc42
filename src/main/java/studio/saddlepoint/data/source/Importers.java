package studio.saddlepoint.data.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.file.ImageEndings;
import studio.saddlepoint.data.file.Listing;
import studio.saddlepoint.data.file.ZipImages;
import studio.saddlepoint.recipe.FolderMeaning;

/** Finds out what a path holds. */
final class Importers {
  private static final Set<String> ARCHIVES =
      Set.of("zip", "tar", "tgz", "tbz", "bz2", "xz", "7z", "rar");

  private Importers() {}

  /**
   * What lies at a path.
   *
   * @param meaning what folders in it mean
   * @throws StudioException if there is nothing that can be used
   */
  static ImportSource at(String source, FolderMeaning meaning, Progress progress) {
    Path path = existing(source);
    return Files.isDirectory(path)
        ? inside(path, "folder " + path, meaning, progress)
        : file(path, meaning);
  }

  private static Path existing(String source) {
    return PathNames.spelt(source)
        .map(path -> path.toAbsolutePath().normalize())
        .filter(Files::exists)
        .orElseThrow(() -> notThere(source));
  }

  private static StudioException notThere(String source) {
    return new StudioException(
        English.of(
            "There is no file or folder \"%s\". Check the path, or choose \"strokes\" or \"shapes\", which need no files.%s",
            source, PathNames.cure(source)));
  }

  private static ImportSource file(Path path, FolderMeaning meaning) {
    String name = path.getFileName().toString();
    String extension = extensionOf(name);
    if (extension.equals("zip") || ZipImages.isZip(path)) {
      return new ZipSource(path, meaning);
    }
    if (isArchive(name)) {
      throw new StudioException(
          English.of(
              "The file %s is an archive. Unpack it first, then choose the folder with its files.",
              path));
    }
    if (ImageEndings.isRead(extension) || ImageEndings.isUnread(extension)) {
      throw new StudioException(
          English.of(
              "The file %s is a single image. Choose the folder that holds the images.", path));
    }
    if (CifarSource.isBatch(path)) {
      throw new StudioException(
          English.of(
              "The file %s is one part of CIFAR-10 or CIFAR-100. Choose the folder that holds all of them.",
              path));
    }
    return IdxSource.ofFile(path);
  }

  /**
   * What lies in a folder, of the disk or of an archive.
   *
   * @param shown what to call it: "folder /a/b" or "archive /a/b.zip"
   * @param meaning what folders in it mean
   */
  static ImportSource inside(Path folder, String shown, FolderMeaning meaning, Progress progress) {
    List<Path> files = filesIn(folder, shown);
    Optional<? extends ImportSource> known = known(folder, files);
    if (known.isPresent()) {
      return known.get();
    }
    FolderSource images = FolderSource.of(Listing.of(folder, progress), meaning);
    return images.hasImages(progress) ? images : wrapped(images.listing(), shown, progress);
  }

  private static Optional<? extends ImportSource> known(Path folder, List<Path> files) {
    Optional<CifarSource> cifar = CifarSource.inFolder(folder, files);
    return cifar.isPresent() ? cifar : IdxSource.inFolder(folder, files);
  }

  /** IDX files or batches in the only folder below that has some, as archives unpack to. */
  private static ImportSource wrapped(Listing listing, String shown, Progress progress) {
    List<ImportSource> found = new ArrayList<>();
    listing.files().stream()
        .map(file -> file.path().getParent())
        .distinct()
        .forEach(below -> known(below, filesIn(below, shown)).ifPresent(found::add));
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.size() > 1) {
      throw new StudioException(
          English.of(
              "The %s holds several data sets: %s. Choose the folder of one of them.",
              shown, found.stream().map(ImportSource::path).toList()));
    }
    Optional<Listing.Entry> archive =
        listing.files().stream().filter(file -> isArchive(file.name())).findFirst();
    if (archive.isPresent()) {
      boolean opens =
          archive.get().extension().equals("zip") && !ZipImages.holds(archive.get().path());
      throw new StudioException(
          English.of(
              "The %s holds no images but the archive %s. %s",
              shown,
              archive.get().name(),
              opens
                  ? "Choose that instead."
                  : "Unpack it first, then choose the folder with its files."));
    }
    List<DataProblem> problems = SortedFiles.of(listing, progress).problems();
    String unread =
        problems.isEmpty()
            ? ""
            : English.of(" %s %s.", problems.get(0).file(), problems.get(0).reason());
    throw new StudioException(
        English.of(
            "The %s holds no images (%s).%s Choose a folder with images (%s), MNIST-family IDX files, or the files of CIFAR-10 or CIFAR-100.",
            shown,
            listing.files().isEmpty()
                ? "it is empty"
                : English.count(listing.files().size(), "other file"),
            unread,
            ImageEndings.KINDS));
  }

  private static List<Path> filesIn(Path folder, String shown) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      entries.forEach(files::add);
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "The %s cannot be read (%s). Check that you may read it, or choose another one.",
              shown, DiskErrors.reason(e)),
          e);
    }
    files.sort(null);
    return files;
  }

  private static boolean isArchive(String name) {
    return ARCHIVES.contains(extensionOf(name))
        || name.toLowerCase(Locale.ROOT).endsWith(".tar.gz");
  }

  private static String extensionOf(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
