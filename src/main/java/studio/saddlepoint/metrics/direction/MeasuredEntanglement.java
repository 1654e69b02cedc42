package studio.saddlepoint.metrics.direction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.saddlepoint.latent.direction.Entanglement;

/**
 * An entanglement, and how good the judge was that measured it.
 *
 * @param entanglement of the directions
 * @param quality of each attribute by name: of a class the share of test images that are told
 *     rightly to be of it or not, of a factor R squared
 * @param codes how many pictures it was measured on
 */
public record MeasuredEntanglement(
    Entanglement entanglement, Map<String, Double> quality, int codes) {
  /** Copies the map in its order. */
  public MeasuredEntanglement {
    quality = Collections.unmodifiableMap(new LinkedHashMap<>(quality));
  }
}
