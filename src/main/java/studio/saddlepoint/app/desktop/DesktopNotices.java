package studio.saddlepoint.app.desktop;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.app.Training;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.run.event.Event;

/**
 * Tells the end and the trouble of a long training to a person who looks at another window: by the
 * desktop where it takes notices, else in a corner of the screen; and in the window's title, until
 * it is looked at. For the FX thread.
 */
public final class DesktopNotices {
  private static final String AFTER = "notices.minutes";
  private static final int LONGEST = 240;

  private final Settings settings;
  private final ObjectProperty<NoticeAfter> after;
  private final Executor background;
  private final Executor ui;
  private final NoticeSender sender;
  private final Set<String> told = new HashSet<>();
  private BooleanSupplier looked = () -> true;
  private Consumer<String> mark = title -> {};
  private @Nullable Stage window;

  /**
   * Nobody is told before a window is there.
   *
   * @param settings where the person's choice is kept
   * @param background where the desktop is asked
   * @param ui the FX thread
   */
  public DesktopNotices(Settings settings, Executor background, Executor ui) {
    this(settings, background, ui, NoticeSender.ofSystem());
  }

  DesktopNotices(Settings settings, Executor background, Executor ui, NoticeSender sender) {
    this.settings = settings;
    this.background = background;
    this.ui = ui;
    this.sender = sender;
    after = new SimpleObjectProperty<>(NoticeAfter.of(settings.get(AFTER, "")));
    after.addListener((p, old, now) -> settings.put(AFTER, Integer.toString(now.minutes())));
  }

  /** From which length on a training is told of; a change is kept at once. */
  public ObjectProperty<NoticeAfter> afterProperty() {
    return after;
  }

  /** The window that may not be looked at. */
  public void attach(Stage stage) {
    window = stage;
    String title = stage.getTitle();
    looked = () -> !stage.isIconified() && Window.getWindows().stream().anyMatch(Window::isFocused);
    mark = what -> stage.setTitle(what + " – " + title);
    stage
        .focusedProperty()
        .addListener(
            (p, old, now) -> {
              if (now) {
                stage.setTitle(title);
              }
            });
  }

  /** In place of a window. */
  void attach(BooleanSupplier isLooked, Consumer<String> marks) {
    looked = isLooked;
    mark = marks;
  }

  /**
   * A training has ended; one that a person stopped is not told of.
   *
   * @param run what it is called
   * @param took how long it trained here
   */
  public void ended(String run, Training.Status status, Duration took) {
    if (status.state() == Training.State.FINISHED) {
      tell("notice.finished", run, status.message(), took);
    } else if (status.state() == Training.State.FAILED) {
      tell("notice.failed", run, status.message(), took);
    }
  }

  /**
   * Something was found in a training; each kind is told once a run, advice not at all.
   *
   * @param folder which run
   * @param run what it is called
   */
  public void found(String folder, String run, Event.Found found, Duration took) {
    boolean grave = found.severity().equals("error") || found.severity().equals("warning");
    if (grave && !found.over() && told.add(folder + " " + found.kind())) {
      tell("notice.found", run, found.what(), took);
    }
  }

  /** A trial of a remedy is over. */
  public void tried(String run, String verdict, Duration took) {
    tell("notice.tried", run, verdict, took);
  }

  private void tell(String key, String run, String more, Duration took) {
    boolean asked = after.get().time().filter(least -> took.compareTo(least) >= 0).isPresent();
    if (!asked || looked.getAsBoolean()) {
      return;
    }
    String title = Messages.text(key, Escapes.name(run));
    String said = Escapes.lines(more.isBlank() ? Messages.text(key + ".text") : more);
    String text = said.length() <= LONGEST ? said : said.substring(0, LONGEST - 1) + "…";
    mark.accept(title);
    background.execute(
        () -> {
          if (!sender.send(title, text)) {
            ui.execute(() -> popUp(title, text));
          }
        });
  }

  private void popUp(String title, String text) {
    Stage over = window;
    if (over != null) {
      NoticePopup.show(over, ui, settings.themeProperty().get(), title, text);
    }
  }
}
