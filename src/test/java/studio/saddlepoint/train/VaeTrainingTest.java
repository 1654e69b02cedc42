package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.SnapshotEncoder;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.LikelihoodMetric;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeCheck;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.step.StepReport;

/** The steps of a variational autoencoder. */
class VaeTrainingTest {
  private static final int BATCH = 4;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
  }

  private static Recipe vae(String architecture) {
    return Recipe.defaults()
        .with(
            Map.of(
                "method.kind",
                "vae",
                "method.conditional",
                true,
                "method.vae.klWeight",
                "linear(0..1, 50%)",
                "generator.architecture",
                architecture,
                "generator.width",
                4,
                "generator.latentSize",
                6,
                "encoder.width",
                4,
                "training.batchSize",
                BATCH,
                "training.steps",
                100));
  }

  private static DataSet data(Recipe recipe) {
    return DataSets.open(recipe.data(), Split.TRAIN, Home.ofEnvironment().caches(), Progress.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dcgan", "mlp", "resnet", "encoder-decoder"})
  void resumesBitExact(String architecture) {
    Recipe recipe = vae(architecture).with("generator.dropout", 0.1).with("encoder.dropout", 0.1);
    DataSet data = data(recipe);
    List<StepReport> whole = new ArrayList<>();
    Checkpoint half;
    Checkpoint end;
    try (TrainingState state = new TrainingState(recipe, data);
        Batches batches = new Batches(data, 1, 0, false)) {
      train(state, batches, 3, new ArrayList<>());
      half = state.save();
      train(state, batches, 3, whole);
      end = state.save();
    }
    List<StepReport> resumed = new ArrayList<>();
    try (TrainingState state = new TrainingState(recipe, data)) {
      state.restore(half);
      try (Batches batches = new Batches(data, 1, state.imagesSeen(), false)) {
        train(state, batches, 3, resumed);
        assertEquals(end.tensors(), state.save().tensors());
        assertEquals(end.state(), state.save().state());
      }
    }
    assertEquals(whole, resumed);
    assertEquals(
        Set.of("decoder", "encoder", "average"), prefixes(end), "networks and their optimizers");
  }

  private static Set<String> prefixes(Checkpoint checkpoint) {
    return checkpoint.tensors().keySet().stream()
        .map(name -> name.substring(0, name.indexOf('.')))
        .collect(java.util.stream.Collectors.toSet());
  }

  @Test
  void tellsItsPartsAndCountsItsSteps() {
    Recipe recipe = vae("mlp").with("method.vae.klWeight", 2);
    DataSet data = data(recipe);
    List<StepReport> told = new ArrayList<>();
    try (TrainingState state = new TrainingState(recipe, data);
        Batches batches = new Batches(data, 1, 0, false)) {
      train(state, batches, 3, told);
      assertEquals(3L * BATCH, state.imagesSeen());
      assertEquals(3, state.generatorMoves());
    }
    Map<String, Double> last = told.get(2).values();
    double kl = last.get("vae.kl");
    assertTrue(kl > 0, last::toString);
    assertEquals(last.get("loss.decoder") + 2 * kl, last.get("loss.encoder"), 1e-3);
    assertEquals(-last.get("loss.decoder") - kl, last.get("vae.bound"), 1e-3);
    assertTrue(last.get("gradient.decoder") > 0 && last.get("gradient.encoder") > 0);
    assertTrue(last.get("vae.activeUnits") >= 0 && last.get("vae.activeUnits") <= 6);
  }

  @Test
  void aSnapshotDrawsWithItsDecoderAndHasNoJudge() {
    Recipe recipe = vae("dcgan").with("method.conditional", false);
    DataSet data = data(recipe);
    try (TrainingState state = new TrainingState(recipe, data);
        Batches batches = new Batches(data, 1, 0, false)) {
      train(state, batches, 1, new ArrayList<>());
      try (Snapshot snapshot = Snapshot.of(state.save(), false)) {
        List<Picture> drawn =
            snapshot.render(new float[2][6], new int[2], Double.POSITIVE_INFINITY);
        assertArrayEquals(drawn.get(0).argb(), drawn.get(1).argb());
        assertFalse(snapshot.judges());
        SnapshotEncoder encoder = snapshot.encoder().orElseThrow();
        float[] pixels = new float[2 * 32 * 32];
        float[][] codes = encoder.encode(pixels, new int[2]);
        assertEquals(6, encoder.size());
        assertArrayEquals(codes[0], codes[1]);
        float[] one = encoder.bounds(pixels, new int[2], new float[1][12]);
        float[] many = encoder.bounds(pixels, new int[2], new float[9][12]);
        assertArrayEquals(one, many, 1e-3f, "the same code many times is one code");
      }
    }
  }

  @Test
  void itsLikelihoodIsMeasuredOnPicturesThatWereHeldOut() {
    for (String pixels : List.of("bernoulli", "gaussian")) {
      Recipe recipe =
          vae("mlp").with(Map.of("method.vae.reconstruction", pixels, "method.vae.deviation", 1));
      DataSet data = data(recipe);
      try (TrainingState state = new TrainingState(recipe, data);
          Snapshot snapshot = Snapshot.of(state.save(), false)) {
        EvaluationResult result = likelihood(snapshot);
        double bound = result.values().get("log_likelihood");
        assertTrue(Double.isFinite(bound) && bound < 0, pixels + " " + bound);
        assertEquals(
            -bound / (32 * 32 * Math.log(2)), result.values().get("bits_per_dimension"), 1e-9);
        assertTrue(result.intervals().get("log_likelihood").low() <= bound);
        String how = result.how().sentence();
        assertTrue(how.contains("Log likelihood bound K=50 of 64 of test"), how);
      }
    }
  }

  @Test
  void aGanHasNoLikelihoodAndSaysSo() {
    Recipe gan = Recipe.defaults().with(Map.of("generator.width", 4, "discriminator.width", 4));
    try (TrainingState state = new TrainingState(gan, data(gan));
        Snapshot snapshot = Snapshot.of(state.save(), false)) {
      EvaluationResult result = likelihood(snapshot);
      assertFalse(result.values().containsKey("log_likelihood"));
      assertTrue(
          result.warnings().stream()
              .anyMatch(each -> each.text().contains("a GAN gives no likelihood")),
          () -> result.warnings().toString());
    }
  }

  private static EvaluationResult likelihood(Snapshot snapshot) {
    return new Evaluator(Home.ofEnvironment().caches())
        .evaluate(
            snapshot,
            snapshot.recipe().data(),
            new EvaluationRequest(
                PixelKind.PIXELS.usual(),
                64,
                OptionalDouble.empty(),
                Set.of(FidMetric.FID, LikelihoodMetric.LIKELIHOOD),
                1),
            Progress.NONE);
  }

  @Test
  void whatItCannotDoIsRefusedAndWhatItDoesNotUseIsTold() {
    StudioException prior =
        assertThrows(StudioException.class, () -> vae("dcgan").with("generator.prior", "uniform"));
    assertTrue(prior.getMessage().contains("method.kind is vae"), prior.getMessage());
    StudioException reference =
        assertThrows(
            StudioException.class,
            () -> vae("dcgan").with("encoder.normalization", "virtual-batch"));
    assertTrue(reference.getMessage().startsWith("encoder.normalization"));
    Recipe idle =
        vae("mlp").with(Map.of("discriminator.attention", true, "method.gradientPenalty", 10));
    RecipeCheck.requireNew(idle); // what it does not use keeps it from nothing
    List<String> warnings =
        RecipeCheck.warnings(
            vae("dcgan").with(Map.of("method.criticSteps", 5, "discriminator.width", 8)));
    assertTrue(
        warnings.contains(
            "discriminator.width, method.criticSteps have no effect: method.kind is vae, which has no use for it."),
        warnings::toString);
    assertTrue(
        RecipeCheck.warnings(Recipe.defaults().with("encoder.width", 8)).stream()
            .anyMatch(each -> each.startsWith("encoder.width has no effect")));
  }

  private static void train(
      TrainingState state, Batches batches, int steps, List<StepReport> into) {
    for (int i = 0; i < steps; i++) {
      into.add(state.makeStep(batches));
    }
  }
}
