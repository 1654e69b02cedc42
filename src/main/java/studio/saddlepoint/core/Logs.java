package studio.saddlepoint.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * The libraries' words on the console, as far as they are wanted there. The program itself logs by
 * slf4j.
 */
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

  /**
   * Leaves a logger's errors out, except those of defects, which come with their place: for those
   * who tell them in another way.
   *
   * @param name of the logger, that of its class
   * @return ends it when closed
   */
  public static Told told(String name) {
    Logger logger = Logger.getLogger(name);
    Filter before = logger.getFilter();
    logger.setFilter(each -> each.getLevel() != Level.SEVERE || each.getThrown() != null);
    return () -> logger.setFilter(before);
  }

  /** A logger whose errors are told elsewhere. */
  public interface Told extends AutoCloseable {
    @Override
    void close();
  }
}
