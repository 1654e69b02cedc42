package studio.saddlepoint.app.train;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.ParameterNames;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.keys.KeyOwners;
import studio.saddlepoint.recipe.parameter.HyperParameter;

/** The control of one field, with its live mark and the message about what is wrong. */
final class FieldEditor extends VBox {
  private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
  private static final int LONGEST_UNIT = 8;

  private final Field field;
  private final StudioModel studio;

  /**
   * An editor.
   *
   * @param studio knows the person's own data sets
   */
  FieldEditor(Field field, StudioModel studio) {
    this.field = field;
    this.studio = studio;
    getStyleClass().add("field-editor");
    HyperParameter parameter = field.parameter();
    Control control = control(parameter);
    control.setAccessibleText(parameter.label());
    control.setAccessibleHelp(parameter.help());
    control.setId("field-" + parameter.key());
    Buttons.explain(control, describe(parameter));
    Label problem = new Label();
    problem.getStyleClass().add("field-problem");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.textProperty().bind(field.problemProperty());
    problem.visibleProperty().bind(field.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    HBox row = new HBox(8, control);
    if (parameter.schedulable()) {
      row.setSpacing(4);
      row.getChildren().add(schedule(parameter));
    }
    row.getChildren().add(mark(parameter));
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(control, Priority.ALWAYS);
    getChildren().addAll(row, problem);
    field
        .problemProperty()
        .addListener(
            (p, old, now) -> control.pseudoClassStateChanged(Styles.STATE_DANGER, !now.isEmpty()));
    field.editedProperty().addListener((p, old, now) -> pseudoClassStateChanged(EDITED, now));
  }

  /** Shows and hides the pieces of its schedule; they are made when they are first asked for. */
  private Node schedule(HyperParameter parameter) {
    ToggleButton open = Buttons.toggle(Feather.TRENDING_DOWN, "schedule.open");
    open.setId("schedule-open-" + parameter.key());
    open.setAccessibleText(Messages.text("schedule.open.of", parameter.label()));
    open.getStyleClass().add("schedule-open");
    open.selectedProperty()
        .addListener(
            (p, old, now) -> {
              getChildren().removeIf(ScheduleEditor.class::isInstance);
              if (now) {
                getChildren().add(new ScheduleEditor(field));
              }
            });
    return open;
  }

  private static Node mark(HyperParameter parameter) {
    Label mark = new Label();
    mark.getStyleClass().add("live-mark");
    if (parameter.live()) {
      mark.setGraphic(new FontIcon(Feather.ZAP));
      mark.setAccessibleText(Messages.text("form.live"));
      Tooltip tooltip = Buttons.tooltip(Messages.text("form.live"));
      mark.setTooltip(tooltip);
    }
    return mark;
  }

  private Control control(HyperParameter parameter) {
    if (parameter.type() == boolean.class) {
      return toggle();
    }
    List<String> choices = parameter.choices();
    if (parameter.key().equals("data.source")) {
      return new SourceField(field, studio);
    }
    return choices.isEmpty() ? text() : combo(choices);
  }

  private ToggleSwitch toggle() {
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.setMaxWidth(Double.MAX_VALUE);
    field
        .textProperty()
        .addListener((p, old, now) -> toggle.setSelected(Boolean.parseBoolean(now)));
    toggle.setSelected(Boolean.parseBoolean(field.textProperty().get()));
    toggle
        .selectedProperty()
        .addListener(
            (p, old, now) -> {
              if (!now.toString().equals(field.textProperty().get())) {
                field.commit(now.toString());
              }
            });
    return toggle;
  }

  private ComboBox<String> combo(List<String> ids) {
    ComboBox<String> combo = new ComboBox<>();
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setMinWidth(0);
    combo.getItems().setAll(ids);
    combo.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String id) {
            return id == null ? "" : ParameterNames.value(field.parameter().key(), id);
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    combo.setValue(field.textProperty().get());
    field.textProperty().addListener((p, old, now) -> combo.setValue(now));
    combo
        .valueProperty()
        .addListener(
            (p, old, now) -> {
              if (now != null && !now.equals(field.textProperty().get())) {
                field.commit(now);
              }
            });
    return combo;
  }

  private TextField text() {
    CustomTextField control = new CustomTextField();
    String unit = field.parameter().description().unit();
    if (!unit.isEmpty() && unit.length() <= LONGEST_UNIT) {
      Label name = new Label(unit);
      name.getStyleClass().add("unit");
      control.setRight(name);
    }
    control.setText(field.textProperty().get());
    field
        .textProperty()
        .addListener(
            (p, old, now) -> {
              if (!control.isFocused() || !control.getText().equals(now)) {
                control.setText(now);
              }
            });
    control
        .textProperty()
        .addListener(
            (p, old, now) -> {
              if (control.isFocused()) {
                field.check(now);
              }
            });
    control.setOnAction(
        event -> {
          field.commit(control.getText());
          KeyOwners.committed(control);
        });
    KeyOwners.untilCommitted(control, () -> !control.getText().equals(field.textProperty().get()));
    control
        .focusedProperty()
        .addListener(
            (p, old, now) -> {
              if (!now && !control.getText().equals(field.textProperty().get())) {
                field.commit(control.getText());
              }
            });
    control.setOnKeyPressed(
        event -> {
          // Escape that takes nothing back is for what lies over the page.
          if (event.getCode() == KeyCode.ESCAPE
              && !control.getText().equals(field.textProperty().get())) {
            control.setText(field.textProperty().get());
            field.check(control.getText());
            event.consume();
          }
        });
    return control;
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
          .append(Messages.text("form.range", parameter.format(min), parameter.format(max)));
    }
    text.append('\n')
        .append(Messages.text(parameter.live() ? "form.live" : "form.not.live"))
        .append('\n')
        .append(parameter.key());
    return text.toString();
  }
}
