package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import java.util.function.BinaryOperator;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Resolution;

/**
 * The two halves of a generator as functions, as while training, so that a method sees w: mixes
 * styles between them (Karras et al. 2019, section 3.1), or takes the gradient of pictures by w
 * (path length, Karras et al. 2020, section 3.2).
 */
public interface GeneratorHalves {
  /**
   * From z to w.
   *
   * @param z (N, latent size), normal
   * @param labels (N) int64; not used where there are no classes
   * @return (N, L, D), or (N, D) where layers have no codes of their own
   */
  NDArray map(NDArray z, NDArray labels);

  /**
   * From w to pictures.
   *
   * @param w as {@link #map} gives them
   * @param labels (N) int64; not used where there are no classes
   * @param random where the noise comes from that layers add, and what is dropped
   * @return (N, ...) in the networks' own range
   */
  NDArray synthesize(NDArray w, NDArray labels, RandomSource random);

  /**
   * Moves the running mean of w by the codes of a move of the generator; nothing where there is
   * none.
   *
   * @param w as {@link #map} gives them
   */
  default void moveMean(NDArray w) {}

  /**
   * Both halves of a generator.
   *
   * @param resolution that it stands at; empty for its largest
   */
  static GeneratorHalves of(Generator generator, Optional<Resolution> resolution) {
    return new GeneratorHalves() {
      @Override
      public NDArray map(NDArray z, NDArray labels) {
        return generator.map(z, generator.context(labels, true));
      }

      @Override
      public NDArray synthesize(NDArray w, NDArray labels, RandomSource random) {
        return generator.pixels(w, random.in(context(labels)));
      }

      private ForwardContext context(NDArray labels) {
        ForwardContext told = generator.context(labels, true);
        return resolution.map(told::withResolution).orElse(told);
      }

      @Override
      public void moveMean(NDArray w) {
        generator.moveMeanW(w);
      }
    };
  }

  /**
   * A generator whose w is z.
   *
   * @param generate (z, labels) to pictures
   */
  static GeneratorHalves ofWhole(BinaryOperator<NDArray> generate) {
    return new GeneratorHalves() {
      @Override
      public NDArray map(NDArray z, NDArray labels) {
        return z;
      }

      @Override
      public NDArray synthesize(NDArray w, NDArray labels, RandomSource random) {
        return generate.apply(w, labels);
      }
    };
  }
}
