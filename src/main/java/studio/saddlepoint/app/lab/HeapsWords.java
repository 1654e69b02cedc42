package studio.saddlepoint.app.lab;

import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.heap.EarthMover;
import studio.saddlepoint.lab.heap.HeapBars;
import studio.saddlepoint.lab.heap.JensenShannon;

/** Tells in a sentence what is seen of the two heaps. */
final class HeapsWords {
  /** Heaps that have less than this in common do not touch, to the eye. */
  private static final double APART = 1e-9;

  /** A slope below which a generator does not get on. */
  private static final double FLAT = 0.01;

  private HeapsWords() {}

  /** The sentence of a moment. */
  static String of(HeapsState state) {
    HeapBars bars = HeapBars.of(state.heaps());
    EarthMover mover = EarthMover.of(bars);
    double divergence = JensenShannon.divergence(bars.real(), bars.generated());
    double slope = Math.abs(JensenShannon.slope(bars));
    String distance = English.of("%.2f", mover.distance());
    if (state.walk() == HeapsWalk.EARTH) {
      return earth(state, bars, mover);
    }
    if (mover.distance() < 0.02) {
      return Messages.text("lab.heaps.tell.same");
    }
    if (common(bars) < APART) {
      return Messages.text(
          state.walk() == HeapsWalk.CRITIC ? "lab.heaps.tell.pulled" : "lab.heaps.tell.apart",
          distance);
    }
    if (slope < FLAT) {
      return Messages.text(
          state.heaps().noise() > 0 ? "lab.heaps.tell.faint" : "lab.heaps.tell.flat",
          English.of("%.3f", divergence),
          English.of("%.4f", slope),
          distance);
    }
    return Messages.text(
        state.heaps().noise() > 0 ? "lab.heaps.tell.noise" : "lab.heaps.tell.touch",
        English.of("%.3f", divergence),
        English.of("%.2f", slope),
        distance);
  }

  private static String earth(HeapsState state, HeapBars bars, EarthMover mover) {
    String whole = English.of("%.2f", mover.distance());
    if (state.bars() == 0) {
      return Messages.text("lab.heaps.tell.earth.begin", whole);
    }
    if (state.ended()) {
      return Messages.text("lab.heaps.tell.earth.end", whole);
    }
    int bar = Math.min(HeapBars.COUNT, HeapsState.first(bars) + state.bars());
    double carried = mover.carried()[bar - 1];
    return Messages.text(
        carried < 0 ? "lab.heaps.tell.earth.left" : "lab.heaps.tell.earth.right",
        English.of("%.2f", Math.abs(carried)),
        English.of("%.2f", mover.spent(bar)),
        whole);
  }

  private static double common(HeapBars bars) {
    double sum = 0;
    for (int i = 0; i < HeapBars.COUNT; i++) {
      sum += Math.min(bars.real()[i], bars.generated()[i]);
    }
    return sum;
  }
}
