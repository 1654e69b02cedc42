package studio.saddlepoint.latent.direction;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.UnaryOperator;
import studio.saddlepoint.latent.CodeGradient;

/** Some codes of a generator, and what a judge tells of their pictures when they are moved. */
public interface JudgedCodes {
  /** The codes as directions see them, {@code (N, D)}. */
  float[][] codes();

  /** What is told. */
  List<Attribute> attributes();

  /**
   * What the judge tells of moved codes.
   *
   * @param offsets by which each is moved, {@code (N, D)}
   * @return {@code (N, K)}
   */
  double[][] judge(float[][] offsets);

  /**
   * The gradient by the offsets of a number that follows from what the judge tells.
   *
   * @param offsets by which each code is moved, {@code (N, D)}
   * @param of makes a scalar of (N, K); graphs are built meanwhile
   */
  CodeGradient differentiate(float[][] offsets, UnaryOperator<NDArray> of);

  /** How many codes there are, N. */
  default int count() {
    return codes().length;
  }

  /** Offsets that move nothing. */
  default float[][] zero() {
    return new float[count()][codes()[0].length];
  }
}
