package studio.saddlepoint.app;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import studio.saddlepoint.run.event.Event;

/**
 * The story of a training as the log in the window tells it: where it began, what was changed,
 * found, measured and kept, and how it ended. Not for the console, which is kept for what a person
 * should act on.
 */
final class TrainingStory {
  private static final Logger LOG = Logger.getLogger(TrainingStory.class.getName());

  static {
    LOG.setUseParentHandlers(false);
    LOG.setLevel(Level.INFO);
  }

  private TrainingStory() {}

  /** Where it is told; the logger is kept, so that its settings are. */
  static Logger logger() {
    return LOG;
  }

  /**
   * Tells an event, if it belongs to the story; from any thread.
   *
   * @param title of the run
   */
  static void tell(String title, Event event) {
    line(event)
        .map(what -> Messages.text("story.line", title, Texts.count(event.step()), what))
        .ifPresent(line -> LOG.log(Level.INFO, "{0}", line));
  }

  private static Optional<String> line(Event event) {
    if (event instanceof Event.Begun begun) {
      String device = Texts.device(begun.device());
      return Optional.of(Messages.text(begun.resumed() ? "story.resumed" : "story.begun", device));
    }
    if (event instanceof Event.Changed changed) {
      return Optional.of(
          ParameterNames.put(
              Messages.text(
                  "story.changed",
                  changed.key(),
                  ParameterNames.value(changed.key(), changed.before()),
                  ParameterNames.value(changed.key(), changed.after()))));
    }
    if (event instanceof Event.Grown grown) {
      return Optional.of(
          Messages.text(grown.fading() ? "chart.fades" : "chart.grown", grown.size()));
    }
    if (event instanceof Event.Found found) {
      return Optional.of(found.what() + " " + found.evidence());
    }
    if (event instanceof Event.Ended ended) {
      return Optional.of(Messages.text("story.ended", ended.reason()));
    }
    if (event instanceof Event.Checkpointed) {
      return Optional.of(Messages.text("story.checkpoint"));
    }
    if (event instanceof Event.Scored scored) {
      return Optional.of(Messages.text("story.scored", scored.how()));
    }
    return event instanceof Event.Paused
        ? Optional.of(Messages.text("story.paused"))
        : event instanceof Event.Resumed
            ? Optional.of(Messages.text("story.goes.on"))
            : Optional.empty();
  }
}
