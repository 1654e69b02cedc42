package studio.saddlepoint.latent.direction;

import java.util.stream.IntStream;

/** Parts of many codes. */
final class Batches {
  private static final int SIZE = 64;

  private Batches() {}

  /** Takes a part. */
  interface Part {
    void at(int from, int to);
  }

  /** Goes through all parts in order. */
  static void each(int count, Part part) {
    for (int from = 0; from < count; from += SIZE) {
      part.at(from, Math.min(count, from + SIZE));
    }
  }

  /** Classes in turn, for codes from one place to another. */
  static int[] inTurn(int from, int to, int classes) {
    return IntStream.range(from, to).map(i -> i % classes).toArray();
  }
}
