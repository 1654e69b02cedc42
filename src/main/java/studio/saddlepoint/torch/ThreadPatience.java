package studio.saddlepoint.torch;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the engine's threads spin before they sleep. libgomp's default spins for milliseconds,
 * which is best on an idle machine, but makes training many times slower as soon as something else
 * wants a processor: the window, a browser, another training. A short spin keeps nearly all of the
 * speed and survives company.
 */
final class ThreadPatience {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadPatience.class);
    private static final String SPINS = "2000";

    private ThreadPatience() {}

    /**
     * The part of the C library that changes this process's environment, which libgomp reads when
     * it is loaded.
     */
    private interface CLibrary extends Library {
        int setenv(String name, String value, int overwrite);
    }

    /**
     * Shortens the spin, unless the person set it by environment. To be called before libtorch is
     * loaded.
     */
    static void shorten() {
        boolean chosen =
                System.getenv("GOMP_SPINCOUNT") != null || System.getenv("OMP_WAIT_POLICY") != null;
        if (chosen || !Platform.isLinux()) {
            return;
        }
        try {
            Native.load("c", CLibrary.class).setenv("GOMP_SPINCOUNT", SPINS, 1);
        } catch (UnsatisfiedLinkError e) {
            LOG.debug("The engine's threads keep their default patience", e);
        }
    }
}
