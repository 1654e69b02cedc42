package studio.saddlepoint.nn;

/**
 * Places of a map along one axis, from the first to the last. May reach beyond the map's edges.
 *
 * @param first of them
 * @param last of them, not before the first
 */
public record Span(long first, long last) {
  /** All places of any map. */
  public static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

  /** A single place. */
  public static Span at(long place) {
    return new Span(place, place);
  }

  /** Whether it is all there is, however large the map. */
  public boolean all() {
    return equals(ALL);
  }

  /** The least span that holds both. */
  public Span with(Span other) {
    return new Span(Math.min(first, other.first), Math.max(last, other.last));
  }

  /** What of it lies on a map of a size; a single place at the edge where nothing does. */
  public Span within(long size) {
    long from = Math.max(0, Math.min(size - 1, first));
    return new Span(from, Math.max(from, Math.min(size - 1, last)));
  }

  /** How many places. */
  public long size() {
    return last - first + 1;
  }
}
