package studio.saddlepoint.run.imported;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.ScriptedForm;
import studio.saddlepoint.model.ScriptedGenerators;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.recipe.network.LatentPrior;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/**
 * A generator's files tried on a few codes: what it takes for a label, what it makes, and whether
 * gradients go through. Its code runs.
 */
final class GeneratorTrial {
  private static final int CODES = 16;

  /** Sides of pictures that the program works with, from the largest. */
  private static final List<Integer> SIDES = List.of(128, 64, 32, 28);

  /** What rounding may add to a bound. */
  private static final double SLACK = 0.01;

  private final List<Path> files;
  private final ScriptedGenerators.Told told;
  private final int latentSize;
  private final LatentPrior prior;
  private final List<String> classNames;

  GeneratorTrial(
      List<Path> files,
      ScriptedGenerators.Told told,
      int latentSize,
      LatentPrior prior,
      List<String> classNames) {
    this.files = files;
    this.told = told;
    this.latentSize = latentSize;
    this.prior = prior;
    this.classNames = classNames;
  }

  /**
   * Finds how the files are called.
   *
   * @param unit whether pictures are in 0..1, where a person says it; otherwise it is seen
   * @throws StudioException if they fail, or make no pictures
   */
  ScriptedForm find(Optional<Boolean> unit) {
    List<ScriptedForm.Labels> ways =
        told.labelled()
            ? List.of(ScriptedForm.Labels.SHARES, ScriptedForm.Labels.NUMBERS)
            : List.of(ScriptedForm.Labels.NONE);
    StudioException refusal = new StudioException("nothing tried");
    for (ScriptedForm.Labels labels : ways) {
      try {
        return found(labels, unit);
      } catch (StudioException e) {
        refusal = e; // the last way is what most files take
      }
    }
    throw refusal;
  }

  private ScriptedForm found(ScriptedForm.Labels labels, Optional<Boolean> unit) {
    // at first as if its pictures were shown as they are; layers and size of w are not used then
    ScriptedForm plain =
        new ScriptedForm(
            latentSize, prior, classNames, labels, false, 1, 1, 1, told.halves(), 0, 1, true);
    Seen seen = ArrayScopes.scoped(() -> seen(plain, false));
    ImageShape shape = shape(seen.pictures());
    int side = side(shape.height());
    boolean zeroToOne = unit.orElseGet(() -> seen.lowest() >= 0 && seen.highest() <= 1 + SLACK);
    requireRange(zeroToOne, seen);
    long[] w = seen.w().getShape();
    return new ScriptedForm(
        latentSize,
        prior,
        classNames,
        labels,
        zeroToOne,
        shape.channels(),
        side,
        shape.height() / side,
        told.halves(),
        told.halves() && w.length == 3 ? Math.toIntExact(w[1]) : 0,
        told.halves() ? Math.toIntExact(w[w.length - 1]) : latentSize,
        gradients(plain));
  }

  private boolean gradients(ScriptedForm form) {
    try {
      return ArrayScopes.scoped(() -> seen(form, true)).gradients();
    } catch (RuntimeException e) {
      return false; // a file without them can still be looked at
    }
  }

  private record Seen(Shape w, Shape pictures, double lowest, double highest, boolean gradients) {}

  private Seen seen(ScriptedForm form, boolean differentiates) {
    try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"));
        Generator generator = ScriptedGenerators.open(files, form, manager)) {
      Autograd.enable(differentiates);
      NDArray z = ArrayScopes.of(manager, codes(), new Shape(CODES, latentSize));
      long[] labels = new long[CODES];
      for (int i = 0; i < CODES; i++) {
        labels[i] = i % Math.max(1, classNames.size());
      }
      ForwardContext context = generator.context(manager.create(labels), false);
      if (differentiates) {
        Autograd.require(z, true);
      }
      NDArray w = generator.map(z, context);
      NDArray made = generator.logits(w, context);
      boolean moved =
          differentiates
              && Autograd.gradients(made.sum(), List.of(z)).get(0).abs().sum().getFloat() > 0;
      NDArray numbers = Autograd.detach(made).toType(DataType.FLOAT32, false);
      float lowest = numbers.min().getFloat();
      float highest = numbers.max().getFloat();
      return new Seen(w.getShape(), made.getShape(), lowest, highest, moved);
    } finally {
      Autograd.enable(false);
    }
  }

  private float[] codes() {
    SplittableRandom random = new SplittableRandom(1);
    float[] codes = new float[CODES * latentSize];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (float) random.nextGaussian();
    }
    return codes;
  }

  private ImageShape shape(Shape made) {
    boolean pictures =
        made.dimension() == 4
            && made.get(0) == CODES
            && (made.get(1) == 1 || made.get(1) == 3)
            && made.get(2) == made.get(3);
    if (!pictures) {
      throw new StudioException(
          English.of(
              "%s makes a tensor of shape %s of %d codes: square pictures of 1 or 3 channels, (%<d, C, H, H), are needed.",
              files.get(0), made, CODES));
    }
    int side = Math.toIntExact(made.get(2));
    return new ImageShape(Math.toIntExact(made.get(1)), side, side);
  }

  /** The largest side that its pictures can be shown at: theirs, or means of them. */
  private int side(int height) {
    return SIDES.stream()
        .filter(each -> height % each == 0)
        .findFirst()
        .orElseThrow(
            () ->
                new StudioException(
                    English.of(
                        "%s makes pictures of %d pixels: a side of 28, 32, 64 or 128 pixels is needed, or a multiple of one of them.",
                        files.get(0), height)));
  }

  private void requireRange(boolean unit, Seen seen) {
    if (!Double.isFinite(seen.lowest()) || !Double.isFinite(seen.highest())) {
      throw new StudioException(English.of("%s makes numbers that are not finite.", files.get(0)));
    }
    if (unit && seen.lowest() < -SLACK) {
      throw new StudioException(
          English.of(
              "%s makes pixels down to %s, so they are not in 0..1: say that the range is -1..1.",
              files.get(0), English.value(seen.lowest())));
    }
    if (!unit && seen.highest() > 20) {
      throw new StudioException(
          English.of(
              "%s makes pixels up to %s: pictures in -1..1 or 0..1 are needed. Divide them in the file.",
              files.get(0), English.value(seen.highest())));
    }
  }
}
