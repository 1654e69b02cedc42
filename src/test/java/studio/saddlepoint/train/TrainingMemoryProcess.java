package studio.saddlepoint.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.bench.BenchmarkData;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Trains and renders in a process of its own, whose Java heap is resident from the start, so that
 * what grows is the engine's memory. Ends with an exception when something grows.
 */
final class TrainingMemoryProcess {
  private static final int TIMES = 2000;
  private static final int WARM_UP = 300;
  private static final long BOUND_BYTES = 48L << 20;

  private TrainingMemoryProcess() {}

  /** Runs the check; takes the architecture. */
  public static void main(String[] args) throws IOException {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
    switch (args[0]) {
      case "styles" -> trainOn(new ImageShape(1, 8, 8), styles());
      case "growing" -> trainOn(new ImageShape(1, 32, 32), growing());
      default -> train(args[0]);
    }
  }

  /** With style mixing, path lengths and a lazy penalty, at the smallest size. */
  private static Map<String, Object> styles() {
    return Map.of(
        "generator.architecture", "stylegan2",
        "method.styleMixing", 0.9,
        "method.r1.weight", 1,
        "method.r1.every", 3,
        "method.pathLength.weight", 2);
  }

  /** All sizes within the first steps, then the largest. */
  private static Map<String, Object> growing() {
    return Map.of(
        "generator.architecture", "progan",
        "method.loss", "wasserstein",
        "method.gradientPenalty", 10,
        "method.growing.from", 4,
        "method.growing.fadeImages", 120,
        "method.growing.stableImages", 120);
  }

  private static void trainOn(ImageShape shape, Map<String, Object> method) throws IOException {
    Recipe recipe =
        Recipe.defaults()
            .with(
                Map.of(
                    "generator.normalization", "none",
                    "generator.width", 4,
                    "generator.latentSize", 8,
                    "discriminator.width", 4,
                    "discriminator.normalization", "none",
                    "discriminator.minibatchDeviation", true,
                    "training.batchSize", 4))
            .with(method);
    DataSet data = new BenchmarkData(shape);
    try (TrainingState state = new TrainingState(recipe, data);
        Batches batches = new Batches(data, 1, 0, false)) {
      int arrays = 0;
      long resident = 0;
      for (int i = 0; i < TIMES; i++) {
        state.makeStep(batches);
        arrays = i <= WARM_UP ? arrays(state) : arrays;
        require(arrays == arrays(state), "arrays after step " + i);
        resident = i == WARM_UP ? residentBytes() : resident;
      }
      grew("training", residentBytes() - resident);
    }
  }

  private static void train(String networks) throws IOException {
    Recipe recipe =
        Recipe.defaults()
            .with("generator.width", 4)
            .with("generator.latentSize", 8)
            .with("discriminator.width", 4)
            .with("discriminator.normalization", "none")
            .with("training.batchSize", 4)
            .with(networks.equals("r3gan") ? r3gan() : Map.of());
    DataSet data =
        DataSets.open("strokes", 32, Split.TRAIN, Home.ofEnvironment().caches(), Progress.NONE);
    try (TrainingState state = new TrainingState(recipe, data);
        Batches batches = new Batches(data, 1, 0, false)) {
      int arrays = arrays(state);
      long resident = 0;
      for (int i = 0; i < TIMES; i++) {
        if (i == TIMES / 2) {
          // the second half with second derivatives, which DJL's own collector leaks
          state.change(
              recipe.with(
                  Map.of(
                      "method.gradientPenalty", 1,
                      "method.dragan.weight", 1,
                      "method.r1.weight", 1)));
        }
        state.makeStep(batches);
        require(arrays == arrays(state), "arrays after step " + i);
        resident = i == TIMES / 2 + WARM_UP ? residentBytes() : resident;
      }
      grew("training", residentBytes() - resident);
      try (Snapshot snapshot = Snapshot.of(state.save(), true)) {
        float[][] z = LatentCodes.gaussian(16, 8, 1);
        for (int i = 0; i < TIMES; i++) {
          snapshot.render(z, new int[16], Double.POSITIVE_INFINITY);
          resident = i == WARM_UP ? residentBytes() : resident;
        }
        grew("rendering", residentBytes() - resident);
      }
    }
  }

  private static Map<String, Object> r3gan() {
    return Map.of(
        "generator.architecture", "r3gan",
        "generator.normalization", "none",
        "generator.range", "linear",
        "method.loss", "relativistic-paired",
        "method.r2.weight", 1);
  }

  private static void grew(String what, long bytes) {
    require(bytes < BOUND_BYTES, what + " grew by " + (bytes >> 20) + " MB");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalStateException(message);
    }
  }

  private static int arrays(TrainingState state) {
    return state.manager().getManagedArrays().size()
        + state.generator().network().manager().getManagedArrays().size();
  }

  /**
   * Memory of this process outside the Java heap's own limit, where the system tells; 0 elsewhere.
   */
  private static long residentBytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    List<String> lines = Files.readAllLines(status);
    long kilobytes =
        lines.stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
            .findFirst()
            .orElse(0);
    return kilobytes * 1024;
  }
}
