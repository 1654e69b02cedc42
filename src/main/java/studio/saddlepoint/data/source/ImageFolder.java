package studio.saddlepoint.data.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.Sha256;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.PassedOver;
import studio.saddlepoint.data.SizeCount;
import studio.saddlepoint.data.decode.ImageDecoder;
import studio.saddlepoint.data.decode.PixelBudget;
import studio.saddlepoint.data.decode.WholeImage;
import studio.saddlepoint.data.file.ImageEndings;
import studio.saddlepoint.data.file.Listing;
import studio.saddlepoint.data.file.UnusableImageException;
import studio.saddlepoint.data.file.ZipImages;

/**
 * The images of a folder and all below it, or of a zip archive, in the order of their names: as
 * they are, or the middle square of each scaled to one size. Every image is decoded once when the
 * folder is opened, so that broken ones are known beforehand; as many as fit stay in memory, and no
 * more are decoded at once than fit the program's budget for pixels, whatever their size. Colours
 * are as stored, without transparency, as Python's {@code Image.open(file).convert("RGB")} gives
 * them.
 */
public final class ImageFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ImageFolder.class);
  private static final int AT_ONCE = 256;
  private static final int COLOURS = 3;

  /**
   * Share of the memory that decoded images may take: two folders and the features of both must
   * fit.
   */
  private static final int MEMORY_SHARE = 8;

  /** Where no more than one in so many images fits, keeping them is not worth their memory. */
  private static final int WORTHLESS = 4;

  /** An image that can be used; its pixels where they are kept. */
  private record Item(Listing.Entry file, ImageShape shape, byte @Nullable [] pixels) {
    Item withoutPixels() {
      return pixels == null ? this : new Item(file, shape, null);
    }

    String name() {
      return file.name();
    }
  }

  /** What is left of an image that was decoded, or why it cannot be. */
  private record Outcome(
      @Nullable DataProblem problem, @Nullable Item item, byte[] digest, boolean grey) {
    static Outcome refused(String file, String reason) {
      return new Outcome(new DataProblem(file, reason), null, new byte[0], false);
    }
  }

  private final Path folder;
  private final Optional<FileSystem> archive;
  private final OptionalInt size;
  private final PixelBudget budget;
  private final AtomicLong room;
  private final List<Item> items = new ArrayList<>();
  private final List<DataProblem> problems = new ArrayList<>();
  private final List<PassedOver> passedOver;
  private final MessageDigest digest = Sha256.digest();
  private final String fingerprint;
  private boolean grey = true;

  private ImageFolder(
      Path folder,
      Optional<FileSystem> archive,
      OptionalInt size,
      PixelBudget budget,
      long room,
      Progress progress) {
    this.folder = folder;
    this.archive = archive;
    this.size = size;
    this.budget = budget;
    this.room = new AtomicLong(room);
    SortedFiles files = SortedFiles.of(Listing.of(top(), progress), progress);
    problems.addAll(files.problems());
    passedOver = files.passedOver();
    decode(files.images(), progress);
    this.fingerprint = "folder-" + HexFormat.of().formatHex(digest.digest(), 0, 12);
    if (items.isEmpty()) {
      throw new StudioException(
          problems.isEmpty()
              ? English.of(
                  "The %s %s holds no images. Choose one with %s files.",
                  archive.isPresent() ? "archive" : "folder", folder, ImageEndings.KINDS)
              : English.of(
                  "None of the images in %s can be used.%s", folder, DataProblem.first(problems)));
    }
  }

  /** Whether there is a folder, or a zip archive with other things in it than arrays of numpy. */
  public static boolean canOpen(Path path) {
    return Files.isDirectory(path) || ZipImages.isZip(path) && !ZipImages.holdsArrays(path);
  }

  /**
   * Opens a folder or a zip archive.
   *
   * @param folder where the images are
   * @param size width and height to scale the middle squares to; empty for images as they are
   * @param progress told how far it is
   * @throws StudioException if there is no folder, or no image in it that can be used
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static ImageFolder open(Path folder, OptionalInt size, Progress progress) {
    long room = Runtime.getRuntime().maxMemory() / MEMORY_SHARE;
    return open(folder, size, PixelBudget.shared(), room, progress);
  }

  /**
   * Opens a folder.
   *
   * @param budget what memory for decoding is taken from
   * @param room bytes of decoded images that may stay in memory
   */
  public static ImageFolder open(
      Path folder, OptionalInt size, PixelBudget budget, long room, Progress progress) {
    if (!canOpen(folder)) {
      throw new StudioException(
          Files.exists(folder)
              ? English.of(
                  "%s is a file. Choose the folder that holds the images, or a zip archive of them.",
                  folder)
              : English.of("There is no folder %s. Check the path.", folder));
    }
    if (Files.isDirectory(folder)) {
      return new ImageFolder(folder, Optional.empty(), size, budget, room, progress);
    }
    FileSystem archive = ZipImages.open(folder);
    try {
      return new ImageFolder(folder, Optional.of(archive), size, budget, room, progress);
    } catch (RuntimeException e) {
      close(archive, folder);
      throw e;
    }
  }

  private Path top() {
    try {
      return archive.isPresent() ? ZipImages.top(archive.get()) : folder;
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "The archive %s cannot be read (%s). Copy it again.", folder, DiskErrors.reason(e)),
          e);
    }
  }

  private void decode(List<Listing.Entry> files, Progress progress) {
    String stage = "Reading " + name();
    long worthless = (1 - WORTHLESS) * room.get();
    for (int from = 0; from < files.size(); from += AT_ONCE) {
      progress.checkCancelled();
      progress.report(stage, (double) from / files.size());
      int first = from;
      List<Outcome> outcomes =
          IntStream.range(first, Math.min(files.size(), first + AT_ONCE))
              .parallel()
              .mapToObj(i -> outcome(files.get(i), progress))
              .toList();
      progress.checkCancelled();
      for (Outcome outcome : outcomes) {
        if (outcome.problem() != null) {
          problems.add(outcome.problem());
        } else if (outcome.item() != null) {
          grey = grey && outcome.grey();
          digest.update(outcome.digest());
          items.add(outcome.item());
        }
      }
      if (room.get() < worthless) {
        items.replaceAll(Item::withoutPixels);
      }
    }
    progress.report(stage, 1);
  }

  private Outcome outcome(Listing.Entry file, Progress progress) {
    if (progress.cancelled()) {
      return Outcome.refused(file.name(), "was not looked at");
    }
    try {
      return decoded(file, image -> outcome(file, image));
    } catch (UnusableImageException e) {
      return Outcome.refused(file.name(), String.valueOf(e.getMessage()));
    }
  }

  private Outcome outcome(Listing.Entry file, WholeImage image) {
    MessageDigest own = Sha256.digest();
    ByteBuffer sides = ByteBuffer.allocate(2 * Integer.BYTES);
    own.update(sides.putInt(image.shape().height()).putInt(image.shape().width()).flip());
    byte[] pixels = image.pixels();
    byte[] sum = own.digest(pixels);
    // Once an image does not fit, no further ones are kept: the first ones are.
    boolean kept = room.addAndGet(-pixels.length) >= 0;
    return new Outcome(
        null, new Item(file, image.shape(), kept ? pixels : null), sum, image.isGrey());
  }

  private <T> T decoded(Listing.Entry file, Function<WholeImage, T> look)
      throws UnusableImageException {
    return size.isEmpty()
        ? ImageDecoder.whole(file.path(), budget, look)
        : new ImageDecoder(budget, size.getAsInt()).square(file.path(), look);
  }

  /** Lets go of an archive: images that are not in memory cannot be looked at any more. */
  @Override
  public void close() {
    archive.ifPresent(opened -> close(opened, folder));
  }

  private static void close(FileSystem archive, Path file) {
    try {
      archive.close();
    } catch (IOException e) {
      LOG.debug("{} stays open: {}", file, e.getMessage());
    }
  }

  /** Where the images are. */
  public Path path() {
    return folder;
  }

  /** Its name, also where the path is only a dot. */
  public String name() {
    return PathNames.of(folder);
  }

  /** Number of images that can be used. */
  public int count() {
    return items.size();
  }

  /** An image's file, relative to the folder, with slashes. */
  public String name(int index) {
    return items.get(index).name();
  }

  /** The shape of an image, always of three channels. */
  public ImageShape shape(int index) {
    return items.get(index).shape();
  }

  /** The sizes that occur, the most frequent first. */
  public List<SizeCount> sizes() {
    Map<List<Integer>, Integer> counts = new TreeMap<>(Comparator.comparing(List::toString));
    for (Item item : items) {
      counts.merge(List.of(item.shape.width(), item.shape.height()), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(each -> new SizeCount(each.getKey().get(0), each.getKey().get(1), each.getValue()))
        .sorted(Comparator.comparingInt(SizeCount::images).reversed())
        .collect(Collectors.toList());
  }

  /** Whether all images are grey. */
  public boolean isGrey() {
    return grey;
  }

  /**
   * The same for the same images in the same order only, wherever they lie; safe as part of a file
   * name.
   */
  public String fingerprint() {
    return fingerprint;
  }

  /** Files that were left out, and why. */
  public List<DataProblem> problems() {
    return List.copyOf(problems);
  }

  /** Files and folders in it that are no images. */
  public List<PassedOver> passedOver() {
    return passedOver;
  }

  /**
   * Looks at an image's pixels, unsigned bytes in the order (3, H, W). An image that is not in
   * memory is decoded, and its memory is held meanwhile: no other image may be looked at within.
   *
   * @param look what to do with the pixels, which are not to be changed or kept
   * @return what {@code look} gives
   * @throws StudioException if the file has changed since the folder was opened
   */
  public <T> T look(int index, Function<byte[], T> look) {
    Item item = items.get(index);
    if (item.pixels() != null) {
      return look.apply(item.pixels());
    }
    try {
      return decoded(
          item.file(),
          image -> {
            if (!image.shape().equals(item.shape())) {
              throw changed(item, new IllegalStateException("another shape"));
            }
            return look.apply(image.pixels());
          });
    } catch (UnusableImageException e) {
      throw changed(item, e);
    }
  }

  private StudioException changed(Item item, Exception cause) {
    return new StudioException(
        English.of(
            "%s has changed while the folder was looked at. Wait until nothing writes there any more, and try again.",
            item.file().path()),
        cause);
  }
}
