package studio.saddlepoint.latent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Architectures;
import studio.saddlepoint.model.Discriminator;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.LatentSpace;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.checkpoint.NetworkTensors;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Networks with their first weights, whose running statistics are those of untruncated codes, as
 * training leaves them.
 */
public final class UntrainedSnapshot {
  private static final int BATCH = 32;

  /** So many that nothing is left of the statistics before the first. */
  private static final int BATCHES = 160;

  private UntrainedSnapshot() {}

  public static Recipe tiny() {
    return Recipe.defaults()
        .with("generator.width", 8)
        .with("generator.latentSize", 16)
        .with("discriminator.width", 4);
  }

  public static Snapshot of(Recipe recipe, List<String> classes) {
    return Snapshot.of(checkpoint(recipe, classes), false);
  }

  public static Checkpoint checkpoint(Recipe recipe, List<String> classes) {
    TorchEngine.start(Progress.NONE);
    int size = recipe.data().size();
    ImageShape shape = new ImageShape(1, size, size);
    LatentSpace latent = new LatentSpace(recipe.generator().latentSize(), classes);
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"))) {
      Generator generator = Architectures.generator(recipe, latent, shape, manager);
      Discriminator discriminator =
          Architectures.discriminator(recipe, classes.size(), shape, manager);
      for (int batch = 0; batch < BATCHES; batch++) {
        see(generator, manager, batch);
      }
      NetworkTensors.save("generator.", generator.network().state(), tensors);
      NetworkTensors.save("average.", generator.network().state(), tensors);
      NetworkTensors.save("discriminator.", discriminator.network().state(), tensors);
    }
    return new Checkpoint(7, 7, recipe, tensors, TrainedOn.describe(latent, shape));
  }

  /** What a step of training does to running statistics. */
  private static void see(Generator generator, NDManager manager, int batch) {
    float[] codes = RenderPass.flat(LatentCodes.gaussian(BATCH, generator.latent().size(), batch));
    int classes = Math.max(1, generator.latent().classNames().size());
    long[] labels = IntStream.range(0, BATCH).mapToLong(i -> i % classes).toArray();
    ArrayScopes.scoped(
        () ->
            Autograd.without(
                true,
                () -> {
                  NDArray z =
                      ArrayScopes.of(manager, codes, new Shape(BATCH, generator.latent().size()));
                  ForwardContext context = generator.context(manager.create(labels), true);
                  return generator.synthesize(generator.map(z, context), context).getShape();
                }));
  }
}
