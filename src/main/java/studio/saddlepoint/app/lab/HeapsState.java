package studio.saddlepoint.app.lab;

import studio.saddlepoint.lab.heap.EarthMover;
import studio.saddlepoint.lab.heap.HeapBars;
import studio.saddlepoint.lab.heap.HeapPair;
import studio.saddlepoint.lab.heap.HeapShape;
import studio.saddlepoint.lab.heap.JensenShannon;

/**
 * A moment of the two heaps.
 *
 * @param heaps the heaps
 * @param walk what a step does
 * @param rate how far the generator goes for a slope of 1
 * @param step steps made
 * @param bars how many bars the earth has been carried past, from the first that has any
 */
record HeapsState(HeapPair heaps, HeapsWalk walk, double rate, long step, int bars) {
  static final double LEAST_RATE = 0.02;
  static final double MOST_RATE = 1;

  /** Less earth than this in a bar is not to be seen. */
  private static final double NOTHING = 1e-6;

  /** Apart, with a generator that follows the divergence. */
  static final HeapsState DEFAULT =
      new HeapsState(
          new HeapPair(HeapShape.BUMP, HeapShape.BUMP, 4, 0), HeapsWalk.DIVERGENCE, 0.2, 0, 0);

  HeapsState with(HeapPair other) {
    return new HeapsState(other, walk, rate, step, 0);
  }

  HeapsState walking(HeapsWalk other) {
    return new HeapsState(heaps, other, rate, step, 0);
  }

  HeapsState at(double otherRate) {
    return new HeapsState(heaps, walk, otherRate, step, bars);
  }

  /** One step of what is chosen. */
  HeapsState next() {
    HeapBars now = HeapBars.of(heaps);
    return switch (walk) {
      case DIVERGENCE -> moved(JensenShannon.slope(now));
      case CRITIC -> moved(EarthMover.of(now).slope(now));
      case EARTH -> new HeapsState(heaps, walk, rate, step + 1, Math.min(bars + 1, all(now)));
    };
  }

  private HeapsState moved(double slope) {
    return new HeapsState(heaps.at(heaps.place() - rate * slope), walk, rate, step + 1, 0);
  }

  /** Whether all earth is moved. */
  boolean ended() {
    return walk == HeapsWalk.EARTH && bars >= all(HeapBars.of(heaps));
  }

  /** The first bar that has any earth. */
  static int first(HeapBars of) {
    for (int i = 0; i < HeapBars.COUNT; i++) {
      if (of.real()[i] + of.generated()[i] > NOTHING) {
        return i;
      }
    }
    return HeapBars.COUNT;
  }

  /** How many bars there are from the first that has any earth to the last. */
  private static int all(HeapBars of) {
    for (int i = HeapBars.COUNT - 1; i >= 0; i--) {
      if (of.real()[i] + of.generated()[i] > NOTHING) {
        return i + 1 - first(of);
      }
    }
    return 0;
  }
}
