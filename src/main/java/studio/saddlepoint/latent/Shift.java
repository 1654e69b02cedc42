package studio.saddlepoint.latent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.model.WSpace;

/**
 * A step along a direction, {@code z + amount d}, or {@code w + amount d} in some styled layers.
 *
 * @param space which codes are shifted
 * @param vector d, {@code (Z)} or {@code (D)}
 * @param layers the styled layers that are shifted; of no meaning in z
 * @param amount how far, finite
 */
public record Shift(Space space, List<Float> vector, LayerRange layers, double amount) {
  /** Checks that all are numbers. */
  public Shift {
    vector = List.copyOf(vector);
    if (vector.isEmpty()
        || !vector.stream().allMatch(each -> Float.isFinite(each))
        || !Double.isFinite(amount)) {
      throw new StudioException("A direction must have numbers, all of them finite.");
    }
  }

  /** The same direction, another way along it. */
  public Shift by(double other) {
    return new Shift(space, vector, layers, other);
  }

  /** Whether a generator's codes can be shifted so. */
  public boolean fits(CodeSizes sizes) {
    return vector.size() == (space == Space.Z ? sizes.z() : sizes.w().size());
  }

  /**
   * Shifts codes z in place.
   *
   * @param z {@code (Z)}
   */
  void move(float[] z) {
    require(z.length);
    for (int i = 0; i < z.length; i++) {
      z[i] = (float) (z[i] + amount * vector.get(i));
    }
  }

  /**
   * Shifts codes w in place.
   *
   * @param w codes {@code (N, L D)}, one after the other
   */
  void move(float[] w, WSpace space) {
    require(space.size());
    int layerCount = Math.max(1, space.layers());
    for (int i = 0; i < w.length; i++) {
      if (layerCount == 1 || layers.contains(i / space.size() % layerCount)) {
        w[i] = (float) (w[i] + amount * vector.get(i % space.size()));
      }
    }
  }

  /**
   * Checks that a generator's codes can be shifted so.
   *
   * @throws StudioException if not
   */
  public void require(CodeSizes sizes) {
    require(space == Space.Z ? sizes.z() : sizes.w().size());
  }

  private void require(int size) {
    if (vector.size() != size) {
      throw new StudioException(
          English.of(
              "This direction has %d numbers, but the generator's codes %s have %d: it was found for another one.",
              vector.size(), space.id(), size));
    }
  }

  /** Such as {@code w layers 2-4 by 1.5 along 0.6,0.8}. */
  @Override
  public String toString() {
    return space.id()
        + (space == Space.Z || layers.equals(LayerRange.ALL) ? "" : " layers " + layers)
        + " by "
        + LatentPointText.number(amount)
        + " along "
        + vector.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** What files say of pictures drawn so, by key. */
  public static Map<String, String> notes(List<Shift> shifts) {
    Map<String, String> notes = new LinkedHashMap<>();
    for (int i = 0; i < shifts.size(); i++) {
      notes.put("shift-" + (i + 1), shifts.get(i).toString());
    }
    return notes;
  }
}
