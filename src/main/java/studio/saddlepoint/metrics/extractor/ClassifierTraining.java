package studio.saddlepoint.metrics.extractor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;

/**
 * Trains a data set's classifier by Adam with a learning rate that falls to zero: a short round,
 * which is enough for digits, then a long one on more images where the loss is still high. The same
 * data set gives the same weights on the same machine.
 */
final class ClassifierTraining {
  /** Changes with everything that changes the weights. */
  static final String VERSION = "2";

  private static final int SHORT_ROUND_IMAGES = 20_000;
  private static final int LONG_ROUND_IMAGES = 40_000;
  private static final double LOW_LOSS = 0.1;

  /** A first round whose loss is above after so many steps will not get low enough. */
  private static final double PROMISING_LOSS = 0.57;

  private static final int TELLING_STEP = 40;
  private static final int RECENT = 10;
  private static final int EPOCHS = 2;
  private static final int MOST_EPOCHS = 25;
  private static final int BATCH = 100;
  private static final int TEST_BATCH = 250;
  private static final double LEARNING_RATE = 2e-3;
  private static final long SEED = 20_151_205;

  private final DataSet train;
  private final ClassifierNetwork network;
  private final List<NDArray> weights;
  private final List<NDArray> first;
  private final List<NDArray> second;
  private long steps;

  private ClassifierTraining(DataSet train, ClassifierNetwork network) {
    this.train = train;
    this.network = network;
    this.weights = network.weights();
    this.first = zeros(weights);
    this.second = zeros(weights);
  }

  private static List<NDArray> zeros(List<NDArray> like) {
    return like.stream().map(each -> ArrayScopes.outsideScopes(each::zerosLike)).toList();
  }

  /**
   * Trains on this thread.
   *
   * @param learnt told how many images it learned from, each as often as it was seen
   * @throws StudioException if the data set has fewer than two classes
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  static ClassifierNetwork train(
      DataSet train, Device device, LongConsumer learnt, Progress progress) {
    int[] images = labelled(train);
    int classes = train.classNames().size();
    if (classes < 2 || images.length < classes) {
      throw new StudioException(
          English.of(
              "The data set \"%s\" has no labels of two or more classes, so no classifier can be trained on it. Choose pixels or a TorchScript file as the extractor.",
              train.name()));
    }
    ClassifierNetwork network = ClassifierNetwork.create(train.shape(), classes, SEED, device);
    boolean graphs = Autograd.enabled();
    try {
      network.requireGradients(true);
      learnt.accept(new ClassifierTraining(train, network).run(images, progress));
      network.requireGradients(false);
      return network;
    } catch (RuntimeException e) {
      network.close();
      throw e;
    } finally {
      Autograd.enable(graphs);
    }
  }

  /**
   * The share of labelled images that a classifier gets right.
   *
   * @return 0 to 1, or NaN where no image is labelled
   */
  static double accuracy(ClassifierNetwork network, DataSet test, Progress progress) {
    int[] images = labelled(test);
    int right = 0;
    for (int from = 0; from < images.length; from += TEST_BATCH) {
      progress.checkCancelled();
      progress.report("Testing the classifier", (double) from / images.length);
      int[] batch =
          java.util.Arrays.copyOfRange(images, from, Math.min(images.length, from + TEST_BATCH));
      byte[] pixels = test.read(batch);
      long[] found = network.classes(pixels);
      for (int i = 0; i < batch.length; i++) {
        right += found[i] == test.label(batch[i]) ? 1 : 0;
      }
    }
    return (double) right / images.length;
  }

  private static int[] labelled(DataSet set) {
    return IntStream.range(0, set.size()).filter(i -> set.label(i) >= 0).toArray();
  }

  /** Trains; returns how many images were seen. */
  private long run(int[] labelled, Progress progress) {
    Random random = new Random(SEED + 1);
    shuffle(labelled, random);
    long few = seen(labelled.length, SHORT_ROUND_IMAGES);
    long many = seen(labelled.length, LONG_ROUND_IMAGES);
    double end = (double) few / (few + many);
    double loss = round(labelled, SHORT_ROUND_IMAGES, random, first(progress, end));
    if (loss > LOW_LOSS) {
      round(labelled, LONG_ROUND_IMAGES, random, told(progress.part(end, 1)));
      return few + many;
    }
    return few;
  }

  /** Told how far a round is. */
  private interface Round {
    void at(long step, double share, double recentLoss);
  }

  private Round told(Progress progress) {
    String stage = English.of("Training the classifier of %s (only once)", train.name());
    return (step, share, recentLoss) -> {
      progress.checkCancelled();
      progress.report(stage, share);
    };
  }

  /**
   * The first round is all that there is to do unless a second one will follow. Which of both shows
   * in the loss of its first steps; then the progress is told as a part of both.
   *
   * @param end the share of both that the first one takes
   */
  private Round first(Progress progress, double end) {
    Round all = told(progress);
    Round part = told(progress.part(0, end));
    boolean[] followed = new boolean[1];
    return (step, share, recentLoss) -> {
      if (step == TELLING_STEP) {
        followed[0] = recentLoss > PROMISING_LOSS;
      }
      (followed[0] ? part : all).at(step, share, recentLoss);
    };
  }

  /**
   * How many images a classifier learns from, each as often as it is seen, if both rounds are made.
   *
   * @param labelled images of the data set that have a class
   */
  static long imagesToLearn(int labelled) {
    return seen(labelled, SHORT_ROUND_IMAGES) + seen(labelled, LONG_ROUND_IMAGES);
  }

  /** Images that a round sees. */
  private static long seen(int labelled, int most) {
    int images = Math.min(most, labelled);
    return images == 0 ? 0 : (long) epochs(images, most) * images;
  }

  private static int epochs(int images, int most) {
    return Math.min(MOST_EPOCHS, EPOCHS * most / images);
  }

  /** Trains on the first images; returns the mean loss of the last epoch. */
  private double round(int[] labelled, int most, Random random, Round told) {
    int[] images = java.util.Arrays.copyOf(labelled, Math.min(most, labelled.length));
    int epochs = epochs(images.length, most);
    int perEpoch = (images.length + BATCH - 1) / BATCH;
    long steps = (long) epochs * perEpoch;
    double lossSum = 0;
    double recent = Double.NaN;
    for (long step = 0; step < steps; step++) {
      int place = (int) (step % perEpoch) * BATCH;
      if (place == 0) {
        shuffle(images, random);
        lossSum = 0;
      }
      told.at(step, (double) step / steps, recent);
      int[] batch =
          java.util.Arrays.copyOfRange(images, place, Math.min(images.length, place + BATCH));
      double loss = step(batch, LEARNING_RATE * (1 - (double) step / steps));
      lossSum += loss;
      recent = step == 0 ? loss : recent + (loss - recent) / Math.min(step + 1, RECENT);
    }
    return lossSum / perEpoch;
  }

  /** One Adam step; returns the loss before it. */
  private double step(int[] batch, double learningRate) {
    byte[] pixels = train.read(batch);
    long[] labels = java.util.Arrays.stream(batch).mapToLong(train::label).toArray();
    steps++;
    Autograd.enable(true);
    return ArrayScopes.scoped(
        () -> {
          NDArray logits = network.logits(network.features(network.input(pixels)));
          NDArray loss = Ops.crossEntropy(logits, network.labels(labels));
          List<NDArray> gradients = Autograd.gradients(loss, weights);
          return Autograd.without(
              () -> {
                Ops.adam(weights, gradients, first, second, learningRate, 0.9, 0.999, 1e-8, steps);
                return (double) loss.getFloat();
              });
        });
  }

  private static void shuffle(int[] values, Random random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }
}
