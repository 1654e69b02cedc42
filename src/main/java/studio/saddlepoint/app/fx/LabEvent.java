package studio.saddlepoint.app.fx;

import java.io.Serial;
import javafx.event.Event;
import javafx.event.EventType;

/** Asks for an experiment of the lab. Goes up from what tells of it to the window's frame. */
public final class LabEvent extends Event {
  /** An experiment is asked for. */
  public static final EventType<LabEvent> ASKED = new EventType<>(Event.ANY, "LAB_ASKED");

  @Serial private static final long serialVersionUID = 1;

  private final String place;

  /**
   * Asks for an experiment.
   *
   * @param place its id, and behind a colon a preset's: {@code orbit:spiral}
   */
  public LabEvent(String place) {
    super(ASKED);
    this.place = place;
  }

  /** The experiment's id, and behind a colon a preset's. */
  public String place() {
    return place;
  }
}
