package studio.saddlepoint.metrics.direction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.direction.Attribute;
import studio.saddlepoint.latent.direction.AttributeResponse;
import studio.saddlepoint.latent.direction.Direction;
import studio.saddlepoint.latent.direction.DirectionFinder;
import studio.saddlepoint.latent.direction.DirectionSearch;
import studio.saddlepoint.latent.direction.Entanglement;
import studio.saddlepoint.latent.direction.JudgedCodes;
import studio.saddlepoint.metrics.LearntSets;
import studio.saddlepoint.metrics.attribute.AttributeJudges;

/** Finds and measures directions of a snapshot by judges of the data set that it learnt from. */
public final class JudgedDirections {
  /** Codes by which an entanglement is measured. */
  public static final int USUAL_CODES = 256;

  /** Other codes than those by which directions are found. */
  private static final long SEED = 0x656e74616e676c65L;

  private final Path caches;

  /**
   * By judges of a folder.
   *
   * @param caches the program's folder for caches
   */
  public JudgedDirections(Path caches) {
    this.caches = caches;
  }

  /**
   * What can be asked for: the classes and factors of the data set. Empty where it has neither.
   *
   * @throws StudioException if the data set cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public List<Attribute> attributes(Snapshot snapshot, Progress progress) {
    return AttributeJudges.attributes(sets(snapshot, progress).train());
  }

  /**
   * Finds directions. Trains a judge the first time where one is needed.
   *
   * @param snapshot neither truncated nor shifted
   * @throws StudioException if there are none; the message tells why and what to do
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public List<Direction> find(Snapshot snapshot, DirectionSearch search, Progress progress) {
    if (!search.method().ofAttribute()) {
      return DirectionFinder.find(snapshot, search, Optional.empty(), progress);
    }
    try (AttributeJudges.Judge judge =
        judge(snapshot, AttributeJudges.Which.FINDING, progress.part(0, 0.5))) {
      return DirectionFinder.find(
          snapshot, search, Optional.of(judge.network()), progress.part(0.5, 1));
    }
  }

  /**
   * Measures how much each direction moves each attribute, by a judge that finds no directions.
   * Trains it the first time.
   *
   * @param snapshot neither truncated nor shifted
   * @param codes how many pictures, at least 2
   * @throws StudioException if there is nothing to measure, or a direction is of another generator
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public MeasuredEntanglement entanglement(
      Snapshot snapshot, List<Direction> directions, int codes, Progress progress) {
    if (directions.isEmpty()) { // before a judge is trained
      throw new StudioException("There are no directions to measure: find some first.");
    }
    directions.forEach(each -> each.require(snapshot.codeSizes()));
    try (AttributeJudges.Judge judge =
        judge(snapshot, AttributeJudges.Which.MEASURING, progress.part(0, 0.5))) {
      Entanglement found =
          Entanglement.measure(
              directions,
              direction -> codes(snapshot, judge, direction, codes),
              Direction.REACH,
              progress.part(0.5, 1));
      return new MeasuredEntanglement(found, judge.quality(), codes);
    }
  }

  /**
   * What an attribute does along each direction, by the judge that finds none.
   *
   * @param attribute by name
   * @param units places of the slider
   * @param codes how many pictures
   * @throws StudioException if there is no such attribute, or a direction is of another generator
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public List<AttributeResponse> responses(
      Snapshot snapshot,
      List<Direction> directions,
      String attribute,
      List<Double> units,
      int codes,
      Progress progress) {
    directions.forEach(each -> each.require(snapshot.codeSizes()));
    try (AttributeJudges.Judge judge =
        judge(snapshot, AttributeJudges.Which.MEASURING, progress.part(0, 0.5))) {
      int place = judge.network().place(attribute);
      List<AttributeResponse> responses = new ArrayList<>();
      for (Direction each : directions) {
        progress.report("Along " + each.name(), 0.5 + 0.5 * responses.size() / directions.size());
        responses.add(
            AttributeResponse.of(
                each, codes(snapshot, judge, each, codes), place, units, progress));
      }
      return responses;
    }
  }

  private static List<JudgedCodes> codes(
      Snapshot snapshot, AttributeJudges.Judge judge, Direction direction, int codes) {
    return DirectionFinder.codes(
        snapshot, judge.network(), direction.space(), direction.layers(), codes, SEED);
  }

  private AttributeJudges.Judge judge(
      Snapshot snapshot, AttributeJudges.Which which, Progress progress) {
    LearntSets sets = sets(snapshot, progress.part(0, 0.1));
    return new AttributeJudges(caches).of(sets.train(), sets.test(), which, progress.part(0.1, 1));
  }

  private LearntSets sets(Snapshot snapshot, Progress progress) {
    LearntSets sets = LearntSets.open(snapshot, snapshot.recipe().data(), caches, progress);
    if (!sets.train().shape().equals(snapshot.shape())) {
      throw new StudioException(
          English.of(
              "The pictures of \"%s\" have another shape than those that this generator makes, so its attributes cannot be judged. Find directions without labels: by sefa or pca.",
              sets.train().name()));
    }
    return sets;
  }
}
