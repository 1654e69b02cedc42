package studio.saddlepoint.latent;

import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.run.checkpoint.Checkpoint;

/**
 * The resolution that a checkpoint stands at, in its state: {@code resolution} and {@code fade}.
 * Checkpoints of networks that do not grow have neither.
 */
public final class KeptResolution {
  private static final String SIZE = "resolution";
  private static final String FADE = "fade";

  private KeptResolution() {}

  /** What a checkpoint's state must tell, so that it is known again: see {@link #of}. */
  public static Map<String, String> describe(Optional<Resolution> now) {
    return now.map(
            each ->
                Map.of(
                    SIZE, Integer.toString(each.size()),
                    FADE, Double.toString(each.fade())))
        .orElse(Map.of());
  }

  /**
   * The resolution of a checkpoint; empty for the largest.
   *
   * @throws StudioException if it is none
   */
  public static Optional<Resolution> of(Checkpoint checkpoint) {
    String size = checkpoint.state().get(SIZE);
    if (size == null) {
      return Optional.empty();
    }
    String fade = checkpoint.state().getOrDefault(FADE, "1");
    try {
      Resolution found = new Resolution(Integer.parseInt(size), Double.parseDouble(fade));
      if (checkpoint.recipe().data().size() % found.size() == 0) {
        return Optional.of(found);
      }
    } catch (IllegalArgumentException e) { // told below
    }
    throw new StudioException(
        "The checkpoint of step "
            + checkpoint.step()
            + " says that its pictures are "
            + size
            + " pixels large with a fade of "
            + fade
            + ", which cannot be: it is damaged. Choose another checkpoint of the run.");
  }
}
