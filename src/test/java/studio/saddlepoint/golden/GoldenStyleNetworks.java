package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.style.Blur;
import studio.saddlepoint.nn.style.EqualizedConv2d;
import studio.saddlepoint.nn.style.EqualizedLinear;
import studio.saddlepoint.nn.style.ModulatedConv2d;
import studio.saddlepoint.nn.style.StyledConv2d;
import studio.saddlepoint.nn.style.ToRgb;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;

/** The networks of the training case of StyleGAN2, of the program's layers with given weights. */
final class GoldenStyleNetworks {
  private static final ForwardContext PASS = ForwardContext.of(true);

  /** Styled layers, the last the picture's own. */
  private static final int LAYERS = 3;

  private final GoldenRun run;
  private final Map<String, NDArray> generator = new LinkedHashMap<>();
  private final Map<String, NDArray> discriminator = new LinkedHashMap<>();
  private final SplittableRandom random = new SplittableRandom(1);
  private final Layer bend = StatelessLayer.leakyRelu(0.2, Math.sqrt(2));
  private final Layer norm = StatelessLayer.pixelNorm();
  private final Layer up = Blur.enlarging(new double[] {1, 3, 3, 1}, 2);
  private final Layer map1;
  private final Layer map2;
  private final NDArray constant;
  private final Layer conv4;
  private final Layer rgb4;
  private final Layer conv8;
  private final Layer rgb8;
  private final Layer judge8;
  private final Layer judge4;
  private final Layer judgement;

  GoldenStyleNetworks(GoldenRun run) {
    this.run = run;
    map1 = dense("G_map1", generator, run.number("lr_multiplier"));
    map2 = dense("G_map2", generator, run.number("lr_multiplier"));
    constant = run.parameter("G_const");
    generator.put("G_const", constant);
    conv4 = styled("G_conv4", 4, "noise4");
    rgb4 = picture("G_rgb4");
    conv8 = styled("G_conv8", 8, "noise8");
    rgb8 = picture("G_rgb8");
    judge8 = convolution("D_conv8", 2);
    judge4 = convolution("D_conv4", 1);
    judgement = dense("D_dense", discriminator, 1);
  }

  /** The generator's weights by their names in the case. */
  Map<String, NDArray> generator() {
    return generator;
  }

  /** The discriminator's weights by their names in the case. */
  Map<String, NDArray> discriminator() {
    return discriminator;
  }

  NDArray map(NDArray z) {
    NDArray w = bend.apply(map1.apply(norm.apply(z, PASS), PASS), PASS);
    return bend.apply(map2.apply(w, PASS), PASS).expandDims(1).repeat(1, LAYERS);
  }

  NDArray synthesize(NDArray w) {
    ForwardContext styles = PASS.withStyles(w);
    NDArray x = constant.expandDims(0).repeat(0, w.getShape().get(0));
    x = conv4.apply(x, styles.atStyle(0));
    NDArray picture = rgb4.apply(x, styles.atStyle(1));
    x = conv8.apply(up.apply(x, PASS), styles.atStyle(1));
    return up.apply(picture, PASS).add(rgb8.apply(x, styles.atStyle(2)));
  }

  NDArray judge(NDArray x) {
    NDArray half = bend.apply(judge8.apply(x, PASS), PASS);
    NDArray features = bend.apply(judge4.apply(half, PASS), PASS);
    return judgement.apply(features.reshape(x.getShape().get(0), -1), PASS).reshape(-1);
  }

  private Shape shape(String name) {
    return new Shape(run.stored(name).shape());
  }

  private int size(String name, int axis) {
    return Math.toIntExact(shape(name).get(axis));
  }

  private Layer dense(String name, Map<String, NDArray> of, double multiplier) {
    int to = size(name + "_w", 0);
    int from = size(name + "_w", 1);
    Layer layer = new EqualizedLinear(from, to, multiplier, random);
    return give(layer, new Shape(1, from), of, Map.of("weight", name + "_w", "bias", name + "_b"));
  }

  private Layer convolution(String name, int stride) {
    int to = size(name + "_w", 0);
    int from = size(name + "_w", 1);
    Layer layer = new EqualizedConv2d(from, to, size(name + "_w", 2), stride, 1, random);
    return give(
        layer,
        new Shape(1, from, 8, 8),
        discriminator,
        Map.of("weight", name + "_w", "bias", name + "_b"));
  }

  private Layer styled(String name, int side, String noise) {
    int to = size(name + "_w", 0);
    int from = size(name + "_w", 1);
    Layer layer =
        new StyledConv2d(
            new ModulatedConv2d(from, to, 3, size(name + "_style_w", 1), true, random),
            to,
            side,
            bend,
            random);
    return give(
        layer,
        new Shape(1, from, side, side),
        generator,
        Map.of(
            "convolution_weight", name + "_w",
            "style_weight", name + "_style_w",
            "style_bias", name + "_style_b",
            "noise_weight", name + "_strength",
            "noise_noise", noise,
            "bias", name + "_b"));
  }

  private Layer picture(String name) {
    int to = size(name + "_w", 0);
    int from = size(name + "_w", 1);
    Layer layer = new ToRgb(from, to, size(name + "_style_w", 1), random);
    return give(
        layer,
        new Shape(1, from, 8, 8),
        generator,
        Map.of(
            "convolution_weight", name + "_w",
            "style_weight", name + "_style_w",
            "style_bias", name + "_style_b",
            "bias", name + "_b"));
  }

  /** Gives a layer the case's numbers, by the ends of its arrays' names, the longest first. */
  private Layer give(Layer layer, Shape input, Map<String, NDArray> of, Map<String, String> names) {
    layer.initialize(run.manager(), DataType.FLOAT32, input);
    List<String> ends =
        names.keySet().stream()
            .sorted((one, other) -> Integer.compare(other.length(), one.length()))
            .toList();
    for (Pair<String, Parameter> each : layer.getParameters()) {
      String end = ends.stream().filter(each.getKey()::endsWith).findFirst().orElseThrow();
      NDArray array = each.getValue().getArray();
      NDArray given = run.array(names.get(end)).reshape(array.getShape());
      Autograd.without(
          true,
          () -> {
            Ops.copyInto(List.of(array), List.of(given));
            return array;
          });
      if (each.getValue().requiresGradient()) {
        of.put(names.get(end), array);
      }
    }
    return layer;
  }
}
