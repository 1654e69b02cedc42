package studio.saddlepoint.data;

import java.util.List;
import java.util.Optional;

/** Images by index, with labels where there are any. Immutable and safe for use by many threads. */
public interface DataSet {
  /** The name for a person, such as "Strokes". */
  String name();

  /**
   * A stable id of content, version, split and size, safe as part of a file name. The same images
   * have the same id, wherever they lie.
   */
  String fingerprint();

  /** Number of images. */
  int size();

  /** Shape of each image. */
  ImageShape shape();

  /** The classes' names by label; empty where unlabelled. */
  List<String> classNames();

  /**
   * The class of an image.
   *
   * @param index 0 to {@link #size()} - 1
   * @return the label, or -1 where unlabelled
   */
  int label(int index);

  /**
   * Copies an image's pixels, unsigned bytes in the order {@code (C, H, W)}.
   *
   * @param index 0 to {@link #size()} - 1
   * @param target where to copy {@link #shape()}{@code .pixels()} bytes to
   * @param offset the first byte's place in the target
   */
  void read(int index, byte[] target, int offset);

  /**
   * The pixels of some images.
   *
   * @param images their indices, each 0 to {@link #size()} - 1
   * @return {@code (N, C, H, W)}, unsigned bytes
   */
  default byte[] read(int[] images) {
    int size = shape().pixels();
    byte[] pixels = new byte[images.length * size];
    for (int i = 0; i < images.length; i++) {
      read(images[i], pixels, i * size);
    }
    return pixels;
  }

  /** Where these images, by the same indices, have known factors; empty where they have none. */
  default Optional<FactorDataSet> withFactors() {
    return Optional.empty();
  }

  /** Files that were left out, and why; empty for generated sets. */
  List<DataProblem> problems();
}
