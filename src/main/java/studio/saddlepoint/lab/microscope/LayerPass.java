package studio.saddlepoint.lab.microscope;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.LayerObserver;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.norm.BatchNorm;
import studio.saddlepoint.nn.norm.ConditionalBatchNorm;

/** Takes down what goes through one layer. */
final class LayerPass implements LayerObserver {
  private static final int BARS = 64;
  private static final int POINTS = 129;

  /** A little more of what enters. */
  private static final float STEP = 0.01f;

  private final Layer layer;
  private final int examples;
  private float[] entering = new float[0];
  private float[] leaving = new float[0];
  private float[] moved = new float[0];

  /**
   * Nothing yet.
   *
   * @param layer which one
   * @param examples of the batch; what stands before them in it, such as a reference batch, is left
   *     out
   */
  LayerPass(Layer layer, int examples) {
    this.layer = layer;
    this.examples = examples;
  }

  @Override
  public NDArray passed(Layer passed, NDArray in, NDArray out) {
    if (passed == layer) {
      entering = examples(in);
      leaving = examples(out);
      moved = bends() ? examples(layer.apply(in.add(STEP), false)) : moved;
    }
    return out;
  }

  private boolean bends() {
    return layer instanceof StatelessLayer stateless && stateless.bends();
  }

  private float[] examples(NDArray array) {
    float[] all = array.toFloatArray();
    int count = Math.toIntExact(all.length / array.getShape().get(0)) * examples;
    return count == all.length ? all : Arrays.copyOfRange(all, all.length - count, all.length);
  }

  /** A change of a unit that is as large as its layer's usual ones. */
  double nudge() {
    return Math.max(1e-2, Spread.of(leaving, 1).deviation());
  }

  /** The share of the units that no gradient gets through; only activations have them. */
  OptionalDouble dead() {
    return bends()
        ? OptionalDouble.of(DeadUnits.share(leaving, moved, examples))
        : OptionalDouble.empty();
  }

  /** What was seen, with the unit's field. */
  LayerLook look(LayerInfo info, UnitPlace unit, Field field, NDManager manager) {
    Spread in = Spread.of(entering, BARS);
    return new LayerLook(
        info,
        unit,
        examples,
        in,
        Spread.of(leaving, BARS),
        curve(in, manager),
        dead(),
        norm(info),
        Filters.of(layer, unit.channel(info)),
        field);
  }

  /** The layer's own curve, over all that comes in. */
  private Optional<LayerLook.Curve> curve(Spread in, NDManager manager) {
    if (!bends()) {
      return Optional.empty();
    }
    double low = Math.min(in.low(), -1);
    double high = Math.max(in.high(), 1);
    float[] xs = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      xs[i] = (float) (low + (high - low) * i / (POINTS - 1));
    }
    float[] ys = layer.apply(manager.create(xs), false).toFloatArray();
    double[] x = new double[POINTS];
    double[] y = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      x[i] = xs[i];
      y[i] = ys[i];
    }
    return Optional.of(new LayerLook.Curve(x, y));
  }

  private Optional<NormStatistics> norm(LayerInfo info) {
    if (!(layer instanceof BatchNorm) && !(layer instanceof ConditionalBatchNorm)) {
      return Optional.empty();
    }
    List<NDArray> kept = layer.statistics();
    return Optional.of(
        NormStatistics.of(
            entering,
            info.channels(),
            examples,
            kept.get(0).toFloatArray(),
            kept.get(1).toFloatArray()));
  }
}
