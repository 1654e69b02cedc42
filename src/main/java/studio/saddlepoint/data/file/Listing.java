package studio.saddlepoint.data.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataProblem;

/**
 * The files below a folder or in an archive, in the order of their names.
 *
 * @param folder where they lie: the folder or the archive
 * @param files all but hidden ones and what systems leave behind
 * @param folders all that were looked into, but the outermost
 * @param skipped folders of the system, and hidden ones, that were not looked into
 * @param problems what could not be listed
 */
public record Listing(
    Path folder,
    List<Entry> files,
    List<String> folders,
    List<String> skipped,
    List<DataProblem> problems) {
  /** Copies the lists, files in the order of their names. */
  public Listing {
    files = files.stream().sorted(Comparator.comparing(Entry::name)).toList();
    folders = List.copyOf(folders);
    skipped = List.copyOf(skipped);
    problems = List.copyOf(problems);
  }

  /**
   * A file.
   *
   * @param name the path from the folder, parts apart by "/"
   * @param length in bytes
   * @param modifiedMillis when it was changed, since 1970
   * @param path where it is
   */
  public record Entry(String name, long length, long modifiedMillis, Path path) {
    /** What follows the last dot of its name, in small letters; empty without one. */
    public String extension() {
      String last = name.substring(name.lastIndexOf('/') + 1);
      int dot = last.lastIndexOf('.');
      return dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Lists a folder and all below it, following links.
   *
   * @throws StudioException if the folder itself cannot be read
   */
  public static Listing of(Path folder, Progress progress) {
    Lister lister = new Lister(folder, progress);
    try {
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, lister);
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "The folder %s cannot be read (%s). Check that you may read it, or choose another one.",
              folder, DiskErrors.reason(e)),
          e);
    }
    return new Listing(folder, lister.files, lister.folders, lister.skipped, lister.problems);
  }

  private static final class Lister extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final Progress progress;
    private final List<Entry> files = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> folders = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<DataProblem> problems = new ArrayList<>();

    Lister(Path folder, Progress progress) {
      this.folder = folder;
      this.progress = progress;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      progress.checkCancelled();
      boolean archive = ZipImages.holds(folder);
      progress.report("Listing " + (archive ? "the archive" : PathNames.of(folder)), Double.NaN);
      if (directory.equals(folder)) {
        return FileVisitResult.CONTINUE;
      }
      boolean skip = PlacesToSkip.isFolder(lastOf(directory));
      (skip ? skipped : folders).add(pathOf(directory));
      return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean junk = PlacesToSkip.isJunk(lastOf(file));
      String name = pathOf(file);
      if (attributes.isRegularFile() && !junk) {
        // In an archive a\b and a/b may be two files.
        if (names.add(name)) {
          files.add(
              new Entry(name, attributes.size(), attributes.lastModifiedTime().toMillis(), file));
        } else {
          problems.add(new DataProblem(name, "has the name of another file: rename one"));
        }
      } else if (attributes.isSymbolicLink() && !junk) {
        problems.add(new DataProblem(name, "is a link to what is not there"));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(folder)) {
        throw e;
      }
      problems.add(
          new DataProblem(
              pathOf(file),
              e instanceof FileSystemLoopException
                  ? "is a link to a folder that it lies in"
                  : e instanceof AccessDeniedException
                      ? "may not be read"
                      : "cannot be read: " + DiskErrors.reason(e)));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
        throws IOException {
      return e == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, e);
    }

    private String pathOf(Path file) {
      String name = PathNames.text(folder.relativize(file));
      if (ZipImages.holds(file)) {
        return name.replace('\\', '/'); // as some programs of Windows write them
      }
      return File.separatorChar == '/' ? name : name.replace(File.separatorChar, '/');
    }

    private static String lastOf(Path path) {
      return String.valueOf(path.getFileName());
    }
  }
}
