package studio.saddlepoint.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * The past of an experiment in bounded memory. When it is full every second moment before the
 * newest is dropped, so that the recent past stays dense and the first moment stays for ever.
 *
 * @param <T> a moment; immutable
 */
public final class History<T> {
  private final int most;
  private final List<T> moments = new ArrayList<>();

  /**
   * A past that begins now.
   *
   * @param most how many moments are kept; at least 3
   * @param first the first of them
   */
  public History(int most, T first) {
    if (most < 3) {
      throw new IllegalArgumentException("A history keeps at least 3 moments, not " + most);
    }
    this.most = most;
    moments.add(first);
  }

  /** How many moments are kept now; at least 1. */
  public int size() {
    return moments.size();
  }

  /** The place of the newest. */
  public int last() {
    return moments.size() - 1;
  }

  /**
   * A moment.
   *
   * @param place from 0, the first, to {@link #last()}
   */
  public T get(int place) {
    return moments.get(place);
  }

  /** The newest moment. */
  public T newest() {
    return get(last());
  }

  /** The moments from the first to a place. */
  public List<T> until(int place) {
    return List.copyOf(moments.subList(0, place + 1));
  }

  /** Adds the newest moment. */
  public void add(T moment) {
    if (moments.size() == most) {
      thin();
    }
    moments.add(moment);
  }

  private void thin() {
    List<T> kept = new ArrayList<>(most / 2 + 2);
    for (int i = 0; i < moments.size(); i++) {
      if (i % 2 == 0 || i == moments.size() - 1) {
        kept.add(moments.get(i));
      }
    }
    moments.clear();
    moments.addAll(kept);
  }

  /** Forgets what came after a place: another future begins there. */
  public void cut(int place) {
    moments.subList(place + 1, moments.size()).clear();
  }

  /** Forgets everything and begins anew. */
  public void restart(T first) {
    moments.clear();
    moments.add(first);
  }
}
