package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.util.function.Supplier;

/**
 * Style mixing (Karras et al. 2019, section 3.1): the first layers of pictures have one code, the
 * rest another; where they part is drawn once a batch (as StyleGAN2-ADA has it).
 *
 * @param probability share of batches that are mixed; 0 draws no random numbers
 */
public record StyleMixing(double probability) {
  /**
   * Codes that are mixed, or as they are.
   *
   * @param w (N, L, D); codes without layers stay as they are
   * @param layers the first of the L, among which they part: those that a network which grows has
   *     by now
   * @param other gives other codes of the same classes
   * @param random decides whether and where
   */
  public NDArray mix(NDArray w, int layers, Supplier<NDArray> other, RandomSource random) {
    if (probability == 0 || w.getShape().dimension() != 3 || layers < 2) {
      return w;
    }
    boolean mixes = random.next() < probability;
    int crossover = 1 + (int) (random.next() * (layers - 1));
    return mixes ? crossed(w, other.get(), crossover) : w;
  }

  /**
   * The first layers of one code, the others of another.
   *
   * @param coarse (N, L, D)
   * @param fine (N, L, D)
   * @param crossover the first layer that is fine's, 0 to L
   */
  public static NDArray crossed(NDArray coarse, NDArray fine, int crossover) {
    return NDArrays.concat(
        new NDList(
            coarse.get(new NDIndex(":, :" + crossover)),
            fine.get(new NDIndex(":, " + crossover + ":"))),
        1);
  }
}
