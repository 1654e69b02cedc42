package studio.saddlepoint.app.train;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.keys.KeyOwners;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.recipe.parameter.Schedule;
import studio.saddlepoint.recipe.parameter.ScheduleShape;

/** The pieces of a number's schedule below its field, with a picture of the curve. */
final class ScheduleEditor extends VBox {
  private final Field field;
  private final HyperParameter parameter;
  private final ScheduleCurve curve = new ScheduleCurve();
  private final VBox rows = new VBox(6);
  private final Label plain = new Label(Messages.text("schedule.plain"));
  private SchedulePieces pieces;
  private String shown = "";

  ScheduleEditor(Field field) {
    this.field = field;
    this.parameter = field.parameter();
    this.pieces = new SchedulePieces(List.of());
    getStyleClass().add("schedule-editor");
    setId("schedule-" + parameter.key());
    plain.getStyleClass().add("muted");
    plain.setWrapText(true);
    Button add = Buttons.labelled(Feather.PLUS, "schedule.add", this::add);
    add.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    add.setId("schedule-add-" + parameter.key());
    getChildren().addAll(curve, plain, rows, add);
    for (Node each : List.of(curve, plain)) {
      each.managedProperty().bind(each.visibleProperty());
    }
    field.textProperty().addListener(o -> follow());
    follow();
  }

  /** Shows what the field holds, unless that was written here. */
  private void follow() {
    String text = field.textProperty().get();
    if (!text.equals(shown)) {
      shown = text;
      pieces = SchedulePieces.of(parameter, text);
      fill();
    }
    draw();
  }

  private void draw() {
    boolean curved = parameter.parse(shown) instanceof Schedule;
    curve.setVisible(curved);
    plain.setVisible(!curved);
    if (parameter.parse(shown) instanceof Schedule schedule) {
      curve.show(parameter, schedule, field.imagesSeen(), field.allImages());
    }
  }

  private void add() {
    take(
        pieces.pieces().isEmpty()
            ? SchedulePieces.begin(parameter, shown, field.imagesSeen(), field.allImages())
            : pieces.more());
  }

  private void remove(int index) {
    String first = pieces.pieces().get(0).from();
    SchedulePieces left = pieces.without(index);
    take(left);
    if (left.pieces().isEmpty()) {
      commit(left.text(first));
    }
  }

  /** Shows other pieces, and gives them to the field, which takes what is allowed. */
  private void take(SchedulePieces changed) {
    pieces = changed;
    fill();
    if (!changed.pieces().isEmpty()) {
      commit(changed.text(shown));
    }
  }

  private void commit(String text) {
    field.commit(text);
    if (field.problemProperty().get().isEmpty()) {
      follow();
    }
  }

  private void edit(int index, UnaryOperator<SchedulePieces.Piece> change) {
    SchedulePieces.Piece before = pieces.pieces().get(index);
    SchedulePieces.Piece after = change.apply(before);
    if (after.equals(before)) {
      return;
    }
    pieces = pieces.with(index, after);
    if (after.shape() != before.shape()) {
      fill();
    }
    commit(pieces.text(shown));
  }

  private void fill() {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    String focused = owner == null || owner.getId() == null ? "" : owner.getId();
    rows.getChildren().clear();
    for (int i = 0; i < pieces.pieces().size(); i++) {
      rows.getChildren().add(row(i, pieces.pieces().get(i)));
    }
    // Ids have dots, which a selector cannot name.
    rows.lookupAll("*").stream()
        .filter(each -> focused.equals(each.getId()))
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private VBox row(int index, SchedulePieces.Piece piece) {
    ComboBox<ScheduleShape> shape = shapes(index, piece.shape());
    HBox.setHgrow(shape, Priority.ALWAYS);
    Button remove = Buttons.icon(Feather.X, "schedule.remove", () -> remove(index));
    remove.setId(id(index, "remove"));
    HBox head = new HBox(4, shape, remove);
    head.setAlignment(Pos.CENTER_LEFT);
    TextField from = number(index, "from", piece.from(), SchedulePieces.Piece::withFrom);
    TextField to = number(index, "to", piece.to(), SchedulePieces.Piece::withTo);
    TextField over = number(index, "over", piece.over(), SchedulePieces.Piece::withOver);
    HBox values = new HBox(4, from);
    if (!piece.shape().flat()) {
      values.getChildren().addAll(small("schedule.arrow"), to);
    }
    values.setAlignment(Pos.CENTER_LEFT);
    HBox length = new HBox(4, small("schedule.during"), over);
    length.setAlignment(Pos.CENTER_LEFT);
    for (TextField each : List.of(from, to, over)) {
      HBox.setHgrow(each, Priority.ALWAYS);
    }
    return new VBox(4, head, values, length);
  }

  private static Label small(String key) {
    Label label = new Label(Messages.text(key));
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private ComboBox<ScheduleShape> shapes(int index, ScheduleShape chosen) {
    ComboBox<ScheduleShape> combo = new ComboBox<>();
    combo.getItems().setAll(ScheduleShape.values());
    combo.setValue(chosen);
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable ScheduleShape shape) {
            return shape == null ? "" : shape.label();
          }

          @Override
          public @Nullable ScheduleShape fromString(String text) {
            return null;
          }
        });
    combo.setId(id(index, "shape"));
    combo.setAccessibleText(Messages.text("schedule.shape", index + 1));
    Buttons.explain(combo, chosen.help());
    combo.valueProperty().addListener((p, old, now) -> edit(index, piece -> piece.withShape(now)));
    return combo;
  }

  private TextField number(
      int index,
      String part,
      String value,
      BiFunction<SchedulePieces.Piece, String, SchedulePieces.Piece> change) {
    TextField text = new TextField(value);
    text.setPrefColumnCount(5);
    text.setMinWidth(0);
    text.setId(id(index, part));
    text.setAccessibleText(Messages.text("schedule." + part, index + 1));
    Buttons.explain(text, Messages.text("schedule." + part + ".tip"));
    Runnable typed = () -> edit(index, piece -> change.apply(piece, text.getText().strip()));
    text.setOnAction(
        event -> {
          typed.run();
          KeyOwners.committed(text);
        });
    text.focusedProperty()
        .addListener(
            (p, old, now) -> {
              if (!now) {
                typed.run();
              }
            });
    return text;
  }

  private String id(int index, String part) {
    return "schedule-" + part + "-" + index + "-" + parameter.key();
  }
}
