package studio.saddlepoint.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;

/**
 * Small pictures of data sets. Those of a person's own sources are kept in the cache once they were
 * opened, so that lists show them after a restart without reading the images again. For the FX
 * thread.
 */
public final class DataSetThumbnails {
  private static final Logger LOG = Logger.getLogger(DataSetThumbnails.class.getName());

  private final Path folder;
  private final Executor background;

  /** What was read by now, by source; filled in the background too. */
  private final Map<String, Optional<Picture>> known = new ConcurrentHashMap<>();

  /**
   * Pictures.
   *
   * @param caches the program's folder for caches; they go to a folder in it
   * @param background where files are written
   */
  DataSetThumbnails(Path caches, Executor background) {
    this.folder = caches.resolve("thumbnails");
    this.background = background;
  }

  /** Reads those of sources in the background, so that lists need not wait for the disk. */
  void prepare(List<String> sources) {
    List.copyOf(sources).forEach(each -> background.execute(() -> of(each)));
  }

  /** A few images of a source; empty where it was never opened. */
  public Optional<Picture> of(String source) {
    return known.computeIfAbsent(
        source,
        each ->
            UserDataSources.EMBEDDED.contains(each)
                ? BuiltInThumbnails.of(each)
                : read(file(each)));
  }

  /**
   * Remembers how a source looks.
   *
   * @param picture a few of its images
   */
  public void keep(String source, Picture picture) {
    Optional<Picture> before = of(source);
    known.put(source, Optional.of(picture));
    boolean same = before.filter(each -> Arrays.equals(each.argb(), picture.argb())).isPresent();
    if (!UserDataSources.EMBEDDED.contains(source) && !same) {
      background.execute(() -> write(file(source), picture));
    }
  }

  /** Forgets how a source looks. */
  public void remove(String source) {
    known.remove(source);
    background.execute(() -> AtomicFile.deleteQuietly(file(source)));
  }

  private Path file(String source) {
    byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
    return folder.resolve(UUID.nameUUIDFromBytes(bytes) + ".png");
  }

  private static Optional<Picture> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      BufferedImage image = Pngs.decode(Files.readAllBytes(file));
      int width = image.getWidth();
      int height = image.getHeight();
      int[] argb = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
      return Optional.of(new Picture(width, height, argb));
    } catch (IOException e) {
      LOG.log(Level.FINE, "The thumbnail " + file + " cannot be read", e);
      return Optional.empty();
    }
  }

  private void write(Path file, Picture picture) {
    try {
      Files.createDirectories(folder);
      AtomicFile.ON_DISK.write(file, Pngs.encode(picture));
    } catch (IOException e) {
      LOG.log(Level.FINE, "The thumbnail " + file + " cannot be kept", e);
    }
  }
}
