package studio.saddlepoint.train.probe;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.SplitMix64;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.metrics.extractor.Extracted;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.extractor.PixelExtractor;
import studio.saddlepoint.metrics.feature.Features;

/**
 * The real pictures that fakes are compared with, and all that is known of them: made once for an
 * extractor and a size of the pictures, which grow with some networks.
 */
final class DataSide {
  /** Real pictures for each fake, of which shares and distances come. */
  private static final int REALS = 2;

  /** Training pictures that fakes may be copies of, where they can all be compared. */
  private static final int MOST_TRAINING = 4096;

  /** Of more training pictures so many by chance: who learns from many copies none. */
  private static final int SOME_TRAINING = 1024;

  private static final int MOST_HELD_OUT = 1024;

  /** Fewer say nothing of a class. */
  static final int FEWEST_OF_CLASS = 8;

  private static final int BATCH = 128;

  private final FeatureExtractor extractor;
  private final int size;
  private final Pictures real;
  private final Seen seen;
  private final double between;
  private final Map<Integer, Double> within = new LinkedHashMap<>();
  private final double strideEnergy;
  private final PixelExtractor pixels;
  private final Pictures training;
  private final Features trainingPixels;
  private final Optional<Features> heldOutPixels;
  private final float[] apart;

  /**
   * What an extractor sees in pictures.
   *
   * @param classes of each the likeliest; empty where it knows none
   */
  record Seen(Features features, int[] classes) {}

  /**
   * Looks at real pictures.
   *
   * @param fakes that each look makes
   * @param size of the pictures that networks stand at
   */
  DataSide(
      DataSet train,
      @Nullable DataSet heldOut,
      FeatureExtractor extractor,
      int fakes,
      int size,
      long seed,
      NDManager manager) {
    this.extractor = extractor;
    this.size = size;
    SplittableRandom random = new SplittableRandom(SplitMix64.mix(seed));
    int reals = extractor.dimension() > Looking.LARGE ? fakes : REALS * fakes;
    real = Pictures.of(train, chosen(train.size(), reals, random)).coarse(size);
    seen = see(extractor, real);
    Distances distances = Distances.between(seen.features(), seen.features(), manager);
    between = distances.meanBetween();
    for (int c = 0; c < extractor.classNames().size(); c++) {
      if (count(seen.classes(), c) >= FEWEST_OF_CLASS) {
        within.put(c, distances.meanWithin(seen.classes(), c));
      }
    }
    strideEnergy = real.strideEnergy();
    pixels = new PixelExtractor(train.shape());
    training =
        Pictures.of(
                train,
                chosen(
                    train.size(),
                    train.size() > MOST_TRAINING ? SOME_TRAINING : MOST_TRAINING,
                    random))
            .coarse(size);
    trainingPixels = features(pixels, training);
    heldOutPixels =
        Optional.ofNullable(heldOut)
            .map(
                set ->
                    features(
                        pixels,
                        Pictures.of(set, chosen(set.size(), MOST_HELD_OUT, random)).coarse(size)));
    apart = heldOutPixels.isPresent() ? new float[0] : apart(trainingPixels, manager);
  }

  /** How far each training picture is from the nearest other one. */
  private static float[] apart(Features training, NDManager manager) {
    float[] apart = new float[training.count()];
    for (int from = 0; from < apart.length && apart.length > 1; from += BATCH) {
      int[] rows = IntStream.range(from, Math.min(apart.length, from + BATCH)).toArray();
      Distances some = Distances.between(training.rows(rows), training, manager);
      for (int row : rows) {
        apart[row] = some.at(row - from, some.nearest(row - from, row));
      }
    }
    return apart;
  }

  /** Different indices below a size, in order of chance; all where there are no more. */
  static int[] chosen(int size, int wanted, SplittableRandom random) {
    int[] all = IntStream.range(0, size).toArray();
    int count = Math.min(size, wanted);
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(size - i);
      int kept = all[i];
      all[i] = all[other];
      all[other] = kept;
    }
    return Arrays.copyOf(all, count);
  }

  static Seen see(FeatureExtractor extractor, Pictures pictures) {
    int classes = extractor.classNames().size();
    float[] features = new float[pictures.count() * extractor.dimension()];
    int[] likeliest = new int[classes == 0 ? 0 : pictures.count()];
    int each = pictures.shape().pixels();
    for (int from = 0; from < pictures.count(); from += BATCH) {
      int to = Math.min(pictures.count(), from + BATCH);
      Extracted some =
          extractor.extract(Arrays.copyOfRange(pictures.bytes(), from * each, to * each));
      System.arraycopy(
          some.features(), 0, features, from * extractor.dimension(), some.features().length);
      for (int i = 0; i < to - from && classes > 0; i++) {
        likeliest[from + i] = largest(some.logits(), i * classes, classes);
      }
    }
    return new Seen(new Features(pictures.count(), extractor.dimension(), features), likeliest);
  }

  private static int largest(float[] logits, int from, int count) {
    int best = 0;
    for (int c = 1; c < count; c++) {
      best = logits[from + c] > logits[from + best] ? c : best;
    }
    return best;
  }

  private static Features features(PixelExtractor pixels, Pictures pictures) {
    return new Features(pictures.count(), pixels.dimension(), pixels.features(pictures.bytes()));
  }

  static int count(int[] classes, int wanted) {
    return (int) IntStream.of(classes).filter(each -> each == wanted).count();
  }

  FeatureExtractor extractor() {
    return extractor;
  }

  /** The size of the pictures that it was made for. */
  int size() {
    return size;
  }

  Pictures real() {
    return real;
  }

  Seen seen() {
    return seen;
  }

  /** Mean distance between two real pictures. */
  double between() {
    return between;
  }

  /** The same among pictures of a class; NaN where there are too few. */
  double within(int label) {
    return within.getOrDefault(label, Double.NaN);
  }

  double strideEnergy() {
    return strideEnergy;
  }

  /** Training pictures that fakes may be copies of. */
  Pictures training() {
    return training;
  }

  /** Finds the nearest training picture of each fake, and whether the fake is a copy of it. */
  Copies copies(Pictures fakes, NDManager manager) {
    Features ofFakes = features(pixels, fakes);
    Distances toTraining = Distances.between(ofFakes, trainingPixels, manager);
    Optional<Distances> toHeldOut =
        heldOutPixels.map(each -> Distances.between(ofFakes, each, manager));
    int[] nearest = new int[fakes.count()];
    boolean[] copied = new boolean[nearest.length];
    for (int f = 0; f < nearest.length; f++) {
      nearest[f] = toTraining.nearest(f, -1);
      float distance = toTraining.at(f, nearest[f]);
      float usual =
          toHeldOut.isPresent()
              ? toHeldOut.get().at(f, toHeldOut.get().nearest(f, -1))
              : apart[nearest[f]];
      copied[f] = distance < Copies.NEAR * usual;
    }
    return new Copies(nearest, copied);
  }
}
