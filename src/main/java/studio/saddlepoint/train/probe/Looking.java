package studio.saddlepoint.train.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.SplitMix64;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.neighbour.PrecisionRecall;
import studio.saddlepoint.model.Discriminator;
import studio.saddlepoint.model.Fade;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.train.cluster.Clusters;
import studio.saddlepoint.train.diagnosis.Probe;
import studio.saddlepoint.train.method.GanMethod;
import studio.saddlepoint.train.method.Method;
import studio.saddlepoint.train.step.StepRandom;

/**
 * One look: the generator's own pictures (not those of its running mean) from noise that is always
 * the same, and the discriminator's outputs. Nothing of the training changes: networks work as when
 * they are used, and all random numbers are of its own.
 */
final class Looking {
  /** Features of more numbers are compared for fewer pictures. */
  static final int LARGE = 512;

  /** Which pictures of the noise: those of a step count up from 0, the sheets' are -1. */
  private static final long NOISE = -2;

  private static final int BATCH = 64;

  private final Method method;
  private final Recipe recipe;
  private final Optional<Resolution> resolution;
  private final Optional<Clusters> clusters;
  private final NDManager manager;
  private final DataSide data;
  private final Map<String, Double> values = new LinkedHashMap<>();

  /**
   * A look to be made.
   *
   * @param recipe with the values of the step
   * @param resolution that networks which grow stand at
   * @param clusters that are the classes; empty where those are the data's
   */
  Looking(
      Method method,
      Recipe recipe,
      Optional<Resolution> resolution,
      Optional<Clusters> clusters,
      NDManager manager,
      DataSide data) {
    this.method = method;
    this.recipe = recipe;
    this.resolution = resolution;
    this.clusters = clusters;
    this.manager = manager;
    this.data = data;
  }

  /**
   * Looks.
   *
   * @param step steps done
   * @param train training pictures, of which the discriminator judges some
   * @param heldOut the same of those held out; null where nothing is
   */
  Look at(long step, long imagesSeen, DataSet train, @Nullable DataSet heldOut) {
    int count = recipe.diagnosis().pictures();
    int[] labels =
        clusters
            .map(each -> each.spread(count))
            .orElseGet(
                () ->
                    IntStream.range(0, count)
                        .map(i -> i % Math.max(1, method.generator().latent().classNames().size()))
                        .toArray());
    float[] made = generate(count, labels);
    Pictures fakes = enlarged(made);
    values.put(Probe.IMAGES, (double) imagesSeen);
    values.put(Probe.PICTURES, (double) count);
    DataSide.Seen seen = DataSide.see(data.extractor(), fakes);
    Distances between = compare(seen);
    Copies copies = data.copies(fakes, manager);
    values.put(Probe.COPIES, copies.share());
    double usual = data.strideEnergy();
    if (usual > 0) {
      values.put(Probe.CHECKERBOARD, fakes.strideEnergy() / usual);
      values.put(Probe.STRIDE_PEAK, fakes.stridePeak());
    }
    if (method instanceof GanMethod gan && recipe.method().kind() == MethodKind.ADVERSARIAL) {
      judge(gan.discriminator(), step, made, labels, train, heldOut);
    }
    return new Look(new Probe(step, values), fakes, between, copies, data);
  }

  /** Compares fakes with the data; the distances between fakes. */
  private Distances compare(DataSide.Seen seen) {
    boolean classifies = !data.extractor().classNames().isEmpty();
    values.put(Probe.FEATURES, classifies ? 1.0 : 0.0);
    Features fakes =
        seen.features().dimension() > LARGE
            ? seen.features().first(Math.min(LARGE / 4, seen.features().count()))
            : seen.features();
    Features real = data.seen().features();
    Distances between = Distances.between(fakes, fakes, manager);
    double across = Distances.between(fakes, real, manager).mean();
    double ofFakes = between.meanBetween();
    values.put(Probe.DISTANCE, energy(across, ofFakes, data.between()));
    values.put(Probe.DIVERSITY, ofFakes / data.between());
    if (classifies) {
      shares(seen.classes());
      within(between, seen.classes());
      int equal = Math.min(real.count(), fakes.count());
      PrecisionRecall pair =
          PrecisionRecall.of(
              real.first(equal), fakes.first(equal), PrecisionRecall.NEIGHBOURS, Progress.NONE);
      values.put(Probe.PRECISION, pair.precision());
      values.put(Probe.RECALL, pair.recall());
    }
    return between;
  }

  /** See {@link Probe#DISTANCE}; an estimate, which chance may bring below 0. */
  static double energy(double across, double ofFakes, double ofReal) {
    return across == 0 ? 0 : Math.max(0, (2 * across - ofFakes - ofReal) / (2 * across));
  }

  private void shares(int[] ofFakes) {
    int[] ofReal = data.seen().classes();
    for (int c = 0; c < data.extractor().classNames().size(); c++) {
      String name = data.extractor().classNames().get(c);
      values.put(Probe.ofFakes(name), (double) DataSide.count(ofFakes, c) / ofFakes.length);
      values.put(Probe.ofData(name), (double) DataSide.count(ofReal, c) / ofReal.length);
    }
  }

  private void within(Distances between, int[] classes) {
    double sum = 0;
    int counted = 0;
    for (int c = 0; c < data.extractor().classNames().size(); c++) {
      int fakes = DataSide.count(classes, c);
      if (fakes >= DataSide.FEWEST_OF_CLASS && data.within(c) > 0) {
        sum += fakes * between.meanWithin(classes, c) / data.within(c);
        counted += fakes;
      }
    }
    if (counted > 0) {
      values.put(Probe.WITHIN, sum / counted);
    }
  }

  /** (N, C, h, h) in -1..1. */
  private float[] generate(int count, int[] labels) {
    Generator generator = method.generator();
    int size = resolution.map(Resolution::size).orElse(generator.shape().height());
    int each = generator.shape().channels() * size * size;
    float[] made = new float[count * each];
    StepRandom noise = new StepRandom(recipe.seed(), NOISE);
    for (int from = 0; from < count; from += BATCH) {
      int begin = from;
      int n = Math.min(BATCH, count - from);
      float[] some =
          ArrayScopes.scoped(
              () ->
                  Autograd.without(
                      true,
                      () -> {
                        NDArray z = noise.normal(manager, new Shape(n, generator.latent().size()));
                        ForwardContext told = generator.context(labels(labels, begin, n), false);
                        ForwardContext context = resolution.map(told::withResolution).orElse(told);
                        return generator
                            .synthesize(generator.map(z, context), context)
                            .toFloatArray();
                      }));
      System.arraycopy(some, 0, made, begin * each, some.length);
    }
    return made;
  }

  private NDArray labels(int[] labels, int from, int n) {
    return ArrayScopes.of(manager, Arrays.stream(labels, from, from + n).asLongStream().toArray());
  }

  /** Pictures as bytes, as large as the data's. */
  private Pictures enlarged(float[] made) {
    ImageShape shape = method.generator().shape();
    int size = resolution.map(Resolution::size).orElse(shape.height());
    int scale = shape.height() / size;
    int width = shape.width();
    byte[] bytes = new byte[made.length * scale * scale];
    for (int i = 0; i < bytes.length; i++) {
      int x = i % width / scale;
      int y = i / width % shape.height() / scale;
      int plane = i / (width * shape.height());
      bytes[i] = quantised(made[(plane * size + y) * size + x]);
    }
    return new Pictures(shape, bytes);
  }

  /** As metrics do. */
  private static byte quantised(float x) {
    return (byte) Math.max(0, Math.min(255, Math.floor(x * 127.5f + 128f)));
  }

  private void judge(
      Discriminator judge,
      long step,
      float[] made,
      int[] labels,
      DataSet train,
      @Nullable DataSet heldOut) {
    int size = resolution.map(Resolution::size).orElse(train.shape().height());
    // others each time, so that what is told of several looks is not of the same few pictures
    SplittableRandom random = new SplittableRandom(SplitMix64.mix(recipe.seed() ^ step));
    int count = labels.length;
    Outputs outputs =
        new Outputs(
            judged(judge, train, DataSide.chosen(train.size(), count, random)),
            Optional.ofNullable(heldOut)
                .map(set -> judged(judge, set, DataSide.chosen(set.size(), count, random))),
            judged(judge, made, labels, size, false));
    if (outputs.finite()) {
      outputs.tell(values);
    }
  }

  /** Clusters are those that pictures fall in now, so that held-out pictures have some, too. */
  private float[] judged(Discriminator judge, DataSet set, int[] images) {
    int[] labels =
        clusters.isPresent() && method instanceof GanMethod gan
            ? clusters.get().nearest(gan.features(resolution), set.read(images))
            : IntStream.of(images).map(i -> Math.max(0, set.label(i))).toArray();
    return judged(judge, Pictures.of(set, images).signed(), labels, set.shape().height(), true);
  }

  /** Logits (N) of pictures (N, C, size, size) in -1..1. */
  private float[] judged(
      Discriminator judge, float[] signed, int[] labels, int size, boolean real) {
    int channels = method.generator().shape().channels();
    int each = channels * size * size;
    float[] logits = new float[labels.length];
    for (int from = 0; from < labels.length; from += BATCH) {
      int begin = from;
      int n = Math.min(BATCH, labels.length - from);
      float[] some =
          ArrayScopes.scoped(
              () ->
                  Autograd.without(
                      true,
                      () -> {
                        NDArray x =
                            method
                                .generator()
                                .range()
                                .ofSigned(
                                    ArrayScopes.of(
                                        manager,
                                        Arrays.copyOfRange(
                                            signed, begin * each, (begin + n) * each),
                                        new Shape(n, channels, size, size)));
                        NDArray fitting =
                            real ? resolution.map(now -> Fade.real(x, now)).orElse(x) : x;
                        ForwardContext told = ForwardContext.of(false);
                        return judge
                            .judge(
                                fitting,
                                labels(labels, begin, n),
                                resolution.map(told::withResolution).orElse(told))
                            .logits()
                            .toFloatArray();
                      }));
      System.arraycopy(some, 0, logits, begin, Math.min(n, some.length));
    }
    return logits;
  }
}
