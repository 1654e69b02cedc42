package studio.saddlepoint.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.recipe.network.Architecture;
import studio.saddlepoint.recipe.network.DiscriminatorConditioning;
import studio.saddlepoint.recipe.network.DiscriminatorSettings;
import studio.saddlepoint.recipe.network.EncoderSettings;
import studio.saddlepoint.recipe.network.GeneratorConditioning;
import studio.saddlepoint.recipe.network.GeneratorSettings;
import studio.saddlepoint.recipe.network.LatentPrior;
import studio.saddlepoint.recipe.network.Normalization;
import studio.saddlepoint.recipe.network.PictureRange;

/** The rules by which choices of a network exclude each other. */
final class NetworkRules {
  private static final List<String> NORMALIZATIONS =
      List.of("generator.normalization", "discriminator.normalization", "encoder.normalization");

  private NetworkRules() {}

  /**
   * Checks the networks and the size of their pictures.
   *
   * @throws StudioException if something cannot be built, with the reason
   */
  static void check(
      GeneratorSettings generator,
      DiscriminatorSettings discriminator,
      EncoderSettings encoder,
      MethodSettings method,
      int size) {
    checkSize(generator.architecture(), method.kind(), size);
    if (generator.architecture().dense()) {
      refuseMaps("generator", generator, generator.normalization(), generator.attention());
      if (method.kind().judges()) {
        refuseMaps(
            "discriminator", generator, discriminator.normalization(), discriminator.attention());
      }
    }
    GrowingRules.check(generator, discriminator, method, size);
    if (generator.architecture() == Architecture.R3GAN) {
      refuseSpectralNorm("generator", generator.spectralNorm());
      refuseSpectralNorm("discriminator", method.kind().judges() && discriminator.spectralNorm());
    }
    if (method.kind() == MethodKind.VAE) {
      checkVae(generator, encoder);
    }
    if (method.kind() == MethodKind.BEGAN) {
      checkAutoencoder(discriminator, method.conditional());
    }
    if (method.conditional()
        && generator.conditioning() == GeneratorConditioning.BATCH_NORM
        && generator.architecture().styled()) {
      throw new StudioException(
          "generator.conditioning is batch-norm while generator.architecture is "
              + generator.architecture().id()
              + ", which has no batch norm: the class is joined to z. Set it to embedding.");
    }
    if (method.conditional()
        && generator.conditioning() == GeneratorConditioning.BATCH_NORM
        && generator.normalization() != Normalization.BATCH) {
      throw new StudioException(
          "generator.conditioning is batch-norm while generator.normalization is "
              + generator.normalization().id()
              + ": the class chooses the scales of batch norm. Set the normalization to batch.");
    }
  }

  /**
   * Why a recipe does not say what its networks are; empty where it does. Such a recipe opens, and
   * a run that has begun with it goes on as it was; a new one is not begun.
   *
   * @return a sentence that names the fields and what to change
   */
  static Optional<String> refusalOfNew(Recipe recipe) {
    if (recipe.generator().architecture() == Architecture.IMPORTED) {
      return Optional.of(
          "generator.architecture is imported: such a generator came as a file, without a discriminator, and cannot be trained. Choose another architecture.");
    }
    if (recipe.generator().architecture() == Architecture.R3GAN) {
      return normalized(recipe)
          .map(
              key ->
                  key
                      + " is "
                      + HyperParameters.of(key).format(HyperParameters.of(key).get(recipe))
                      + " while generator.architecture is r3gan, whose networks have no normalisation. Set it to none.");
    }
    if (recipe.generator().architecture().styled()) {
      return refusalOfNorms(recipe);
    }
    return recipe.method().kind().judges()
            && recipe.generator().architecture().dense()
            && recipe.discriminator().normalization() == Normalization.BATCH
        ? Optional.of(
            "discriminator.normalization is batch while generator.architecture is "
                + recipe.generator().architecture().id()
                + ", whose discriminators have no batch norm. Set it to none, which is what such recipes have always been trained with, or to layer.")
        : Optional.empty();
  }

  /** The first setting that gives a network of the recipe's method a normalisation. */
  private static Optional<String> normalized(Recipe recipe) {
    return NORMALIZATIONS.stream()
        .filter(key -> recipe.method().kind().uses(key))
        .filter(key -> HyperParameters.of(key).get(recipe) != Normalization.NONE)
        .findFirst();
  }

  /** Style-based networks have no normalisation that could be chosen. */
  private static Optional<String> refusalOfNorms(Recipe recipe) {
    Map<String, Normalization> chosen = new LinkedHashMap<>();
    chosen.put("generator", recipe.generator().normalization());
    if (recipe.method().kind() == MethodKind.VAE) {
      chosen.put("encoder", recipe.encoder().normalization());
    }
    if (recipe.method().kind().judges()) {
      chosen.put("discriminator", recipe.discriminator().normalization());
    }
    chosen.values().removeIf(each -> each == Normalization.NONE);
    return chosen.entrySet().stream()
        .findFirst()
        .map(
            each ->
                each.getKey()
                    + ".normalization is "
                    + each.getValue().id()
                    + " while generator.architecture is "
                    + recipe.generator().architecture().id()
                    + ", whose networks have no normalisation of that kind. Set "
                    + String.join(
                        " and ",
                        chosen.keySet().stream().map(key -> key + ".normalization").toList())
                    + " to none.");
  }

  /**
   * What a recipe has where it leaves out a key: the default, but for a choice that the
   * architecture does not have, and the reference batch, which once was as large as the others.
   *
   * @param key of the hyper-parameter
   * @param said what the recipe says of a key, as JSON has it; empty where it leaves that out
   * @param usual the default, as JSON has it
   */
  static String leftOut(String key, UnaryOperator<String> said, String usual) {
    String architecture = said.apply("generator.architecture");
    if (key.equals("discriminator.normalization") && is(architecture, Architecture::dense)
        || isOfPlayer(key, said.apply("method.kind"))
            && (architecture.equals(Architecture.R3GAN.id())
                || is(architecture, Architecture::styled))) {
      return Normalization.NONE.id();
    }
    boolean compares =
        Stream.of("generator.normalization", "discriminator.normalization")
            .anyMatch(each -> said.apply(each).equals(Normalization.VIRTUAL_BATCH.id()));
    String batch = said.apply("training.batchSize");
    return key.equals("training.referenceSize") && compares && batch.matches("\\d{1,9}")
        ? Integer.toString(Math.min(Integer.parseInt(batch), Integer.parseInt(usual)))
        : usual;
  }

  /** Whether a key is the normalisation of a network that the method has. */
  private static boolean isOfPlayer(String key, String method) {
    return key.endsWith(".normalization")
            && key.startsWith("encoder.") == method.equals(MethodKind.VAE.id())
        || key.equals("generator.normalization");
  }

  private static boolean is(String architecture, Predicate<Architecture> kind) {
    return Architecture.trained().stream()
        .anyMatch(each -> kind.test(each) && each.id().equals(architecture));
  }

  /** An autoencoder for BEGAN that an architecture has none of is BEGAN's own. */
  private static void checkSize(Architecture architecture, MethodKind kind, int size) {
    boolean borrowed = kind == MethodKind.BEGAN && architecture.dense();
    Architecture bound = borrowed ? Architecture.ENCODER_DECODER : architecture;
    if (!bound.fits(size)) {
      throw new StudioException(
          "data.size is "
              + size
              + " while generator.architecture is "
              + architecture.id()
              + (borrowed ? " and method.kind is began" : "")
              + ": its maps double from "
              + bound.smallest()
              + "x"
              + bound.smallest()
              + " and never come to that. Set data.size to 32, or generator.architecture to "
              + Architecture.DENSE_CONV.id()
              + ", which takes any size.");
    }
  }

  private static void checkVae(GeneratorSettings generator, EncoderSettings encoder) {
    if (generator.prior() != LatentPrior.NORMAL) {
      throw new StudioException(
          "generator.prior is "
              + generator.prior().id()
              + " while method.kind is vae: its codes are normal. Set it to normal.");
    }
    if (generator.range() == PictureRange.LINEAR) {
      throw new StudioException(
          "generator.range is linear while method.kind is vae: its pixels are chances or means between 0 and 1. Set it to signed or unit.");
    }
    if (encoder.normalization() == Normalization.VIRTUAL_BATCH
        || generator.normalization() == Normalization.VIRTUAL_BATCH) {
      throw new StudioException(
          (generator.normalization() == Normalization.VIRTUAL_BATCH ? "generator" : "encoder")
              + ".normalization is virtual-batch while method.kind is vae: its codes are no reference batch. Set it to batch or layer.");
    }
    if (generator.architecture().dense()) {
      refuseMaps("encoder", generator, encoder.normalization(), false);
    }
  }

  private static void checkAutoencoder(DiscriminatorSettings settings, boolean conditional) {
    if (settings.minibatchDeviation() || settings.minibatchDiscrimination()) {
      throw new StudioException(
          "discriminator."
              + (settings.minibatchDeviation() ? "minibatchDeviation" : "minibatchDiscrimination")
              + " is on while method.kind is began: an autoencoder has no features beside a logit to add to. Switch it off.");
    }
    if (conditional && settings.conditioning() != DiscriminatorConditioning.CONCATENATION) {
      throw new StudioException(
          "discriminator.conditioning is "
              + settings.conditioning().id()
              + " while method.kind is began: an autoencoder has no logit to add to. Set it to concatenation.");
    }
  }

  private static void refuseSpectralNorm(String network, boolean on) {
    if (on) {
      throw new StudioException(
          network
              + ".spectralNorm is on while generator.architecture is r3gan: the last weights of its blocks begin at 0, which have no norm to be divided by. Switch it off.");
    }
  }

  private static void refuseMaps(
      String network, GeneratorSettings generator, Normalization normalization, boolean attention) {
    if (normalization == Normalization.INSTANCE) {
      throw new StudioException(
          network
              + ".normalization is instance while generator.architecture is "
              + generator.architecture().id()
              + ": dense layers have no maps to normalise over. Set it to layer, or take another architecture.");
    }
    if (attention) {
      throw new StudioException(
          network
              + ".attention is on while generator.architecture is "
              + generator.architecture().id()
              + ": dense layers have no maps to attend over. Switch it off, or take another architecture.");
    }
  }
}
