package studio.saddlepoint.app;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.Preview;

/** The newest preview of a training, as long as no sheet that is kept is as new. */
final class NewestPreview {
  private final AtomicReference<@Nullable Preview> offered = new AtomicReference<>();
  private final ReadOnlyObjectWrapper<@Nullable Preview> shown = new ReadOnlyObjectWrapper<>();

  /** The preview; nothing where there is none. */
  ReadOnlyObjectProperty<@Nullable Preview> property() {
    return shown.getReadOnlyProperty();
  }

  /** One was drawn; from any thread. */
  void offer(Preview drawn) {
    offered.set(drawn);
  }

  /** Takes it in; on the FX thread. */
  void update(RunHistory history) {
    Preview drawn = offered.getAndSet(null);
    Preview newest = drawn == null ? shown.get() : drawn;
    shown.set(newest != null && isAhead(newest.sheet(), history) ? newest : null);
  }

  /** Whether no sheet that is kept is as new, and the training did not go back before it. */
  private static boolean isAhead(Event.Sheet sheet, RunHistory history) {
    List<Event.Sheet> kept = history.sheets();
    return sheet.step() <= history.lastStep()
        && (kept.isEmpty() || kept.get(kept.size() - 1).step() < sheet.step());
  }
}
