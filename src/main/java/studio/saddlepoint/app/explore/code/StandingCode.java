package studio.saddlepoint.app.explore.code;

import java.util.Optional;
import java.util.OptionalLong;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.LatentPoint;

/**
 * Where the explorer stands, as far as a bookmark keeps it.
 *
 * @param point the code
 * @param className the class that is asked for; empty where the generator is not told one
 * @param step of the snapshot
 * @param picture what is seen; empty before it is drawn
 */
public record StandingCode(
    LatentPoint point, Optional<String> className, OptionalLong step, Optional<Picture> picture) {}
