package studio.saddlepoint.latent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Architectures;
import studio.saddlepoint.model.Discriminator;
import studio.saddlepoint.model.LatentSpace;
import studio.saddlepoint.model.RangeConversion;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.NetworkTensors;

/**
 * A discriminator's weights frozen at a step: it only judges. Its batch norm takes the running
 * statistics, so that a picture's logit does not depend on the others beside it, unless the network
 * compares pictures (minibatch discrimination).
 */
final class FrozenDiscriminator {
  private static final Logger LOG = LoggerFactory.getLogger(FrozenDiscriminator.class);
  private static final String PREFIX = "discriminator.";

  private final Discriminator discriminator;
  private final RangeConversion range;
  private final ForwardContext context;
  private final NDManager manager;

  private FrozenDiscriminator(
      Discriminator discriminator,
      RangeConversion range,
      ForwardContext context,
      NDManager manager) {
    this.discriminator = discriminator;
    this.range = range;
    this.context = context;
    this.manager = manager;
  }

  /**
   * A checkpoint's discriminator; empty where it is not there, or does not fit its recipe any more:
   * the generator can be looked at all the same.
   *
   * @param latent whose classes it is told
   * @param shape of the pictures
   * @param manager whose device its arrays live on, and with which they are freed
   */
  static Optional<FrozenDiscriminator> of(
      Checkpoint checkpoint, LatentSpace latent, ImageShape shape, NDManager manager) {
    if (checkpoint.tensors().keySet().stream().noneMatch(each -> each.startsWith(PREFIX))) {
      return Optional.empty();
    }
    try {
      Discriminator discriminator =
          Architectures.discriminator(
              checkpoint.recipe(), latent.classNames().size(), shape, manager);
      ForwardContext judging = ForwardContext.of(false);
      NetworkTensors.restore(PREFIX, discriminator.network().state(), checkpoint);
      return Optional.of(
          new FrozenDiscriminator(
              discriminator,
              new RangeConversion(checkpoint.recipe().generator().range()),
              KeptResolution.of(checkpoint).map(judging::withResolution).orElse(judging),
              manager));
    } catch (StudioException e) { // one that an earlier version built otherwise
      LOG.debug("The generator is shown without its discriminator. {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** The network itself. */
  Discriminator discriminator() {
    return discriminator;
  }

  /**
   * Judges pictures.
   *
   * @param pixels (N, C, H, W) in -1..1
   * @param shape C, H, W
   * @param labels (N)
   * @return (N) logits, or a critic's scores
   */
  float[] judge(float[] pixels, ImageShape shape, int[] labels) {
    NDArray x =
        manager.create(
            pixels, new Shape(labels.length, shape.channels(), shape.height(), shape.width()));
    NDArray classes = manager.create(Arrays.stream(labels).asLongStream().toArray());
    return discriminator.judge(range.ofSigned(x), classes, context).logits().toFloatArray();
  }
}
