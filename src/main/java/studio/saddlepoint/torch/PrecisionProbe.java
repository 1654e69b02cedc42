package studio.saddlepoint.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.Progress;

/** Whether convolutions gain by bfloat16 here, measured once for each processor and libtorch. */
public final class PrecisionProbe {
  private static final Logger LOG = LoggerFactory.getLogger(PrecisionProbe.class);

  /** Less is not worth the rounding. */
  private static final double GAIN = 1.15;

  private static final long PATIENCE_SECONDS = 120;

  /** What is kept where the check did not come to its end. */
  private static final String FAILED = "failed";

  private PrecisionProbe() {}

  /** Whether bfloat16 is right here and so much faster that it is worth it. */
  public static boolean gains(Progress progress) {
    try {
      Path kept = ConvolutionProbe.kept("precision-2"); // first: without odd channels
      if (!Files.exists(kept)) {
        progress.report("Measuring convolutions in bfloat16", Double.NaN);
        Files.createDirectories(kept.getParent());
        String found = measure(AtomicFile.beside(kept));
        LOG.info("Convolutions in bfloat16, times as fast as in float32: {}", found);
        Files.writeString(kept, found);
      }
      return worth(Files.readString(kept));
    } catch (IOException e) {
      LOG.info("It is not known whether bfloat16 is faster here", e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether what was found is a gain. */
  static boolean worth(String found) {
    OptionalDouble ratio = ratio(found);
    return ratio.isPresent() && ratio.getAsDouble() >= GAIN;
  }

  private static OptionalDouble ratio(String found) {
    try {
      double ratio = Double.parseDouble(found.strip());
      return Double.isFinite(ratio) ? OptionalDouble.of(ratio) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty(); // wrong, or failed
    }
  }

  private static String measure(Path file) throws IOException, InterruptedException {
    try {
      Process process =
          ConvolutionProbe.program(PrecisionCheck.class, Optional.of(file.toString())).start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return FAILED;
      }
      String found = Files.exists(file) ? Files.readString(file).strip() : "";
      return process.exitValue() == 0 && !found.isEmpty() ? found : FAILED;
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
