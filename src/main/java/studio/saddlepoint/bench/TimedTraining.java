package studio.saddlepoint.bench;

import java.util.function.Function;
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

  private TimedTraining(Recipe recipe, Function<TimedTraining, Runnable> step) {
    BenchmarkData data = new BenchmarkData(SHAPE);
    Autograd.enable(true);
    state = new TrainingState(recipe, data);
    batches = new Batches(data, recipe.seed(), 0, false);
    this.step = step.apply(this);
  }

  /** A training by the program's own steps. */
  static TimedTraining byProgram(Recipe recipe) {
    return new TimedTraining(recipe, made -> () -> made.state.makeStep(made.batches));
  }

  /**
   * A training whose step is one TorchScript call.
   *
   * @param step makes the step of the networks given
   */
  static TimedTraining byOneCall(Recipe recipe, Function<TrainingState, OneCallStep> step) {
    int n = recipe.training().batchSize();
    return new TimedTraining(recipe, made -> step.apply(made.state).repeated(made.batches.next(n)));
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
