package studio.saddlepoint.metrics.metric;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.neighbour.PairMetrics;
import studio.saddlepoint.metrics.pace.PlannedWork;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * A metric: its names, its values, what it needs, what it is set to, and when its numbers are to be
 * doubted. All there are stand in {@link Metrics#ALL}; the window, the commands, files and tables
 * follow that list. Metrics are single objects, equal to themselves alone.
 */
public interface Metric {
  /** Which way is better. */
  enum Direction {
    /** Lower values are better. */
    LOWER,
    /** Higher values are better. */
    HIGHER
  }

  /** What a metric cannot be measured without. */
  enum Need {
    /** Mean and covariance of the real images' features. */
    REAL_STATISTICS,
    /** Mean and covariance of the generated images' features. */
    GENERATED_STATISTICS,
    /** Fréchet distances of the first generated images, of numbers that grow to all. */
    GROWING_STATISTICS,
    /** The features of all images of both sides at once. */
    ALL_FEATURES,
    /** An extractor that tells classes. */
    CLASSES,
    /** The inception score over splits of the generated images. */
    CLASS_SPLITS,
    /** Real images, and an extractor whose classes are theirs. */
    REAL_CLASSES,
    /** A generator to walk through, not only its images. */
    GENERATOR,
    /** An encoder beside the generator: a VAE's. */
    ENCODER,
    /** The pixels of the real images. */
    REAL_IMAGES,
    /** Real images that were held out; without them there is something to see, but no number. */
    HELD_OUT
  }

  /** Its name in files: {@code precision_recall}. */
  String key();

  /** Its name for a person. */
  String label();

  /** What it tells, in one sentence. */
  String meaning();

  /** Its name on the command line: {@code fid-infinity}. */
  String commandName();

  /** What other tools call it on theirs. */
  default List<String> otherNames() {
    return List.of();
  }

  /** Its values, the chief one first. */
  List<MetricValue> values();

  /** What it cannot be measured without. */
  Set<Need> needs();

  /** Where its values stand among those of others on a page and in tables, from the lowest. */
  int place();

  /** Whether it is measured unless a person says otherwise: it takes little more than FID. */
  default boolean usual() {
    return false;
  }

  /** Whether a person takes its values for what the pictures look like. */
  default boolean speaksOfLooks() {
    return false;
  }

  /** Its value that is good, or seems to be, where all images are one that is good. */
  default Optional<String> blindToSameness() {
    return Optional.empty();
  }

  /**
   * What it was set to, by the names in a score's settings; nothing where nothing can be set.
   *
   * @param images what is measured
   */
  default Map<String, Object> settings(ComparedImages images) {
    return Map.of();
  }

  /** What it was set to, for a person: {@code k=3}; empty where nothing can be set. */
  default String detail(ScoreSettings settings) {
    return "";
  }

  /** Its name within a sentence, as it was measured with some settings. */
  default String phrase(ScoreSettings settings) {
    return label();
  }

  /** What it takes of what one look at all pairs of images gives; empty where nothing. */
  default Optional<PairMetrics.Part> pairPart() {
    return Optional.empty();
  }

  /** The part of the work in which it is computed. */
  Work work();

  /** The parts of the work that are its own; nothing where others' include it. */
  default List<PlannedWork> parts(Effort effort) {
    return List.of();
  }

  /**
   * Computes its values.
   *
   * @param input both sides
   * @param findings told the values
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  void measure(MetricInput input, Findings findings);

  /** What to bear in mind of its values; nothing where all is well. */
  default List<Caveat> caveats(Evidence evidence) {
    return List.of();
  }

  /** Its name where warnings are kept: {@code PRECISION_RECALL}. */
  default String name() {
    return key().toUpperCase(Locale.ROOT);
  }

  /** Which way is better for its chief value. */
  default Direction direction() {
    return values().get(0).better();
  }

  /** Names of its values in an evaluation's result, with those of their deviations. */
  default List<String> valueNames() {
    return values().stream().flatMap(each -> each.names().stream()).toList();
  }

  /** Whether there is something that it cannot be measured without. */
  default boolean needs(Need need) {
    return needs().contains(need);
  }

  /** The group with which it shares an extractor on the page. */
  default MetricGroup group() {
    if (needs(Need.GENERATOR)) {
      return MetricGroup.PATHS;
    }
    if (needs(Need.CLASSES)) {
      return MetricGroup.CLASSES;
    }
    return pairPart().isPresent() ? MetricGroup.NEIGHBOURS : MetricGroup.DISTANCES;
  }

  /** Whether it can be computed from what a kind of extractor tells. */
  default boolean fits(ExtractorKind extractor) {
    return !needs(Need.CLASSES) || extractor.tellsClasses();
  }

  /** Whether real images are looked at. */
  default boolean looksAtReal() {
    return needs(Need.REAL_STATISTICS)
        || needs(Need.ALL_FEATURES)
        || needs(Need.REAL_CLASSES)
        || needs(Need.REAL_IMAGES);
  }

  /** Whether mean and covariance of real features are all that it needs of the real side. */
  default boolean contentWithStatistics() {
    return !needs(Need.ALL_FEATURES)
        && !needs(Need.REAL_CLASSES)
        && !needs(Need.REAL_IMAGES)
        && !needs(Need.GENERATOR)
        && !needs(Need.ENCODER);
  }
}
