package studio.saddlepoint.latent.direction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a direction came about.
 *
 * @param method how it was found
 * @param settings of the method, for a person: what was asked for, by which judge, of how many
 *     codes
 * @param seed of the codes that it was found with
 * @param step of the snapshot whose generator it is of
 */
public record DirectionOrigin(
    DirectionMethod method, Map<String, String> settings, long seed, long step) {
  /** Copies the settings in their order. */
  public DirectionOrigin {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
