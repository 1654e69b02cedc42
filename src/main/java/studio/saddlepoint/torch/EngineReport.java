package studio.saddlepoint.torch;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.saddlepoint.core.English;

/**
 * The engine that computes here, for a person who wants to know, or to tell somebody else.
 *
 * @param version of libtorch, such as {@code 2.7.1}
 * @param flavour of it: {@code cpu}, {@code cu128}
 * @param system operating system and architecture
 * @param processors how many
 * @param threads that an operator is computed with
 * @param threadsGiven whether {@code OMP_NUM_THREADS} says so
 * @param gpus how many PyTorch can use
 * @param whyNoGpu in words; empty where there is one
 * @param convolutions what the check of convolutions decided, in words
 * @param cache the folder of the unpacked libraries
 * @param cacheBytes what it takes on the disk
 * @param java version of Java
 */
public record EngineReport(
    String version,
    String flavour,
    String system,
    int processors,
    int threads,
    boolean threadsGiven,
    int gpus,
    String whyNoGpu,
    String convolutions,
    Path cache,
    long cacheBytes,
    String java) {
  /** Of the engine here, which is started where it does not run. Walks over its folder. */
  public static EngineReport here() {
    TorchEngine.operators();
    Engine engine = Engine.getEngine("PyTorch");
    String flavour = Platform.detectPlatform("pytorch").getFlavor();
    int gpus = engine.getGpuCount();
    Path cache = Utils.getEngineCacheDir("pytorch");
    return new EngineReport(
        engine.getVersion(),
        flavour,
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + ", "
            + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        JniUtils.getNumThreads(),
        EngineThreads.isGiven(),
        gpus,
        gpus == 0 ? GpuAbsence.here(flavour).words() : "",
        convolutions(
            Optional.ofNullable(System.getenv(ConvolutionProbe.LIMIT)), ConvolutionProbe.decided()),
        cache,
        bytes(cache),
        Runtime.version().toString());
  }

  /**
   * What was decided of convolutions, in words.
   *
   * @param given what the environment sets
   * @param decided what the check has found; empty where nothing could be asked
   */
  static String convolutions(Optional<String> given, Optional<String> decided) {
    if (given.isPresent()) {
      return "Not checked: "
          + ConvolutionProbe.LIMIT
          + "="
          + given.get()
          + " is set in the environment and goes before.";
    }
    return decided
        .map(EngineReport::found)
        .orElse("Not known on this computer: the check could not be made.");
  }

  private static String found(String decided) {
    return switch (decided) {
      case ConvolutionProbe.ALL ->
          "Checked on this processor and right: all of its instructions are used.";
      case ConvolutionProbe.GUARDED ->
          "Checked on this computer: wrong as libtorch lays out kernels here, where the sizes of the processor's caches are hidden; right as this program lays them out, with all instructions.";
      default ->
          "Checked on this processor: wrong with its newest instructions, right with those of "
              + decided
              + ", which are used. Trainings are slower for it; their numbers can be believed.";
    };
  }

  private static long bytes(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException | UncheckedIOException e) {
      return 0; // another program unpacks there just now
    }
  }

  /** Each line's name and value, in the order in which they are told. */
  public Map<String, String> lines() {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(
        "Engine",
        "PyTorch " + version + (flavour.startsWith("cpu") ? " for processors" : " for " + flavour));
    lines.put("Device", gpus == 0 ? "Processors (CPU)" : English.count(gpus, "GPU") + ", and CPU");
    if (!whyNoGpu.isEmpty()) {
      lines.put("Why no GPU", whyNoGpu);
    }
    lines.put(
        "Threads",
        English.of("%d of %d processors", threads, processors)
            + (threadsGiven ? ", as OMP_NUM_THREADS says" : ""));
    lines.put("Convolutions", convolutions);
    lines.put("Engine's folder", cache + English.of(" (%.0f MB)", cacheBytes / 1e6));
    lines.put("Java", java);
    lines.put("System", system);
    return lines;
  }

  /** As text, a line each. */
  public String text() {
    StringBuilder text = new StringBuilder();
    lines()
        .forEach(
            (name, value) ->
                text.append(name).append(": ").append(value).append(System.lineSeparator()));
    return text.toString();
  }
}
