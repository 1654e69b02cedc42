package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.torch.TorchScriptMethods;

/** A generator in one method: (N, Z), or (N, Z + K) with classes, to pictures (N, C, H, W). */
final class ScriptedWhole extends ScriptedLayer {
  ScriptedWhole(TorchScriptMethods file, String method, ScriptedForm form) {
    super(file, method, form);
  }

  @Override
  public NDArray apply(NDArray code, ForwardContext context) {
    return shown(callLabelled(code));
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), form().channels(), form().size(), form().size());
  }
}
