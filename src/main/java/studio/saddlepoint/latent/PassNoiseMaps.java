package studio.saddlepoint.latent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.torch.ArrayScopes;

/** Noise that layers are given, in the order in which a pass asks for it. */
final class PassNoiseMaps {
  private PassNoiseMaps() {}

  /**
   * Arrays of noise, that gradients may be asked for.
   *
   * @param pictures N
   */
  static List<NDArray> arrays(List<NoiseMap> noise, int pictures, NDManager manager) {
    List<NDArray> arrays = new ArrayList<>(noise.size());
    for (NoiseMap map : noise) {
      Shape shape = new Shape(pictures, 1, map.height(), map.width());
      arrays.add(ArrayScopes.of(manager, map.values(), shape));
    }
    return arrays;
  }

  /** A pass whose layers take this noise, one after the other; as it is where there is none. */
  static ForwardContext given(ForwardContext pass, List<NDArray> noise) {
    if (noise.isEmpty()) {
      return pass;
    }
    Iterator<NDArray> next = noise.iterator();
    return pass.withNoise((kept, shape) -> next.next());
  }

  /** A pass that takes what layers keep, and tells of it. */
  static ForwardContext heard(ForwardContext pass, List<NoiseMap> heard) {
    return pass.withNoise(
        (kept, shape) -> {
          heard.add(
              new NoiseMap(
                  Math.toIntExact(shape.get(2)),
                  Math.toIntExact(shape.get(3)),
                  kept.toFloatArray()));
          return kept;
        });
  }
}
