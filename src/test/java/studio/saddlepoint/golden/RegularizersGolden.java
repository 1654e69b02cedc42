package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.train.Regularizers;

/** Golden operations of the penalties on a discriminator's gradient. */
final class RegularizersGolden {
    static final Map<String, GoldenOp> OPS =
            Map.of(
                    "wgan_gp", run -> penalty(run, run.number("target")),
                    "zero_centered_gp", run -> penalty(run, 0));

    private RegularizersGolden() {}

    private static void penalty(GoldenRun run, double target) {
        Map<String, NDArray> weights = new LinkedHashMap<>();
        UnaryOperator<NDArray> critic = network(run, weights);
        NDArray at =
                Regularizers.interpolates(
                        run.array("real"), run.array("fake"), run.array("epsilon"));
        NDArray value = Regularizers.gradientPenalty(critic, at, run.number("lambda"), target);
        run.put("value", value);
        run.put("grad_norm", Regularizers.gradientNorms(critic, at));
        run.putGradients("grad_", value, weights);
    }

    private static UnaryOperator<NDArray> network(GoldenRun run, Map<String, NDArray> weights) {
        boolean convolutional = run.text("network").equals("conv");
        String[] names =
                convolutional
                        ? new String[] {"Wc", "bc", "Wl", "bl"}
                        : new String[] {"W1", "b1", "W2", "b2"};
        for (String name : names) {
            weights.put(name, run.parameter(name));
        }
        if (convolutional) {
            return x -> {
                NDArray y = Ops.conv2d(x, weights.get("Wc"), weights.get("bc"), 2, 1);
                NDArray flat = Ops.leakyRelu(y, 0.2).reshape(x.getShape().get(0), -1);
                return Ops.linear(flat, weights.get("Wl"), weights.get("bl")).reshape(-1);
            };
        }
        boolean tanh = run.text("network").equals("mlp_tanh");
        return x -> {
            NDArray hidden = Ops.linear(x, weights.get("W1"), weights.get("b1"));
            NDArray active = tanh ? hidden.tanh() : Ops.leakyRelu(hidden, 0.2);
            return Ops.linear(active, weights.get("W2"), weights.get("b2")).reshape(-1);
        };
    }
}
