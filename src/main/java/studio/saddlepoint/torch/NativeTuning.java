package studio.saddlepoint.torch;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings of the C runtime under libtorch, on Linux.
 *
 * <p>How long the engine's threads spin before they sleep: libgomp's default spins for
 * milliseconds, which is best on an idle machine, but makes training many times slower as soon as
 * something else wants a processor: the window, a browser, another training. A short spin keeps
 * nearly all of the speed and survives company.
 *
 * <p>When freed memory goes back to the system: by default glibc gives much of what a training step
 * frees back at the step's end and asks for it again in the next, thousands of page faults a step.
 * Holding on to it makes five times fewer.
 *
 * <p>Which instructions convolutions are made of, see {@link ConvolutionProbe}.
 */
final class NativeTuning {
  private static final Logger LOG = LoggerFactory.getLogger(NativeTuning.class);
  private static final String SPINS = "2000";

  private static final int TRIM_THRESHOLD = -1; // M_TRIM_THRESHOLD of malloc.h
  private static final int MAP_THRESHOLD = -3; // M_MMAP_THRESHOLD
  private static final int HELD_BYTES = 512 << 20;
  private static final int MAPPED_BYTES = 32 << 20; // the largest that glibc takes

  private NativeTuning() {}

  /** The part of the C library that is used here. */
  private interface CLibrary extends Library {
    int setenv(String name, String value, int overwrite);

    int mallopt(int parameter, int value);
  }

  /**
   * Sets all, unless the person set them by environment. To be called before libtorch is loaded.
   */
  static void apply() {
    if (!Platform.isLinux()) {
      return;
    }
    try {
      CLibrary c = Native.load("c", CLibrary.class);
      if (!given("GOMP_SPINCOUNT") && !given("OMP_WAIT_POLICY")) {
        c.setenv("GOMP_SPINCOUNT", SPINS, 1);
      }
      if (!given("GLIBC_TUNABLES") && !given("MALLOC_TRIM_THRESHOLD_")) {
        c.mallopt(MAP_THRESHOLD, MAPPED_BYTES);
        c.mallopt(TRIM_THRESHOLD, HELD_BYTES);
      }
      if (!given(ConvolutionProbe.LIMIT)) {
        ConvolutionProbe.limit().ifPresent(isa -> c.setenv(ConvolutionProbe.LIMIT, isa, 1));
      }
    } catch (UnsatisfiedLinkError e) {
      LOG.debug("The C runtime keeps its defaults", e); // another C library than glibc
    }
  }

  private static boolean given(String variable) {
    return System.getenv(variable) != null;
  }
}
