package studio.saddlepoint.lab.heap;

/**
 * A real heap at 0 and a generated one, which stands for a generator whose only weight is its
 * place.
 *
 * @param real the shape of the real heap
 * @param generated the shape of the generated heap
 * @param place of the middle of the generated heap, -{@link #FARTHEST} to {@link #FARTHEST}
 * @param noise deviation of the Gaussian noise that is added to both (Arjovsky and Bottou 2017,
 *     section 3); 0 is none
 */
public record HeapPair(HeapShape real, HeapShape generated, double place, double noise) {
  /** How far the generated heap may go. */
  public static final double FARTHEST = 6;

  /** The most noise that leaves both heaps on the line. */
  public static final double MOST_NOISE = 1.5;

  /** Checks the numbers. */
  public HeapPair {
    if (!(Math.abs(place) <= FARTHEST)) {
      throw new IllegalArgumentException("A heap stands between -6 and 6, not at " + place);
    }
    if (!(noise >= 0 && noise <= MOST_NOISE)) {
      throw new IllegalArgumentException("Noise is between 0 and 1.5, not " + noise);
    }
  }

  /** The same with the generated heap elsewhere, at the farthest where that is beyond it. */
  public HeapPair at(double elsewhere) {
    return new HeapPair(real, generated, Math.max(-FARTHEST, Math.min(FARTHEST, elsewhere)), noise);
  }

  /** The same with other noise. */
  public HeapPair noisy(double deviation) {
    return new HeapPair(real, generated, place, deviation);
  }

  /** The same with other shapes. */
  public HeapPair shaped(HeapShape ofReal, HeapShape ofGenerated) {
    return new HeapPair(ofReal, ofGenerated, place, noise);
  }
}
