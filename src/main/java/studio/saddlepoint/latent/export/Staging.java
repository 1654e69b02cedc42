package studio.saddlepoint.latent.export;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place under another name for what is being written: moved to its own name when it is whole,
 * deleted otherwise. Folders that were made on the way are deleted too.
 */
public final class Staging implements AutoCloseable {
  private static final String ENDING = ".tmp";

  private final Path target;
  private final Path temporary;
  private final boolean replace;
  private final List<Path> made = new ArrayList<>();
  private final List<Path> moved = new ArrayList<>();
  private boolean whole;

  private Staging(Path target, Path temporary, boolean replace) {
    this.target = target;
    this.temporary = temporary;
    this.replace = replace;
  }

  /**
   * A place for a file, which is made empty.
   *
   * @param replace whether it may take the place of another
   * @throws IOException if it cannot be made there
   */
  static Staging file(Path file, boolean replace) throws IOException {
    Path target = file.toAbsolutePath();
    return begun(new Staging(target, target.resolveSibling(own()), replace), Files::createFile);
  }

  /**
   * A place for a folder, which is made: beside it where there is none yet, in it where there is an
   * empty one.
   *
   * @throws IOException if it cannot be made there, or there is one with something in it
   */
  static Staging folder(Path folder) throws IOException {
    Path target = folder.toAbsolutePath();
    Path own = own();
    return begun(
        new Staging(
            target,
            Files.isDirectory(target) ? target.resolve(own) : target.resolveSibling(own),
            false),
        temporary -> {
          requireEmpty(target);
          Files.createDirectory(temporary);
        });
  }

  private interface Making {
    void make(Path temporary) throws IOException;
  }

  private static Staging begun(Staging staging, Making making) throws IOException {
    try {
      staging.makeFolders();
      making.make(staging.temporary);
      return staging;
    } catch (IOException | RuntimeException e) {
      staging.close();
      throw e;
    }
  }

  /** Short, whatever the target's name: that may be as long as the file system takes. */
  private static Path own() {
    String mark = Long.toHexString(ThreadLocalRandom.current().nextLong());
    return Path.of(".saddlepoint." + mark + ENDING);
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (Files.exists(folder) && !isEmpty(folder)) {
      throw new DirectoryNotEmptyException(folder.toString());
    }
  }

  /** Whether a folder has nothing in it. */
  static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      return !found.iterator().hasNext();
    }
  }

  private void makeFolders() throws IOException {
    List<Path> missing = new ArrayList<>();
    @Nullable Path folder = temporary.getParent();
    while (folder != null && Files.notExists(folder)) {
      missing.add(0, folder);
      folder = folder.getParent();
    }
    for (Path each : missing) {
      Files.createDirectory(each);
      made.add(0, each);
    }
  }

  /** Where to write. */
  public Path temporary() {
    return temporary;
  }

  /**
   * Moves what was written to its own name.
   *
   * @throws IOException if that fails, or there is something by now
   */
  public void finish() throws IOException {
    if (target.equals(temporary.getParent())) {
      moveUp();
    } else {
      if (!replace && Files.exists(target)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }
    whole = true;
  }

  private void moveUp() throws IOException {
    try (DirectoryStream<Path> written = Files.newDirectoryStream(temporary)) {
      for (Path each : written) {
        Path place = target.resolve(each.getFileName());
        Files.move(each, place);
        moved.add(place);
      }
    }
    Files.delete(temporary);
  }

  @Override
  public void close() {
    if (!whole) {
      delete(temporary);
      moved.forEach(Staging::delete);
      made.forEach(Staging::deleteEmpty);
    }
  }

  private static void delete(Path tree) {
    if (Files.notExists(tree)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      all.sorted(Comparator.reverseOrder()).forEach(Staging::deleteEmpty);
    } catch (IOException | java.io.UncheckedIOException e) {
      // What cannot be listed stays; its name tells that it is not whole.
      return;
    }
  }

  private static void deleteEmpty(Path fileOrFolder) {
    try {
      Files.deleteIfExists(fileOrFolder);
    } catch (IOException e) {
      // Somebody has put something there meanwhile: that is not ours to delete.
      return;
    }
  }
}
