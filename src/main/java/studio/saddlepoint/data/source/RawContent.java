package studio.saddlepoint.data.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.SizeCount;
import studio.saddlepoint.data.Splitting;
import studio.saddlepoint.data.decode.SquareScaler;
import studio.saddlepoint.data.pack.PackContent;

/** Images of one size that lie in memory as bytes: IDX and CIFAR-10. */
final class RawContent implements PackContent {
  /**
   * Images in one array.
   *
   * @param file where they are from
   * @param data count times (header, C x H x W)
   * @param header bytes before each image's pixels
   * @param labels one an image
   * @param train whether they are to learn from
   */
  record Part(String file, byte[] data, int header, int[] labels, boolean train) {
    int count() {
      return labels.length;
    }
  }

  private final DataKind kind;
  private final String name;
  private final ImageShape original;
  private final int size;
  private final SquareScaler scaler;
  private final List<Part> parts;
  private final boolean ownSplits;
  private final boolean fewImages;
  private final List<String> classNames;
  private final long bytes;
  private final List<String> notes;

  /** Numbers of the images over all parts, those to learn from first. */
  private final int[] order;

  private final int trainCount;

  private RawContent(
      DataKind kind,
      String name,
      ImageShape original,
      int size,
      List<Part> parts,
      List<String> classNames,
      long bytes,
      List<String> notes) {
    this.kind = kind;
    this.name = name;
    this.original = original;
    this.size = size;
    this.scaler = new SquareScaler(size);
    this.parts = parts;
    this.classNames = classNames;
    this.bytes = bytes;
    this.notes = notes;
    this.ownSplits = parts.stream().map(Part::train).distinct().count() == 2;
    int count = parts.stream().mapToInt(Part::count).sum();
    this.fewImages = count < Splitting.FEWEST;
    int[] train = IntStream.range(0, count).filter(this::isTrain).toArray();
    int[] test = IntStream.range(0, count).filter(i -> !isTrain(i)).toArray();
    this.trainCount = train.length;
    this.order = IntStream.concat(IntStream.of(train), IntStream.of(test)).toArray();
  }

  /**
   * Images in parts, of those classes that any image has: a class without images would have to be
   * asked of a generator that never saw it.
   *
   * @param original the shape of the images in the parts
   * @param size height and width of the images made
   * @param parts the images; where all are of the same split, a tenth is held back by chance
   * @param classNames by label; empty where unlabelled
   * @param bytes the files' size
   * @param notes what a person should know, in whole sentences
   */
  static RawContent labelled(
      DataKind kind,
      String name,
      ImageShape original,
      int size,
      List<Part> parts,
      List<String> classNames,
      long bytes,
      List<String> notes) {
    int[] present =
        parts.stream()
            .flatMapToInt(part -> Arrays.stream(part.labels()))
            .filter(label -> label >= 0)
            .distinct()
            .sorted()
            .toArray();
    for (Part part : parts) {
      int[] labels = part.labels();
      Arrays.setAll(labels, i -> Math.max(-1, Arrays.binarySearch(present, labels[i])));
    }
    return new RawContent(
        kind,
        name,
        original,
        size,
        parts,
        Arrays.stream(present).mapToObj(classNames::get).toList(),
        bytes,
        notes);
  }

  /**
   * Refuses labels that no class has.
   *
   * @param file where they are from
   * @param classes how many there are
   * @throws StudioException if a label is not 0 to {@code classes} - 1
   */
  static void checkLabels(String file, int[] labels, int classes) {
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new StudioException(
            English.of(
                "%s is damaged: image %d has the label %d, but labels are 0 to %d. Download the file again.",
                file, i, labels[i], classes - 1));
      }
    }
  }

  @Override
  public DataKind kind() {
    return kind;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ImageShape shape() {
    return new ImageShape(original.channels(), size, size);
  }

  @Override
  public int count() {
    return order.length;
  }

  @Override
  public int trainCount() {
    return trainCount;
  }

  @Override
  public boolean ownSplits() {
    return ownSplits;
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public int label(int index) {
    int number = order[index];
    Part part = partOf(number);
    return part.labels()[number - startOf(part)];
  }

  @Override
  public Optional<DataProblem> draw(int index, byte[] target, int offset) {
    int number = order[index];
    Part part = partOf(number);
    int stride = part.header() + original.pixels();
    int start = (number - startOf(part)) * stride + part.header();
    if (original.height() == original.width()) {
      int side = original.height();
      scaler.scale(part.data(), start, side, original.channels(), target, offset);
    } else {
      int side = Math.min(original.height(), original.width());
      byte[] square = middle(part.data(), start, side);
      scaler.scale(square, 0, side, original.channels(), target, offset);
    }
    return Optional.empty();
  }

  @Override
  public List<SizeCount> originalSizes() {
    return List.of(new SizeCount(original.width(), original.height(), count()));
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  private byte[] middle(byte[] data, int start, int side) {
    int width = original.width();
    int plane = width * original.height();
    int top = (original.height() - side) / 2;
    int left = (width - side) / 2;
    byte[] square = new byte[original.channels() * side * side];
    for (int c = 0; c < original.channels(); c++) {
      for (int row = 0; row < side; row++) {
        int from = start + c * plane + (top + row) * width + left;
        System.arraycopy(data, from, square, (c * side + row) * side, side);
      }
    }
    return square;
  }

  private boolean isTrain(int number) {
    if (ownSplits) {
      return partOf(number).train();
    }
    return fewImages || !Splitting.heldBack(number);
  }

  private Part partOf(int number) {
    int left = number;
    for (Part part : parts) {
      if (left < part.count()) {
        return part;
      }
      left -= part.count();
    }
    throw new IndexOutOfBoundsException(number);
  }

  private int startOf(Part wanted) {
    int start = 0;
    for (Part part : parts) {
      if (part == wanted) {
        return start;
      }
      start += part.count();
    }
    throw new IllegalArgumentException("a part of another content");
  }
}
