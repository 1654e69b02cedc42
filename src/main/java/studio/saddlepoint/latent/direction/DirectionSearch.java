package studio.saddlepoint.latent.direction;

import java.util.Optional;
import java.util.OptionalInt;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;

/**
 * A request for directions.
 *
 * @param method how to find them
 * @param attribute the class or factor that they are to mean; empty where the method finds what
 *     there is
 * @param space which codes they are to move; empty for w where there is a mapping network, and
 *     otherwise z
 * @param layers the styled layers that they are to move
 * @param count how many; 1 where they are to mean an attribute
 * @param samples codes that are looked at; empty for as many as the method needs
 * @param stage of {@link DirectionMethod#PCA} without a mapping network: after how many stages
 *     activations are taken
 * @param ascent of {@link DirectionMethod#CLASSIFIER}
 * @param seed of the codes
 */
public record DirectionSearch(
    DirectionMethod method,
    Optional<String> attribute,
    Optional<Space> space,
    LayerRange layers,
    int count,
    OptionalInt samples,
    int stage,
    AttributeAscent ascent,
    long seed) {
  /** More take minutes and say little more. */
  public static final int MOST_SAMPLES = 50_000;

  /** Fewer say nothing. */
  public static final int LEAST_SAMPLES = 20;

  private static final int MOST_STAGES = 8;

  /** Checks what can be checked without a generator. */
  public DirectionSearch {
    if (method.ofAttribute() && attribute.isEmpty()) {
      throw new StudioException(
          "The method " + method.id() + " needs a class or a factor: say which.");
    }
    if (!method.ofAttribute() && attribute.isPresent()) {
      throw new StudioException(
          "The method "
              + method.id()
              + " finds what there is, not \""
              + attribute.get()
              + "\": take classifier, means or logistic for that.");
    }
    if (count < 1 || method.ofAttribute() && count != 1) {
      throw new StudioException(
          English.of(
              "%d directions cannot be found by %s: ask for %s.",
              count, method.id(), method.ofAttribute() ? "1" : "1 or more"));
    }
    samples.ifPresent(DirectionSearch::requireSamples);
    if (stage < 1 || stage > MOST_STAGES) {
      throw new StudioException(
          English.of("The stage is %d: it must be between 1 and %d.", stage, MOST_STAGES));
    }
  }

  private static void requireSamples(int samples) {
    if (samples < LEAST_SAMPLES || samples > MOST_SAMPLES) {
      throw new StudioException(
          English.of(
              "%d codes were asked for: look at %d to %d.", samples, LEAST_SAMPLES, MOST_SAMPLES));
    }
  }

  /** Directions that the generator has by itself. */
  public static DirectionSearch unsupervised(DirectionMethod method, int count, long seed) {
    return new DirectionSearch(
        method,
        Optional.empty(),
        Optional.empty(),
        LayerRange.ALL,
        count,
        OptionalInt.empty(),
        1,
        AttributeAscent.USUAL,
        seed);
  }

  /** The direction of a class or factor. */
  public static DirectionSearch of(DirectionMethod method, String attribute, long seed) {
    return new DirectionSearch(
        method,
        Optional.of(attribute),
        Optional.empty(),
        LayerRange.ALL,
        1,
        OptionalInt.empty(),
        1,
        AttributeAscent.USUAL,
        seed);
  }

  /** The same in a space. */
  public DirectionSearch in(Space other) {
    return new DirectionSearch(
        method, attribute, Optional.of(other), layers, count, samples, stage, ascent, seed);
  }

  /** The same of some layers. */
  public DirectionSearch at(LayerRange other) {
    return new DirectionSearch(
        method, attribute, space, other, count, samples, stage, ascent, seed);
  }

  /** The same by so many codes. */
  public DirectionSearch with(int codes) {
    return new DirectionSearch(
        method, attribute, space, layers, count, OptionalInt.of(codes), stage, ascent, seed);
  }

  /** The space of a generator's codes that are searched. */
  Space spaceOf(Snapshot snapshot) {
    Space natural = snapshot.hasMapping() ? Space.W : Space.Z;
    Space wanted = space.orElse(natural);
    if (wanted == Space.W && natural == Space.Z) {
      throw new StudioException(
          "This generator has no mapping network, so w is z: find directions in z.");
    }
    if (wanted != natural && !method.ofAttribute()) {
      throw new StudioException(
          "The method " + method.id() + " finds directions in w here, not in z.");
    }
    return wanted;
  }

  /** The layers of a generator that are searched. */
  LayerRange layersOf(Snapshot snapshot) {
    if (layers.equals(LayerRange.ALL)) {
      return layers;
    }
    if (spaceOf(snapshot) == Space.Z) {
      throw new StudioException("Layers can only be chosen in w: a code z goes in at one place.");
    }
    layers.requireWithin(snapshot.w().layers());
    return layers;
  }

  /** How many codes are looked at. */
  int samplesOr(int usual) {
    return samples.orElse(usual);
  }
}
