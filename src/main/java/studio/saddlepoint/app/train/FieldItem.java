package studio.saddlepoint.app.train;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.controlsfx.control.PropertySheet;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.recipe.HyperParameter;

/** A field as ControlsFX's property sheet wants it. */
record FieldItem(Field field) implements PropertySheet.Item {
    @Override
    public Class<?> getType() {
        return String.class;
    }

    @Override
    public String getCategory() {
        return field.parameter().group();
    }

    @Override
    public String getName() {
        return field.parameter().label();
    }

    @Override
    public String getDescription() {
        return describe(field.parameter());
    }

    @Override
    public Object getValue() {
        return field.textProperty().get();
    }

    @Override
    public void setValue(Object value) {
        // The editor commits to the field itself.
    }

    @Override
    public Optional<ObservableValue<?>> getObservableValue() {
        return Optional.empty();
    }

    /** Everything to know about a hyper-parameter, for its tooltip. */
    static String describe(HyperParameter parameter) {
        StringBuilder text = new StringBuilder(parameter.help());
        if (!parameter.description().unit().isEmpty()) {
            text.append('\n').append(Messages.text("form.unit", parameter.description().unit()));
        }
        double min = parameter.description().min();
        double max = parameter.description().max();
        if (parameter.numeric() && Double.isFinite(min) && Double.isFinite(max)) {
            text.append('\n')
                    .append(
                            Messages.text(
                                    "form.range", parameter.format(min), parameter.format(max)));
        }
        text.append('\n')
                .append(Messages.text(parameter.live() ? "form.live" : "form.not.live"))
                .append('\n')
                .append(parameter.key());
        return text.toString();
    }
}
