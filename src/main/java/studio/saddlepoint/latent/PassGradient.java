package studio.saddlepoint.latent;

import java.util.List;

/**
 * A number that follows from pictures, and its gradients by their codes and by the noise of layers.
 *
 * @param value the number
 * @param codes one for each code, as long as it
 * @param noise one for each layer's noise, as long as it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record PassGradient(double value, float[][] codes, List<float[]> noise) {
  /** Copies the list. */
  public PassGradient {
    noise = List.copyOf(noise);
  }
}
