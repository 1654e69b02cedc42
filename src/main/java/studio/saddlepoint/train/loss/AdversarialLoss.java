package studio.saddlepoint.train.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * The losses that the two players minimise, as pure functions of logits; means over all elements,
 * natural logarithms. Registered in {@link Losses#of}.
 */
public interface AdversarialLoss {
  /**
   * What the discriminator minimises.
   *
   * @param real logits of real pictures, any shape
   * @param fake logits of generated pictures
   * @param realTarget what it should say of the real ones; losses without targets ignore it
   * @param fakeTarget what it should say of the generated ones
   * @return a scalar
   */
  NDArray discriminator(NDArray real, NDArray fake, Target realTarget, Target fakeTarget);

  /**
   * What the generator minimises.
   *
   * @param real gives the logits of real pictures, which few losses ask for
   * @param fake logits of generated pictures
   * @return a scalar
   */
  NDArray generator(Supplier<NDArray> real, NDArray fake);

  /** What a discriminator's outputs mean, and so under which names they are told. */
  default Meaning meaning() {
    return Meaning.PROBABILITY;
  }

  /**
   * A discriminator's outputs as they are told: probabilities of being real, or as they are.
   *
   * @param logits of pictures of one kind
   * @param others of pictures of the other kind; losses that judge each picture alone ignore them
   * @return of the shape of the logits
   */
  default NDArray outputs(NDArray logits, NDArray others) {
    return meaning() == Meaning.PROBABILITY ? Activation.sigmoid(logits) : logits;
  }

  /**
   * The output to which a target drives the discriminator, as it is told.
   *
   * @param target 1 for real, 0 for generated; soft and noisy labels by their mean
   */
  default double output(double target) {
    return target;
  }

  /**
   * The output, as it is told, above which the discriminator takes a picture for real; empty where
   * its outputs are scores of which only differences count.
   */
  default OptionalDouble threshold() {
    return meaning() == Meaning.SCORE
        ? OptionalDouble.empty()
        : OptionalDouble.of((output(0) + output(1)) / 2);
  }

  /** What a discriminator's outputs mean. */
  enum Meaning {
    /** How probably a picture is real, 0 to 1: {@code d.real}, {@code d.fake}. */
    PROBABILITY("d"),

    /** Numbers that are driven to targets or beyond margins: {@code output.real}. */
    OUTPUT("output"),

    /** Scores without bounds, of which only differences count: {@code critic.real}. */
    SCORE("critic");

    private final String prefix;

    Meaning(String prefix) {
      this.prefix = prefix;
    }

    /** The name under which the mean over a kind of pictures is told. */
    public String key(String kind) {
      return prefix + "." + kind;
    }
  }
}
