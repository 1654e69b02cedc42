package studio.saddlepoint.run.list;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.core.Uninterrupted;
import studio.saddlepoint.run.RunLock;

/**
 * The place where deleted runs go, and come back from: the trash can of Linux and Unix desktops as
 * the <a href="https://specifications.freedesktop.org/trash-spec/1.0/">FreeDesktop.org Trash
 * specification, version 1.0</a> has it; where there is none on the run's disk, the folder {@code
 * .trash} beside the runs, which this program never empties. Runs are moved, never copied: what
 * lies in the trash is what lay among the runs.
 *
 * @param home the person's own trash can; empty where the system has none of this kind
 */
public record RunTrash(Optional<Path> home) {
  private static final String BESIDE = ".trash";

  /**
   * A run that was moved away.
   *
   * @param from where it lay
   * @param to where it lies now
   * @param info what tells the desktop where it came from; empty in a {@code .trash} folder
   */
  public record Thrown(Path from, Path to, Optional<Path> info) {
    /** Whether it lies in the desktop's trash can, which shows it and may be emptied. */
    public boolean inDesktop() {
      return info.isPresent();
    }
  }

  /** The trash can of this system. */
  public static RunTrash ofSystem() {
    return of(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
  }

  static RunTrash of(String system, String home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("windows") || name.contains("mac")) {
      return new RunTrash(Optional.empty());
    }
    Path data =
        PathNames.whole(environment.getOrDefault("XDG_DATA_HOME", ""))
            .filter(Path::isAbsolute)
            .orElseGet(() -> Path.of(home, ".local", "share"));
    return new RunTrash(Optional.of(data.resolve("Trash")));
  }

  /**
   * Moves a run away.
   *
   * @param run its folder
   * @throws StudioException if it is being trained or cannot be moved; then it stays as it is
   */
  public Thrown delete(Path run) {
    Path from = run.toAbsolutePath().normalize();
    if (RunLock.isHeld(from)) {
      throw new StudioException(
          English.of(
              "The run %s is being trained. Stop the training, then delete the run.",
              PathNames.of(from)));
    }
    for (Can can : cans(from)) {
      try {
        return thrown(from, can);
      } catch (IOException e) {
        continue; // on another disk, or not to be written: the next one
      }
    }
    try {
      Path beside = Files.createDirectories(from.resolveSibling(BESIDE));
      return new Thrown(from, moved(from, beside), Optional.empty());
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "The run %s cannot be deleted (%s). Check the permissions of the folder that it lies in.",
              from, DiskErrors.reason(e)),
          e);
    }
  }

  /**
   * A trash can.
   *
   * @param folder with its parts {@code files} and {@code info}
   * @param disk the top of the disk that it is for, from which paths in it are told; empty for the
   *     person's own one, where they are whole
   */
  private record Can(Path folder, Optional<Path> disk) {}

  /** The person's own one, then that of the disk. */
  private List<Can> cans(Path run) {
    List<Can> cans = new ArrayList<>();
    home.ifPresent(own -> cans.add(new Can(own, Optional.empty())));
    if (home.isPresent()) {
      try {
        Path top = top(run);
        Object user = Files.getAttribute(run, "unix:uid");
        cans.add(new Can(top.resolve(".Trash-" + user), Optional.of(top)));
      } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
        return cans;
      }
    }
    return cans;
  }

  /** Where the disk is mounted that a folder lies on. */
  private static Path top(Path folder) throws IOException {
    Path top = folder;
    for (Path up = folder.getParent(); up != null; up = up.getParent()) {
      if (!Files.getAttribute(up, "unix:dev").equals(Files.getAttribute(top, "unix:dev"))) {
        return top;
      }
      top = up;
    }
    return top;
  }

  /** Takes a name by its info, which nothing else can have then, and moves the run there. */
  private static Thrown thrown(Path from, Can can) throws IOException {
    Path files = Files.createDirectories(can.folder().resolve("files"));
    Path infos = Files.createDirectories(can.folder().resolve("info"));
    for (int i = 1; ; i++) {
      String name = from.getFileName() + (i == 1 ? "" : "." + i);
      Path info = infos.resolve(name + ".trashinfo");
      Path to = files.resolve(name);
      if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      try {
        Files.writeString(info, info(from, can.disk()), StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        continue;
      }
      try {
        move(from, to);
        return new Thrown(from, to, Optional.of(info));
      } catch (IOException e) {
        AtomicFile.deleteQuietly(info);
        throw e;
      }
    }
  }

  /**
   * What the specification asks to be told.
   *
   * @param from where the run lay
   * @param base what the path starts at; empty for a whole one
   */
  static String info(Path from, Optional<Path> base) {
    String path = escaped(from);
    return "[Trash Info]\nPath="
        + base.map(RunTrash::escaped)
            .map(start -> path.substring(start.equals("/") ? 1 : start.length() + 1))
            .orElse(path)
        + "\nDeletionDate="
        + DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS))
        + "\n";
  }

  private static String escaped(Path folder) {
    String path = folder.toUri().getRawPath();
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /**
   * Puts a run back to where it lay.
   *
   * @return its folder: another name with {@code -2} and so on, where its own is taken meanwhile
   * @throws StudioException if it is gone from the trash, or cannot be moved
   */
  public Path restore(Thrown run) {
    if (!Files.isDirectory(run.to())) {
      throw new StudioException(
          English.of(
              "The run %s is not in the trash any more: it was put back or deleted for good there.",
              PathNames.of(run.from())));
    }
    try {
      Files.createDirectories(run.from().resolveSibling(""));
      Path back = moved(run.to(), run.from().resolveSibling(""), run.from());
      run.info().ifPresent(AtomicFile::deleteQuietly);
      return back;
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "The run cannot be put back to %s (%s). It lies in %s.",
              run.from(), DiskErrors.reason(e), run.to()),
          e);
    }
  }

  private static Path moved(Path from, Path into) throws IOException {
    return moved(from, into, from);
  }

  /** Moves a folder into another, under a name or the next free one like it. */
  private static Path moved(Path from, Path into, Path called) throws IOException {
    for (int i = 1; ; i++) {
      Path to = into.resolve(called.getFileName() + (i == 1 ? "" : "-" + i));
      if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
        return move(from, to);
      }
    }
  }

  private static Path move(Path from, Path to) throws IOException {
    return Uninterrupted.io(() -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
  }
}
