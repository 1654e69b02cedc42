package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.saddlepoint.nn.MinibatchDeviation;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.Ops;

/** Golden operations of layers. */
final class LayersGolden {
    static final Map<String, GoldenOp> OPS =
            Map.of(
                    "conv_transpose2d", LayersGolden::convTranspose2d,
                    "upsample_nearest", LayersGolden::upsampleNearest,
                    "upsample_bilinear", LayersGolden::upsampleBilinear,
                    "self_attention", LayersGolden::selfAttention,
                    "minibatch_stddev", LayersGolden::minibatchDeviation,
                    "minibatch_discrimination", LayersGolden::minibatchDiscrimination);

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

    private static void selfAttention(GoldenRun run) {
        Map<String, NDArray> inputs = parameters(run, "x", "w_query", "w_key", "w_value", "gamma");
        NDArray out;
        if (run.flag("output_projection")) {
            out = run.parameter("w_out");
            inputs.put("w_out", out);
        } else {
            out = run.manager().eye((int) inputs.get("w_value").getShape().get(0));
        }
        NDList computed =
                LayerOps.selfAttention(
                        inputs.get("x"),
                        inputs.get("w_query"),
                        inputs.get("w_key"),
                        inputs.get("w_value"),
                        out,
                        inputs.get("gamma"));
        run.putLayer(computed.get(0), inputs);
        run.put("attention", computed.get(1));
    }

    private static void minibatchDeviation(GoldenRun run) {
        Map<String, NDArray> inputs = parameters(run, "x");
        NDArray y =
                new MinibatchDeviation(run.whole("group_size"), run.whole("num_features"))
                        .apply(inputs.get("x"), true);
        run.putLayer(y, inputs);
    }

    private static void minibatchDiscrimination(GoldenRun run) {
        Map<String, NDArray> inputs = parameters(run, "x", "T");
        run.putLayer(LayerOps.minibatchDiscrimination(inputs.get("x"), inputs.get("T")), inputs);
    }

    static Map<String, NDArray> parameters(GoldenRun run, String... names) {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        for (String name : names) {
            parameters.put(name, run.parameter(name));
        }
        return parameters;
    }
}
