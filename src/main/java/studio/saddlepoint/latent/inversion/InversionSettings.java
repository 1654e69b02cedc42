package studio.saddlepoint.latent.inversion;

import studio.saddlepoint.core.StudioException;

/**
 * How a picture's code is looked for.
 *
 * @param space where
 * @param steps of Adam
 * @param refinements steps of {@link LevenbergMarquardt} from the best code after them, at most;
 *     none where more than {@value #MOST_REFINED} numbers are looked for
 * @param starts codes from which it is looked for at the same time; the best is kept
 * @param learningRate the largest, see {@link ProjectorSchedule}
 * @param pixelWeight of the mean squared difference of pixels, -1 to 1
 * @param featureWeight of the squared distance of features over the target's squared length
 * @param priorWeight of what keeps codes where the generator knows them, see {@link CodePrior}
 * @param noise whether the noise of layers is looked for, too, and kept like noise by {@link
 *     NoiseRegularizer}
 * @param seed decides the starts and the noise of codes
 */
public record InversionSettings(
    InversionSpace space,
    int steps,
    int refinements,
    int starts,
    double learningRate,
    double pixelWeight,
    double featureWeight,
    double priorWeight,
    boolean noise,
    long seed) {
  /** Steps, at most. */
  public static final int MOST_STEPS = 20_000;

  /** Starts, at most: all are computed at once. */
  public static final int MOST_STARTS = 32;

  /** Refinements, at most. */
  public static final int MOST_REFINEMENTS = 1000;

  /** Numbers of a code that is refined, at most: a picture is drawn for each. */
  public static final int MOST_REFINED = 640;

  private static final int USUAL_STEPS = 300;
  private static final int USUAL_REFINEMENTS = 25;
  private static final int USUAL_STARTS = 4;

  /** The projector's (Karras et al. 2020, appendix D). */
  private static final double PROJECTOR_RATE = 0.1;

  private static final double USUAL_PRIOR = 0.01;
  private static final double PRIOR_OF_LAYERS = 0.001;

  /** Refuses what cannot be done. */
  public InversionSettings {
    requireWithin("steps", steps, MOST_STEPS);
    requireWithin("starts", starts, MOST_STARTS);
    if (refinements < 0 || refinements > MOST_REFINEMENTS) {
      throw new StudioException(
          "The number of refinements is "
              + refinements
              + ": it must be between 0 and "
              + MOST_REFINEMENTS
              + ".");
    }
    if (!(learningRate > 0 && learningRate <= 10)) {
      throw new StudioException(
          "The learning rate is " + learningRate + ": it must be above 0, at most 10.");
    }
    requireWeight("pixels", pixelWeight);
    requireWeight("features", featureWeight);
    requireWeight("the prior", priorWeight);
    if (pixelWeight == 0 && featureWeight == 0) {
      throw new StudioException(
          "Neither pixels nor features count, so any code would do: give one of them a weight above 0.");
    }
  }

  private static void requireWithin(String what, int value, int most) {
    if (value < 1 || value > most) {
      throw new StudioException(
          "The number of " + what + " is " + value + ": it must be between 1 and " + most + ".");
    }
  }

  private static void requireWeight(String of, double weight) {
    if (!(weight >= 0 && Double.isFinite(weight))) {
      throw new StudioException(
          "The weight of " + of + " is " + weight + ": it must be a number of at least 0.");
    }
  }

  /** The usual settings of a space. */
  public static InversionSettings usual(InversionSpace space) {
    return new InversionSettings(
        space,
        USUAL_STEPS,
        USUAL_REFINEMENTS,
        USUAL_STARTS,
        PROJECTOR_RATE,
        1,
        1,
        space == InversionSpace.W_PLUS ? PRIOR_OF_LAYERS : USUAL_PRIOR,
        false,
        1);
  }

  /** With other steps and starts. */
  public InversionSettings with(int otherSteps, int otherStarts) {
    return new InversionSettings(
        space,
        otherSteps,
        refinements,
        otherStarts,
        learningRate,
        pixelWeight,
        featureWeight,
        priorWeight,
        noise,
        seed);
  }

  /** With other refinements. */
  public InversionSettings refined(int most) {
    return new InversionSettings(
        space,
        steps,
        most,
        starts,
        learningRate,
        pixelWeight,
        featureWeight,
        priorWeight,
        noise,
        seed);
  }

  /** With noise of layers that is looked for, or not. */
  public InversionSettings withNoise(boolean wanted) {
    return new InversionSettings(
        space,
        steps,
        refinements,
        starts,
        learningRate,
        pixelWeight,
        featureWeight,
        priorWeight,
        wanted,
        seed);
  }

  /** From another seed. */
  public InversionSettings withSeed(long other) {
    return new InversionSettings(
        space,
        steps,
        refinements,
        starts,
        learningRate,
        pixelWeight,
        featureWeight,
        priorWeight,
        noise,
        other);
  }

  /** The learning rate and the noise of codes over the steps. */
  ProjectorSchedule schedule() {
    return new ProjectorSchedule(steps, learningRate);
  }
}
