package studio.saddlepoint.metrics.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a folder of entries within a size: those that were not used for longest go first. The time
 * of a file's last change is the time of its last use, so that all processes that share the folder
 * know it. Files of other endings, and those that begin with a dot, are not entries: what a process
 * is still writing, or what does not belong to the program.
 *
 * @param ending of the names of entries
 * @param bytes how much they may take together
 */
record FolderSizeLimiter(String ending, long bytes) {
  private static final Logger LOG = LoggerFactory.getLogger(FolderSizeLimiter.class);

  private record Entry(Path file, long length, FileTime used) {}

  /** Notes that an entry is used now. */
  static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      // It has just been deleted, or may not be changed: then it only seems unused.
      LOG.debug("{} is not marked as used: {}", file, e.toString());
    }
  }

  /**
   * Deletes what is too much.
   *
   * @param written the entry that has just been written, which stays even where it is larger than
   *     the limit
   */
  void hold(Path written) throws IOException {
    List<Entry> entries = entries(written.getParent());
    long total = entries.stream().mapToLong(Entry::length).sum();
    entries.sort(Comparator.comparing(Entry::used));
    for (Entry each : entries) {
      if (total <= bytes) {
        return;
      }
      if (!each.file.equals(written) && deleted(each)) {
        total -= each.length;
      }
    }
  }

  private List<Entry> entries(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, this::isEntry)) {
      for (Path file : files) {
        try {
          BasicFileAttributes told = Files.readAttributes(file, BasicFileAttributes.class);
          entries.add(new Entry(file, told.size(), told.lastModifiedTime()));
        } catch (IOException e) {
          LOG.debug("{} has just been deleted by another process", file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return entries;
  }

  private boolean isEntry(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ending) && !name.startsWith(".") && Files.isRegularFile(file);
  }

  /** Deletes an entry, unless another process has used it meanwhile, or still reads it. */
  private static boolean deleted(Entry entry) {
    try {
      if (!Files.getLastModifiedTime(entry.file).equals(entry.used)) {
        return false;
      }
      Files.delete(entry.file);
      LOG.info("{} was not used for longest and made room", entry.file);
      return true;
    } catch (NoSuchFileException e) {
      return true; // another process was quicker
    } catch (IOException e) {
      LOG.debug("{} stays: {}", entry.file, e.toString());
      return false;
    }
  }
}
