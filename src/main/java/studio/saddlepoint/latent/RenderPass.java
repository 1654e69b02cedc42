package studio.saddlepoint.latent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.saddlepoint.model.WSpace;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Scalars;

/**
 * Passes through a snapshot's generator: its classes, its resolution, and what its settings do to
 * codes. To be used while the weights are locked, inside a scope of arrays.
 */
record RenderPass(SharedWeights weights, Optional<Resolution> resolution, RenderSettings settings) {
  /**
   * A pass for pictures of some classes.
   *
   * @param labels (N); not used where the generator is not conditional
   */
  ForwardContext context(int[] labels) {
    NDArray classes = weights.manager().create(Arrays.stream(labels).asLongStream().toArray());
    ForwardContext context = weights.generator().context(classes, false);
    ForwardContext mixed =
        settings.mix().none() || !context.hasClasses()
            ? context
            : context.withClasses(mixed(context.classes()));
    return settings
        .noise()
        .in(resolution.map(mixed::withResolution).orElse(mixed), weights.manager());
  }

  /** Some of the first class (N, K), some of the second. */
  private NDArray mixed(NDArray first) {
    int classes = Math.toIntExact(first.getShape().get(1));
    float[] second = new float[classes];
    second[Math.min(classes - 1, settings.mix().second())] = (float) settings.mix().share();
    return Scalars.mul(first, 1 - settings.mix().share())
        .add(ArrayScopes.of(weights.manager(), second, new Shape(1, classes)));
  }

  /**
   * From z to w, with all that is done to both on the way.
   *
   * @param z one code (Z) for each picture
   * @return (N, L, D) or (N, D)
   */
  NDArray mapped(float[][] z, int[] labels, ForwardContext context) {
    List<Shift> shifts = settings.in(Space.Z);
    NDArray w = weights.generator().map(array(shifted(z, shifts)), context);
    return settings.inW().none() && settings.in(Space.W).isEmpty()
        ? w
        : finished(w.toFloatArray(), labels);
  }

  /**
   * From z to w, without truncation or shifts.
   *
   * @param z one code (Z) for each picture
   * @return (N, L, D) or (N, D)
   */
  NDArray mappedPlainly(float[][] z, ForwardContext context) {
    return weights.generator().map(array(z), context);
  }

  /** See {@link Snapshot#differentiate}. */
  CodeGradient differentiate(
      Space space, float[][] codes, int[] labels, Function<NDArray, NDArray> of) {
    PassGradient found = differentiate(space, codes, labels, List.of(), of);
    return new CodeGradient(found.value(), found.codes());
  }

  /** As that, with noise that layers are given, whose gradients are found, too. */
  PassGradient differentiate(
      Space space,
      float[][] codes,
      int[] labels,
      List<NoiseMap> noise,
      Function<NDArray, NDArray> of) {
    weights.generator().requireGradients();
    NDArray leaf = leaf(space, codes);
    List<NDArray> leaves = new ArrayList<>(List.of(leaf));
    List<NDArray> maps = PassNoiseMaps.arrays(noise, codes.length, weights.manager());
    leaves.addAll(maps);
    ForwardContext context = context(labels);
    Autograd.enable(true);
    try {
      leaves.forEach(each -> Autograd.require(each, true));
      NDArray value = of.apply(made(space, leaf, context, maps));
      List<NDArray> found = Autograd.gradients(value, leaves);
      return new PassGradient(
          value.getFloat(),
          rows(found.get(0).toFloatArray(), codes.length),
          found.stream().skip(1).map(NDArray::toFloatArray).toList());
    } finally {
      Autograd.enable(false);
    }
  }

  /** See {@link Snapshot#measure}. */
  float[] measure(
      Space space,
      float[][] codes,
      int[] labels,
      List<NoiseMap> noise,
      Function<NDArray, NDArray> of) {
    List<NDArray> maps = PassNoiseMaps.arrays(noise, codes.length, weights.manager());
    return of.apply(made(space, leaf(space, codes), context(labels), maps)).toFloatArray();
  }

  /** What layers keep as noise, in the order in which they ask for it. */
  List<NoiseMap> keptNoise(int label) {
    List<NoiseMap> heard = new ArrayList<>();
    ForwardContext context = PassNoiseMaps.heard(context(new int[] {label}), heard);
    weights.generator().synthesize(leaf(Space.W, new float[1][wLength()]), context);
    return heard;
  }

  private int wLength() {
    return weights.generator().w().length();
  }

  private NDArray leaf(Space space, float[][] codes) {
    Shape shape =
        space == Space.Z
            ? new Shape(codes.length, codes[0].length)
            : weights.generator().w().shape(codes.length);
    return ArrayScopes.of(weights.manager(), flat(codes), shape);
  }

  private NDArray made(Space space, NDArray code, ForwardContext context, List<NDArray> noise) {
    NDArray w = space == Space.Z ? weights.generator().map(code, context) : code;
    return weights.generator().synthesize(w, PassNoiseMaps.given(context, noise));
  }

  /**
   * Codes in w, truncated and shifted.
   *
   * @param w (N, L D), one after the other
   * @return (N, L, D) or (N, D)
   */
  NDArray finished(float[] w, int[] labels) {
    WSpace space = weights.generator().w();
    float[] moved = settings.inW().none() ? w.clone() : truncated(w, labels, space);
    settings.in(Space.W).forEach(shift -> shift.move(moved, space));
    return weights.manager().create(moved, space.shape(moved.length / space.length()));
  }

  private float[] truncated(float[] w, int[] labels, WSpace space) {
    WTruncation wanted = settings.inW();
    int layers = Math.max(1, space.layers());
    if (!wanted.towardsClass() || !weights.generator().latent().conditional()) {
      return towards(weights.meanW()).apply(w, layers);
    }
    float[] drawn = new float[w.length];
    for (int i = 0; i < labels.length; i++) {
      int from = i * space.length();
      float[] row = Arrays.copyOfRange(w, from, from + space.length());
      System.arraycopy(
          towards(centre(labels[i])).apply(row, layers), 0, drawn, from, space.length());
    }
    return drawn;
  }

  /** The mean of a class, or between the means of two. */
  private float[] centre(int label) {
    float[] first = weights.meanW(label);
    ClassMix mix = settings.mix();
    return mix.none() ? first : LatentCodes.lerp(first, weights.meanW(mix.second()), mix.share());
  }

  private MeanTruncation towards(float[] mean) {
    return new MeanTruncation(mean, settings.inW().psi(), settings.inW().cutoff());
  }

  private static float[][] shifted(float[][] z, List<Shift> shifts) {
    if (shifts.isEmpty()) {
      return z;
    }
    float[][] moved = Arrays.stream(z).map(float[]::clone).toArray(float[][]::new);
    for (float[] code : moved) {
      shifts.forEach(shift -> shift.move(code));
    }
    return moved;
  }

  private NDArray array(float[][] rows) {
    return weights.manager().create(flat(rows), new Shape(rows.length, rows[0].length));
  }

  /** Rows one after the other. */
  static float[] flat(float[][] rows) {
    float[] all = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, all, i * rows[0].length, rows[0].length);
    }
    return all;
  }

  /** Rows of equal length. */
  static float[][] rows(float[] all, int count) {
    int size = all.length / count;
    float[][] rows = new float[count][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(all, i * size, (i + 1) * size));
    return rows;
  }
}
