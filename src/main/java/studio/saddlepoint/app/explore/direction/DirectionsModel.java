package studio.saddlepoint.app.explore.direction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.TaskBody;
import studio.saddlepoint.app.TaskRunner;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Shift;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.direction.Attribute;
import studio.saddlepoint.latent.direction.Direction;
import studio.saddlepoint.latent.direction.DirectionFile;
import studio.saddlepoint.latent.direction.DirectionSearch;
import studio.saddlepoint.latent.direction.Directions;
import studio.saddlepoint.metrics.direction.JudgedDirections;
import studio.saddlepoint.metrics.direction.MeasuredEntanglement;

/** Directions of the open run and where their sliders stand; to be used on the FX thread. */
public final class DirectionsModel {
  private final TaskRunner tasks;
  private final JudgedDirections tools;
  private final Consumer<Notice> notices;
  private final ObjectProperty<Optional<DirectionSubject>> subject =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Directions> directions =
      new ReadOnlyObjectWrapper<>(Directions.NONE);
  private final Map<String, DoubleProperty> units = new HashMap<>();
  private final ReadOnlyObjectWrapper<List<Shift>> shifts = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Attribute>> attributes =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<MeasuredEntanglement>> entanglement =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<@Nullable RunningTask<?>> work =
      new ReadOnlyObjectWrapper<>();

  /**
   * Nothing to show yet.
   *
   * @param caches the program's folder for caches
   * @param notices told what a person ought to know
   */
  public DirectionsModel(TaskRunner tasks, Path caches, Consumer<Notice> notices) {
    this.tasks = tasks;
    this.tools = new JudgedDirections(caches);
    this.notices = notices;
    subject.addListener((property, old, now) -> opened(old, now));
  }

  /** The generator; another one of the same run keeps the sliders. */
  public ObjectProperty<Optional<DirectionSubject>> subjectProperty() {
    return subject;
  }

  /** What is kept with the run. */
  public ReadOnlyObjectProperty<Directions> directionsProperty() {
    return directions.getReadOnlyProperty();
  }

  /** The steps that the sliders ask for; those that stand at 0 ask for none. */
  public ReadOnlyObjectProperty<List<Shift>> shiftsProperty() {
    return shifts.getReadOnlyProperty();
  }

  /** The classes and factors of the data set, once they were asked for. */
  public ReadOnlyObjectProperty<List<Attribute>> attributesProperty() {
    return attributes.getReadOnlyProperty();
  }

  /** What was measured of the directions that are shown; empty after they have changed. */
  public ReadOnlyObjectProperty<Optional<MeasuredEntanglement>> entanglementProperty() {
    return entanglement.getReadOnlyProperty();
  }

  /** What is being found or measured; null where nothing is. */
  public ReadOnlyObjectProperty<@Nullable RunningTask<?>> workProperty() {
    return work.getReadOnlyProperty();
  }

  /** Where a direction's slider stands, in deviations of codes. */
  public DoubleProperty unitsOf(Direction direction) {
    return units.computeIfAbsent(
        direction.name(),
        name -> {
          DoubleProperty at = new SimpleDoubleProperty();
          at.addListener((property, old, now) -> shift());
          return at;
        });
  }

  /** All sliders to the middle. */
  public void reset() {
    units.values().forEach(each -> each.set(0));
  }

  /**
   * Puts the sliders where shifts are that came from elsewhere, such as an undone change.
   *
   * @param now what is drawn with
   */
  public void follow(List<Shift> now) {
    if (now.equals(shifts.get())) {
      return;
    }
    for (Direction each : directions.get().all()) {
      Shift unit = each.shift(1);
      double at =
          now.stream()
              .filter(shift -> shift.by(unit.amount()).equals(unit))
              .mapToDouble(shift -> shift.amount() / unit.amount())
              .findFirst()
              .orElse(0);
      unitsOf(each).set(Math.max(-Direction.REACH, Math.min(Direction.REACH, at)));
    }
  }

  private void opened(Optional<DirectionSubject> old, Optional<DirectionSubject> now) {
    Optional<Path> before = old.map(each -> each.run().path());
    if (!before.equals(now.map(each -> each.run().path()))) {
      units.clear();
      attributes.set(List.of());
      read();
    } else if (now.isPresent()) {
      entanglement.set(Optional.empty());
      shift();
    }
  }

  private void read() {
    try {
      show(subject.get().map(each -> DirectionFile.of(each.run()).read()).orElse(Directions.NONE));
    } catch (StudioException e) {
      show(Directions.NONE);
      notices.accept(Notice.problem(Problems.describe(e)));
    }
  }

  private void show(Directions now) {
    entanglement.set(Optional.empty());
    directions.set(now);
    shift();
  }

  private void shift() {
    List<Shift> now = new ArrayList<>();
    subject
        .get()
        .ifPresent(
            at ->
                directions.get().all().stream()
                    .filter(each -> each.fits(at.sizes()))
                    .filter(each -> unitsOf(each).get() != 0)
                    .forEach(each -> now.add(each.shift(unitsOf(each).get()))));
    if (!now.equals(shifts.get())) {
      shifts.set(List.copyOf(now));
    }
  }

  /** Renames a direction; its slider stays where it is. */
  public void rename(Direction direction, String name) {
    double at = unitsOf(direction).get();
    change(
        now -> {
          Directions renamed = now.renamed(direction.name(), name);
          units.remove(direction.name());
          renamed.named(name).ifPresent(each -> unitsOf(each).set(at));
          return renamed;
        });
  }

  /** Deletes a direction. */
  public void remove(Direction direction) {
    if (change(now -> now.without(direction.name()))) {
      units.remove(direction.name());
      shift();
    }
  }

  private boolean change(UnaryOperator<Directions> change) {
    try {
      subject.get().ifPresent(each -> show(DirectionFile.of(each.run()).change(change)));
      return true;
    } catch (StudioException e) {
      notices.accept(Notice.problem(Problems.describe(e)));
      return false;
    }
  }

  /** Asks for the classes and factors of the data set; tells nothing where there are none. */
  public void loadAttributes() {
    if (attributes.get().isEmpty()) {
      begin("directions.work.attributes", tools::attributes)
          .ifPresent(task -> task.onDone(attributes::set));
    }
  }

  /** Finds directions, which are then kept with the run. */
  public void find(DirectionSearch search) {
    begin("directions.work.find", (snapshot, progress) -> tools.find(snapshot, search, progress))
        .ifPresent(
            task ->
                task.onDone(
                    found -> {
                      if (change(now -> now.with(found))) {
                        notices.accept(
                            Notice.success(Messages.text("directions.found", found.size())));
                      }
                    }));
  }

  /** Measures the entanglement of the directions that fit. */
  public void measure() {
    Optional<DirectionSubject> at = subject.get();
    List<Direction> fitting =
        directions.get().all().stream()
            .filter(each -> at.map(now -> each.fits(now.sizes())).orElse(false))
            .toList();
    begin(
            "directions.work.measure",
            (snapshot, progress) ->
                tools.entanglement(snapshot, fitting, JudgedDirections.USUAL_CODES, progress))
        .ifPresent(task -> task.onDone(found -> entanglement.set(Optional.of(found))));
  }

  /** Work with the snapshot. */
  private interface Work<T> {
    T run(Snapshot snapshot, Progress progress);
  }

  /** Begins work unless some goes on; what it finds out for another run is dropped. */
  private <T> Optional<RunningTask<T>> begin(String key, Work<T> body) {
    Optional<DirectionSubject> at = subject.get();
    if (at.isEmpty() || work.get() != null) {
      return Optional.empty();
    }
    Optional<Snapshot> shared = at.get().snapshot().get();
    if (shared.isEmpty()) {
      notices.accept(Notice.problem(Messages.text("directions.gone")));
      return Optional.empty();
    }
    TaskBody<T> whole =
        progress -> {
          try (Snapshot snapshot = shared.get()) {
            return body.run(snapshot, progress);
          }
        };
    RunningTask<T> task = tasks.run(Messages.text(key), whole);
    work.set(task);
    task.stateProperty().addListener((property, old, now) -> work.set(null));
    task.onFailed(e -> notices.accept(Notice.problem(Problems.describe(e))));
    return Optional.of(task);
  }
}
