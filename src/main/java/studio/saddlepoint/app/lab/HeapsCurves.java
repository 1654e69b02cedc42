package studio.saddlepoint.app.lab;

import studio.saddlepoint.lab.heap.EarthMover;
import studio.saddlepoint.lab.heap.HeapBars;
import studio.saddlepoint.lab.heap.HeapPair;
import studio.saddlepoint.lab.heap.HeapShape;
import studio.saddlepoint.lab.heap.JensenShannon;

/**
 * Both distances wherever the generated heap may stand.
 *
 * @param real shape of the real heap
 * @param generated shape of the generated heap
 * @param noise that both have
 * @param places from left to right
 * @param divergence at each
 * @param distance the earth mover's, at each
 */
record HeapsCurves(
    HeapShape real,
    HeapShape generated,
    double noise,
    double[] places,
    double[] divergence,
    double[] distance) {
  private static final int POINTS = 121;

  /** The distances of two heaps, wherever the generated one stands now. */
  static HeapsCurves of(HeapPair heaps) {
    double[] places = new double[POINTS];
    double[] divergence = new double[POINTS];
    double[] distance = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      places[i] = HeapPair.FARTHEST * (2.0 * i / (POINTS - 1) - 1);
      HeapBars bars = HeapBars.of(heaps.at(places[i]));
      divergence[i] = JensenShannon.divergence(bars.real(), bars.generated());
      distance[i] = EarthMover.of(bars).distance();
    }
    return new HeapsCurves(
        heaps.real(), heaps.generated(), heaps.noise(), places, divergence, distance);
  }

  /** Whether these are still those of heaps. */
  boolean fit(HeapPair heaps) {
    return real == heaps.real() && generated == heaps.generated() && noise == heaps.noise();
  }
}
