package studio.saddlepoint.recipe;

import java.util.HashMap;
import java.util.Map;
import studio.saddlepoint.recipe.parameter.Choice;

/**
 * Whole sets of settings for StyleGAN2 that follow from the size of the pictures and of the batch,
 * as the authors' configurations do (StyleGAN2-ADA, Karras et al. 2020).
 */
public enum StylePreset implements Choice {
  AUTO(
      "StyleGAN2-ADA auto",
      "The authors' settings for any size and batch: for a GPU, and a day or more.") {
    @Override
    Map<String, Object> values(int size, int batch) {
      Map<String, Object> all = authors(size);
      all.put("method.r1.weight", 0.0002 * size * size / batch);
      all.put("method.pathLength.weight", 2);
      all.put("method.styleMixing", 0.9);
      // a half-life of 10/32 thousand pictures for each picture of a batch
      all.put("generator.emaDecay", halfLife(10_000 / 32.0));
      return all;
    }
  },
  CIFAR(
      "StyleGAN2-ADA cifar",
      "The authors' settings for CIFAR-10: weak R1, no path length, no style mixing, a long running mean; for a GPU. Their discriminator has no short ways and compares 32 pictures, this one 4.") {
    @Override
    Map<String, Object> values(int size, int batch) {
      Map<String, Object> all = authors(size);
      all.put("training.batchSize", 64);
      all.put("method.r1.weight", 0.01);
      all.put("method.pathLength.weight", 0);
      all.put("method.styleMixing", 0);
      all.put("generator.emaDecay", halfLife(500_000 / 64.0));
      return all;
    }
  },
  SMALL(
      "StyleGAN2 for two cores",
      "Narrow networks, short codes, no path lengths, and a much stronger R1 at every 4th step, which learn within minutes where there is no GPU.") {
    @Override
    Map<String, Object> values(int size, int batch) {
      Map<String, Object> all = authors(size);
      int width = Math.max(4, 256 / size);
      all.put("generator.width", width);
      all.put("discriminator.width", width);
      all.put("generator.latentSize", 64);
      all.put("generator.optimizer.learningRate", 0.002);
      all.put("discriminator.optimizer.learningRate", 0.002);
      all.put("training.batchSize", 16);
      all.put("method.r1.weight", 3);
      all.put("method.r1.every", 4);
      all.put("method.pathLength.weight", 0);
      all.put("method.styleMixing", 0.5);
      all.put("generator.emaDecay", 0.99);
      return all;
    }
  };

  private static final int CHANNELS = 16_384;
  private static final int MOST_CHANNELS = 512;
  private static final int LARGE = 1024;

  private final String label;
  private final String help;

  StylePreset(String label, String help) {
    this.label = label;
    this.help = help;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String help() {
    return help;
  }

  /**
   * The values that it sets, by key.
   *
   * @param size height and width of a picture in pixels
   * @param batch pictures of a batch
   */
  abstract Map<String, Object> values(int size, int batch);

  /**
   * A recipe with these settings: for its size of pictures, and its batch where the preset has none
   * of its own. What they do not decide stays: data, steps, classes, augmentation.
   *
   * @throws studio.saddlepoint.core.StudioException if its size is none that such networks make
   */
  public Recipe fill(Recipe recipe) {
    return recipe.with(values(recipe.data().size(), recipe.training().batchSize()));
  }

  /** What all configurations of the authors have. */
  private static Map<String, Object> authors(int size) {
    Map<String, Object> all = new HashMap<>();
    int width = Math.min(MOST_CHANNELS, Math.max(4, CHANNELS / size));
    for (String player : new String[] {"generator", "discriminator"}) {
      all.put(player + ".width", width);
      all.put(player + ".normalization", "none");
      all.put(player + ".activation", "usual");
      all.put(player + ".optimizer.kind", "adam");
      all.put(player + ".optimizer.learningRate", size < LARGE ? 0.0025 : 0.002);
      all.put(player + ".optimizer.beta1", 0);
      all.put(player + ".optimizer.beta2", 0.99);
    }
    all.put("generator.architecture", "stylegan2");
    all.put("generator.latentSize", MOST_CHANNELS);
    all.put("generator.prior", "normal");
    all.put("generator.conditioning", "embedding");
    all.put("generator.range", "linear");
    all.put("generator.mapping.layers", 2);
    all.put("discriminator.conditioning", "projection");
    all.put("discriminator.minibatchDeviation", true);
    all.put("method.kind", "adversarial");
    all.put("method.loss", "non-saturating");
    all.put("method.criticSteps", 1);
    all.put("method.growing.from", 0);
    all.put("method.gradientPenalty", 0);
    all.put("method.weightClip", 0);
    all.put("method.r1.every", 16);
    all.put("method.pathLength.every", 4);
    all.put("method.pathLength.decay", 0.01);
    return all;
  }

  /** The decay for each batch that halves in so many of them. */
  private static double halfLife(double batches) {
    return Math.pow(0.5, 1 / batches);
  }
}
