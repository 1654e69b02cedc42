package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.recipe.network.LatentPrior;
import studio.saddlepoint.recipe.network.PictureRange;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.script.ScriptMethod;
import studio.saddlepoint.torch.script.ScriptModule;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * A generator written down as a TorchScript module: {@code forward(z)}, or {@code forward(z,
 * labels)} where it is conditional, to pictures (N, C, h, h) in -1..1. The codes are of its prior.
 * Labels are (N) int64, or shares of classes (N, K).
 *
 * <p>With a mapping network there are its halves too, {@code map(z)} or {@code map(z, labels)} and
 * {@code synthesize(w)}, and {@code mean_w()}, which {@code truncate(w, psi)} draws towards. Where
 * layers add noise, {@code kept_noise()} gives what they keep and {@code synthesize_with(w, noise)}
 * takes any other, of the same or of a picture's own maps (N, 1, h, h).
 */
public final class GeneratorScript {
  private static final String W = "w: Tensor";
  private static final String TENSOR = "Tensor";

  private final Generator generator;
  private final Optional<Resolution> resolution;
  private final ScriptModule module;

  private GeneratorScript(Generator generator, Optional<Resolution> resolution) {
    this.generator = generator;
    this.resolution = resolution;
    this.module = new ScriptModule(generator.network().state(), generator.network().weights());
  }

  /**
   * Writes down a generator. Arrays of the module live as long as the generator, or in the scope of
   * this call.
   *
   * @param resolution at which its pictures stand; empty for the largest
   * @param meanW (D) what truncation draws towards; not used without a mapping network
   */
  public static ScriptModule of(
      Generator generator, Optional<Resolution> resolution, float[] meanW) {
    GeneratorScript script = new GeneratorScript(generator, resolution);
    script.write(meanW);
    return script.module;
  }

  private void write(float[] meanW) {
    LatentSpace latent = generator.latent();
    module.fact("latent_size", latent.size());
    module.fact("num_classes", latent.classNames().size());
    module.fact("channels", generator.shape().channels());
    module.fact("size", resolution.map(Resolution::size).orElse(generator.shape().height()));
    module.fact("distribution", generator.prior() == LatentPrior.UNIFORM ? "uniform" : "normal");
    if (latent.conditional()) {
      writeShares(latent.classNames().size());
    }
    if (generator.network().layer() instanceof MappedGenerator mapped) {
      writeHalves(mapped, meanW);
    } else {
      writeWhole(generator.network().layer());
    }
  }

  /** {@code shares(labels)}: the classes (N, K). */
  private void writeShares(int classes) {
    ScriptMethod method = module.method("shares", "labels: Tensor", TENSOR);
    method.returnsEither(
        "torch.eq(torch.dim(labels), 1)",
        "torch.to(torch.one_hot(labels, " + classes + "), 6)",
        "labels");
  }

  private void writeWhole(Layer layer) {
    ScriptMethod forward = module.method("forward", arguments(), TENSOR);
    ScriptPass pass = pass(forward);
    forward.returns(picture(pass, layer.script(pass, code(forward))));
    if (!pass.keptNoise().isEmpty()) {
      throw new IllegalStateException("Noise without a mapping network");
    }
  }

  private void writeHalves(MappedGenerator mapped, float[] meanW) {
    ScriptMethod map = module.method("map", arguments(), TENSOR);
    map.returns(mapped.scriptMap(pass(map), code(map)));

    NDArray mean = ArrayScopes.of(mapped.mean().getManager(), meanW, new Shape(meanW.length));
    String center = module.buffer("center", mean);
    module.method("mean_w", "", TENSOR).returns(center);
    ScriptMethod truncate = module.method("truncate", W + ", psi: float", TENSOR);
    truncate.returns(
        truncate.let(ScriptText.of("torch.add(%s, torch.mul(torch.sub(w, %<s), psi))", center)));

    boolean noisy = generator.hasNoise();
    ScriptMethod synthesize =
        noisy
            ? module.method("synthesize_with", W + ", noise: List[Tensor]", TENSOR)
            : module.method("synthesize", W, TENSOR);
    ScriptPass pass = pass(synthesize);
    synthesize.returns(picture(pass, mapped.scriptSynthesis(pass, "w")));
    if (noisy) {
      List<String> kept = new ArrayList<>();
      pass.keptNoise().forEach(each -> kept.add(module.array(each)));
      ScriptMethod noise = module.method("kept_noise", "", "List[Tensor]");
      noise.returns(ScriptText.list(kept));
      ScriptMethod usual = module.method("synthesize", W, TENSOR);
      usual.returns("(self).synthesize_with(w, (self).kept_noise())");
    }
    ScriptMethod forward = module.method("forward", arguments(), TENSOR);
    forward.returns(
        "(self).synthesize((self).map(z"
            + (generator.latent().conditional() ? ", labels" : "")
            + "))");
  }

  private String arguments() {
    return generator.latent().conditional() ? "z: Tensor, labels: Tensor" : "z: Tensor";
  }

  /** What the first layer takes: z with the classes, as {@link Generator} joins them. */
  private String code(ScriptMethod method) {
    return generator.latent().conditional()
        ? method.let("torch.cat([z, (self).shares(labels)], 1)")
        : "z";
  }

  private ScriptPass pass(ScriptMethod method) {
    ScriptPass plain = new ScriptPass(module, method);
    return resolution.map(plain::withResolution).orElse(plain);
  }

  /** As {@link Generator#synthesize} ends. */
  private String picture(ScriptPass pass, String made) {
    PictureRange range = generator.range().range();
    String bounded =
        switch (range) {
          case SIGNED -> pass.let("torch.tanh(" + made + ")");
          case UNIT -> pass.let("torch.sub(torch.mul(torch.sigmoid(" + made + "), 2.), 1.)");
          case LINEAR -> made;
        };
    int size = generator.shape().height();
    int wanted = resolution.map(Resolution::size).orElse(size);
    return wanted == size || grows(generator.network().layer())
        ? bounded
        : pass.call("average_pool", bounded, ScriptText.ints(size / wanted));
  }

  /** Whether layers give pictures of the pass's resolution by themselves. */
  private static boolean grows(Block layer) {
    return layer instanceof GrowingSynthesis
        || layer.getChildren().values().stream().anyMatch(GeneratorScript::grows);
  }
}
