package studio.saddlepoint.app.pictures;

import java.io.Serial;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;

/** Asks to look closely at pictures. Goes up from where they are shown to the window's frame. */
public final class LookEvent extends Event {
  /** Pictures are to be looked at. */
  public static final EventType<LookEvent> ASKED = new EventType<>(Event.ANY, "LOOK_ASKED");

  @Serial private static final long serialVersionUID = 1;

  private final transient List<Look> looks;
  private final int first;

  /**
   * Asks for pictures.
   *
   * @param looks side by side, at least one
   * @param first which of them is shown first
   */
  public LookEvent(List<Look> looks, int first) {
    super(ASKED);
    this.looks = List.copyOf(looks);
    this.first = first;
  }

  /** The pictures side by side. */
  public List<Look> looks() {
    return looks;
  }

  /** Which of them is shown first. */
  public int first() {
    return first;
  }
}
