package studio.saddlepoint.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.TrainingState;
import studio.saddlepoint.train.step.StepRandom;
import studio.saddlepoint.train.step.StepReport;

/** The benchmark's floor is worth something only if it computes what the program computes. */
class OneCallStepTest {
  private static final int BATCH = 8;
  private static final ImageShape SHAPE = new ImageShape(3, 32, 32);

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
  }

  @ParameterizedTest
  @CsvSource({"NONE,false", "NONE,true", "WGAN_GP,false", "WGAN_GP,true", "DRAGAN,true", "R1,true"})
  void movesBothPlayersAsTheProgramDoes(DcganOneCallStep.Penalty penalty, boolean channelsLast) {
    Recipe recipe = penalty.recipe(plain(channelsLast));
    BenchmarkData data = new BenchmarkData(SHAPE);
    try (TrainingState ours = new TrainingState(recipe, data);
        TrainingState floor = new TrainingState(recipe, data);
        Batches batches = new Batches(data, recipe.seed(), 0, false);
        Batches same = new Batches(data, recipe.seed(), 0, false)) {
      DcganOneCallStep oneCall = new DcganOneCallStep(floor, penalty, channelsLast);
      for (int step = 0; step < 3; step++) {
        StepReport report = ours.makeStep(batches);
        float[] losses = step(oneCall, penalty, floor, same, step);
        assertEquals(report.values().get("loss.discriminator"), losses[0], 1e-4);
        assertEquals(report.values().get("loss.generator"), losses[1], 1e-4);
      }
      assertSameNetworks(ours, floor);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void movesEncoderAndDecoderAsTheProgramDoes(boolean channelsLast) {
    Recipe recipe = VaeOneCallStep.recipe(plain(channelsLast)).with("method.vae.klWeight", 0.5);
    BenchmarkData data = new BenchmarkData(SHAPE);
    try (TrainingState ours = new TrainingState(recipe, data);
        TrainingState floor = new TrainingState(recipe, data);
        Batches batches = new Batches(data, recipe.seed(), 0, false);
        Batches same = new Batches(data, recipe.seed(), 0, false)) {
      VaeOneCallStep oneCall = new VaeOneCallStep(floor, channelsLast);
      for (int step = 0; step < 3; step++) {
        StepReport report = ours.makeStep(batches);
        float[] losses = step(oneCall, floor, same, step);
        // nats of 3,072 pixels, summed in single precision
        assertEquals(report.values().get("loss.decoder"), losses[0], 5e-3);
        assertEquals(report.values().get("loss.encoder"), losses[1], 5e-3);
      }
      assertSameNetworks(ours, floor);
    }
  }

  private static Recipe plain(boolean channelsLast) {
    return Recipe.defaults()
        .with("generator.width", 4)
        .with("discriminator.width", 4)
        .with("training.device", "cpu")
        .with("training.batchSize", BATCH)
        .with("training.channelsLast", channelsLast);
  }

  private static void assertSameNetworks(TrainingState ours, TrainingState floor) {
    Map<String, HostTensor> expected = ours.save().tensors();
    Map<String, HostTensor> actual = floor.save().tensors();
    for (String name : expected.keySet()) {
      if (!name.startsWith("average.")) {
        assertArrayEquals(expected.get(name).floats(), actual.get(name).floats(), 2e-5f, name);
      }
    }
  }

  private static float[] step(
      VaeOneCallStep oneCall, TrainingState state, Batches batches, int step) {
    return ArrayScopes.scoped(
        () -> {
          StepRandom random = new StepRandom(state.recipe().seed(), (long) step * BATCH);
          Shape codes = new Shape(BATCH, state.recipe().generator().latentSize());
          NDArray real =
              state.manager().create(batches.next(BATCH).pixels(), new Shape(BATCH, 3, 32, 32));
          return oneCall.make(real, random.normal(state.manager(), codes));
        });
  }

  private static float[] step(
      DcganOneCallStep oneCall,
      DcganOneCallStep.Penalty penalty,
      TrainingState state,
      Batches batches,
      int step) {
    return ArrayScopes.scoped(
        () -> {
          StepRandom random = new StepRandom(state.recipe().seed(), (long) step * BATCH);
          Shape codes = new Shape(BATCH, state.recipe().generator().latentSize());
          NDArray real =
              state.manager().create(batches.next(BATCH).pixels(), new Shape(BATCH, 3, 32, 32));
          NDArray z1 = random.normal(state.manager(), codes);
          List<NDArray> noise =
              penalty.noise(real.getShape()).stream()
                  .map(each -> random.uniform(state.manager(), each))
                  .toList();
          NDArray z2 = random.normal(state.manager(), codes);
          return oneCall.make(real, z1, z2, noise);
        });
  }
}
