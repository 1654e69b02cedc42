package studio.saddlepoint.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reason why PyTorch computes on no graphics card, in words.
 *
 * @param system as {@code os.name} has it
 * @param flavour of the libtorch that is loaded: {@code cpu}, {@code cu128}
 * @param driver version of NVIDIA's driver, or a word where only that it is there is known; empty
 *     where there is none
 * @param hidden whether {@code CUDA_VISIBLE_DEVICES} names no card
 */
record GpuAbsence(String system, String flavour, Optional<String> driver, boolean hidden) {
  private static final Path LINUX_DRIVER = Path.of("/proc/driver/nvidia/version");
  private static final Path WINDOWS_DRIVER = Path.of("C:\\Windows\\System32\\nvcuda.dll");
  private static final Pattern VERSION = Pattern.compile("\\b\\d{3}\\.\\d+(\\.\\d+)?\\b");

  /** Of this computer. */
  static GpuAbsence here(String flavour) {
    return of(flavour, System.getProperty("os.name", ""), System::getenv);
  }

  static GpuAbsence of(String flavour, String system, Function<String, String> environment) {
    String visible = environment.apply("CUDA_VISIBLE_DEVICES");
    return new GpuAbsence(
        system,
        flavour,
        driver(LINUX_DRIVER).or(() -> driver(WINDOWS_DRIVER)),
        visible != null && (visible.isBlank() || visible.strip().startsWith("-")));
  }

  /** NVIDIA's driver, by a file that is there where it is loaded. */
  static Optional<String> driver(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (file.toString().endsWith(".dll")) {
      return Optional.of("installed");
    }
    try {
      Matcher version = VERSION.matcher(Files.readString(file));
      return Optional.of(version.find() ? version.group() : "loaded");
    } catch (IOException e) {
      return Optional.of("loaded");
    }
  }

  /** One or two sentences: why, and what to do where anything can be done. */
  String words() {
    if (system.startsWith("Mac")) {
      return "PyTorch is used on the processors only: its CUDA needs an NVIDIA card, and the graphics of a Mac are not supported here.";
    }
    boolean forProcessors = flavour.startsWith("cpu");
    if (driver.isEmpty()) {
      return forProcessors
          ? "No driver of an NVIDIA card is loaded on this computer, and this Saddlepoint comes with the PyTorch for processors. Cards by AMD and Intel are not supported. With an NVIDIA card: install its driver, and build Saddlepoint with -Dcuda."
          : "The PyTorch that is loaded is for CUDA ("
              + flavour
              + "), but no driver of an NVIDIA card is loaded on this computer: install it and start again.";
    }
    if (forProcessors) {
      return "An NVIDIA driver is there ("
          + driver.get()
          + "), but this Saddlepoint comes with the PyTorch for processors. Build it with -Dcuda, or set PYTORCH_LIBRARY_PATH to a libtorch for CUDA and PYTORCH_FLAVOR to cu128, and start again.";
    }
    return hidden
        ? "CUDA_VISIBLE_DEVICES hides all cards from PyTorch: unset it and start again."
        : "The PyTorch that is loaded is for CUDA ("
            + flavour
            + "), and an NVIDIA driver is there ("
            + driver.get()
            + "), but it found no card that it can use: the driver may be too old for this CUDA. Update it and start again.";
  }
}
