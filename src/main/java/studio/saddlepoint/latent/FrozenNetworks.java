package studio.saddlepoint.latent;

import ai.djl.ndarray.NDManager;
import java.util.Optional;
import studio.saddlepoint.model.Discriminator;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Resolution;

/**
 * The networks of a snapshot, to be looked into.
 *
 * @param generator with its weights
 * @param discriminator of the same step; empty where it is not kept
 * @param manager whose device they live on
 * @param resolution that they stand at; empty for the largest
 */
public record FrozenNetworks(
    Generator generator,
    Optional<Discriminator> discriminator,
    NDManager manager,
    Optional<Resolution> resolution) {
  /** A pass at the resolution that they stand at. */
  public ForwardContext at(ForwardContext pass) {
    return resolution.map(pass::withResolution).orElse(pass);
  }
}
