package studio.saddlepoint.app.train;

import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.HyperParameter;

/** One hyper-parameter in the form: what is written there, and what is wrong with it. */
final class Field {
    private final HyperParameter parameter;
    private final RecipeFormModel form;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();

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
        check(typed);
        if (!problem.get().isEmpty()) {
            return;
        }
        try {
            Object value = parameter.parse(typed);
            boolean differs = !value.equals(parameter.get(form.base()));
            if (differs && parameter.live() && form.takesLiveChanges()) {
                form.applyLive(parameter.key(), value);
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

    /** Back to the recipe in effect. */
    void revert() {
        edited.set(false);
        problem.set("");
        text.set(parameter.format(parameter.get(form.base())));
    }

    /** The recipe in effect has changed: shown, unless something else was typed here. */
    void follow() {
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
     * The message; where it is about this value alone without its key, which stands beside it in
     * the form.
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
