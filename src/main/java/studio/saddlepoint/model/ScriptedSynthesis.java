package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.TorchScriptMethods;

/**
 * The second half of a generator: w to pictures (N, C, H, W). Of files that take noise for their
 * layers, as {@link GeneratorScript} writes them, the pass says which.
 */
final class ScriptedSynthesis extends ScriptedLayer {
  private static final String WITH_NOISE = "synthesize_with";
  private static final String MEAN = "mean_w";
  private static final String KEPT_NOISE = "kept_noise";

  private final List<NDArray> kept = new ArrayList<>();

  ScriptedSynthesis(TorchScriptMethods file, String method, ScriptedForm form) {
    super(file, method, form);
    if (file.has(WITH_NOISE) && file.has(KEPT_NOISE)) {
      int count = ArrayScopes.scoped(() -> file.ask(KEPT_NOISE).size());
      for (int i = 0; i < count; i++) {
        int index = i;
        kept.add(ArrayScopes.outsideScopes(() -> file.ask(KEPT_NOISE).get(index)));
      }
    }
  }

  /** Whether a pass decides the noise of its layers. */
  boolean addsNoise() {
    return !kept.isEmpty();
  }

  /** The mean (D) of w that the file tells. */
  Optional<NDArray> meanW() {
    return file().has(MEAN) ? Optional.of(file().ask(MEAN).get(0)) : Optional.empty();
  }

  @Override
  public NDArray apply(NDArray w, ForwardContext context) {
    if (kept.isEmpty()) {
      return shown(call(w));
    }
    List<NDArray> noise = new ArrayList<>(kept.size());
    for (NDArray each : kept) {
      Shape maps = each.getShape();
      Shape shape = new Shape(w.getShape().get(0), 1, maps.get(2), maps.get(3));
      noise.add(context.noise(each, shape).orElseGet(each::zerosLike));
    }
    return shown(file().call(WITH_NOISE, w, noise));
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), form().channels(), form().size(), form().size());
  }
}
