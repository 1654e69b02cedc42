package studio.saddlepoint.golden;

import static studio.saddlepoint.golden.LayersGolden.parameters;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.Ops;

/** Golden operations of layers that normalise. */
final class NormsGolden {
  static final Map<String, GoldenOp> OPS =
      Map.of(
          "batch_norm_train", run -> batchNorm(run, true),
          "batch_norm_eval", run -> batchNorm(run, false),
          "conditional_batch_norm", NormsGolden::conditionalBatchNorm,
          "instance_norm", NormsGolden::instanceNorm,
          "layer_norm", NormsGolden::layerNorm,
          "pixel_norm", NormsGolden::pixelNorm,
          "spectral_norm", NormsGolden::spectralNorm,
          "virtual_batch_norm", NormsGolden::virtualBatchNorm,
          "adain", NormsGolden::adaptiveInstanceNorm);

  private NormsGolden() {}

  private static void batchNorm(GoldenRun run, boolean training) {
    Map<String, NDArray> inputs = parameters(run, "x", "gamma", "beta");
    NDArray mean = run.array("running_mean");
    NDArray variance = run.array("running_var");
    NDArray y =
        Ops.batchNorm(
            inputs.get("x"),
            inputs.get("gamma"),
            inputs.get("beta"),
            mean,
            variance,
            training,
            training ? run.number("momentum") : 0,
            run.number("eps"));
    run.putLayer(y, inputs);
    if (training) {
      run.put("new_running_mean", mean);
      run.put("new_running_var", variance);
    }
  }

  private static void conditionalBatchNorm(GoldenRun run) {
    Map<String, NDArray> inputs = parameters(run, "x", "gamma", "beta");
    NDArray mean = run.array("running_mean");
    NDArray variance = run.array("running_var");
    NDArray classes =
        run.array("labels").oneHot(run.whole("num_classes")).toType(DataType.FLOAT32, false);
    NDArray y =
        LayerOps.conditionalBatchNorm(
            inputs.get("x"),
            classes.matMul(inputs.get("gamma")),
            classes.matMul(inputs.get("beta")),
            mean,
            variance,
            run.flag("training"),
            run.number("momentum"),
            run.number("eps"));
    run.putLayer(y, inputs);
    run.put("new_running_mean", mean);
    run.put("new_running_var", variance);
  }

  private static void instanceNorm(GoldenRun run) {
    Map<String, NDArray> inputs = parameters(run, "x", "gamma", "beta");
    NDArray y =
        LayerOps.instanceNorm(
            inputs.get("x"), inputs.get("gamma"), inputs.get("beta"), run.number("eps"));
    run.putLayer(y, inputs);
  }

  private static void layerNorm(GoldenRun run) {
    Map<String, NDArray> inputs = parameters(run, "x", "gamma", "beta");
    NDArray y =
        LayerOps.layerNorm(
            inputs.get("x"), inputs.get("gamma"), inputs.get("beta"), run.number("eps"));
    run.putLayer(y, inputs);
  }

  private static void pixelNorm(GoldenRun run) {
    Map<String, NDArray> inputs = parameters(run, "x");
    run.putLayer(LayerOps.pixelNorm(inputs.get("x"), run.number("eps")), inputs);
  }

  private static void spectralNorm(GoldenRun run) {
    Map<String, NDArray> inputs = parameters(run, "weight");
    NDArray u = run.array("u");
    NDList computed =
        LayerOps.spectralNorm(
            inputs.get("weight"), u, 0, run.whole("n_power_iterations"), run.number("eps"));
    run.putLayer(computed.get(0), inputs);
    run.put("sigma", Autograd.detach(computed.get(1)));
    run.put("new_u", u);
    run.put("new_v", computed.get(3));
  }

  private static void virtualBatchNorm(GoldenRun run) {
    Map<String, NDArray> inputs = parameters(run, "x", "gamma", "beta");
    NDArray reference = run.array("reference");
    int references = (int) reference.getShape().get(0);
    NDArray both =
        LayerOps.virtualBatchNorm(
            NDArrays.concat(new NDList(reference, inputs.get("x"))),
            references,
            inputs.get("gamma"),
            inputs.get("beta"),
            run.number("eps"));
    run.putLayer(both.get(new NDIndex(references + ":")), inputs);
    run.put("y_reference", both.get(new NDIndex(":" + references)));
  }

  private static void adaptiveInstanceNorm(GoldenRun run) {
    Map<String, NDArray> inputs = parameters(run, "x", "scale", "shift");
    NDArray y =
        LayerOps.instanceNorm(
            inputs.get("x"), inputs.get("scale"), inputs.get("shift"), run.number("eps"));
    run.putLayer(y, inputs);
  }
}
