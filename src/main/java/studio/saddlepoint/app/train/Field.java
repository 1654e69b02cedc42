package studio.saddlepoint.app.train;

import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.parameter.HyperParameter;

/** One hyper-parameter in the form: what is written there, and what is wrong with it. */
final class Field {
  private final HyperParameter parameter;
  private final RecipeFormModel form;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();

  /** What the training was given and has not told of yet: it takes changes between steps. */
  private @Nullable Object sent;

  Field(HyperParameter parameter, RecipeFormModel form) {
    this.parameter = parameter;
    this.form = form;
  }

  /** Another field of the same form. */
  Field sibling(String key) {
    return form.field(key);
  }

  HyperParameter parameter() {
    return parameter;
  }

  /** Images that the training has seen so far; 0 before it begins. */
  long imagesSeen() {
    return form.imagesSeen();
  }

  /** Images that the training will have seen when all its steps are made. */
  long allImages() {
    return form.allImages();
  }

  /** The value in effect or to be tried, as JSON writes it. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** Why what was typed is not allowed; empty where it is. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether it differs from the recipe in effect. */
  ReadOnlyBooleanProperty editedProperty() {
    return edited.getReadOnlyProperty();
  }

  /** Says what is wrong with a text while it is typed; nothing is applied. */
  void check(String typed) {
    try {
      parameter.parse(typed);
      problem.set("");
    } catch (StudioException e) {
      problem.set(reason(e));
    }
    form.recount();
  }

  /** Applies a text that was typed or chosen, unless it is not allowed. */
  void commit(String typed) {
    String before = text.get();
    set(typed, form.takesLiveChanges());
    if (!text.get().equals(before)) {
      form.changed(this, before);
    }
  }

  /** Puts a text here that waits for a new run, as one does that was typed without a training. */
  void edit(String kept) {
    set(kept, false);
  }

  private void set(String typed, boolean live) {
    check(typed);
    if (!problem.get().isEmpty()) {
      return;
    }
    try {
      Object value = parameter.parse(typed);
      boolean differs = !value.equals(inEffect());
      if (differs && parameter.live() && live) {
        value = form.begun(parameter, value);
        form.applyLive(parameter.key(), value);
        sent = value;
        edited.set(false);
      } else {
        edited.set(differs);
      }
      text.set(parameter.format(value));
    } catch (StudioException e) {
      problem.set(reason(e));
    }
    form.recount();
  }

  /** Also where the training has still to do what it was told. */
  private Object inEffect() {
    Object given = sent;
    return given == null ? parameter.get(form.base()) : given;
  }

  /** The training takes no changes any more: what it has not told of will not happen. */
  void noLonger() {
    if (sent != null) {
      sent = null;
      edited.set(!parameter.format(parameter.get(form.base())).equals(text.get()));
    }
  }

  /** Back to the recipe in effect. */
  void revert() {
    sent = null;
    edited.set(false);
    problem.set("");
    text.set(parameter.format(parameter.get(form.base())));
  }

  /** The recipe in effect has changed: shown, unless something else was typed here. */
  void follow() {
    if (sent != null) {
      if (!sent.equals(parameter.get(form.base()))) {
        return; // told of soon
      }
      sent = null;
    }
    String inEffect = parameter.format(parameter.get(form.base()));
    if (!edited.get() || text.get().equals(inEffect)) {
      revert();
    }
  }

  /** Puts its edit, if there is one, where all edits are gathered. */
  void gather(Map<String, Object> edits) {
    if (edited.get()) {
      edits.put(parameter.key(), parameter.parse(text.get()));
    }
  }

  /**
   * The message; where it is about this value alone without its key, which stands beside it in the
   * form.
   */
  private String reason(StudioException e) {
    String message = String.valueOf(e.getMessage());
    int colon = message.indexOf(": ");
    if (!message.startsWith(parameter.key() + " is ") || colon < 0) {
      return message;
    }
    String rest = message.substring(colon + 2);
    return rest.isEmpty() ? message : Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
  }
}
