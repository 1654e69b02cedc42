package studio.saddlepoint.lab.microscope;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A layer under the microscope.
 *
 * @param layer which one
 * @param unit that was chosen
 * @param examples of the batch
 * @param entering the numbers that come in
 * @param leaving the numbers that come out
 * @param curve what becomes of a number, where the layer is an activation
 * @param dead share of the units that let no gradient through at any example, where the layer is an
 *     activation
 * @param norm statistics, where it is a batch norm
 * @param filters its weights
 * @param field of the unit
 */
public record LayerLook(
    LayerInfo layer,
    UnitPlace unit,
    int examples,
    Spread entering,
    Spread leaving,
    Optional<Curve> curve,
    OptionalDouble dead,
    Optional<NormStatistics> norm,
    Filters filters,
    Field field) {
  /** An activation's curve, (x, y) in order of x. */
  public record Curve(double[] x, double[] y) {}
}
