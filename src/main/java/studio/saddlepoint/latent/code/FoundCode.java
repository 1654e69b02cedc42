package studio.saddlepoint.latent.code;

import java.util.Optional;
import studio.saddlepoint.latent.LatentPoint;

/**
 * The code that a text names.
 *
 * @param point the code
 * @param className the class that a bookmark was kept with; empty for a code without a name
 */
public record FoundCode(LatentPoint point, Optional<String> className) {}
