package studio.saddlepoint.latent;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Architectures;
import studio.saddlepoint.model.Discriminator;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.LatentSpace;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.checkpoint.NetworkTensors;
import studio.saddlepoint.torch.TorchEngine;

/** A real generator that was never trained, and its discriminator, as a checkpoint. */
public final class TinyGenerator {
  private static final int SIZE = 32;
  private static final long STEP = 5;

  private TinyGenerator() {}

  /** The recipe of such a generator. */
  public static Recipe recipe(List<String> classNames) {
    return Recipe.defaults()
        .with("name", "tiny")
        .with("generator.width", 4)
        .with("discriminator.width", 4)
        .with("generator.latentSize", 8)
        .with("method.conditional", !classNames.isEmpty())
        .with("training.device", "cpu");
  }

  /** The recipe of such a generator with styles, of eight layers. */
  public static Recipe styled() {
    return Recipe.defaults()
        .with(
            Map.of(
                "name", "tiny",
                "generator.architecture", "stylegan2",
                "generator.normalization", "none",
                "generator.width", 4,
                "generator.latentSize", 8,
                "discriminator.width", 4,
                "discriminator.normalization", "none",
                "training.device", "cpu"));
  }

  /**
   * Its checkpoint.
   *
   * @param channels 1 or 3
   */
  public static Checkpoint checkpoint(List<String> classNames, int channels) {
    return checkpoint(recipe(classNames), classNames, channels);
  }

  /** The checkpoint of a recipe's networks. */
  public static Checkpoint checkpoint(Recipe recipe, List<String> classNames, int channels) {
    LatentSpace latent = new LatentSpace(recipe.generator().latentSize(), classNames);
    ImageShape shape = new ImageShape(channels, SIZE, SIZE);
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"))) {
      Generator generator = Architectures.generator(recipe, latent, shape, manager);
      NetworkTensors.save("average.", generator.network().state(), tensors);
      NetworkTensors.save("generator.", generator.network().state(), tensors);
      Discriminator discriminator =
          Architectures.discriminator(recipe, classNames.size(), shape, manager);
      NetworkTensors.save("discriminator.", discriminator.network().state(), tensors);
    }
    return new Checkpoint(STEP, STEP, recipe, tensors, TrainedOn.describe(latent, shape));
  }

  /** Its snapshot. */
  public static Snapshot snapshot(List<String> classNames, int channels) {
    return Snapshot.of(checkpoint(classNames, channels), true);
  }

  /** The checkpoint of a generator with styles, whose layers add much noise. */
  public static Checkpoint noisy(List<String> classNames) {
    Recipe recipe = styled().with("method.conditional", !classNames.isEmpty());
    Checkpoint made = checkpoint(recipe, classNames, 1);
    Map<String, HostTensor> tensors = new LinkedHashMap<>(made.tensors());
    tensors.replaceAll(
        (name, tensor) ->
            name.endsWith("noise_weight") ? HostTensor.of(new float[] {0.5f}, 1) : tensor);
    return new Checkpoint(made.step(), made.imagesSeen(), recipe, tensors, made.state());
  }
}
