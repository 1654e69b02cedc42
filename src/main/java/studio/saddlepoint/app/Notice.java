package studio.saddlepoint.app;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.Ikon;
import studio.saddlepoint.core.Escapes;

/**
 * A short message to the person, shown for a while over the page.
 *
 * @param kind how serious it is
 * @param text one or two sentences
 * @param offer what the person may do about it; empty for nothing
 */
public record Notice(Kind kind, String text, Optional<Offer> offer) {
  /** Calls hyper-parameters as the form does, and escapes what would break or turn the text. */
  public Notice {
    text = Escapes.lines(ParameterNames.put(text));
  }

  /** How serious a notice is. */
  public enum Kind {
    INFO,
    SUCCESS,
    PROBLEM
  }

  /**
   * A button in a notice.
   *
   * @param icon its picture
   * @param key of its words; {@code KEY.tip} is its tooltip
   * @param action what it does, once
   * @param stands whether there is anything to do; the notice goes when there is not any more
   */
  public record Offer(Ikon icon, String key, Runnable action, ObservableBooleanValue stands) {}

  private Notice(Kind kind, String text) {
    this(kind, text, Optional.empty());
  }

  /** The same with a button. */
  public Notice offering(Ikon icon, String key, Runnable action) {
    return offering(icon, key, action, new ReadOnlyBooleanWrapper(true));
  }

  /** The same with a button, as long as there is anything for it to do. */
  public Notice offering(Ikon icon, String key, Runnable action, ObservableBooleanValue stands) {
    return new Notice(kind, text, Optional.of(new Offer(icon, key, action, stands)));
  }

  /** Something to know. */
  public static Notice info(String text) {
    return new Notice(Kind.INFO, text);
  }

  /** Something is done. */
  public static Notice success(String text) {
    return new Notice(Kind.SUCCESS, text);
  }

  /** Something went wrong. */
  public static Notice problem(String text) {
    return new Notice(Kind.PROBLEM, text);
  }

  /** What was thrown, in words. */
  public static Notice problem(Throwable thrown) {
    return problem(Problems.describe(thrown));
  }
}
