package studio.saddlepoint.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** What the libraries may write to the console. The program itself logs by slf4j. */
public final class Logs {
    private Logs() {}

    /**
     * Keeps the console for what a person should act on. To be called first thing at the program's
     * start; leaves everything as it is where the person chose by {@code
     * -Djava.util.logging.config.file}.
     */
    public static void quiet() {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        try (InputStream in = Logs.class.getResourceAsStream("logging.properties")) {
            if (in == null) {
                throw new IllegalStateException("Missing resource logging.properties");
            }
            LogManager.getLogManager().readConfiguration(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
