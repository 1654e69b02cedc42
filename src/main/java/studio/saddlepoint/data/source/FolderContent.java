package studio.saddlepoint.data.source;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.PassedOver;
import studio.saddlepoint.data.SizeCount;
import studio.saddlepoint.data.decode.ImageDecoder;
import studio.saddlepoint.data.decode.PixelBudget;
import studio.saddlepoint.data.file.Listing;
import studio.saddlepoint.data.file.UnusableImageException;
import studio.saddlepoint.data.pack.PackContent;

/** The images of a folder, decoded one by one. */
final class FolderContent implements PackContent {
  private static final int MOST_SIZES = 100;

  /** A file costs as much as so many bytes more of it would. */
  private static final long OPENING = 4096;

  private record Size(int width, int height) {}

  private final FolderSource source;
  private final SortedFiles files;
  private final Map<String, Listing.Entry> images;
  private final FolderLayout layout;
  private final int size;
  private final ImageDecoder decoder;
  private final Map<Size, Integer> sizes = new ConcurrentHashMap<>();

  /**
   * Images of a folder.
   *
   * @param files what is in the folder
   * @param layout which class each image has
   * @param size height and width of the images made
   */
  FolderContent(FolderSource source, SortedFiles files, FolderLayout layout, int size) {
    this.source = source;
    this.files = files;
    this.images =
        files.images().stream().collect(Collectors.toMap(Listing.Entry::name, each -> each));
    this.layout = layout;
    this.size = size;
    this.decoder = new ImageDecoder(PixelBudget.shared(), size);
  }

  @Override
  public DataKind kind() {
    return DataKind.FOLDER;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public ImageShape shape() {
    return new ImageShape(3, size, size);
  }

  @Override
  public int count() {
    return layout.images().size();
  }

  @Override
  public int trainCount() {
    return layout.trainCount();
  }

  @Override
  public boolean ownSplits() {
    return layout.ownSplits();
  }

  @Override
  public List<String> classNames() {
    return layout.classNames();
  }

  @Override
  public int label(int index) {
    return layout.images().get(index).label();
  }

  @Override
  public Optional<DataProblem> draw(int index, byte[] target, int offset) {
    String name = layout.images().get(index).name();
    try {
      int[] seen = decoder.decode(file(index).path(), target, offset);
      sizes.merge(new Size(seen[0], seen[1]), 1, Integer::sum);
      return Optional.empty();
    } catch (UnusableImageException e) {
      return Optional.of(new DataProblem(name, e.getMessage(), e.mayPass()));
    }
  }

  private Listing.Entry file(int index) {
    return Objects.requireNonNull(images.get(layout.images().get(index).name()));
  }

  /** By its bytes, for large pictures beside small ones take longer. */
  @Override
  public long work(int index) {
    return OPENING + file(index).length();
  }

  @Override
  public boolean reduceToGrey() {
    return true;
  }

  @Override
  public List<DataProblem> problems() {
    return layout.problems();
  }

  @Override
  public List<PassedOver> passedOver() {
    return files.passedOver();
  }

  @Override
  public List<SizeCount> originalSizes() {
    return sizes.entrySet().stream()
        .map(e -> new SizeCount(e.getKey().width(), e.getKey().height(), e.getValue()))
        .sorted(
            Comparator.comparingInt(SizeCount::images)
                .reversed()
                .thenComparing(SizeCount::width)
                .thenComparing(SizeCount::height))
        .limit(MOST_SIZES)
        .toList();
  }

  @Override
  public long bytes() {
    return files.images().stream().mapToLong(Listing.Entry::length).sum();
  }
}
