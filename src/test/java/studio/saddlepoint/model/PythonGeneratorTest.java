package studio.saddlepoint.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.Architecture;
import studio.saddlepoint.recipe.network.LatentPrior;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Python makes of a generator's file what the generator makes. Where the system property {@code
 * saddlepoint.python} names a Python that has PyTorch.
 */
@EnabledIfSystemProperty(named = "saddlepoint.python", matches = ".+")
class PythonGeneratorTest {
  private static final int BATCH = 3;
  private static final List<String> CLASSES = List.of("a", "b", "c");

  /** Says a line for each file that differs by more than 1e-4 of the largest pixel. */
  private static final String CHECK =
      """
      import glob, json, sys, torch
      for name in sorted(glob.glob(sys.argv[1] + "/*.pt")):
          extra = {"saddlepoint.json": ""}
          net = torch.jit.load(name, _extra_files=extra)
          facts = json.loads(extra["saddlepoint.json"])
          assert facts["latent"] == net.latent_size
          def read(kind):
              return torch.frombuffer(bytearray(open(name[:-3] + kind, "rb").read()), dtype=torch.float32)
          z = read(".z").reshape(3, net.latent_size)
          args = (z, torch.tensor([2, 0, 1])) if net.num_classes else (z,)
          made = net(*args)
          expected = read(".x").reshape(made.shape)
          error = ((made - expected).abs().max() / max(1.0, expected.abs().max())).item()
          if not error <= 1e-4:
              print(name, error)
          if hasattr(net, "map"):
              w = net.map(*args)
              assert (net.synthesize(net.truncate(w, 1.0)) - made).abs().max() < 1e-3
      print("checked")
      """;

  @TempDir Path folder;

  private static List<Recipe> recipes() {
    List<Recipe> all = new ArrayList<>();
    for (Architecture each : Architecture.trained()) {
      Recipe plain = GeneratorScriptTest.recipe(each);
      all.add(plain.with("generator.prior", "uniform"));
      all.add(
          plain
              .with("method.conditional", true)
              .with("generator.conditioning", "embedding")
              .with("generator.upsampling", "bilinear"));
      if (each.grows()) {
        all.add(plain.with("method.growing.from", 4));
      }
    }
    Recipe dcgan = GeneratorScriptTest.recipe(Architecture.DCGAN).with("method.conditional", true);
    all.add(dcgan.with("generator.normalization", "virtual-batch"));
    all.add(
        dcgan
            .with("generator.normalization", "batch")
            .with("generator.conditioning", "batch-norm")
            .with("generator.attention", true)
            .with("generator.spectralNorm", true));
    return all;
  }

  @Test
  void pythonMakesTheSamePictures() throws IOException, InterruptedException {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(false);
    List<Recipe> all = recipes();
    for (int i = 0; i < all.size(); i++) {
      write(all.get(i), folder.resolve(i + "-" + all.get(i).generator().architecture().id()));
    }
    Path script = Files.writeString(folder.resolve("check.py"), CHECK);
    Process python =
        new ProcessBuilder(
                System.getProperty("saddlepoint.python"), script.toString(), folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, python.waitFor(), said);
    assertEquals("checked", said.strip());
  }

  private static void write(Recipe recipe, Path to) throws IOException {
    boolean told = recipe.method().conditional();
    int size = recipe.data().size();
    LatentSpace latent =
        new LatentSpace(recipe.generator().latentSize(), told ? CLASSES : List.of());
    Optional<Resolution> now =
        recipe.method().growing().on() ? Optional.of(new Resolution(16, 0.4)) : Optional.empty();
    try (NDManager manager = TorchEngine.manager(Device.cpu());
        Generator generator =
            Architectures.generator(recipe, latent, new ImageShape(3, size, size), manager)) {
      GeneratorScriptTest.shake(generator, manager);
      float[] numbers = GeneratorScriptTest.numbers(BATCH * latent.size(), 1);
      float[] mean = GeneratorScriptTest.numbers(generator.w().size(), 3);
      try (var out = Files.newOutputStream(Path.of(to + ".pt"))) {
        ArrayScopes.scoped(
            () ->
                GeneratorScriptTest.written(
                    generator,
                    now,
                    mean,
                    out,
                    Map.of("saddlepoint.json", "{\"latent\": " + latent.size() + "}")));
      }
      ForwardContext plain = generator.context(manager.create(new long[] {2, 0, 1}), false);
      ForwardContext context = now.map(plain::withResolution).orElse(plain);
      NDArray z = manager.create(numbers, new Shape(BATCH, latent.size()));
      NDArray code = generator.prior() == LatentPrior.UNIFORM ? GeneratorScriptTest.uniform(z) : z;
      save(Path.of(to + ".z"), code.toFloatArray());
      save(
          Path.of(to + ".x"),
          generator.synthesize(generator.map(z, context), context).toFloatArray());
    }
  }

  private static void save(Path file, float[] numbers) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    Files.write(file, bytes.array());
  }
}
