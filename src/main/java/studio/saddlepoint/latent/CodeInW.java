package studio.saddlepoint.latent;

import java.util.List;
import java.util.stream.Collectors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.model.WSpace;

/**
 * A code in w by its numbers, such as one that was found for a picture: {@code w(0.5,-1.25)}.
 *
 * @param numbers {@code (D)}, the same for all styled layers, or {@code (L D)}, layer by layer
 */
public record CodeInW(List<Float> numbers) implements LatentPoint {
  /** Checks that there is a number, and that all are finite. */
  public CodeInW {
    numbers = List.copyOf(numbers);
    if (numbers.isEmpty() || !numbers.stream().allMatch(each -> Float.isFinite(each))) {
      throw new StudioException("A code in w must have numbers, all of them finite.");
    }
  }

  @Override
  public boolean inW() {
    return true;
  }

  @Override
  public boolean fits(CodeSizes sizes) {
    return numbers.size() == sizes.w().size() || numbers.size() == sizes.w().length();
  }

  @Override
  public float[] w(ToW half, double threshold) {
    WSpace space = half.sizes().w();
    if (!fits(half.sizes())) {
      throw new StudioException(
          English.of(
              "This code in w has %d numbers, but the generator takes %s: it was found for another one.",
              numbers.size(),
              space.layers() > 1
                  ? English.of(
                      "%d, or %d for each of %d layers",
                      space.length(), space.size(), space.layers())
                  : Integer.toString(space.size())));
    }
    float[] w = new float[space.length()];
    for (int i = 0; i < w.length; i++) {
      w[i] = numbers.get(i % numbers.size());
    }
    return w;
  }

  @Override
  public String toString() {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "w(", ")"));
  }
}
