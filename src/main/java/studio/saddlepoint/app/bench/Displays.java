package studio.saddlepoint.app.bench;

import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import studio.saddlepoint.app.Launcher;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.StudioException;

/**
 * The place where a window can be opened: a display, or memory where the program has what that
 * takes.
 */
final class Displays {
  private static final String MONOCLE = "com.sun.glass.ui.monocle.MonoclePlatformFactory";

  private Displays() {}

  /**
   * Starts JavaFX.
   *
   * @throws StudioException where no window can open
   */
  static void start() {
    System.setProperty("java.awt.headless", "true");
    if (!Launcher.displayExpected(System.getenv())) {
      drawIntoMemory();
    }
    Logger.getLogger("javafx").setLevel(Level.SEVERE); // that it runs from the class path
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
      started.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | LinkageError e) {
      throw new StudioException(Messages.text("bench.window.no.display"), e);
    }
    Platform.setImplicitExit(false);
  }

  private static void drawIntoMemory() {
    try {
      Class.forName(MONOCLE, false, Displays.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new StudioException(Messages.text("bench.window.no.display"), e);
    }
    System.setProperty("glass.platform", "Monocle");
    System.setProperty("monocle.platform", "Headless");
    System.setProperty("headless.geometry", "1600x1000-32");
    System.setProperty("prism.order", "sw");
    System.setProperty("prism.text", "t2k");
  }
}
