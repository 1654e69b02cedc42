package studio.saddlepoint.run.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.saddlepoint.recipe.Recipe;

/**
 * Everything a training needs to go on as if it had never stopped.
 *
 * @param step steps done
 * @param imagesSeen real pictures drawn from the data set, repeats included
 * @param recipe with the values as they were at that moment, live changes included
 * @param tensors weights and optimizer state, by name
 * @param state small named values
 */
public record Checkpoint(
    long step,
    long imagesSeen,
    Recipe recipe,
    Map<String, HostTensor> tensors,
    Map<String, String> state) {
  /** Copies the maps, keeping their order. */
  public Checkpoint {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    state = Collections.unmodifiableMap(new LinkedHashMap<>(state));
  }
}
