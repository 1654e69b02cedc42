package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.Quantizer;
import studio.saddlepoint.latent.SeededCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.extractor.ClassifierExtractor;
import studio.saddlepoint.metrics.extractor.Classifiers;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.SnapshotImages;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.metrics.pace.Paces;
import studio.saddlepoint.metrics.pace.PlannedWork;
import studio.saddlepoint.metrics.pace.Stages;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.recipe.DataSettings;

/**
 * Measures generated images against a data set. Works on the caller's thread, which builds graphs
 * afterwards as it did before; call it in the background.
 */
public final class Evaluator {
  private final Path caches;
  private final Paces paces;

  /**
   * An evaluator.
   *
   * @param caches where classifiers and statistics of data sets are kept
   */
  public Evaluator(Path caches) {
    this(caches, Paces.unknown());
  }

  /**
   * An evaluator that divides its progress by how long parts take here, and learns that.
   *
   * @param caches where classifiers and statistics of data sets are kept
   * @param paces asked, and told
   */
  public Evaluator(Path caches, Paces paces) {
    this.caches = caches;
    this.paces = paces;
  }

  /**
   * Measures a snapshot against the train split of a data set.
   *
   * @param snapshot what makes the images
   * @param data the data set
   * @param request what to measure
   * @param progress told how far it is
   * @throws StudioException if the data set, the extractor or the images cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled; nothing half-written is left
   */
  public EvaluationResult evaluate(
      Snapshot snapshot, DataSettings data, EvaluationRequest request, Progress progress) {
    return evaluate(snapshot, data, Split.TRAIN, request, progress);
  }

  /**
   * Measures a snapshot against a part of a data set.
   *
   * @param snapshot what makes the images
   * @param data the data set
   * @param split which part
   * @param request what to measure
   * @param progress told how far it is
   * @throws StudioException if the data set, the extractor or the images cannot be used, or the
   *     data set holds no images back
   * @throws java.util.concurrent.CancellationException if cancelled; nothing half-written is left
   */
  public EvaluationResult evaluate(
      Snapshot snapshot,
      DataSettings data,
      Split split,
      EvaluationRequest request,
      Progress progress) {
    double opening = EvaluationWork.opening(snapshot, request, paces);
    Stages before = new Stages(paces, List.of(EvaluationWork.OPENED), progress.part(0, opening));
    LearntSets sets = LearntSets.open(snapshot, data, caches, before.begin(Work.OPENING));
    before.end();
    DataSet train = sets.train();
    EvaluationResult result =
        evaluate(
            snapshot.shape(),
            Situation.of(snapshot.recipe(), train, sets.test(), caches),
            (extractor, part) -> samples(snapshot, train, split, request, extractor, part),
            train,
            sets.test(),
            split,
            request,
            progress.part(opening, 1));
    if (BestSamples.praiseThemselves(request, train, split)) {
      result = result.warned(new Warning(BestSamples.SHARED));
    }
    EvaluationResult told = result;
    return sets.changed().map(told::warned).orElse(told);
  }

  /**
   * Measures images of any source against a data set.
   *
   * @param images what to measure; its seed and truncation are taken to be the request's
   * @param train what to compare with
   * @param test what a classifier's accuracy is measured on
   * @param request what to measure
   * @param progress told how far it is
   * @throws StudioException if the data set, the extractor or the images cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled; nothing half-written is left
   */
  public EvaluationResult evaluate(
      ImageSource images,
      DataSet train,
      DataSet test,
      EvaluationRequest request,
      Progress progress) {
    return evaluate(images, train, test, Split.TRAIN, request, progress);
  }

  /** As above, against a part of the data set. */
  EvaluationResult evaluate(
      ImageSource images,
      DataSet train,
      DataSet test,
      Split split,
      EvaluationRequest request,
      Progress progress) {
    return evaluate(
        images.shape(),
        Situation.of("", train, test, caches),
        (extractor, told) -> images,
        train,
        test,
        split,
        request,
        progress);
  }

  /** Images that are chosen once there is an extractor to choose them by. */
  private interface Images {
    ImageSource chosen(FeatureExtractor extractor, Progress progress);
  }

  private EvaluationResult evaluate(
      ImageShape shape,
      Situation situation,
      Images images,
      DataSet train,
      DataSet test,
      Split split,
      EvaluationRequest request,
      Progress progress) {
    check(shape, train);
    long start = System.nanoTime();
    Stages stages = new Stages(paces, EvaluationWork.of(situation, request, split), progress);
    try (FeatureExtractor extractor =
        Extractors.open(
            request.extractor(),
            train,
            test,
            caches,
            seen ->
                stages.turnedOut((double) seen / Classifiers.imagesToLearn(situation.labelled())),
            stages.begin(Work.LEARNING))) {
      stages.end();
      RealFeatures reference =
          RealFeatures.of(caches, train, test, split, extractor, request.samples());
      ImageSource measured = images.chosen(extractor, stages.begin(Work.CHOOSING));
      return evaluate(measured, reference, request, extractor, start, stages, progress);
    }
  }

  private static ImageSource samples(
      Snapshot snapshot,
      DataSet train,
      Split split,
      EvaluationRequest request,
      FeatureExtractor extractor,
      Progress progress) {
    int count = request.samples();
    int drawn = request.keep().map(keep -> keep.candidates(count)).orElse(count);
    SeededCodes codes = SnapshotImages.codes(snapshot, drawn, request.truncation(), request.seed());
    if (request.keep().isEmpty()) {
      return new SnapshotImages(snapshot, count, codes);
    }
    KeepBest keep = request.keep().get();
    int measured = BestSamples.measured(train, split, count);
    Progress ranks = progress.part(0, 0.3);
    return new SnapshotImages(
        snapshot,
        count,
        BestSamples.ranking(keep.by(), snapshot, train, measured, extractor, ranks)
            .of(codes, progress.part(0.3, 1))
            .best(count, keep));
  }

  /**
   * Measures images of any source against real ones of any kind.
   *
   * @param images what to measure, as many as the request says; its seed and truncation are taken
   *     to be the request's
   * @param reference what to compare with, seen by the same extractor
   * @param request what to measure; its extractor is not opened
   * @param extractor what turns images into features; stays the caller's
   * @param progress told how far it is
   * @throws StudioException if the images or the reference cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public EvaluationResult evaluate(
      ImageSource images,
      Reference reference,
      EvaluationRequest request,
      FeatureExtractor extractor,
      Progress progress) {
    int heldOut = reference.heldOut().map(Reference::count).orElse(0);
    Situation situation = new Situation(images.shape(), reference.count(), heldOut, 0, true, "");
    List<PlannedWork> parts = EvaluationWork.of(situation, request, reference.count());
    return evaluate(
        images,
        reference,
        request,
        extractor,
        System.nanoTime(),
        new Stages(paces, parts, progress),
        progress);
  }

  private EvaluationResult evaluate(
      ImageSource images,
      Reference reference,
      EvaluationRequest request,
      FeatureExtractor extractor,
      long start,
      Stages stages,
      Progress progress) {
    Feasibility feasibility = Feasibility.of(images, reference, request, extractor);
    Measurement measurement =
        new Measurement(images, reference, request, extractor, feasibility.metrics(), stages);
    measurement.run();
    paces.keep();
    MetricProtocol protocol =
        Provenance.of(request, feasibility.metrics(), images, extractor, reference)
            .with(measurement.doubts());
    List<Warning> warnings = new ArrayList<>();
    feasibility.reasons().forEach(each -> warnings.add(new Warning(each)));
    warnings.addAll(protocol.warnings());
    progress.report("Evaluated", 1);
    return new EvaluationResult(
        measurement.values(),
        measurement.foundIntervals(),
        measurement.classes(),
        measurement.neighbours(),
        measurement.realism(),
        protocol,
        Duration.ofNanos(System.nanoTime() - start),
        warnings,
        feasibility.missing());
  }

  /**
   * How often a conditional generator makes the class that it is asked for, in the eyes of the data
   * set's classifier.
   *
   * @param snapshot of a conditional generator
   * @param data the data set that it was trained on
   * @param samples images to make, of classes drawn uniformly
   * @param seed of the latent codes and classes
   * @param progress told how far it is
   * @return share of the images, 0 to 1
   */
  public double classAccuracy(
      Snapshot snapshot, DataSettings data, int samples, long seed, Progress progress) {
    LearntSets sets = LearntSets.open(snapshot, data, caches, progress);
    DataSet train = sets.train();
    DataSet test = sets.test();
    SnapshotImages images = new SnapshotImages(snapshot, samples, OptionalDouble.empty(), seed);
    check(images.shape(), train);
    try (ClassifierExtractor classifier =
        new Classifiers(caches).of(train, test, progress.part(0, 0.5))) {
      int right = 0;
      for (int from = 0; from < samples; from += RealFeatures.BATCH) {
        progress.checkCancelled();
        int count = Math.min(RealFeatures.BATCH, samples - from);
        long[] seen = classifier.classes(Quantizer.bytes(images.images(from, count)));
        for (int i = 0; i < count; i++) {
          if (seen[i] == images.label(from + i)) {
            right++;
          }
        }
      }
      return (double) right / samples;
    }
  }

  private static void check(ImageShape shape, DataSet train) {
    if (!shape.equals(train.shape())) {
      throw new StudioException(
          English.of(
              "The generator makes images of %s, but those of \"%s\" are %s. Choose the data set that it was trained on.",
              text(shape), train.name(), text(train.shape())));
    }
  }

  private static String text(ImageShape shape) {
    return English.of(
        "%dx%d pixels in %s",
        shape.width(), shape.height(), shape.channels() == 1 ? "grey" : "colour");
  }
}
