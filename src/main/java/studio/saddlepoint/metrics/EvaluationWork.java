package studio.saddlepoint.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.extractor.Classifiers;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.extractor.RandomConvolutionKind;
import studio.saddlepoint.metrics.metric.Effort;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metric.Need;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.neighbour.PairMetrics;
import studio.saddlepoint.metrics.pace.Paces;
import studio.saddlepoint.metrics.pace.PlannedWork;
import studio.saddlepoint.metrics.pace.Work;

/**
 * The parts of an evaluation with the seconds that they usually take. The formulas follow the
 * arithmetic (images, pairs of images, cubes of features); their factors were measured on two cores
 * that did nothing else. {@link Paces} sets them right for the computer at hand.
 */
public final class EvaluationWork {
  private static final int SMALLEST_CONVOLVED = 4;

  /** Opening the data set, which comes before the rest can be planned. */
  static final PlannedWork OPENED = new PlannedWork(Work.OPENING, "", 0.5);

  private static final double LEARNING_PER_PIXEL = 4e-7;
  private static final double GENERATOR_PER_PIXEL = 1.2e-7;

  private final Situation situation;
  private final EvaluationRequest request;
  private final Set<Metric> metrics;
  private final int reals;
  private final int features;
  private final String look;
  private final double lookSeconds;

  private EvaluationWork(Situation situation, EvaluationRequest request, int reals) {
    this.situation = situation;
    this.request = request;
    this.metrics = request.metrics();
    this.reals = Math.max(1, reals);
    this.features = request.extractor().kind().dimension(situation.shape());
    this.look = look(request.extractor(), situation.shape());
    this.lookSeconds = request.extractor().kind().usualSeconds(situation.shape());
  }

  /**
   * An evaluation against a part of a data set.
   *
   * @param situation what is there
   * @param request what is asked for
   * @param against which part
   */
  public static List<PlannedWork> of(
      Situation situation, EvaluationRequest request, Split against) {
    int there = against == Split.TRAIN ? situation.train() : situation.heldOut();
    return new EvaluationWork(situation, request, Math.min(request.samples(), there)).parts();
  }

  /** An evaluation against any number of real images, by an extractor that is open. */
  static List<PlannedWork> of(Situation situation, EvaluationRequest request, int reals) {
    return new EvaluationWork(situation, request, reals).measuring();
  }

  /** The seconds that an evaluation will take, by all that is known before the data set is open. */
  public static double guess(Snapshot snapshot, EvaluationRequest request, Paces paces) {
    int n = request.samples();
    Situation guess =
        new Situation(snapshot.shape(), n, n, 0, true, Situation.generator(snapshot.recipe()));
    return paces.seconds(OPENED) + paces.seconds(of(guess, request, Split.TRAIN));
  }

  /** The share that opening the data set takes, by all that is known before. */
  static double opening(Snapshot snapshot, EvaluationRequest request, Paces paces) {
    return paces.seconds(OPENED) / guess(snapshot, request, paces);
  }

  private List<PlannedWork> parts() {
    List<PlannedWork> parts = new ArrayList<>();
    if (request.extractor().kind().learnsData() && !situation.classifierKept()) {
      ImageShape shape = situation.shape();
      parts.add(
          new PlannedWork(
              Work.LEARNING,
              look,
              LEARNING_PER_PIXEL
                  * shape.height()
                  * shape.width()
                  * Classifiers.imagesToLearn(situation.labelled())));
    }
    request.keep().ifPresent(keep -> parts.add(choosing(keep)));
    parts.addAll(measuring());
    return parts;
  }

  private PlannedWork choosing(KeepBest keep) {
    double seconds = keep.candidates(request.samples()) * (generator() + lookSeconds);
    return new PlannedWork(
        Work.CHOOSING, keep.by().name().toLowerCase(Locale.ROOT) + ' ' + samples(), seconds);
  }

  private List<PlannedWork> measuring() {
    List<PlannedWork> parts = new ArrayList<>();
    Effort effort = effort();
    int n = request.samples();
    if (needed(Need.ALL_FEATURES) || needed(Need.REAL_STATISTICS) || needed(Need.REAL_CLASSES)) {
      parts.add(new PlannedWork(Work.REAL, look, reals * lookSeconds));
    }
    if (needed(Need.REAL_STATISTICS)) {
      parts.add(new PlannedWork(Work.PREPARING, "", effort.cube()));
    }
    double sizes = needed(Need.GROWING_STATISTICS) ? FidInfinity.SIZES * effort.cube() : 0;
    parts.add(new PlannedWork(Work.SAMPLES, samples(), n * effort.samplingSeconds() + sizes));
    Set<PairMetrics.Part> pairs =
        metrics.stream().flatMap(each -> each.pairPart().stream()).collect(Collectors.toSet());
    if (!pairs.isEmpty()) {
      boolean inside = pairs.contains(PairMetrics.Part.PRECISION_RECALL);
      double count = (double) reals * reals + (inside ? (double) n * n : 0) + (double) n * reals;
      parts.add(new PlannedWork(Work.NEIGHBOURS, "", count * effort.pair()));
    }
    metrics.stream().sorted(Metrics.ORDER).forEach(each -> parts.addAll(each.parts(effort)));
    parts.sort(Comparator.comparing(PlannedWork::work));
    return parts;
  }

  private boolean needed(Need need) {
    return metrics.stream().anyMatch(each -> each.needs(need));
  }

  private Effort effort() {
    return new Effort(
        request.samples(),
        reals,
        situation.heldOut(),
        features,
        request.intervals(),
        look,
        lookSeconds,
        situation.generator(),
        generator());
  }

  private String samples() {
    return situation.generator() + ' ' + look;
  }

  private double generator() {
    return generator(situation.shape());
  }

  private static double generator(ImageShape shape) {
    return GENERATOR_PER_PIXEL * shape.pixels();
  }

  /** An extractor that needs neither labels nor a download. */
  static ExtractorChoice simple(ImageShape shape) {
    return Math.min(shape.height(), shape.width()) < SMALLEST_CONVOLVED
        ? PixelKind.PIXELS.usual()
        : RandomConvolutionKind.RANDOM.usual();
  }

  /** Some samples, seen by an extractor. */
  static PlannedWork samples(
      ExtractorChoice choice, ImageShape shape, String generator, int count) {
    return new PlannedWork(
        Work.SAMPLES,
        generator + ' ' + look(choice, shape),
        count * (generator(shape) + choice.kind().usualSeconds(shape)));
  }

  /** What the speed of looking at an image depends on. */
  private static String look(ExtractorChoice choice, ImageShape shape) {
    return String.format(
        Locale.ROOT,
        "%s %dx%dx%d",
        choice.kind().key(),
        shape.width(),
        shape.height(),
        shape.channels());
  }
}
