package studio.saddlepoint.train;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.latent.KeptResolution;
import studio.saddlepoint.latent.TrainedOn;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.recipe.Precision;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.UpdateRatio;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.checkpoint.NetworkTensors;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.LoweredConvolutions;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.cluster.Clusters;
import studio.saddlepoint.train.method.GanMethod;
import studio.saddlepoint.train.method.Growth;
import studio.saddlepoint.train.method.LazyMoves;
import studio.saddlepoint.train.method.Method;
import studio.saddlepoint.train.method.Methods;
import studio.saddlepoint.train.step.MethodState;
import studio.saddlepoint.train.step.Movements;
import studio.saddlepoint.train.step.StepClasses;
import studio.saddlepoint.train.step.StepContext;
import studio.saddlepoint.train.step.StepReport;

/** All that a training step reads and moves: the method with its players, and where it stands. */
public final class TrainingState implements AutoCloseable {
  private final NDManager manager;
  private final Method method;
  private final MethodState methodState;
  private final Optional<Clusters> clusters;
  private Recipe recipe;
  private long step;
  private long imagesSeen;

  /**
   * The state before the first step, which follows from the recipe.
   *
   * @param recipe the recipe
   * @param data tells the pictures' shape and the classes
   */
  public TrainingState(Recipe recipe, DataSet data) {
    this.recipe = recipe.inImages();
    manager = TorchEngine.manager(TorchEngine.device(recipe.training().device()));
    try {
      method = Methods.of(recipe, data, manager);
      methodState = new MethodState(manager);
      clusters =
          recipe.method().clustered()
              ? Optional.of(new Clusters(data, recipe.method().clusters().count(), recipe.seed()))
              : Optional.empty();
    } catch (RuntimeException | Error e) { // such as no memory left: give back what was taken
      manager.close();
      throw e;
    }
  }

  public NDManager manager() {
    return manager;
  }

  /** The method with its players. */
  public Method method() {
    return method;
  }

  /** The network that makes pictures. */
  public Generator generator() {
    return method.generator();
  }

  /** The recipe with the values of the next step in place of schedules. */
  Recipe now() {
    return recipe.at(imagesSeen);
  }

  /** The values of the next step that have schedules, as {@code schedule.KEY}. */
  Map<String, Double> scheduled() {
    Map<String, Double> values = new LinkedHashMap<>();
    recipe
        .schedules()
        .byKey()
        .forEach((key, schedule) -> values.put("schedule." + key, schedule.at(imagesSeen)));
    return values;
  }

  /** The resolution that its networks have grown to; empty where they do not grow. */
  Optional<Resolution> resolution() {
    return Growth.of(recipe, imagesSeen);
  }

  /** The clusters that pictures are in, where they are the classes. */
  public Optional<Clusters> clusters() {
    return clusters;
  }

  /** Whether clusters are to be made before the next step. */
  boolean clustersDue() {
    return clusters.filter(each -> each.due(now().method().clusters(), imagesSeen)).isPresent();
  }

  /**
   * Makes clusters anew if they are due.
   *
   * @return what there is to tell; nothing where they are not due
   * @throws java.util.concurrent.CancellationException if cancelled; nothing has changed then
   */
  Map<String, Double> makeClusters(Progress progress) {
    if (clustersDue() && method instanceof GanMethod gan) {
      return clusters
          .orElseThrow()
          .make(gan.features(resolution()), now().method().clusters(), imagesSeen, progress);
    }
    return Map.of();
  }

  /** Makes a step, and reads the batches that it needs. */
  public StepReport makeStep(Batches batches) {
    Map<String, Double> clustered = makeClusters(Progress.NONE);
    StepClasses classes = clusters.<StepClasses>map(each -> each).orElse(StepClasses.OF_DATA);
    Recipe now = now();
    StepContext context = new StepContext(now, step, imagesSeen, batches, methodState, classes);
    boolean lowered = now.training().precision() == Precision.BFLOAT16;
    StepReport report =
        LoweredConvolutions.lowered(lowered, () -> ArrayScopes.scoped(() -> makeStep(context)));
    step++;
    imagesSeen += report.images();
    return clustered.isEmpty() ? report : report.with(clustered);
  }

  private StepReport makeStep(StepContext context) {
    if (!Movements.due(step + 1)) {
      return method.step(context);
    }
    try (Movements movements = new Movements(method.players())) {
      return method.step(context).with(movements.told());
    }
  }

  /** The recipe with its changes so far; its schedules are in images. */
  public Recipe recipe() {
    return recipe;
  }

  void change(Recipe to) {
    recipe = to.inImages();
  }

  /** Steps made. */
  long step() {
    return step;
  }

  /**
   * Moves of the generator made; none in some steps, several in others, as the {@link UpdateRatio}
   * was; without those by a term of its own.
   */
  long generatorMoves() {
    return method.players().get(0).optimizer().count() - LazyMoves.of(methodState);
  }

  /** Real pictures drawn so far, repeats included: the measure of progress. */
  long imagesSeen() {
    return imagesSeen;
  }

  /** Everything, copied to the host. */
  public Checkpoint save() {
    Map<String, HostTensor> tensors = networks();
    for (Player player : method.players()) {
      player.moments().forEach((prefix, arrays) -> NetworkTensors.save(prefix, arrays, tensors));
    }
    NetworkTensors.save("", methodState.arrays(), tensors);
    clusters.ifPresent(each -> tensors.putAll(each.tensors()));
    return checkpoint(tensors);
  }

  /** The networks alone, copied to the host: what snapshots need. */
  public Checkpoint saveNetworks() {
    return checkpoint(networks());
  }

  private Map<String, HostTensor> networks() {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    for (Player player : method.players()) {
      player.networks().forEach((prefix, arrays) -> NetworkTensors.save(prefix, arrays, tensors));
    }
    clusters.ifPresent(each -> tensors.putAll(each.shown()));
    return tensors;
  }

  private Checkpoint checkpoint(Map<String, HostTensor> tensors) {
    Generator generator = method.generator();
    Map<String, String> named =
        new LinkedHashMap<>(TrainedOn.describe(generator.latent(), generator.shape()));
    named.putAll(KeptResolution.describe(resolution()));
    for (Player player : method.players()) {
      named.put(player.countKey(), Long.toString(player.optimizer().count()));
      if (player.optimizer().rested() > 0) {
        named.put(player.restedKey(), Long.toString(player.optimizer().rested()));
      }
    }
    named.putAll(methodState.numbers());
    clusters.ifPresent(each -> named.putAll(each.numbers()));
    return new Checkpoint(step, imagesSeen, recipe, tensors, named);
  }

  /** Goes to where a checkpoint was made, bit by bit. */
  void restore(Checkpoint checkpoint) {
    for (Player player : method.players()) {
      player
          .networks()
          .forEach((prefix, arrays) -> NetworkTensors.restore(prefix, arrays, checkpoint));
      player
          .moments()
          .forEach((prefix, arrays) -> NetworkTensors.restore(prefix, arrays, checkpoint));
      player.optimizer().restoreCount(Long.parseLong(checkpoint.state().get(player.countKey())));
      player
          .optimizer()
          .restoreRested(Long.parseLong(checkpoint.state().getOrDefault(player.restedKey(), "0")));
    }
    methodState.restore(checkpoint);
    clusters.ifPresent(each -> each.restore(checkpoint));
    recipe = checkpoint.recipe().inImages();
    step = checkpoint.step();
    imagesSeen = checkpoint.imagesSeen();
  }

  @Override
  public void close() {
    manager.close();
  }
}
