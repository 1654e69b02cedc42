package studio.saddlepoint.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.method.GrowingSettings;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.recipe.network.Architecture;
import studio.saddlepoint.recipe.network.DiscriminatorSettings;
import studio.saddlepoint.recipe.network.GeneratorSettings;
import studio.saddlepoint.recipe.network.Normalization;

/** The rules of networks that grow with their pictures. */
final class GrowingRules {
  /** Side of the smallest maps of networks that grow. */
  private static final int SMALLEST = 4;

  private GrowingRules() {}

  /**
   * Checks what grows, and from where.
   *
   * @param size side of the largest pictures
   * @throws StudioException if it cannot, with the field and what to change
   */
  static void check(
      GeneratorSettings generator,
      DiscriminatorSettings discriminator,
      MethodSettings method,
      int size) {
    GrowingSettings growing = method.growing();
    if (!growing.on()) {
      return;
    }
    String from = "method.growing.from is " + growing.from();
    if (Integer.bitCount(growing.from()) != 1) {
      throw new StudioException(
          from + ", which is no power of two: sides double, so it must be 4, 8, 16, ....");
    }
    if (growing.from() < SMALLEST || growing.from() >= size) {
      throw new StudioException(
          English.of(
              "%s while data.size is %d: it must be at least %d and below that, for something to grow. 0 switches it off.",
              from, size, SMALLEST));
    }
    if (method.kind() != MethodKind.ADVERSARIAL) {
      throw new StudioException(
          from
              + " while method.kind is "
              + method.kind().id()
              + ": only a generator and a discriminator grow together. Set it to 0.");
    }
    if (!generator.architecture().grows()) {
      throw new StudioException(
          from
              + " while generator.architecture is "
              + generator.architecture().id()
              + ", whose networks do not grow. Take "
              + growers()
              + ", or set it to 0.");
    }
    if (generator.normalization() == Normalization.VIRTUAL_BATCH
        || discriminator.normalization() == Normalization.VIRTUAL_BATCH) {
      throw new StudioException(
          from
              + " with virtual batch norm, whose reference batch has one size. Choose another normalization, or set it to 0.");
    }
  }

  private static String growers() {
    List<String> ids =
        Arrays.stream(Architecture.values())
            .filter(Architecture::grows)
            .map(Architecture::id)
            .collect(Collectors.toList());
    return String.join(" or ", ids);
  }

  /**
   * Why a new training cannot grow as its recipe says; empty where it can.
   *
   * @return a sentence that names the fields and what to change
   */
  static Optional<String> refusalOfNew(Recipe recipe) {
    GrowingSettings growing = recipe.method().growing();
    if (!growing.on()) {
      return Optional.empty();
    }
    long images = images(recipe);
    return growing.stableImages() + growing.fadeImages() >= images
        ? Optional.of(
            English.of(
                "method.growing.stableImages and fadeImages are %,d together while the whole training sees %,d images: the first fade would never end. Make them smaller, or training.steps more.",
                growing.stableImages() + growing.fadeImages(), images))
        : Optional.empty();
  }

  /** What a person probably did not mean; empty where there is nothing. */
  static Optional<String> warning(Recipe recipe) {
    GrowingSettings growing = recipe.method().growing();
    int size = recipe.data().size();
    if (!growing.on() || refusalOfNew(recipe).isPresent()) {
      return Optional.empty();
    }
    long images = images(recipe);
    return growing.images(size) >= images
        ? Optional.of(
            English.of(
                "The networks are grown to %d pixels after %,d images, but the whole training sees %,d: it ends on smaller pictures.",
                size, growing.images(size), images))
        : Optional.empty();
  }

  private static long images(Recipe recipe) {
    return StepCounts.NONE.then(recipe.inImages(), 0, recipe.training().steps()).imagesSeen();
  }
}
