package studio.saddlepoint.app.compare.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.app.chart.XAxis;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.run.curve.Points;
import studio.saddlepoint.run.curve.Series;
import studio.saddlepoint.run.tensorboard.EventScalars;

/** A training of another program, as its event files for TensorBoard tell it. */
public final class ForeignRun implements ComparedRun {
  private final Path place;
  private final EventScalars told;
  private final long lastStep;
  private final Optional<Places> time;

  /**
   * A run.
   *
   * @param place the event file, or the folder of several
   */
  ForeignRun(Path place, EventScalars told) {
    this.place = place;
    this.told = told;
    lastStep = told.scalars().values().stream().mapToLong(ForeignRun::lastStep).max().orElse(0);
    Points seconds = told.seconds().points();
    time =
        seconds.size() == 0
            ? Optional.empty()
            : Optional.of(Places.of(seconds.steps(), seconds.means()));
  }

  private static long lastStep(Series series) {
    double[] steps = series.points().steps();
    return steps.length == 0 ? 0 : (long) steps[steps.length - 1];
  }

  /** Where its numbers were read. */
  public Path place() {
    return place;
  }

  /** What a person should know of the reading, a sentence each. */
  public List<String> notes() {
    return told.notes();
  }

  /** The tag that tells a quantity of ours, by its name. */
  public Optional<String> match(String key) {
    return told.scalars().containsKey(key)
        ? Optional.of(key)
        : TagNames.match(key, told.scalars().keySet());
  }

  @Override
  public String id() {
    return place.toString();
  }

  /** Of a file the folder it lies in, too: files of all trainings have names like it. */
  @Override
  public String title() {
    Path parent = place.getParent();
    String name = PathNames.of(place);
    return Escapes.name(
        name.contains("tfevents") && parent != null && parent.getFileName() != null
            ? PathNames.of(parent)
            : name);
  }

  @Override
  public String mark() {
    return Escapes.name(PathNames.of(place));
  }

  @Override
  public List<String> keys() {
    return List.copyOf(told.scalars().keySet());
  }

  @Override
  public Optional<Series> series(String key) {
    return Optional.ofNullable(told.scalars().get(key)).filter(each -> !each.isEmpty());
  }

  @Override
  public Points points(String key, double fromStep, double toStep, int columns) {
    return series(key).map(each -> each.view(fromStep, toStep, columns)).orElse(Points.NONE);
  }

  @Override
  public long lastStep() {
    return lastStep;
  }

  /** How many images a step took is not told. */
  @Override
  public Optional<Places> places(XAxis axis) {
    return switch (axis) {
      case STEP -> Optional.of(Places.STEPS);
      case TIME -> time;
      case IMAGES, EPOCH -> Optional.empty();
    };
  }

  @Override
  public boolean loading() {
    return false;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
