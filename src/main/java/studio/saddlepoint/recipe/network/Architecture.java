package studio.saddlepoint.recipe.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.saddlepoint.recipe.parameter.Choice;

/** The family of both networks. */
public enum Architecture implements Choice {
  DCGAN(
      "DCGAN",
      "Convolutions with stride 2 in both networks (Radford et al. 2015): the default for images."),
  MLP(
      "Fully connected",
      "Dense layers only, as in the first GAN (Goodfellow et al. 2014): fast, coarse pictures.",
      true,
      false,
      0),
  RESNET(
      "Residual",
      "Residual blocks (WGAN-GP, SNGAN): deeper, steadier, about ten times DCGAN's work at the same width.",
      false,
      false,
      4),
  ENCODER_DECODER(
      "Encoder and decoder",
      "BEGAN's networks: 3x3 convolutions with ELU, the generator is a decoder (Berthelot et al. 2017).",
      false,
      true,
      8),
  DENSE_CONV(
      "Dense and convolutional",
      "InfoGAN's plan: dense layers of 1024 before and after convolutions with stride 2 (Chen et al. 2016). Takes the 28 pixels of MNIST as they are.",
      false,
      true,
      0),
  PROGAN(
      "Progressive",
      "Two 3x3 convolutions a size with an equalised learning rate, made to grow (Karras et al. 2018): the networks of progressive GANs.",
      false,
      false,
      4),
  STYLEGAN(
      "StyleGAN",
      "A mapping network, then styles that scale and shift normalised maps, and noise; made to grow (Karras et al. 2019): coarse and fine come from codes of their own.",
      false,
      false,
      4),
  R3GAN(
      "R3GAN",
      "Residual blocks of 1x1 and grouped 3x3 convolutions without normalisation (Huang et al. 2024). Made for the paired loss with R1 and R2; several times DCGAN's work at the same width.",
      false,
      false,
      4),
  STYLEGAN2(
      "StyleGAN2",
      "A mapping network, then styles that modulate each convolution, and noise (Karras et al. 2020): the smoothest latent space, several times DCGAN's work.",
      false,
      false,
      4),
  IMPORTED(
      "Imported",
      "A generator from a TorchScript file, which can be explored and measured but not trained.",
      false,
      false,
      0);

  private final String label;
  private final String help;
  private final boolean dense;
  private final boolean choosesDownsampling;
  private final int smallest;

  /** Of convolutions, whose discriminators make maps smaller as the recipe says. */
  Architecture(String label, String help) {
    this(label, help, false, true, 4);
  }

  Architecture(
      String label, String help, boolean dense, boolean choosesDownsampling, int smallest) {
    this.label = label;
    this.help = help;
    this.dense = dense;
    this.choosesDownsampling = choosesDownsampling;
    this.smallest = smallest;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String help() {
    return help;
  }

  /** Those that can be trained. */
  public static List<Architecture> trained() {
    return Arrays.stream(values()).filter(Choice::offered).toList();
  }

  @Override
  public boolean offered() {
    return this != IMPORTED;
  }

  /** Whether its layers are dense and have no maps; its discriminators have no batch norm. */
  public boolean dense() {
    return dense;
  }

  /** Whether its networks can grow with their pictures. */
  public boolean grows() {
    return this == DCGAN || this == PROGAN || this == STYLEGAN;
  }

  /** Whether its layers have an equalised learning rate (Karras et al. 2018, section 4.1). */
  public boolean equalized() {
    return this == PROGAN || styled();
  }

  /** Whether the recipe says how its discriminators make maps smaller. */
  public boolean choosesDownsampling() {
    return choosesDownsampling;
  }

  /**
   * Whether a mapping network stands between z and w, and layers have codes of their own; such
   * networks have no normalisation that a recipe chooses.
   */
  public boolean styled() {
    return this == STYLEGAN || this == STYLEGAN2;
  }

  /**
   * How many layers of its generator have styles, two for each size; 0 without a mapping network.
   *
   * @param size height and width in pixels, which {@link #fits}
   */
  public int styledLayers(int size) {
    return styled() ? 2 * (1 + Integer.numberOfTrailingZeros(size / smallest)) : 0;
  }

  /**
   * The size that each styled layer works at, from the coarsest: two layers for each size, as many
   * as {@link #styledLayers}. StyleGAN2 begins with one layer of the smallest size; its last style
   * is that of the finished picture (Karras et al. 2020, figure 7).
   *
   * @param size height and width in pixels, which {@link #fits}
   */
  public List<Integer> styledSizes(int size) {
    int before = this == STYLEGAN2 ? 1 : 0;
    return IntStream.range(before, before + styledLayers(size))
        .mapToObj(i -> Math.min(size, smallest << i / 2))
        .toList();
  }

  /** Side of the maps that its pictures double from, in pixels; 0 where they need not. */
  public int smallest() {
    return smallest;
  }

  /**
   * Whether its networks can be made for pictures of a size.
   *
   * @param size height and width in pixels
   */
  public boolean fits(int size) {
    return smallest == 0
        || size > smallest && size % smallest == 0 && Integer.bitCount(size / smallest) == 1;
  }
}
