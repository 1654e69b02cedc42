package studio.saddlepoint.lab.microscope;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.LayerObserver;
import studio.saddlepoint.nn.Span;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;

/**
 * Finds the pixels that a unit has to do with: by theory, and at a picture.
 *
 * @param passes through the networks
 * @param shape of the pictures
 * @param layer whose unit
 * @param info of the layer
 * @param unit which one
 */
record Fields(Passes passes, ImageShape shape, Layer layer, LayerInfo info, UnitPlace unit) {
  /** A change of a logit below this share of the largest is rounding. */
  private static final double ROUNDING = 1e-5;

  /** A discriminator's: by the gradient of the unit by each pixel. */
  Field seen(float[] pixels, int label) {
    List<NDArray> found = new ArrayList<>();
    LayerObserver watch =
        (passed, in, out) -> {
          if (passed == layer) {
            found.add(unit(out));
          }
          return out;
        };
    Autograd.enable(true);
    try {
      NDArray x = Autograd.require(passes.array(pixels, shape), true);
      passes.judge(x, new int[] {label}, ForwardContext.of(false).watchedBy(watch));
      float[] gradient = Autograd.gradients(found.get(0).sum(), List.of(x)).get(0).toFloatArray();
      return field(
          pixels,
          passes.root(Side.REAL).seesFrom(layer, Span.at(unit.row(info))),
          passes.root(Side.REAL).seesFrom(layer, Span.at(unit.column(info))),
          strength(gradient, 0));
    } finally {
      Autograd.enable(false);
    }
  }

  /** The last example's unit: before it may stand a reference batch. */
  private NDArray unit(NDArray out) {
    long last = out.getShape().get(0) - 1;
    return info.spatial()
        ? out.get(
            new NDIndex(
                "{}, {}, {}, {}", last, unit.channel(info), unit.row(info), unit.column(info)))
        : out.get(new NDIndex("{}", last)).flatten().get(new NDIndex("{}", unit.channel(info)));
  }

  /** A generator's: by what changes in the picture as the unit does. */
  Field changed(float[] z, int label, double nudge) {
    LayerObserver watch = (passed, in, out) -> passed == layer ? out.add(nudged(out, nudge)) : out;
    float[] logits =
        passes
            .logits(
                new float[][] {z, z},
                new int[] {label, label},
                ForwardContext.of(false).watchedBy(watch))
            .toFloatArray();
    float[] pixels =
        passes
            .pictures(new float[][] {z}, new int[] {label}, ForwardContext.of(false))
            .toFloatArray();
    int half = logits.length / 2;
    float[] change = new float[half];
    double largest = 0;
    for (int i = 0; i < half; i++) {
      change[i] = logits[half + i] - logits[i];
      largest = Math.max(largest, Math.abs(logits[i]));
    }
    return field(
        pixels,
        passes.root(Side.GENERATOR).reachesFrom(layer, Span.at(unit.row(info))),
        passes.root(Side.GENERATOR).reachesFrom(layer, Span.at(unit.column(info))),
        strength(change, ROUNDING * largest));
  }

  /** Zeros, but for the last example's unit. */
  private NDArray nudged(NDArray out, double nudge) {
    Shape one = out.getShape();
    int size = Math.toIntExact(one.size());
    int each = Math.toIntExact(size / one.get(0));
    float[] values = new float[size];
    int places = Math.max(1, info.height()) * Math.max(1, info.width());
    int place = info.spatial() ? unit.row(info) * info.width() + unit.column(info) : 0;
    values[size - each + unit.channel(info) * places + place] = (float) nudge;
    return ArrayScopes.of(out.getManager(), values, one);
  }

  /** Of all channels together, the strongest pixel being 1. */
  private float[] strength(float[] change, double least) {
    int plane = shape.height() * shape.width();
    float[] strength = new float[plane];
    float most = 0;
    for (int p = 0; p < plane; p++) {
      for (int c = 0; c < shape.channels(); c++) {
        float size = Math.abs(change[c * plane + p]);
        strength[p] += size > least ? size : 0;
      }
      most = Math.max(most, strength[p]);
    }
    for (int p = 0; p < plane && most > 0; p++) {
      strength[p] /= most;
    }
    return strength;
  }

  private Field field(
      float[] pixels, Optional<Span> rows, Optional<Span> columns, float[] strength) {
    boolean known = rows.isPresent() && columns.isPresent();
    return new Field(
        PictureConversion.of(pixels, 0, shape),
        known,
        rows.orElse(Span.ALL).within(shape.height()),
        columns.orElse(Span.ALL).within(shape.width()),
        strength);
  }
}
