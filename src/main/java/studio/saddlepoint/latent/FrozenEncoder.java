package studio.saddlepoint.latent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Optional;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Architectures;
import studio.saddlepoint.model.Encoder;
import studio.saddlepoint.model.LatentSpace;
import studio.saddlepoint.model.Posterior;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.NetworkTensors;

/** An encoder's weights frozen at a step; its batch norm takes the running statistics. */
final class FrozenEncoder {
  private static final String PREFIX = "encoder.";

  private final Encoder encoder;

  private FrozenEncoder(Encoder encoder) {
    this.encoder = encoder;
  }

  /**
   * A checkpoint's encoder; empty where its method has none.
   *
   * @param latent the codes that it finds, and the classes that it is told
   * @param shape of the pictures
   * @param manager whose device its arrays live on, and with which they are freed
   */
  static Optional<FrozenEncoder> of(
      Checkpoint checkpoint, LatentSpace latent, ImageShape shape, NDManager manager) {
    if (checkpoint.tensors().keySet().stream().noneMatch(each -> each.startsWith(PREFIX))) {
      return Optional.empty();
    }
    Encoder encoder = Architectures.encoder(checkpoint.recipe(), latent, shape, manager);
    NetworkTensors.restore(PREFIX, encoder.network().state(), checkpoint);
    return Optional.of(new FrozenEncoder(encoder));
  }

  /**
   * Finds the codes of pictures.
   *
   * @param x (N, C, H, W) in the networks' own range
   * @param labels (N) int64
   */
  Posterior encode(NDArray x, NDArray labels) {
    return encoder.encode(x, labels, ForwardContext.of(false));
  }
}
