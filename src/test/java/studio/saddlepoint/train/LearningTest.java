package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;

/**
 * Every method and architecture brings generated digits nearer to real ones in a few hundred steps.
 */
class LearningTest {
  private static final double LARGEST_SHARE = 0.6;

  @TempDir Path folder;

  private static Recipe small() {
    return Recipe.defaults()
        .with("generator.width", 8)
        .with("generator.latentSize", 16)
        .with("generator.emaDecay", 0)
        .with("generator.optimizer.learningRate", 1e-3)
        .with("discriminator.width", 8)
        .with("discriminator.optimizer.learningRate", 4e-4)
        .with("method.realTarget", 0.9)
        .with("training.batchSize", 32)
        .with("training.steps", 300L)
        .with("training.evaluateEvery", 0L);
  }

  private static Recipe critic() {
    return small()
        .with("discriminator.normalization", "none")
        .with("method.loss", "wasserstein")
        .with("method.criticSteps", 3)
        .with("training.steps", 200L);
  }

  static Stream<Arguments> methods() {
    return Stream.of(
        Arguments.of("non-saturating", small()),
        // saturates when the discriminator is sure, so that one has to be slow, and so is
        // the whole training
        Arguments.of(
            "minimax",
            small()
                .with("method.loss", "minimax")
                .with("discriminator.optimizer.learningRate", 5e-5)
                .with("method.instanceNoise", 0.3)
                .with("training.steps", 450L)),
        Arguments.of("least squares", small().with("method.loss", "least-squares")),
        Arguments.of("hinge", small().with("method.loss", "hinge")),
        Arguments.of(
            "Wasserstein with penalty",
            critic()
                .with("method.gradientPenalty", 10)
                .with("generator.optimizer.beta1", 0)
                .with("discriminator.optimizer.beta1", 0)),
        Arguments.of(
            "Wasserstein with clipping",
            critic()
                .with("method.weightClip", 0.05)
                .with("generator.optimizer.kind", "rmsprop")
                .with("discriminator.optimizer.kind", "rmsprop")),
        Arguments.of("conditional", small().with("method.conditional", true)),
        Arguments.of(
            "clusters in the place of classes",
            small()
                .with("method.conditional", true)
                .with("method.clusters.count", 10)
                .with("method.clusters.first", 1000L)
                .with("method.clusters.every", 5000L)
                .with("method.clusters.sample", 1000)),
        Arguments.of("upsample", small().with("generator.upsampling", "nearest")),
        Arguments.of("instance noise", small().with("method.instanceNoise", 0.2)),
        Arguments.of("reused fakes", small().with("method.freshNoise", false)),
        Arguments.of(
            "dense",
            small()
                .with("generator.architecture", "mlp")
                .with("discriminator.normalization", "none")),
        Arguments.of(
            "residual, hinge, spectral norm, classes by batch norm",
            residual()
                .with("method.loss", "hinge")
                .with("method.conditional", true)
                .with("generator.conditioning", "batch-norm")
                .with("discriminator.spectralNorm", true)),
        Arguments.of(
            "BEGAN",
            residual()
                .with("generator.architecture", "encoder-decoder")
                .with("generator.normalization", "none")
                .with("method.kind", "began")),
        Arguments.of(
            "pixel norm, nothing at the end",
            small().with("generator.normalization", "pixel").with("generator.range", "linear")),
        Arguments.of(
            "R3GAN",
            small()
                .with("generator.architecture", "r3gan")
                .with("generator.normalization", "none")
                .with("generator.width", 4)
                .with("generator.range", "linear")
                .with("generator.optimizer.beta1", 0)
                .with("discriminator.optimizer.beta1", 0)
                .with("discriminator.optimizer.learningRate", 1e-3)
                .with("discriminator.normalization", "none")
                .with("discriminator.width", 4)
                .with("method.realTarget", 1)
                .with("method.loss", "relativistic-paired")
                .with("method.r1.weight", 1)
                .with("method.r2.weight", 1)
                .with("training.batchSize", 16)
                .with("training.steps", 80L)),
        Arguments.of("sigmoid at the end", small().with("generator.range", "unit")),
        Arguments.of(
            "dense and convolutional, 28 pixels",
            small()
                .with("generator.architecture", "dense-conv")
                .with("data.size", 28)
                .with("generator.activation", "leaky-relu")
                .with("generator.slope", 0.01)
                .with("discriminator.slope", 0.01)
                // Begins to learn at 250 steps, a little sooner or later by rounding.
                .with("training.steps", 450L)),
        Arguments.of(
            "bilinear up, maxima down",
            small()
                .with("generator.upsampling", "bilinear")
                .with("discriminator.downsampling", "max")),
        Arguments.of(
            "dropout", small().with("generator.dropout", 0.1).with("discriminator.dropout", 0.3)),
        Arguments.of(
            "adaptive augmentation, all of ADA",
            small()
                .with("method.augment.pixelBlitting", true)
                .with("method.augment.geometry", true)
                .with("method.augment.colourTransforms", true)
                .with("method.augment.filtering", true)
                .with("method.augment.corruption", true)
                .with("method.augment.adaptive", true)
                .with("method.augment.speed", 20)),
        Arguments.of(
            "StyleGAN",
            styled()
                .with("generator.architecture", "stylegan")
                .with("method.pathLength.weight", 0)),
        Arguments.of("StyleGAN2", styled()),
        Arguments.of("VAE", vae()),
        Arguments.of(
            "dense, conditional VAE of normal pixels",
            vae()
                .with("generator.architecture", "mlp")
                .with("method.conditional", true)
                .with("method.vae.reconstruction", "gaussian")
                .with("method.vae.deviation", 0.2)));
  }

  /** Path lengths and mixing are in play, too weakly to hold up so short a training. */
  private static Recipe styled() {
    return small()
        .with(
            Map.ofEntries(
                Map.entry("generator.architecture", "stylegan2"),
                Map.entry("generator.normalization", "none"),
                Map.entry("generator.range", "linear"),
                Map.entry("generator.optimizer.learningRate", 2.5e-3),
                Map.entry("generator.optimizer.beta1", 0),
                Map.entry("generator.optimizer.beta2", 0.99),
                Map.entry("discriminator.normalization", "none"),
                Map.entry("discriminator.minibatchDeviation", true),
                Map.entry("discriminator.optimizer.learningRate", 2.5e-3),
                Map.entry("discriminator.optimizer.beta1", 0),
                Map.entry("discriminator.optimizer.beta2", 0.99),
                Map.entry("method.realTarget", 1),
                Map.entry("method.r1.weight", 0.2),
                Map.entry("method.r1.every", 16),
                Map.entry("method.pathLength.weight", 0.01),
                Map.entry("method.styleMixing", 0.5),
                Map.entry("training.batchSize", 16),
                Map.entry("training.steps", 200L)));
  }

  private static Recipe vae() {
    return small()
        .with("method.kind", "vae")
        .with("method.realTarget", 1)
        .with("encoder.width", 8)
        .with("encoder.optimizer.learningRate", 1e-3)
        .with("encoder.optimizer.beta1", 0.9)
        .with("generator.optimizer.beta1", 0.9);
  }

  /** Narrow and short, as these networks are deep. */
  private static Recipe residual() {
    return small()
        .with("generator.architecture", "resnet")
        .with("generator.width", 4)
        .with("discriminator.width", 4)
        .with("discriminator.normalization", "none")
        .with("training.steps", 80L);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void samplesComeNearerToTheData(String name, Recipe recipe) throws InterruptedException {
    Home home = new Home(folder, Home.ofEnvironment().caches(), folder);
    RunFolder run = RunFolder.create(folder, recipe);
    Trainer trainer = Trainer.start(run, home, event -> {});
    assertTrue(trainer.await(Duration.ofMinutes(30)));
    assertEquals(Trainer.State.FINISHED, trainer.status().state(), trainer.status().message());
    double before = distance(run.load(run.checkpoints().get(0)), home);
    assertEquals(0, run.checkpoints().get(0).step());
    double after = distance(run.latestCheckpoint().orElseThrow(), home);
    assertTrue(after < LARGEST_SHARE * before, name + ": from " + before + " to " + after);
  }

  private static double distance(Checkpoint checkpoint, Home home) {
    EvaluationRequest request =
        new EvaluationRequest(
            PixelKind.PIXELS.usual(), 512, OptionalDouble.empty(), Set.of(FidMetric.FID), 1);
    try (Snapshot snapshot = Snapshot.of(checkpoint, false)) {
      return new Evaluator(home.caches())
          .evaluate(snapshot, checkpoint.recipe().data(), request, Progress.NONE)
          .values()
          .get("fid");
    }
  }
}
