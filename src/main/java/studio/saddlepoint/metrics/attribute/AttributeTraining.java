package studio.saddlepoint.metrics.attribute;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.metrics.extractor.ClassifierNetwork;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;

/**
 * Trains a judge of attributes by Adam with a learning rate that falls to zero: cross entropy of
 * the classes, and the mean square error of each measure at unit deviation. The same data set and
 * seed give the same weights on the same machine.
 */
final class AttributeTraining {
  /** Changes with everything that changes the weights. */
  static final String VERSION = "1";

  private static final int IMAGES = 20_000;
  private static final int EPOCHS = 4;
  private static final int MOST_EPOCHS = 40;
  private static final int BATCH = 100;
  private static final double LEARNING_RATE = 2e-3;

  private final DataSet train;
  private final AttributeTargets targets;
  private final AttributeTargets.Moments moments;
  private final ClassifierNetwork network;
  private final NDManager manager;
  private final List<NDArray> weights;
  private final List<NDArray> first;
  private final List<NDArray> second;
  private long steps;

  private AttributeTraining(
      DataSet train,
      AttributeTargets targets,
      AttributeTargets.Moments moments,
      ClassifierNetwork network) {
    this.train = train;
    this.targets = targets;
    this.moments = moments;
    this.network = network;
    this.weights = network.weights();
    this.manager = weights.get(0).getManager();
    this.first = zeros(weights);
    this.second = zeros(weights);
  }

  private static List<NDArray> zeros(List<NDArray> like) {
    return like.stream().map(each -> ArrayScopes.outsideScopes(each::zerosLike)).toList();
  }

  /**
   * Trains on this thread.
   *
   * @param seed decides first weights and the order of images
   * @throws studio.saddlepoint.core.StudioException if there is nothing to learn
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  static AttributeNetwork train(DataSet train, long seed, Device device, Progress progress) {
    AttributeTargets targets = new AttributeTargets(train);
    int[] images = targets.images();
    AttributeTargets.Moments moments = targets.moments(images);
    ClassifierNetwork network =
        ClassifierNetwork.create(train.shape(), targets.attributes().size(), seed, device);
    boolean graphs = Autograd.enabled();
    try {
      network.requireGradients(true);
      new AttributeTraining(train, targets, moments, network).run(images, seed, progress);
      network.requireGradients(false);
      return new AttributeNetwork(train.name(), targets.attributes(), network, moments);
    } catch (RuntimeException e) {
      network.close();
      throw e;
    } finally {
      Autograd.enable(graphs);
    }
  }

  private void run(int[] images, long seed, Progress progress) {
    Random random = new Random(seed + 1);
    shuffle(images, random);
    int[] some = Arrays.copyOf(images, Math.min(IMAGES, images.length));
    int epochs = Math.min(MOST_EPOCHS, EPOCHS * IMAGES / some.length);
    int perEpoch = (some.length + BATCH - 1) / BATCH;
    long all = (long) epochs * perEpoch;
    String stage = English.of("Learning to judge the attributes of %s (only once)", train.name());
    for (long step = 0; step < all; step++) {
      progress.checkCancelled();
      progress.report(stage, (double) step / all);
      int place = (int) (step % perEpoch) * BATCH;
      if (place == 0) {
        shuffle(some, random);
      }
      step(
          Arrays.copyOfRange(some, place, Math.min(some.length, place + BATCH)),
          LEARNING_RATE * (1 - (double) step / all));
    }
  }

  private void step(int[] batch, double learningRate) {
    byte[] pixels = train.read(batch);
    steps++;
    Autograd.enable(true);
    ArrayScopes.scoped(
        () -> {
          NDArray told = network.logits(network.features(network.input(pixels)));
          List<NDArray> gradients = Autograd.gradients(loss(told, batch), weights);
          return Autograd.without(
              () -> {
                Ops.adam(weights, gradients, first, second, learningRate, 0.9, 0.999, 1e-8, steps);
                return steps;
              });
        });
  }

  /** The loss of what was told (N, K) of images. */
  private NDArray loss(NDArray told, int[] batch) {
    List<NDArray> parts = new ArrayList<>();
    int classes = targets.classes();
    int measures = targets.measures();
    if (classes > 0) {
      NDArray labels = ArrayScopes.of(manager, targets.labels(batch));
      parts.add(Ops.crossEntropy(told.get(new NDIndex(":, :" + classes)), labels));
    }
    if (measures > 0) {
      NDArray wanted =
          ArrayScopes.of(
              manager, targets.measures(batch, moments), new Shape(batch.length, measures));
      NDArray off = told.get(new NDIndex(":, " + classes + ":")).sub(wanted);
      parts.add(off.square().mean(new int[] {0}).sum());
    }
    return parts.size() == 1 ? parts.get(0) : parts.get(0).add(parts.get(1));
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
