package studio.saddlepoint.app.preferences;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.Stage;
import studio.saddlepoint.app.Theme;

/**
 * Asks the desktop for its colours while they are to be followed: at the start, when the window is
 * come back to, for then they may have been changed, and every few minutes, for some desktops turn
 * dark in the evening.
 */
public final class DesktopWatch {
  private static final Duration EVERY = Duration.ofMinutes(5);

  private final ThemePreference preference;
  private final Supplier<Optional<Theme>> desktop;
  private final Executor background;
  private final Executor ui;
  private final AtomicBoolean asking = new AtomicBoolean();
  private final Timeline clock;

  /**
   * A watch that does not run yet.
   *
   * @param preference told what the desktop has
   * @param desktop asks it
   * @param background where it is asked
   * @param ui the FX thread
   */
  DesktopWatch(
      ThemePreference preference,
      Supplier<Optional<Theme>> desktop,
      Executor background,
      Executor ui) {
    this.preference = preference;
    this.desktop = desktop;
    this.background = background;
    this.ui = ui;
    clock =
        new Timeline(new KeyFrame(javafx.util.Duration.millis(EVERY.toMillis()), event -> ask()));
    clock.setCycleCount(Animation.INDEFINITE);
  }

  /**
   * Follows the desktop that the program runs on.
   *
   * @param preference told what the desktop has
   * @param stage the window that is come back to; when it is hidden, nobody is asked any more
   * @param ui the FX thread
   */
  public static void start(ThemePreference preference, Stage stage, Executor ui) {
    DesktopColours colours =
        new DesktopColours(System.getProperty("os.name", ""), DesktopShell::run);
    new DesktopWatch(preference, colours::ask, DesktopWatch::inThread, ui).follow(stage);
  }

  private static void inThread(Runnable work) {
    Thread thread = new Thread(work, "desktop-colours");
    thread.setDaemon(true);
    thread.start();
  }

  void follow(Stage stage) {
    preference.chosenProperty().addListener(o -> ask());
    stage
        .focusedProperty()
        .addListener(
            (property, old, now) -> {
              if (now) {
                ask();
              }
            });
    stage
        .showingProperty()
        .addListener(
            (property, old, now) -> {
              if (now) {
                clock.play();
              } else {
                clock.stop();
              }
            });
    ask();
  }

  /** Asks, unless an answer is waited for already, or nobody wants to know. */
  void ask() {
    if (preference.chosenProperty().get() == ThemeChoice.SYSTEM
        && asking.compareAndSet(false, true)) {
      background.execute(
          () -> {
            Optional<Theme> told = desktop.get();
            asking.set(false);
            ui.execute(() -> preference.desktop(told));
          });
    }
  }
}
