package studio.saddlepoint.metrics.metric;

import studio.saddlepoint.metrics.pace.PlannedWork;
import studio.saddlepoint.metrics.pace.Work;

/**
 * The size of an evaluation, by which metrics tell how long they usually take. The factors were
 * measured on two cores that did nothing else.
 *
 * @param samples number of generated images
 * @param reals number of real images
 * @param heldOut number of images held out; 0 where there are none
 * @param features numbers in a feature
 * @param intervals whether intervals are wanted
 * @param look what the speed of looking at an image depends on
 * @param lookSeconds that looking at one takes
 * @param generator what the speed of the generator depends on
 * @param generatorSeconds that making an image takes
 */
public record Effort(
    int samples,
    int reals,
    int heldOut,
    int features,
    boolean intervals,
    String look,
    double lookSeconds,
    String generator,
    double generatorSeconds) {
  private static final double SOME_MATRICES = 0.05;
  private static final double CUBE = 2e-10;
  private static final double PER_PRODUCT = 2.7e-11;
  private static final double PAIR = 7e-8;

  /** Seconds of a decomposition of a matrix of all features. */
  public double cube() {
    return SOME_MATRICES + CUBE * features * features * features;
  }

  /** Seconds of an inner product of two features. */
  public double product() {
    return PER_PRODUCT * features;
  }

  /** Seconds of all that is done with a pair of images. */
  public double pair() {
    return PAIR + product();
  }

  /** What the speed of making and looking at an image depends on. */
  public String sampling() {
    return generator + ' ' + look;
  }

  /** Seconds of making and looking at an image. */
  public double samplingSeconds() {
    return generatorSeconds + lookSeconds;
  }

  /** A comparison of features by one metric. */
  static PlannedWork comparing(Metric metric, double seconds) {
    return new PlannedWork(Work.COMPARING, metric.key(), seconds);
  }
}
