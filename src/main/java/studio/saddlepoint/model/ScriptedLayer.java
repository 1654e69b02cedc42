package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.Scalars;
import studio.saddlepoint.torch.TorchScriptMethods;

/** A method of a TorchScript file as a layer. It has no weights of its own: they are the file's. */
abstract class ScriptedLayer extends ContextLayer {
  private final TorchScriptMethods file;
  private final String method;
  private final ScriptedForm form;

  ScriptedLayer(TorchScriptMethods file, String method, ScriptedForm form) {
    this.file = file;
    this.method = method;
    this.form = form;
  }

  TorchScriptMethods file() {
    return file;
  }

  ScriptedForm form() {
    return form;
  }

  /** Calls the method with codes alone. */
  NDArray call(NDArray code) {
    return file.call(method, code);
  }

  /**
   * Calls the method with codes and what it takes for their labels.
   *
   * @param joined (N, Z + K), or (N, Z) where there are no classes
   */
  NDArray callLabelled(NDArray joined) {
    if (form.labels() == ScriptedForm.Labels.NONE) {
      return call(joined);
    }
    NDArray z = joined.get(new NDIndex(":, :" + form.latentSize()));
    NDArray shares = joined.get(new NDIndex(":, " + form.latentSize() + ":"));
    return file.call(
        method,
        z,
        form.labels() == ScriptedForm.Labels.SHARES
            ? shares
            : shares.argMax(1).toType(DataType.INT64, false));
  }

  /** Pictures of the file as they are shown: in -1..1, and of the form's size. */
  NDArray shown(NDArray made) {
    NDArray floats = made.toType(DataType.FLOAT32, false);
    NDArray sized = form.shrink() == 1 ? floats : LayerOps.averagePool(floats, form.shrink());
    return form.unit() ? Scalars.mul(sized, 2f).sub(1f) : sized;
  }

  /** Refuses what needs gradients where the file gives none. */
  void requireGradients() {
    if (!form.gradients()) {
      throw new StudioException(
          "No gradients go through the file of this generator, so that nothing that follows them can be done: no inversion, no path lengths. A file made by torch.jit.script or torch.jit.trace of the network itself has them.");
    }
  }
}
