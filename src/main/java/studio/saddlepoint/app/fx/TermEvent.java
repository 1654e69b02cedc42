package studio.saddlepoint.app.fx;

import java.io.Serial;
import javafx.event.Event;
import javafx.event.EventType;

/**
 * Asks for the glossary's entry of a term. Goes up from what names the term to the window's frame.
 */
public final class TermEvent extends Event {
  /** A term is asked for. */
  public static final EventType<TermEvent> ASKED = new EventType<>(Event.ANY, "TERM_ASKED");

  @Serial private static final long serialVersionUID = 1;

  private final String term;

  /**
   * Asks for a term.
   *
   * @param term the entry's id; empty for the glossary as it was left
   */
  public TermEvent(String term) {
    super(ASKED);
    this.term = term;
  }

  /** The entry's id; empty for the glossary as it was left. */
  public String term() {
    return term;
  }
}
