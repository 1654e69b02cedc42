package studio.saddlepoint.data.pack;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataProblem;

/**
 * Packs on disk, made on first use. A pack appears under its name only when it is whole; one that
 * is damaged, was made by another version, or leaves out what can be read by now, is made again.
 *
 * <p>Several processes and persons may share the folder. There are no locks: each makes the pack
 * under a name of its own, the last one to be ready is kept. Where a pack cannot be kept, its
 * images are used nevertheless, from a file that has no name any more.
 */
public final class PackCache {
  private static final Logger LOG = LoggerFactory.getLogger(PackCache.class);
  private static final String SUFFIX = ".pack";

  /** What unfinished packs were called in earlier versions. */
  private static final String UNFINISHED = ".part";

  private static final Duration ABANDONED = Duration.ofHours(6);

  private final Path folder;
  private final Path temporary;
  private final UnkeptPacks unkept;

  /**
   * A cache.
   *
   * @param cacheFolder the program's folder for caches; packs go to a folder in it
   */
  public PackCache(Path cacheFolder) {
    this(cacheFolder, Path.of(System.getProperty("java.io.tmpdir")), UnkeptPacks.shared());
  }

  /**
   * A cache.
   *
   * @param temporary the folder for packs that cannot be kept
   * @param unkept those that could not be before
   */
  public PackCache(Path cacheFolder, Path temporary, UnkeptPacks unkept) {
    this.folder = cacheFolder.resolve("data-sets");
    this.temporary = temporary;
    this.unkept = unkept;
  }

  /**
   * Opens a pack, or makes it first.
   *
   * @param source names what the pack is made from, safe as a file name
   * @param version names the source's present state, safe as a file name; packs of the same source
   *     in another state are deleted
   * @param passed whether what kept a file from being read has passed
   * @param content gives the images if they are needed
   */
  public Pack open(
      String source,
      String version,
      Predicate<DataProblem> passed,
      Supplier<PackContent> content,
      Progress progress) {
    Path file = folder.resolve(source + "-" + version + SUFFIX);
    return kept(file, passed)
        .or(() -> unkept.find(file).filter(pack -> isCurrent(pack, passed)))
        .orElseGet(() -> make(source, file, content, passed, progress));
  }

  private static Optional<Pack> kept(Path file, Predicate<DataProblem> passed) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pack.open(file)).filter(pack -> isCurrent(pack, passed));
    } catch (IOException e) {
      LOG.info("{} is made again: {}", file, DiskErrors.reason(e));
      return Optional.empty();
    }
  }

  private static boolean isCurrent(Pack pack, Predicate<DataProblem> passed) {
    return pack.index().problems().stream()
        .filter(DataProblem::mayPass)
        .filter(passed)
        .peek(each -> LOG.info("{} can be read by now", each.file()))
        .findFirst()
        .isEmpty();
  }

  private Pack make(
      String source,
      Path file,
      Supplier<PackContent> content,
      Predicate<DataProblem> passed,
      Progress progress) {
    try {
      Files.createDirectories(folder);
      deleteAbandoned();
      Path part = AtomicFile.beside(file);
      try {
        PackBuilder.build(content.get(), part, progress);
        if (!keep(part, file)) {
          // On Windows another process may have the same pack mapped, whole as it is.
          Optional<Pack> theirs = kept(file, passed);
          return theirs.isPresent() ? theirs.get() : unkept.put(file, Pack.open(part).unkept());
        }
      } finally {
        AtomicFile.deleteQuietly(part);
      }
      Pack pack = Pack.open(file);
      deleteOthers(source, file);
      return pack;
    } catch (IOException e) {
      return unkept.put(file, makeUnkept(content.get(), e, progress));
    }
  }

  /** Gives a pack its name, unless another person's file has it that may not be replaced. */
  private static boolean keep(Path part, Path file) {
    try {
      replace(part, file);
      return true;
    } catch (IOException e) {
      LOG.warn(
          "{} cannot be replaced, so that its images are made ready by each process: {}",
          file,
          DiskErrors.reason(e));
      return false;
    }
  }

  private static void replace(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Makes a pack that lasts as long as it is used, where the cache takes none. */
  private Pack makeUnkept(PackContent content, IOException why, Progress progress) {
    try {
      Path own = Files.createTempDirectory(temporary, "saddlepoint");
      Path file = own.resolve("images" + SUFFIX);
      try {
        PackBuilder.build(content, file, progress);
        Pack pack = Pack.open(file).unkept();
        LOG.warn(
            "The prepared images of \"{}\" are used but not kept, since they cannot be in {}: {}",
            content.name(),
            folder,
            DiskErrors.reason(why));
        return pack;
      } finally {
        AtomicFile.deleteQuietly(file);
        AtomicFile.deleteQuietly(own);
      }
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "The prepared images of \"%s\" cannot be kept in %s (%s), nor for now in %s (%s). Check that the disk has room and the folder can be written to, or choose another folder with SADDLEPOINT_HOME.",
              content.name(), folder, DiskErrors.reason(why), temporary, DiskErrors.reason(e)),
          why);
    }
  }

  private void deleteOthers(String source, Path file) {
    delete(source + "-*" + SUFFIX, pack -> !pack.equals(file));
  }

  private void deleteAbandoned() {
    AtomicFile.sweep(folder, ABANDONED);
    Instant before = Instant.now().minus(ABANDONED);
    delete("*" + UNFINISHED + "*", part -> isOlder(part, before));
  }

  /** Tidies up, as far as that is possible: another process may do the same, or use a file. */
  private void delete(String names, Predicate<Path> which) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
      for (Path file : files) {
        if (which.test(file)) {
          AtomicFile.deleteQuietly(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.debug("Something in {} stays for now: {}", folder, e.toString());
    }
  }

  private static boolean isOlder(Path file, Instant instant) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
    } catch (IOException e) {
      return false; // another process has just deleted it
    }
  }
}
