package studio.saddlepoint.latent.grid;

import java.util.List;
import java.util.Map;
import studio.saddlepoint.latent.ClassMix;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Shift;
import studio.saddlepoint.latent.WTruncation;

/**
 * A picture of a grid, by all that decides it beside the weights and their noise.
 *
 * @param point its code
 * @param label its class; not used where the generator is not conditional
 * @param threshold truncation of what is drawn in z, above 0; infinite for none
 * @param inW truncation in w
 * @param shifts along directions
 * @param mix a second class
 * @param caption words below it; empty for none
 */
public record GridCell(
    LatentPoint point,
    int label,
    double threshold,
    WTruncation inW,
    List<Shift> shifts,
    ClassMix mix,
    String caption) {
  /** Copies the shifts. */
  public GridCell {
    shifts = List.copyOf(shifts);
  }

  /** A picture of a point with nothing done to its code. */
  public static GridCell of(LatentPoint point, int label) {
    return new GridCell(
        point, label, Double.POSITIVE_INFINITY, WTruncation.NONE, List.of(), ClassMix.NONE, "");
  }

  /** The same of another point. */
  public GridCell at(LatentPoint other) {
    return new GridCell(other, label, threshold, inW, shifts, mix, caption);
  }

  /** The same of one class alone. */
  public GridCell of(int other) {
    return new GridCell(point, other, threshold, inW, shifts, ClassMix.NONE, caption);
  }

  /** The same truncated in z. */
  public GridCell truncated(double other) {
    return new GridCell(point, label, other, inW, shifts, mix, caption);
  }

  /** The same truncated in w. */
  public GridCell truncated(WTruncation other) {
    return new GridCell(point, label, threshold, other, shifts, mix, caption);
  }

  /** The same along other directions. */
  public GridCell shifted(List<Shift> others) {
    return new GridCell(point, label, threshold, inW, others, mix, caption);
  }

  /** The same with words below it. */
  public GridCell called(String words) {
    return new GridCell(point, label, threshold, inW, shifts, mix, words);
  }

  /** What is done in all pictures that can be made at once. */
  Together together() {
    return new Together(threshold, mix);
  }

  /** What is done to codes that can be mapped at once. */
  Mapped mapped() {
    return new Mapped(inW, shifts);
  }

  /** What a pass has in common. */
  record Together(double threshold, ClassMix mix) {}

  /** What the first half of a pass has in common. */
  record Mapped(WTruncation inW, List<Shift> shifts) {}

  /** What files say of it, by key. */
  public Map<String, String> notes() {
    Map<String, String> notes = new java.util.LinkedHashMap<>();
    notes.put("latent", point.toString());
    if (Double.isFinite(threshold)) {
      notes.put("truncation", Double.toString(threshold));
    }
    notes.putAll(inW.notes());
    notes.putAll(Shift.notes(shifts));
    return notes;
  }
}
