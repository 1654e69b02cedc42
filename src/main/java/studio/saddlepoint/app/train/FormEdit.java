package studio.saddlepoint.app.train;

import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.ParameterNames;
import studio.saddlepoint.app.undo.Edit;

/**
 * A change of the form. Where a training took it, taking it back is a change of its own, which the
 * run's log tells of as of every other.
 *
 * @param form where it was made
 * @param title what was changed
 * @param back takes it back
 * @param again makes it again
 */
record FormEdit(RecipeFormModel form, String title, Runnable back, Runnable again) implements Edit {
  private static final int LONGEST = 40;

  /** Such as {@code The generator's "Learning rate": 2e-4 → 5e-4}. */
  static String title(Field field, String before, String after) {
    return Messages.text(
        "undo.field",
        ParameterNames.of(field.parameter()),
        brief(field, before),
        brief(field, after));
  }

  private static String brief(Field field, String text) {
    String value = ParameterNames.value(field.parameter().key(), text);
    if (value.isBlank()) {
      return "–";
    }
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
  }

  @Override
  public String page() {
    return "train";
  }

  @Override
  public void undo() {
    back.run();
  }

  @Override
  public void redo() {
    again.run();
  }
}
