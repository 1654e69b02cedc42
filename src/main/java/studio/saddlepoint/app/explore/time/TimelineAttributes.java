package studio.saddlepoint.app.explore.time;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.TaskBody;
import studio.saddlepoint.app.explore.time.TimelineModel.Frames;
import studio.saddlepoint.core.HeldOne;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.direction.Attribute;
import studio.saddlepoint.metrics.attribute.AttributeTrace;
import studio.saddlepoint.metrics.attribute.JudgedPictures;
import studio.saddlepoint.metrics.direction.JudgedDirections;
import studio.saddlepoint.recipe.DataSettings;

/**
 * One attribute of the code that is drawn through the training: which there are, which one is
 * followed, and what a judge tells of it. For the FX thread.
 */
public final class TimelineAttributes implements AutoCloseable {
  private record Key(DataSettings data, ImageShape shape) {}

  private final StudioModel studio;
  private final TimelineModel timeline;
  private final Supplier<Optional<Snapshot>> share;
  private final HeldOne<Key, JudgedPictures> judge = new HeldOne<>(JudgedPictures::close);
  private final ReadOnlyObjectWrapper<Optional<List<Attribute>>> offered =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<Attribute>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<AttributeTrace>> trace =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private @Nullable RunningTask<?> running;

  /** Whether what is judged is out of date already. */
  private boolean again;

  /**
   * Follows none yet.
   *
   * @param timeline what is drawn
   * @param share the weights that are explored, for somebody who closes them
   */
  public TimelineAttributes(
      StudioModel studio, TimelineModel timeline, Supplier<Optional<Snapshot>> share) {
    this.studio = studio;
    this.timeline = timeline;
    this.share = share;
    timeline.framesProperty().addListener((p, old, now) -> judge());
    chosen.addListener((p, old, now) -> judge());
    studio.openRunProperty().addListener((p, old, now) -> leave());
  }

  /** The classes and factors of the data set; empty until they were asked for. */
  ReadOnlyObjectProperty<Optional<List<Attribute>>> offeredProperty() {
    return offered.getReadOnlyProperty();
  }

  /** Which is followed; none at first. */
  ObjectProperty<Optional<Attribute>> chosenProperty() {
    return chosen;
  }

  /** What became of it; empty while it is not known. */
  ReadOnlyObjectProperty<Optional<AttributeTrace>> traceProperty() {
    return trace.getReadOnlyProperty();
  }

  /** Asks what there is to follow. */
  void load() {
    if (offered.get().isEmpty() && running == null) {
      JudgedDirections tools = new JudgedDirections(studio.home().caches());
      begin(
          "timeline.attribute.loading",
          working -> shared(snapshot -> tools.attributes(snapshot, working)),
          found -> offered.set(Optional.of(found)));
    }
  }

  private void judge() {
    Frames frames = timeline.framesProperty().get();
    Optional<Attribute> wanted = chosen.get();
    trace.set(Optional.empty());
    if (wanted.isEmpty() || frames == null || !frames.complete()) {
      return;
    }
    if (running != null) {
      again = true;
      return;
    }
    String name = wanted.get().name();
    begin(
        "timeline.attribute.judging",
        working -> shared(snapshot -> traced(snapshot, name, frames, working)),
        found -> {
          if (frames.equals(timeline.framesProperty().get()) && wanted.equals(chosen.get())) {
            trace.set(Optional.of(found));
          }
        });
  }

  private AttributeTrace traced(Snapshot snapshot, String name, Frames frames, Progress working) {
    return judge.with(
        new Key(snapshot.recipe().data(), snapshot.shape()),
        () -> JudgedPictures.open(snapshot, studio.home().caches(), working),
        judging -> judging.trace(name, frames.steps(), frames.pictures()));
  }

  /** Work with the weights that are explored. */
  private interface Work<T> {
    T with(Snapshot snapshot);
  }

  private <T> T shared(Work<T> work) {
    try (Snapshot snapshot =
        share.get().orElseThrow(() -> new StudioException(Messages.text("inversion.none")))) {
      return work.with(snapshot);
    }
  }

  private <T> void begin(String title, TaskBody<T> body, java.util.function.Consumer<T> done) {
    RunningTask<T> task = studio.tasks().run(Messages.text(title), body);
    running = task;
    again = false;
    task.onDone(done)
        .onCancelled(() -> chosen.set(Optional.empty()))
        .onFailed(
            error -> {
              chosen.set(Optional.empty());
              studio.tell(Notice.problem(error));
            });
    task.stateProperty()
        .addListener(
            (p, old, now) -> {
              if (running == task) {
                running = null;
                if (again) {
                  judge();
                }
              }
            });
  }

  private void leave() {
    again = false;
    if (running != null) {
      running.cancel();
    }
    chosen.set(Optional.empty());
    offered.set(Optional.empty());
    judge.release();
  }

  @Override
  public void close() {
    leave();
  }
}
