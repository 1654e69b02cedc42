package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.torch.TorchScriptMethods;

/** The first half of a generator: (N, Z), or (N, Z + K) with classes, to w (N, L, D) or (N, D). */
final class ScriptedMapping extends ScriptedLayer {
  ScriptedMapping(TorchScriptMethods file, String method, ScriptedForm form) {
    super(file, method, form);
  }

  @Override
  public NDArray apply(NDArray code, ForwardContext context) {
    return callLabelled(code);
  }

  @Override
  protected Shape outputShape(Shape in) {
    return form().w().shape(Math.toIntExact(in.get(0)));
  }
}
