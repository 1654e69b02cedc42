package studio.saddlepoint.recipe.method;

import java.util.List;
import studio.saddlepoint.recipe.parameter.Choice;
import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * The settings of how one step is computed.
 *
 * @param kind the method
 * @param loss the adversarial loss
 * @param conditional whether both networks are told the class, or the cluster
 * @param criticSteps discriminator moves per step, each on a new batch
 * @param freshNoise whether the generator's step draws new noise
 * @param realTarget the discriminator's target for real pictures; below 1 is one-sided label
 *     smoothing
 * @param instanceNoise deviation of Gaussian noise added to all pictures the discriminator sees
 * @param gradientPenalty weight of the WGAN-GP penalty; 0 is off
 * @param weightClip bound of the critic's weights; 0 is off
 * @param generatorEvery how many steps apart the generator moves
 * @param generatorSteps generator moves per step that it moves in
 * @param drift weight of the squared scores of real pictures; 0 is off
 * @param pretraining steps at the beginning in which the discriminator alone moves
 * @param generatorPretraining steps at the very beginning in which the generator alone moves
 * @param styleMixing share of batches whose pictures have their coarse and fine layers from two
 *     codes
 * @param warmUp more critic steps at the beginning
 * @param labels targets that vary from picture to picture
 * @param r1 penalty at real pictures
 * @param r2 penalty at generated pictures
 * @param zeroCentered zero-centred penalty between them
 * @param dragan penalty around real pictures
 * @param featureMatching the generator matches mean features
 * @param historicalAveraging both networks stay near their past
 * @param lecam logits stay near running means
 * @param consistency shifted pictures are judged alike
 * @param topK the generator learns from its best pictures
 * @param growing both networks grow with their pictures
 * @param augment augmentations of what the discriminator sees
 * @param began balance of BEGAN
 * @param vae what a VAE minimises
 * @param classifier weights of the class losses of an auxiliary classifier
 * @param pathLength the generator's pictures move evenly with w
 * @param clusters classes without labels
 */
public record MethodSettings(
    @Parameter(
            label = "Method",
            value = "adversarial",
            help = "Which networks there are and how a step moves them.")
        MethodKind kind,
    @Parameter(label = "Loss", value = "non-saturating", help = "What the two players minimise.")
        Loss loss,
    @Parameter(
            label = "Conditional",
            value = "false",
            help =
                "Tells both networks the class, so that it can be chosen when sampling. Needs labels, or clusters in their place.")
        boolean conditional,
    @Parameter(
            label = "Critic steps",
            value = "1",
            min = 1,
            max = 100,
            live = true,
            unit = "per step",
            help =
                "Discriminator moves in each step, before the generator's: 1 for DCGAN, 5 for WGAN and WGAN-GP.")
        int criticSteps,
    @Parameter(
            label = "Fresh noise",
            value = "true",
            advanced = true,
            help = "The generator moves on new fakes. Off, it reuses the critic's: a sixth faster.")
        boolean freshNoise,
    @Parameter(
            label = "Label smoothing",
            value = "1",
            min = 0.5,
            max = 1.2,
            live = true,
            unit = "target for real",
            help = "Target for real pictures. 0.9 keeps the discriminator from being too sure.")
        double realTarget,
    @Parameter(
            label = "Instance noise",
            value = "0",
            min = 0,
            max = 2,
            live = true,
            unit = "standard deviation",
            help =
                "Noise on every picture the discriminator sees: often steadies early training; let a schedule take it away, for left on it hides fine detail.")
        double instanceNoise,
    @Parameter(
            label = "Gradient penalty",
            value = "0",
            min = 0,
            max = 1000,
            live = true,
            unit = "weight",
            help =
                "Keeps the critic's gradient norm near 1 (WGAN-GP, Gulrajani et al. 2017): 10. 0 is off.")
        double gradientPenalty,
    @Parameter(
            label = "Weight clipping",
            value = "0",
            min = 0,
            max = 10,
            live = true,
            unit = "bound",
            advanced = true,
            help = "Clips the critic's weights after each of its moves (WGAN): 0.01. 0 is off.")
        double weightClip,
    @Parameter(
            label = "Drift",
            value = "0",
            min = 0,
            max = 1,
            live = true,
            unit = "weight",
            advanced = true,
            help =
                "Keeps the critic's scores of real pictures near 0, which the loss leaves open (Karras et al. 2018): 0.001. 0 is off.")
        double drift,
    @Parameter(
            label = "Generator every",
            value = "1",
            min = 1,
            max = 1000,
            live = true,
            unit = "steps",
            help =
                "The generator moves in every so many steps only, for a discriminator that lags. Its moves are then fewer than the steps.")
        int generatorEvery,
    @Parameter(
            label = "Generator steps",
            value = "1",
            min = 1,
            max = 100,
            live = true,
            unit = "per step",
            help = "Generator moves in each step that it moves in, for a discriminator that leads.")
        int generatorSteps,
    @Parameter(
            label = "Pre-training",
            value = "0",
            min = 0,
            max = 1e6,
            unit = "steps",
            advanced = true,
            help = "Steps at the beginning in which only the discriminator learns.")
        int pretraining,
    @Parameter(
            label = "Generator pre-training",
            value = "0",
            min = 0,
            max = 1e6,
            unit = "steps",
            advanced = true,
            help =
                "Steps before all others in which only the generator learns, against a discriminator that has learnt nothing. All else that counts steps begins after them.")
        int generatorPretraining,
    @Parameter(
            label = "Style mixing",
            value = "0",
            min = 0,
            max = 1,
            live = true,
            unit = "share of batches",
            advanced = true,
            help =
                "By this chance the first layers of a batch's pictures have one code and the rest another, so that layers learn to do without each other (StyleGAN): 0.9. Needs a generator with styles.")
        double styleMixing,
    CriticWarmUpSettings warmUp,
    LabelSettings labels,
    R1Settings r1,
    R2Settings r2,
    ZeroCenteredSettings zeroCentered,
    DraganSettings dragan,
    FeatureMatchingSettings featureMatching,
    HistoricalAveragingSettings historicalAveraging,
    LecamSettings lecam,
    ConsistencySettings consistency,
    TopKSettings topK,
    GrowingSettings growing,
    AugmentSettings augment,
    BeganSettings began,
    VaeSettings vae,
    AuxiliaryClassifierSettings classifier,
    PathLengthSettings pathLength,
    ClusterSettings clusters) {

  /** The choice that says what the players minimise: the loss, or a method that has its own. */
  public Choice objective() {
    return kind == MethodKind.ADVERSARIAL ? loss : kind;
  }

  /** Whether the classes that both networks are told are clusters, which know no labels. */
  public boolean clustered() {
    return conditional && clusters.on();
  }

  /** Whether both networks are told the data's own classes. */
  public boolean needsLabels() {
    return conditional && !clusters.on();
  }

  /**
   * The names of the classes that both networks are told, by number; none where they are told none.
   *
   * @param ofData the data's own
   */
  public List<String> classes(List<String> ofData) {
    return clustered() ? clusters.names() : conditional ? ofData : List.of();
  }
}
