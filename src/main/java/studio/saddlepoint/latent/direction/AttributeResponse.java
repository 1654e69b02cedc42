package studio.saddlepoint.latent.direction;

import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.Progress;

/**
 * What an attribute does along a slider.
 *
 * @param units places of the slider, ascending
 * @param means the attribute's mean over all codes at each place
 */
public record AttributeResponse(List<Double> units, List<Double> means) {
  /** Copies the lists. */
  public AttributeResponse {
    units = List.copyOf(units);
    means = List.copyOf(means);
  }

  /**
   * Measures.
   *
   * @param codes in the direction's own space and layers
   * @param attribute the attribute's place
   * @param units places of the slider
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static AttributeResponse of(
      Direction direction,
      List<JudgedCodes> codes,
      int attribute,
      List<Double> units,
      Progress progress) {
    List<Double> means = new ArrayList<>();
    for (double at : units) {
      double sum = 0;
      int count = 0;
      for (JudgedCodes batch : codes) {
        progress.checkCancelled();
        for (double[] told : batch.judge(Offsets.along(direction, at, batch.count()))) {
          sum += told[attribute];
          count++;
        }
      }
      means.add(sum / count);
    }
    return new AttributeResponse(units, means);
  }

  /** Whether the attribute rises, or falls, with every step of the slider. */
  public boolean monotonic() {
    boolean rises = true;
    boolean falls = true;
    for (int i = 1; i < means.size(); i++) {
      rises &= means.get(i) > means.get(i - 1);
      falls &= means.get(i) < means.get(i - 1);
    }
    return rises || falls;
  }
}
