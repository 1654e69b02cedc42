package studio.saddlepoint.lab.plane;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;
import studio.saddlepoint.model.DiscriminatorOutput;
import studio.saddlepoint.model.Network;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.nn.conv.Linear;

/** Hidden dense layers of leaky units (He initialisation) and a linear one behind them. */
final class DenseNetwork implements AutoCloseable {
  private static final double SLOPE = 0.2;

  private final Sequence hidden = new Sequence();
  private final Linear last;
  private final Network network;

  /**
   * A network with its first weights.
   *
   * @param from numbers of an input
   * @param layers hidden ones
   * @param width of each of them
   * @param to numbers of an output
   */
  DenseNetwork(
      NDManager manager, SplittableRandom random, int from, int layers, int width, int to) {
    int inputs = from;
    for (int i = 0; i < layers; i++) {
      hidden.add(new Linear(inputs, width, WeightInitializer.he(random, inputs)));
      hidden.add(StatelessLayer.leakyRelu(SLOPE));
      inputs = width;
    }
    last = new Linear(inputs, to, WeightInitializer.he(random, inputs));
    network = new Network(new Sequence().add(hidden).add(last), manager, new Shape(1, from));
  }

  List<NDArray> weights() {
    return network.weights();
  }

  /**
   * What it makes of points.
   *
   * @param x (N, from)
   * @return (N, to)
   */
  NDArray of(NDArray x) {
    return last.apply(hidden.apply(x, true), true);
  }

  /**
   * Judges points.
   *
   * @param x (N, 2)
   */
  DiscriminatorOutput judge(NDArray x) {
    NDArray features = hidden.apply(x, true);
    return DiscriminatorOutput.of(last.apply(features, true).reshape(-1)).withFeatures(features);
  }

  @Override
  public void close() {
    network.close();
  }
}
