package studio.saddlepoint.latent.inversion;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.SplitMix64;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.NoiseMap;
import studio.saddlepoint.latent.PassGradient;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.Snapshot;

/**
 * The search for the code whose picture is nearest to a given one, by gradients, as StyleGAN2's
 * projector does it (Karras et al. 2020, appendix D): several starts at once, one {@link #step()}
 * after the other, between which others have their turn with the snapshot. The best code that was
 * ever drawn is kept, and refined by {@link LevenbergMarquardt} at last. The same seed gives the
 * same code. Used by one thread at a time.
 */
public final class Inversion {
  private static final int BATCH = 64;
  private static final double DIFFERENCE = 0.01;

  private final Snapshot snapshot;
  private final InversionSettings settings;
  private final int[] labels;
  private final PictureLoss loss;
  private final ProjectorSchedule schedule;
  private final CodePrior prior;
  private final float[][] codes;
  private final List<NoiseMap> noise;
  private final List<AdamMoments> codeMoments = new ArrayList<>();
  private final List<AdamMoments> noiseMoments = new ArrayList<>();
  private final List<Double> losses = new ArrayList<>();
  private @Nullable Best best;
  private @Nullable LevenbergMarquardt refinement;

  /** The best that was drawn so far. */
  private record Best(double loss, float[] code, List<NoiseMap> noise, float[] pixels) {}

  private Inversion(
      Snapshot snapshot,
      InversionSettings settings,
      int label,
      PictureLoss loss,
      List<LatentPoint> starts) {
    this.snapshot = snapshot;
    this.settings = settings;
    this.loss = loss;
    labels = new int[settings.starts()];
    Arrays.fill(labels, label);
    schedule = settings.schedule();
    InversionStarts chosen = new InversionStarts(snapshot, settings, label);
    boolean inZ = settings.space() == InversionSpace.Z;
    prior = new CodePrior(settings.space(), inZ ? new float[0] : snapshot.meanW(), chosen.spread());
    codes = chosen.choose(starts, loss);
    for (float[] each : codes) {
      codeMoments.add(new AdamMoments(each.length));
    }
    noise = settings.noise() ? drawnNoise(label) : List.of();
    noise.forEach(map -> noiseMoments.add(new AdamMoments(map.values().length)));
  }

  /**
   * Begins a search.
   *
   * @param snapshot whose pictures are compared; its truncation and shifts do not count. Stays the
   *     caller's, and open as long as this is used
   * @param target (C, H, W) in -1..1, of the snapshot's shape
   * @param label the class to make the picture of; not used where the generator is not conditional
   * @param features by which pictures are compared beside their pixels
   * @param starts codes to begin from beside the usual ones, such as an encoder's
   * @throws StudioException if the target is of another shape or holds no numbers, or the generator
   *     lacks what the settings ask for
   */
  public static Inversion begin(
      Snapshot snapshot,
      float[] target,
      int label,
      PictureFeatures features,
      InversionSettings settings,
      List<LatentPoint> starts) {
    settings.space().requireIn(snapshot);
    if (target.length != snapshot.shape().pixels()) {
      throw new StudioException(
          English.of(
              "The picture has %d numbers, but the generator's have %d: bring it to their size first.",
              target.length, snapshot.shape().pixels()));
    }
    for (float each : target) {
      if (!Float.isFinite(each)) {
        throw new StudioException("The picture holds " + each + " instead of a pixel.");
      }
    }
    if (settings.noise() && !snapshot.hasNoise()) {
      throw new StudioException(
          "No layer of this generator adds noise, so none can be looked for: leave it out.");
    }
    int classes = snapshot.latent().classNames().size();
    if (label < 0 || label >= Math.max(1, classes)) {
      throw new StudioException(
          "The class is " + label + ": there are " + Math.max(1, classes) + ", from 0.");
    }
    PictureLoss loss = new PictureLoss(target, snapshot.shape(), features, settings);
    return new Inversion(snapshot, settings, label, loss, starts);
  }

  /**
   * A whole search.
   *
   * @param inversion that has just begun
   * @param shown told after each step
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static InversionResult run(
      Inversion inversion, Consumer<InversionProgress> shown, Progress progress) {
    while (!inversion.done()) {
      progress.checkCancelled();
      InversionProgress now = inversion.step();
      progress.report("Looking for the code", (double) now.step() / now.steps());
      shown.accept(now);
    }
    return inversion.result();
  }

  private List<NoiseMap> drawnNoise(int label) {
    Random random = random(-1);
    List<NoiseMap> drawn = new ArrayList<>();
    for (NoiseMap kept : snapshot.keptNoise(label)) {
      float[] values = new float[settings.starts() * kept.pixels()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      drawn.add(new NoiseMap(kept.height(), kept.width(), values));
    }
    return drawn;
  }

  private Random random(long step) {
    return new Random(SplitMix64.mix(settings.seed()) ^ SplitMix64.mix(step));
  }

  /** Whether all steps are made. */
  public boolean done() {
    return losses.size() > settings.steps() + refinements()
        || refinement != null && refinement.over();
  }

  private int refinements() {
    return settings.space().size(snapshot) > InversionSettings.MOST_REFINED
        ? 0
        : settings.refinements();
  }

  /**
   * Draws the codes, keeps the best, and moves them once, but for the last time, after which {@link
   * #done()}.
   *
   * @throws IllegalStateException if it is done
   * @throws StudioException if the generator makes what are no numbers
   */
  public InversionProgress step() {
    if (done()) {
      throw new IllegalStateException("All steps are made");
    }
    int step = losses.size();
    if (step > settings.steps()) {
      refine();
    } else {
      descend(step);
    }
    losses.add(best().loss());
    return new InversionProgress(
        step, settings.steps() + refinements(), best().loss(), picture(best().pixels()));
  }

  private void descend(int step) {
    float[][] tried = perturbed(step);
    Drawn drawn = new Drawn();
    PassGradient found =
        snapshot.differentiate(
            settings.space().enters(),
            Arrays.stream(tried)
                .map(each -> settings.space().expanded(each, snapshot.w()))
                .toArray(float[][]::new),
            labels,
            noise,
            drawn::look);
    move(step, tried, found, drawn);
  }

  /** Moves the best code to where the same loss is less, with the noise that was found. */
  private void refine() {
    Best from = best();
    if (refinement == null) {
      refinement = new LevenbergMarquardt(this::residuals, from.code(), difference());
    }
    refinement.step();
    if (refinement.sum() < from.loss()) {
      float[] code = refinement.point();
      best =
          new Best(refinement.sum(), code, from.noise(), drawn(code, from.noise(), made -> made));
    }
  }

  /** A hundredth of what is usual from code to code. */
  private double difference() {
    return DIFFERENCE
        * (settings.space() == InversionSpace.Z
            ? 1
            : Math.max(1e-6, prior.spread() / Math.sqrt(snapshot.w().size())));
  }

  private float[][] residuals(float[][] tried) {
    float[][] all = new float[tried.length][];
    for (int from = 0; from < tried.length; from += BATCH) {
      float[][] some = Arrays.copyOfRange(tried, from, Math.min(tried.length, from + BATCH));
      float[] found = drawn(some, best().noise(), loss::residuals);
      int size = found.length / some.length;
      for (int i = 0; i < some.length; i++) {
        double[] held = prior.residuals(some[i], settings.priorWeight());
        float[] row = Arrays.copyOfRange(found, i * size, (i + 1) * size + held.length);
        for (int j = 0; j < held.length; j++) {
          row[size + j] = (float) held[j];
        }
        all[from + i] = row;
      }
    }
    return all;
  }

  private float[] drawn(float[] code, List<NoiseMap> with, Function<NDArray, NDArray> of) {
    return drawn(new float[][] {code}, with, of);
  }

  /** What is made of codes, each with the same noise of one picture. */
  private float[] drawn(float[][] some, List<NoiseMap> with, Function<NDArray, NDArray> of) {
    int[] label = new int[some.length];
    Arrays.fill(label, labels[0]);
    return snapshot.measure(
        settings.space().enters(),
        Arrays.stream(some)
            .map(each -> settings.space().expanded(each, snapshot.w()))
            .toArray(float[][]::new),
        label,
        with.stream().map(map -> repeated(map, some.length)).toList(),
        of);
  }

  private static NoiseMap repeated(NoiseMap one, int times) {
    float[] all = new float[times * one.values().length];
    for (int i = 0; i < times; i++) {
      System.arraycopy(one.values(), 0, all, i * one.values().length, one.values().length);
    }
    return new NoiseMap(one.height(), one.width(), all);
  }

  /** What a pass makes, beside its gradient. */
  private final class Drawn {
    private float[] losses = {};
    private float[] pixels = {};

    private NDArray look(NDArray made) {
      NDArray each = loss.of(made);
      losses = each.toFloatArray();
      pixels = made.toFloatArray();
      return each.sum();
    }
  }

  /** Codes in w with the noise of the schedule. */
  private float[][] perturbed(int step) {
    double deviation = schedule.codeNoise(step, prior.spread());
    Random random = random(step);
    float[][] tried = Arrays.stream(codes).map(float[]::clone).toArray(float[][]::new);
    if (deviation > 0) {
      for (float[] code : tried) {
        for (int i = 0; i < code.length; i++) {
          code[i] += (float) (deviation * random.nextGaussian());
        }
      }
    }
    return tried;
  }

  private void move(int step, float[][] tried, PassGradient found, Drawn drawn) {
    double rate = schedule.rate(step);
    boolean last = step == settings.steps();
    for (int i = 0; i < codes.length; i++) {
      float[] gradient = settings.space().gathered(found.codes()[i], snapshot.w());
      double held = settings.priorWeight() * prior.of(tried[i], gradient, settings.priorWeight());
      keepBest(i, drawn.losses[i] + held, tried[i], drawn.pixels);
      if (!last) {
        codeMoments.get(i).move(codes[i], gradient, rate, step + 1);
      }
    }
    for (int layer = 0; layer < noise.size() && !last; layer++) {
      moveNoise(noise.get(layer), found.noise().get(layer), noiseMoments.get(layer), rate, step);
    }
  }

  private void keepBest(int start, double reached, float[] code, float[] pixels) {
    if (!Double.isFinite(reached)) {
      throw new StudioException(
          English.of(
              "The search went astray: its loss is %s. Choose a smaller learning rate than %s, or another checkpoint.",
              reached, settings.learningRate()));
    }
    if (best == null || reached < best.loss()) {
      int size = snapshot.shape().pixels();
      best =
          new Best(
              reached,
              code.clone(),
              noise.stream().map(map -> of(map, start)).toList(),
              Arrays.copyOfRange(pixels, start * size, (start + 1) * size));
    }
  }

  private static NoiseMap of(NoiseMap map, int picture) {
    int from = picture * map.pixels();
    float[] own = Arrays.copyOfRange(map.values(), from, from + map.pixels());
    return new NoiseMap(map.height(), map.width(), own);
  }

  private void moveNoise(
      NoiseMap map, float[] gradient, AdamMoments moments, double rate, int step) {
    for (int i = 0; i < codes.length; i++) {
      NoiseRegularizer.penalty(map, i, gradient, NoiseRegularizer.WEIGHT);
    }
    moments.move(map.values(), gradient, rate, step + 1);
    NoiseRegularizer.normalize(map);
  }

  private Best best() {
    if (best == null) {
      throw new IllegalStateException("No step is made yet");
    }
    return best;
  }

  private Picture picture(float[] pixels) {
    return PictureConversion.of(pixels, 0, snapshot.shape());
  }

  /**
   * What is found so far: the best code that was drawn.
   *
   * @throws IllegalStateException if no step is made yet
   */
  public InversionResult result() {
    Best found = best();
    return new InversionResult(
        settings.space().point(found.code()),
        labels[0],
        made(found.code(), List.of()),
        found.noise().isEmpty() ? Optional.empty() : Optional.of(made(found.code(), found.noise())),
        losses.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private InversionResult.Made made(float[] code, List<NoiseMap> with) {
    float[] pixels = drawn(code, with, made -> made);
    float[] square = drawn(code, with, loss::meanSquares);
    float[] features = drawn(code, with, loss::squaredDistances);
    return new InversionResult.Made(
        picture(pixels), pixels, Math.sqrt(square[0]), Math.sqrt(features[0]));
  }
}
