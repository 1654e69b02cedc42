package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.minibatch.MinibatchDeviation;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.Ops;

/** Golden operations of layers. */
final class LayersGolden {
  static final Map<String, GoldenOp> OPS =
      Map.ofEntries(
          Map.entry("conv_transpose2d", LayersGolden::convTranspose2d),
          Map.entry("upsample_nearest", LayersGolden::upsampleNearest),
          Map.entry("upsample_bilinear", LayersGolden::upsampleBilinear),
          Map.entry("self_attention", LayersGolden::selfAttention),
          Map.entry("minibatch_stddev", LayersGolden::minibatchDeviation),
          Map.entry("minibatch_discrimination", LayersGolden::minibatchDiscrimination),
          Map.entry("modulated_conv2d", LayersGolden::modulatedConv2d),
          Map.entry("equalized_linear", LayersGolden::equalizedLinear),
          Map.entry("equalized_conv2d", LayersGolden::equalizedConv2d),
          Map.entry("blur", LayersGolden::blur),
          Map.entry("noise_injection", LayersGolden::noiseInjection),
          Map.entry("gaussian_instance_noise", LayersGolden::instanceNoise),
          Map.entry("leaky_relu_gain", LayersGolden::leakyReluGain));

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

  private static void modulatedConv2d(GoldenRun run) {
    Map<String, NDArray> inputs = parameters(run, "x", "weight", "style");
    NDArray y =
        LayerOps.modulatedConv2d(
            inputs.get("x"),
            inputs.get("weight"),
            inputs.get("style"),
            run.whole("padding"),
            run.flag("demodulate"),
            run.number("eps"));
    run.putLayer(y, inputs);
  }

  private static void equalizedLinear(GoldenRun run) {
    Map<String, NDArray> inputs = parameters(run, "x", "weight", "bias");
    NDArray y =
        LayerOps.equalizedLinear(
            inputs.get("x"), inputs.get("weight"), inputs.get("bias"), run.number("lr_multiplier"));
    run.putLayer(y, inputs);
  }

  private static void equalizedConv2d(GoldenRun run) {
    Map<String, NDArray> inputs = parameters(run, "x", "weight", "bias");
    NDArray y =
        LayerOps.equalizedConv2d(
            inputs.get("x"),
            inputs.get("weight"),
            inputs.get("bias"),
            run.whole("stride"),
            run.whole("padding"),
            run.number("lr_multiplier"));
    run.putLayer(y, inputs);
  }

  private static void blur(GoldenRun run) {
    Map<String, NDArray> inputs = parameters(run, "x");
    NDArray y =
        LayerOps.blur(
            inputs.get("x"),
            run.numbers("kernel"),
            run.whole("up"),
            run.whole("down"),
            run.whole("pad0"),
            run.whole("pad1"),
            run.number("gain"));
    run.putLayer(y, inputs);
  }

  private static void noiseInjection(GoldenRun run) {
    Map<String, NDArray> inputs = parameters(run, "x", "weight");
    NDArray y = LayerOps.addNoise(inputs.get("x"), run.array("noise"), inputs.get("weight"));
    run.putLayer(y, inputs);
  }

  private static void instanceNoise(GoldenRun run) {
    Map<String, NDArray> inputs = parameters(run, "x");
    NDArray y = LayerOps.instanceNoise(inputs.get("x"), run.array("noise"), run.number("sigma"));
    run.putLayer(y, inputs);
  }

  private static void leakyReluGain(GoldenRun run) {
    Map<String, NDArray> inputs = parameters(run, "x");
    StatelessLayer activation = StatelessLayer.leakyRelu(run.number("slope"), run.number("gain"));
    run.putLayer(activation.apply(inputs.get("x"), true), inputs);
  }

  static Map<String, NDArray> parameters(GoldenRun run, String... names) {
    Map<String, NDArray> parameters = new LinkedHashMap<>();
    for (String name : names) {
      parameters.put(name, run.parameter(name));
    }
    return parameters;
  }
}
