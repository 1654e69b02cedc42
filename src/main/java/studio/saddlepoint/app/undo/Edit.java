package studio.saddlepoint.app.undo;

import java.util.Optional;

/** One thing that a person did and can take back. All methods are for the FX thread. */
public interface Edit {
  /** What was changed, in a few words that follow "Undo:". */
  String title();

  /** The id of the page on which it is seen. */
  String page();

  /** Takes it back. */
  void undo();

  /** Makes it again. */
  void redo();

  /**
   * This edit and the one after it as one, where a person made them in one movement, such as those
   * of a slider that is dragged.
   *
   * @param next what was done right after this
   */
  default Optional<Edit> with(Edit next) {
    return Optional.empty();
  }
}
