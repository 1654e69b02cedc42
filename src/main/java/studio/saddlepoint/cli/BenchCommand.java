package studio.saddlepoint.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.saddlepoint.bench.Benchmarks;
import studio.saddlepoint.bench.Timings;
import studio.saddlepoint.core.English;
import studio.saddlepoint.torch.TorchEngine;

/** Measures how fast the program is on this computer. */
@Command(
    name = "bench",
    description = {
      "Measures how fast the program is on this computer.",
      "The training steps are those of the DCGAN and of a variational autoencoder of its networks, for 32x32 colour pictures, batch 64. The floor is the same step as one TorchScript call in the same process."
    })
final class BenchCommand implements Callable<Integer> {
  private static final int STEPS_A_TURN = 3;
  private static final int FEATURES = 2_048;
  private static final double MEGABYTE = 1e6;

  private final CommandOutput console;

  @Option(
      names = "--width",
      paramLabel = "N",
      defaultValue = "32",
      description = "Channels of both networks; default: ${DEFAULT-VALUE}.")
  private int width = 32;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "25",
      description =
          "Turns of each way to train, of which the median is taken; default: ${DEFAULT-VALUE}.")
  private int rounds = 25;

  @Option(
      names = "--renders",
      paramLabel = "N",
      defaultValue = "2000",
      description =
          "Renders over which the growth of memory is measured; default: ${DEFAULT-VALUE}.")
  private int renders = 2_000;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "Training steps over which the growth of memory is measured; default: ${DEFAULT-VALUE}.")
  private int steps = 200;

  @Option(
      names = "--device",
      paramLabel = "D",
      defaultValue = "auto",
      description = "auto, cpu, gpu0, ...; default: ${DEFAULT-VALUE}.")
  private String device = "auto";

  private final Map<String, Object> document = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  BenchCommand(CommandOutput console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    requireAtLeast("--rounds", rounds, 1);
    requireAtLeast("--renders", renders, 10);
    requireAtLeast("--steps", steps, 10);
    for (String key : List.of("generator.width", "training.device")) {
      RecipeChoice.Setting.of(key + "=" + (key.endsWith("width") ? width : device));
    }
    Benchmarks benchmarks = new Benchmarks(width, device, console);
    Benchmarks.StartUp startUp = benchmarks.startUp();
    add("engine", TorchEngine.describe(), TorchEngine.describe());
    number("startEngineSeconds", startUp.engineSeconds(), "engine start %.2f s");
    number("firstStepSeconds", startUp.firstStepSeconds(), "networks and first step %.2f s");
    document.put("width", width);
    Benchmarks.StepSpeeds gan = benchmarks.steps(rounds, STEPS_A_TURN);
    document.put("batchSize", gan.batchSize());
    speeds("", "training step", gan);
    lines.add("step with a penalty of second order, and over the same step as one call:");
    for (String penalty : List.of("wgan-gp", "dragan", "r1")) {
      Benchmarks.Speed speed = benchmarks.penalty(penalty, rounds, STEPS_A_TURN);
      speed(penalty + "ImagesPerSecond", penalty, speed);
      document.put(penalty + "Ratio", speed.ratio());
    }
    speeds("vae", "training step of the VAE", benchmarks.vaeSteps(rounds, STEPS_A_TURN));
    lines.add("steps by recipe, and the share of convolutions in them:");
    benchmarks.stepShares().forEach(this::share);
    times("renderOne", "one picture", benchmarks.rendering(1, 500));
    times("renderGrid", "4x4 grid", benchmarks.rendering(16, 200));
    number(
        "fidDistanceSeconds",
        benchmarks.frechetSeconds(FEATURES),
        "FID distance at 2,048 dimensions %.2f s");
    Benchmarks.MemoryGrowth memory = benchmarks.memory(renders, steps);
    growth("memoryRendersBytes", memory.renders(), renders, "renders");
    growth("memoryStepsBytes", memory.steps(), steps, "training steps");
    console.result(document, String.join(System.lineSeparator(), lines));
    return Main.DONE;
  }

  private static void requireAtLeast(String option, int value, int least) {
    if (value < least) {
      throw new BadUse(option + " is " + value + ": it must be at least " + least + ".");
    }
  }

  private void share(String name, Benchmarks.StepShare share) {
    document.put(
        "step " + name,
        Map.of("imagesPerSecond", share.imagesPerSecond(), "convolutions", share.convolutions()));
    lines.add(
        English.of(
            "  %s: %.0f images/s, convolutions %.0f %%",
            name, share.imagesPerSecond(), 100 * share.convolutions()));
  }

  private void speeds(String prefix, String what, Benchmarks.StepSpeeds speeds) {
    lines.add(what + ", width " + width + ", batch " + speeds.batchSize() + ":");
    speed(key(prefix, "floorImagesPerSecond"), "one TorchScript call", speeds.oneCall());
    speed(
        key(prefix, "floorChannelsLastImagesPerSecond"),
        "one TorchScript call, channels-last",
        speeds.oneCallChannelsLast());
    speed(key(prefix, "imagesPerSecond"), "this program", speeds.standard());
    speed(
        key(prefix, "channelsLastImagesPerSecond"),
        "this program, channels-last",
        speeds.channelsLast());
    document.put(key(prefix, "ratio"), speeds.standard().ratio());
    document.put(key(prefix, "ratioChannelsLast"), speeds.channelsLast().ratio());
  }

  /** Such as {@code ratio}, {@code vaeRatio}. */
  private static String key(String prefix, String name) {
    return prefix.isEmpty()
        ? name
        : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private void speed(String key, String label, Benchmarks.Speed speed) {
    add(
        key,
        speed.imagesPerSecond(),
        String.format(
            Locale.ENGLISH,
            "  %-38s %6.0f images/s %6.2f",
            label,
            speed.imagesPerSecond(),
            speed.ratio()));
  }

  private void times(String key, String label, Timings times) {
    document.put(key + "MedianMillis", times.medianMillis());
    document.put(key + "P95Millis", times.p95Millis());
    lines.add(
        String.format(
            Locale.ENGLISH,
            "drawing %s: median %.2f ms, p95 %.2f ms",
            label,
            times.medianMillis(),
            times.p95Millis()));
  }

  private void growth(String key, OptionalLong bytes, int times, String what) {
    if (bytes.isPresent()) {
      add(
          key,
          bytes.getAsLong(),
          String.format(
              Locale.ENGLISH,
              "resident memory over %,d %s: %+.1f MB",
              times,
              what,
              bytes.getAsLong() / MEGABYTE));
    }
  }

  private void number(String key, double value, String format) {
    add(key, value, String.format(Locale.ENGLISH, format, value));
  }

  private void add(String key, Object value, String line) {
    document.put(key, value);
    lines.add(line);
  }
}
