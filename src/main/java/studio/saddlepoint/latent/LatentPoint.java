package studio.saddlepoint.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * A latent code by how it came about, so that a short text brings back the very same picture:
 * {@code 42}, {@code slerp(42,7,0.3)}, {@code vary(slerp(42,7,0.3),0.25,9)}; of the sample sheets
 * of a run with seed 1, the fourth sample {@code sheet(1,3)}; by its numbers {@code
 * code(0.5,-1.25)}, or in w {@code w(0.5,-1.25)}. {@link #toString()} writes the text, {@link
 * #parse} reads it.
 */
public sealed interface LatentPoint
    permits LatentPoint.Seed,
        LatentPoint.Sheet,
        LatentPoint.Given,
        LatentPoint.Between,
        LatentPoint.Varied,
        CodeInW,
        BetweenInW,
        InPlane,
        PlaneInW {
  /**
   * The code in z.
   *
   * @param size numbers in the code
   * @param threshold truncation of everything that is drawn, above 0; infinite for none
   * @return code {@code (Z)}
   * @throws StudioException if it is {@link #inW}
   */
  default float[] code(int size, double threshold) {
    throw new StudioException(
        "This code is one in w, behind the mapping network: there is no code z for it.");
  }

  /** Whether it is a code in w, so that there is no code z for it. */
  default boolean inW() {
    return false;
  }

  /**
   * The code in w, not truncated there.
   *
   * @param half the first half of the generator
   * @param threshold truncation of everything that is drawn in z, above 0; infinite for none
   * @return code {@code (L D)} or {@code (D)}
   */
  default float[] w(ToW half, double threshold) {
    return half.map(code(half.sizes().z(), threshold));
  }

  /**
   * The same code where the ways, planes and variations that it comes from go through w; a code
   * that comes from none of them is as it was.
   */
  default LatentPoint waysInW() {
    return this;
  }

  /** Whether there is such a code for a generator whose codes are so long. */
  default boolean fits(CodeSizes sizes) {
    return true;
  }

  /**
   * A code drawn from a seed.
   *
   * @param seed where the draw begins
   */
  record Seed(long seed) implements LatentPoint {
    @Override
    public float[] code(int size, double threshold) {
      return LatentCodes.truncated(1, size, threshold, seed)[0];
    }

    @Override
    public String toString() {
      return Long.toString(seed);
    }
  }

  /**
   * The code of a sample of a run's sample sheets, see {@link SheetCodes}.
   *
   * @param seed the run's
   * @param index which sample, in the order in which the sheet was drawn, from 0
   */
  record Sheet(long seed, int index) implements LatentPoint {
    private static final int MOST = 100_000;

    /** Checks the place. */
    public Sheet {
      if (index < 0 || index > MOST) {
        throw new StudioException(
            "The sample of a sheet is " + index + ": it must be between 0 and " + MOST + ".");
      }
    }

    @Override
    public float[] code(int size, double threshold) {
      return SheetCodes.code(seed, index, size, threshold);
    }

    @Override
    public String toString() {
      return "sheet(" + seed + "," + index + ")";
    }
  }

  /**
   * A code by its numbers, such as one that an encoder found.
   *
   * @param numbers {@code (Z)}; not truncated, for they were not drawn
   */
  record Given(List<Float> numbers) implements LatentPoint {
    /** Checks that there is a number, and that all are finite. */
    public Given {
      numbers = List.copyOf(numbers);
      if (numbers.isEmpty() || !numbers.stream().allMatch(each -> Float.isFinite(each))) {
        throw new StudioException("A code must have numbers, all of them finite.");
      }
    }

    @Override
    public boolean fits(CodeSizes sizes) {
      return numbers.size() == sizes.z();
    }

    /** Numbers as a list. */
    public static List<Float> numbers(float[] code) {
      List<Float> numbers = new ArrayList<>();
      for (float each : code) {
        numbers.add(each);
      }
      return numbers;
    }

    @Override
    public float[] code(int size, double threshold) {
      if (numbers.size() != size) {
        throw new StudioException(
            English.of(
                "This code has %d numbers, but the generator takes %d: it was found for another one.",
                numbers.size(), size));
      }
      float[] code = new float[size];
      for (int i = 0; i < size; i++) {
        code[i] = numbers.get(i);
      }
      return code;
    }

    @Override
    public String toString() {
      return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "code(", ")"));
    }
  }

  /**
   * A code between two.
   *
   * @param way along the line or the arc
   * @param a the code at t = 0
   * @param b the code at t = 1
   * @param t place between, 0 to 1
   */
  record Between(Interpolation way, LatentPoint a, LatentPoint b, double t) implements LatentPoint {
    /** Checks the place. */
    public Between {
      requireShare("The place between two codes", t);
    }

    @Override
    public float[] code(int size, double threshold) {
      return way.between(a.code(size, threshold), b.code(size, threshold), t);
    }

    @Override
    public boolean fits(CodeSizes sizes) {
      return a.fits(sizes) && b.fits(sizes);
    }

    /** Between codes of which one is in w, the way is in w, too. */
    @Override
    public boolean inW() {
      return a.inW() || b.inW();
    }

    @Override
    public float[] w(ToW half, double threshold) {
      return inW()
          ? new BetweenInW(way, a, b, t).w(half, threshold)
          : LatentPoint.super.w(half, threshold);
    }

    @Override
    public LatentPoint waysInW() {
      return new BetweenInW(way, a.waysInW(), b.waysInW(), t);
    }

    @Override
    public String toString() {
      return way.id() + "(" + a + "," + b + "," + LatentPointText.number(t) + ")";
    }
  }

  /**
   * A code near another, see {@link LatentCodes#vary}.
   *
   * @param base the code that is varied
   * @param strength 0 for the base itself to 1 for another code altogether
   * @param seed where the noise is drawn from
   */
  record Varied(LatentPoint base, double strength, long seed) implements LatentPoint {
    /** Checks the strength. */
    public Varied {
      requireShare("The strength of a variation", strength);
    }

    @Override
    public float[] code(int size, double threshold) {
      return LatentCodes.vary(
          base.code(size, threshold), LatentCodes.truncated(1, size, threshold, seed)[0], strength);
    }

    @Override
    public boolean fits(CodeSizes sizes) {
      return base.fits(sizes);
    }

    @Override
    public boolean inW() {
      return base.inW();
    }

    /** Towards another code in w, part of the way. */
    @Override
    public LatentPoint waysInW() {
      return new BetweenInW(Interpolation.LERP, base.waysInW(), new Seed(seed), strength);
    }

    /** In w, part of the way towards the code that is drawn. */
    @Override
    public float[] w(ToW half, double threshold) {
      return inW()
          ? new BetweenInW(Interpolation.LERP, base, new Seed(seed), strength).w(half, threshold)
          : LatentPoint.super.w(half, threshold);
    }

    @Override
    public String toString() {
      return "vary(" + base + "," + LatentPointText.number(strength) + "," + seed + ")";
    }
  }

  /**
   * Reads what {@link #toString()} wrote.
   *
   * @param text such as {@code 42} or {@code vary(42,0.25,9)}
   * @throws StudioException if it cannot be read
   */
  static LatentPoint parse(String text) {
    return new LatentPointText(text).read();
  }

  static void requireShare(String what, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new StudioException(what + " is " + share + ": it must be between 0 and 1.");
    }
  }
}
