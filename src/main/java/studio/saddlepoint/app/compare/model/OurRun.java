package studio.saddlepoint.app.compare.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.chart.XAxis;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.record.RunScores;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.LearntData;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.curve.Points;
import studio.saddlepoint.run.curve.RunCurves;
import studio.saddlepoint.run.curve.Series;
import studio.saddlepoint.run.event.CountedSteps;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.ScoreCard;

/** A run of this program: at rest, trained here, or trained elsewhere. */
public final class OurRun implements ComparedRun {
  /** Points of an axis; between them it is straight. */
  private static final int KNOTS = 512;

  /** Images are counted this much ahead, so that they need not be counted at every step. */
  private static final double AHEAD = 1.25;

  /** The time in a run folder's name. */
  private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)-(\\d\\d)(\\d\\d)");

  private final StudioModel studio;
  private final OpenRun run;
  private final Runnable changed;
  private List<ScoreCard> kept = List.of();
  private OptionalLong pictures = OptionalLong.empty();
  private @Nullable Counted counted;
  private @Nullable Places images;
  private boolean closed;

  /** What images were counted of. */
  private record Counted(List<Event.Changed> changes, double until) {
    boolean holds(List<Event.Changed> made, long lastStep) {
      return made.equals(changes) && lastStep <= until;
    }
  }

  /**
   * A run.
   *
   * @param run is closed with it
   * @param changed is run when there is something new of it
   */
  OurRun(StudioModel studio, OpenRun run, Runnable changed) {
    this.studio = studio;
    this.run = run;
    this.changed = changed;
    run.history().versionProperty().addListener(o -> changed.run());
    run.loadingProperty().addListener(o -> changed.run());
    run.recipeProperty().addListener(o -> changed.run());
    run.titleProperty().addListener(o -> changed.run());
    run.detail().versionProperty().addListener(o -> changed.run());
    readKept();
  }

  /** Reads again what is kept beside its log: an evaluation may have been made since. */
  void readKept() {
    RunFolder folder = run.folder();
    studio
        .background()
        .execute(
            () -> {
              List<ScoreCard> cards = scores(folder);
              Optional<LearntData> data = LearntData.of(folder);
              studio.ui().execute(() -> take(cards, data));
            });
  }

  private static List<ScoreCard> scores(RunFolder folder) {
    try {
      return folder.scores();
    } catch (StudioException e) {
      return List.of(); // the folder is away, which who follows it says
    }
  }

  private void take(List<ScoreCard> cards, Optional<LearntData> data) {
    OptionalLong count =
        data.isPresent() ? OptionalLong.of(data.get().data().count()) : OptionalLong.empty();
    if (!closed && !(cards.equals(kept) && count.equals(pictures))) {
      kept = cards;
      pictures = count;
      changed.run();
    }
  }

  /** The run itself. */
  public OpenRun open() {
    return run;
  }

  /** What it was started with. */
  public Recipe started() {
    return run.folder().recipe();
  }

  /** All its scores: those that are kept with it, and those that its training told of. */
  public List<ScoreCard> scores() {
    return RunScores.together(kept, run.history().scores());
  }

  @Override
  public String id() {
    return run.folder().path().toString();
  }

  @Override
  public String title() {
    return Escapes.name(run.title());
  }

  @Override
  public String mark() {
    Matcher time = TIME.matcher(run.folder().id());
    return time.find()
        ? time.group(2) + "-" + time.group(3) + " " + time.group(4) + ":" + time.group(5)
        : Escapes.name(run.folder().id());
  }

  @Override
  public List<String> keys() {
    return run.history().keys();
  }

  @Override
  public Optional<Series> series(String key) {
    return run.history().series(key).filter(each -> !each.isEmpty());
  }

  @Override
  public Points points(String key, double fromStep, double toStep, int columns) {
    Optional<Series> series = series(key);
    if (series.isEmpty()) {
      return Points.NONE;
    }
    if (!series.get().resolves(fromStep, toStep, columns)) {
      Optional<Points> read =
          run.detail()
              .of(fromStep, toStep, run.history().lastStep())
              .map(each -> each.points().get(key));
      if (read.isPresent()) {
        return read.get();
      }
    }
    return series.get().view(fromStep, toStep, columns);
  }

  @Override
  public long lastStep() {
    return run.history().lastStep();
  }

  @Override
  public Optional<Places> places(XAxis axis) {
    return switch (axis) {
      case STEP -> Optional.of(Places.STEPS);
      case TIME -> time();
      case IMAGES -> images();
      case EPOCH -> pictures.isEmpty() ? Optional.empty() : images().map(this::epochs);
    };
  }

  private Places epochs(Places seen) {
    double[] steps = knots(Math.max(KNOTS, lastStep()));
    double size = Math.max(1, pictures.orElse(1));
    return Places.of(steps, Arrays.stream(steps).map(step -> seen.at(step) / size).toArray());
  }

  private Optional<Places> time() {
    Optional<Series> trained = series(RunCurves.TRAINED);
    if (trained.isEmpty()) {
      return Optional.empty();
    }
    Points points =
        trained.get().view(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 4 * KNOTS);
    int size = points.size();
    double[] steps = Arrays.copyOf(points.steps(), size + 1);
    double[] seconds = Arrays.copyOf(points.lows(), size + 1);
    steps[size] = lastStep();
    seconds[size] = trained.get().last();
    return Optional.of(Places.of(steps, seconds));
  }

  private static double[] knots(double until) {
    double[] steps = new double[KNOTS];
    Arrays.setAll(steps, i -> Math.rint((i + 1) * until / KNOTS));
    return steps;
  }

  /** Counts images in the background; a batch size with a schedule takes a while. */
  private Optional<Places> images() {
    List<Event.Changed> changes = List.copyOf(run.history().marks());
    Counted before = counted;
    if (before == null || !before.holds(changes, lastStep())) {
      Counted now = new Counted(changes, AHEAD * Math.max(KNOTS, lastStep()));
      counted = now;
      Recipe recipe = started();
      studio
          .background()
          .execute(
              () -> {
                double[] steps = knots(now.until());
                Places places = Places.of(steps, CountedSteps.images(recipe, changes, steps));
                studio.ui().execute(() -> take(now, places));
              });
    }
    return Optional.ofNullable(images);
  }

  private void take(Counted of, Places places) {
    if (!closed && counted == of) {
      images = places;
      changed.run();
    }
  }

  @Override
  public boolean loading() {
    return run.loadingProperty().get();
  }

  @Override
  public void close() {
    closed = true;
    run.close();
  }
}
