package studio.saddlepoint.core.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;

/**
 * Something that was downloaded and lies on the disk. It can be downloaded again, so that it may be
 * deleted.
 *
 * @param title for a person
 * @param place the folder that it lies in
 * @param files all that belongs to it and nothing else
 * @param whole whether it is complete, not what a broken download has got
 */
public record KeptDownload(String title, Path place, List<Path> files, boolean whole) {
  /** Copies the list. */
  public KeptDownload {
    files = List.copyOf(files);
  }

  /** How much it takes, in bytes. */
  public long bytes() {
    return files.stream().mapToLong(KeptDownload::size).sum();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // deleted just now
    }
  }

  /**
   * Deletes its files, and its folder where nothing else is in there.
   *
   * @throws StudioException if it is being downloaded now, or a file cannot be deleted
   */
  public void delete() {
    if (!whole) {
      files.forEach(this::requireIdle);
    }
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new StudioException(
            English.of(
                "%s cannot be deleted (%s: %s). Check that nothing uses it and that its folder can be written to.",
                PathNames.text(file), e.getClass().getSimpleName(), e.getMessage()),
            e);
      }
    }
    files.stream()
        .map(Path::getParent)
        .distinct()
        .sorted(Comparator.comparing(Path::getNameCount).reversed())
        .forEach(this::deleteEmpty);
  }

  private void deleteEmpty(Path folder) {
    try {
      for (Path at = folder; at != null && at.startsWith(place); at = at.getParent()) {
        Files.delete(at);
      }
    } catch (IOException e) {
      return; // something else is in there, and an empty folder is in nobody's way
    }
  }

  private void requireIdle(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      throw busy();
    } catch (IOException e) {
      return; // gone, or not to be written: deleting it tells
    }
    throw busy();
  }

  private StudioException busy() {
    return new StudioException(
        English.of("%s is being downloaded now. Wait for that to end.", title));
  }
}
