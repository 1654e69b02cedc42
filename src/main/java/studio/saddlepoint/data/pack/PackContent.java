package studio.saddlepoint.data.pack;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.PassedOver;
import studio.saddlepoint.data.SizeCount;

/** The images that a pack is made from: they can be drawn in any order, by many threads. */
public interface PackContent {
  DataKind kind();

  String name();

  /** Shape of what {@link #draw} makes. */
  ImageShape shape();

  /** Images at most: those to learn from first, then those held back. */
  int count();

  /** How many of the images, from the first, are to learn from. */
  int trainCount();

  /** Whether the source says itself which images are held back. */
  boolean ownSplits();

  List<String> classNames();

  int label(int index);

  /**
   * Makes an image's pixels.
   *
   * @param index 0 to {@link #count()} - 1
   * @param target takes {@link #shape()}{@code .pixels()} bytes in the order (C, H, W)
   * @param offset the first byte's place
   * @return why the image is left out, or empty if it was drawn
   */
  Optional<DataProblem> draw(int index, byte[] target, int offset);

  /**
   * How much work it is to draw an image, in any unit: progress follows it, so that it follows the
   * time.
   */
  default long work(int index) {
    return 1;
  }

  /** Whether colour images that are all grey are kept as grey ones. */
  default boolean reduceToGrey() {
    return false;
  }

  /** Files left out before drawing. */
  default List<DataProblem> problems() {
    return List.of();
  }

  /** What is no part of it. */
  default List<PassedOver> passedOver() {
    return List.of();
  }

  /** What a person should know of the source, in whole sentences. */
  default List<String> notes() {
    return List.of();
  }

  /** The sizes seen; complete once all images are drawn. */
  List<SizeCount> originalSizes();

  /** The source's size on disk. */
  default long bytes() {
    return 0;
  }
}
