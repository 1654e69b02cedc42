package studio.saddlepoint.train.probe;

import java.util.stream.IntStream;

/**
 * The nearest training picture of each fake, and whether that is so near that the fake is a copy.
 *
 * @param nearest its place among the training pictures
 * @param copied whether the distance to it is less than {@link #NEAR} times that to the nearest
 *     held-out picture; where nothing is held out, than that between it and the training picture
 *     next to it
 */
record Copies(int[] nearest, boolean[] copied) {
  /** New pictures are about as near to either kind: a half is no chance among many pixels. */
  static final double NEAR = 0.5;

  /** The share of copies among the fakes. */
  double share() {
    return (double) IntStream.range(0, copied.length).filter(i -> copied[i]).count()
        / copied.length;
  }
}
