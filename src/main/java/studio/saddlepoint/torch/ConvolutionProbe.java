package studio.saddlepoint.torch;

import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.Sha256;

/**
 * How libtorch's convolutions are made right here. Those of oneDNN 3.7 write only a part of what
 * they rearrange where a virtual machine hides its caches (seen on AMD's family 26, with 17 or 3
 * channels, from AVX2 on): pictures and gradients are wrong then, without any error, and now and
 * then not numbers. So a process of its own computes a few convolutions both ways, once for each
 * processor and version of libtorch. Where they are wrong, {@link GuardedConvolutions} are tried,
 * and then fewer instructions, until they are right.
 */
final class ConvolutionProbe {
  /** The variable by which oneDNN is told the most that it may use. */
  static final String LIMIT = "ONEDNN_MAX_CPU_ISA";

  private static final Logger LOG = LoggerFactory.getLogger(ConvolutionProbe.class);

  /** No limit. */
  static final String ALL = "ALL";

  /** No limit, and kernels laid out so that they are rearranged rightly. */
  static final String GUARDED = "GUARDED";

  /** From the fastest to the slowest. */
  private static final List<String> LIMITS = List.of(ALL, GUARDED, "AVX2", "AVX", "SSE41");

  private static final long PATIENCE_SECONDS = 300;

  private ConvolutionProbe() {}

  /** The limit to set; empty where none is needed, or nothing is known. */
  static Optional<String> limit() {
    if (isChecking()) {
      return Optional.empty();
    }
    try {
      Path kept = kept();
      Optional<String> known = known(kept);
      if (known.isEmpty()) {
        known = find();
        known.ifPresent(limit -> keep(kept, limit));
      }
      return known.filter(limit -> !limit.equals(ALL) && !limit.equals(GUARDED));
    } catch (IOException e) {
      LOG.debug("It is not known whether convolutions are right", e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Whether this program is the check. */
  static boolean isChecking() {
    return Boolean.getBoolean(ConvolutionCheck.CHECKING);
  }

  /** What was found on this processor, without asking now; empty where nothing is known. */
  static Optional<String> decided() {
    try {
      return known(kept());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What an earlier start has found. */
  private static Optional<String> known(Path kept) throws IOException {
    return Files.exists(kept)
        ? Optional.of(Files.readString(kept).strip()).filter(LIMITS::contains)
        : Optional.empty();
  }

  private static void keep(Path kept, String limit) {
    try {
      Files.createDirectories(kept.getParent());
      Files.writeString(kept, limit);
    } catch (IOException e) {
      LOG.debug("The next start asks again about convolutions", e);
    }
  }

  private static Path kept() throws IOException {
    return Utils.getEngineCacheDir("pytorch")
        .resolve(
            String.join(
                "-",
                "convolutions-2", // first: without guards
                Platform.detectPlatform("pytorch").getVersion(),
                processor() + ".txt"));
  }

  /** Another processor, or another set of instructions shown to this machine, is another name. */
  private static String processor() throws IOException {
    Path about = Path.of("/proc/cpuinfo");
    String words =
        Files.exists(about)
            ? Files.readAllLines(about).stream()
                .filter(line -> line.matches("(vendor_id|cpu family|model|stepping|flags)\\s*:.*"))
                .distinct()
                .collect(Collectors.joining("\n"))
            : System.getProperty("os.arch");
    byte[] digest = Sha256.digest().digest(words.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 6);
  }

  /** The fastest that is right; empty where none could be asked. */
  private static Optional<String> find() throws IOException, InterruptedException {
    for (String limit : LIMITS) {
      Optional<Boolean> right = right(limit);
      if (right.isEmpty()) {
        return Optional.empty();
      }
      if (right.get()) {
        if (!limit.equals(ALL) && !limit.equals(GUARDED)) {
          LOG.warn(
              "libtorch's convolutions are wrong on this processor with its newest instructions; with those of {} they are right, and a little slower. {} chooses otherwise.",
              limit,
              LIMIT);
        }
        return Optional.of(limit);
      }
    }
    LOG.error(
        "libtorch's convolutions are wrong on this processor, whatever instructions it uses.");
    return Optional.empty();
  }

  private static Optional<Boolean> right(String limit) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-D" + ConvolutionCheck.CHECKING + "=true",
            "-D" + GuardedConvolutions.PROPERTY + "=" + limit.equals(GUARDED),
            "-Dai.djl.offline=" + System.getProperty("ai.djl.offline", "true"),
            "-DOPT_OUT_TRACKING=true",
            "-cp",
            System.getProperty("java.class.path"),
            ConvolutionCheck.class.getName());
    builder.environment().put(LIMIT, limit.equals(GUARDED) ? ALL : limit);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return Optional.empty();
    }
    int code = process.exitValue();
    if (code != ConvolutionCheck.RIGHT && code != ConvolutionCheck.WRONG) {
      LOG.debug("Convolutions could not be checked: exit status {}", code);
      return Optional.empty();
    }
    return Optional.of(code == ConvolutionCheck.RIGHT);
  }
}
