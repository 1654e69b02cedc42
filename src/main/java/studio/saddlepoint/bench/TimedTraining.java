package studio.saddlepoint.bench;

import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.train.TrainingState;

/** A training that makes steps to be timed, by the program's way or as one call. */
final class TimedTraining implements AutoCloseable {
  static final ImageShape SHAPE = new ImageShape(3, 32, 32);

  private final TrainingState state;
  private final Batches batches;
  private final Runnable step;

  /**
   * Opens the networks.
   *
   * @param penalty of the discriminator, for one call
   * @param oneCall whether a step is one TorchScript call
   */
  TimedTraining(Recipe recipe, OneCallStep.Penalty penalty, boolean oneCall) {
    BenchmarkData data = new BenchmarkData(SHAPE);
    int n = recipe.training().batchSize();
    Autograd.enable(true);
    state = new TrainingState(recipe, data);
    batches = new Batches(data, recipe.seed(), 0, false);
    step =
        oneCall
            ? new OneCallStep(state, penalty, recipe.training().channelsLast())
                .repeated(batches.next(n))
            : () -> state.makeStep(batches);
  }

  void step() {
    step.run();
  }

  @Override
  public void close() {
    batches.close();
    state.close();
  }
}
