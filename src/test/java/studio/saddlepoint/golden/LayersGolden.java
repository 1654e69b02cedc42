package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.saddlepoint.torch.Ops;

/** Golden operations of layers. */
final class LayersGolden {
    static final Map<String, GoldenOp> OPS =
            Map.of(
                    "conv_transpose2d", LayersGolden::convTranspose2d,
                    "upsample_nearest", LayersGolden::upsampleNearest,
                    "upsample_bilinear", LayersGolden::upsampleBilinear,
                    "batch_norm_train", run -> batchNorm(run, true),
                    "batch_norm_eval", run -> batchNorm(run, false));

    private LayersGolden() {}

    private static void convTranspose2d(GoldenRun run) {
        Map<String, NDArray> inputs = parameters(run, "x", "weight");
        NDArray y =
                Ops.convTranspose2d(
                        inputs.get("x"),
                        inputs.get("weight"),
                        run.whole("stride"),
                        run.whole("padding"),
                        run.whole("output_padding"));
        if (run.flag("bias")) {
            NDArray bias = run.parameter("bias");
            inputs.put("bias", bias);
            y = y.add(bias.reshape(1, -1, 1, 1));
        }
        run.putLayer(y, inputs);
    }

    private static void upsampleNearest(GoldenRun run) {
        Map<String, NDArray> inputs = parameters(run, "x");
        run.putLayer(Ops.upsampleNearest(inputs.get("x"), run.whole("scale")), inputs);
    }

    private static void upsampleBilinear(GoldenRun run) {
        Map<String, NDArray> inputs = parameters(run, "x");
        run.putLayer(Ops.upsampleBilinear(inputs.get("x"), run.whole("scale")), inputs);
    }

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

    private static Map<String, NDArray> parameters(GoldenRun run, String... names) {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        for (String name : names) {
            parameters.put(name, run.parameter(name));
        }
        return parameters;
    }
}
