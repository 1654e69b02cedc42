package studio.saddlepoint.app.train;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.glossary.Terms;

/**
 * Fields one below the other, each with its name. What is shown already stays as it is when more or
 * less is shown: styling controls anew is what takes time.
 */
final class FieldGrid extends GridPane {
  private static final String OPENED = "name-of-opened";

  private final Map<Field, Row> rows = new IdentityHashMap<>();

  private record Row(Label name, FieldEditor editor) {}

  FieldGrid() {
    getStyleClass().add("field-grid");
  }

  /** Takes a field in, which is not shown yet. */
  void take(Field field, FieldEditor editor) {
    editor.setMaxWidth(Double.MAX_VALUE);
    setHgrow(editor, Priority.ALWAYS);
    Label name = new Label(field.parameter().label());
    name.setTooltip(Buttons.tooltip(FieldEditor.describe(field.parameter())));
    name.setLabelFor(editor);
    Terms.explain(name, "field:" + field.parameter().key());
    editor.getChildren().addListener((Observable o) -> place(name, editor));
    rows.put(field, new Row(name, editor));
  }

  /** A name stands beside its field, not beside all that is opened below it. */
  private static void place(Label name, FieldEditor editor) {
    boolean opened = editor.getChildren().stream().anyMatch(ScheduleEditor.class::isInstance);
    setValignment(name, opened ? VPos.TOP : VPos.CENTER);
    name.getStyleClass().remove(OPENED);
    if (opened) {
      name.getStyleClass().add(OPENED);
    }
  }

  /**
   * Shows some of its fields.
   *
   * @param fields in the order of all, from top to bottom
   */
  void show(List<Field> fields) {
    List<Node> wanted = new ArrayList<>();
    for (Field field : fields) {
      Row row = rows.get(field);
      if (row == null) {
        throw new IllegalArgumentException(field.parameter().key());
      }
      setConstraints(row.name, 0, wanted.size() / 2);
      setConstraints(row.editor, 1, wanted.size() / 2);
      wanted.add(row.name);
      wanted.add(row.editor);
    }
    getChildren().retainAll(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      if (i == getChildren().size() || getChildren().get(i) != wanted.get(i)) {
        getChildren().add(i, wanted.get(i)); // the keyboard goes by this order
      }
    }
  }
}
