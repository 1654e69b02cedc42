package studio.saddlepoint.app.lab;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import studio.saddlepoint.lab.History;

/**
 * The past of an experiment and the moment of it that is looked at. Knows no controls; for the FX
 * thread.
 *
 * @param <T> a moment; immutable
 */
final class Timeline<T> {
  private final History<T> history;
  private final IntegerProperty place = new SimpleIntegerProperty();
  private final ReadOnlyIntegerWrapper last = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

  /**
   * A past that begins now.
   *
   * @param most how many moments are kept
   */
  Timeline(int most, T first) {
    history = new History<>(most, first);
    place.addListener(o -> changes.set(changes.get() + 1));
  }

  /** The place that is looked at; 0 is the first moment. */
  IntegerProperty placeProperty() {
    return place;
  }

  /** The place of the newest moment. */
  ReadOnlyIntegerProperty lastProperty() {
    return last.getReadOnlyProperty();
  }

  /** Grows with everything that changes what is to be shown. */
  ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** The moment that is looked at. */
  T now() {
    return history.get(Math.min(place.get(), history.last()));
  }

  /** The moments up to that which is looked at. */
  List<T> until() {
    return history.until(Math.min(place.get(), history.last()));
  }

  /** All moments, wherever it is looked. */
  List<T> all() {
    return history.until(history.last());
  }

  /** Goes on from the moment that is looked at; what came after it is forgotten. */
  void advance(UnaryOperator<T> step) {
    history.cut(Math.min(place.get(), history.last()));
    add(step.apply(history.newest()));
  }

  /** Adds the newest moment and looks at it. */
  void add(T moment) {
    history.add(moment);
    settle();
  }

  /** Replaces the moment that is looked at; what came after it is forgotten. */
  void change(UnaryOperator<T> change) {
    int at = Math.min(place.get(), history.last());
    T changed = change.apply(history.get(at));
    if (at == 0) {
      history.restart(changed);
    } else {
      history.cut(at - 1);
      history.add(changed);
    }
    settle();
  }

  /** Forgets everything and begins anew. */
  void restart(T first) {
    history.restart(first);
    settle();
  }

  private void settle() {
    last.set(history.last());
    place.set(history.last());
    changes.set(changes.get() + 1);
  }
}
