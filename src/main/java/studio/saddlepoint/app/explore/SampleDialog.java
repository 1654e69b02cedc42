package studio.saddlepoint.app.explore;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.latent.export.ExportKind;

/** Asks which samples to save: the kind of file, how many, from which seed, with labels or not. */
final class SampleDialog extends Dialog<@Nullable SampleRequest> {
  private static final int USUAL = 10_000;
  private static final int ON_A_SHEET = 64;
  private static final int FIRST_SEED = 1;

  private final Segments<ExportKind> kind =
      new Segments<>(
          Messages.text("explore.samples.kind"),
          List.of(ExportKind.FOLDER, ExportKind.ZIP, ExportKind.NPZ, ExportKind.SHEET),
          each -> "explore.samples.kind." + each.name().toLowerCase(Locale.ROOT));
  private final TextField count = field("count", USUAL);
  private final TextField seed = field("seed", FIRST_SEED);
  private final CheckBox labels = new CheckBox(Messages.text("explore.samples.labels"));
  private final StringProperty wrong = new SimpleStringProperty("");

  /**
   * A dialog that is not shown yet.
   *
   * @param owner the window that it belongs to
   * @param what the samples are of, as a sentence
   * @param classes whether the generator is told the class
   */
  SampleDialog(@Nullable Window owner, String what, boolean classes) {
    initOwner(owner);
    setTitle(Messages.text("explore.samples.title"));
    setHeaderText(what);
    labels.setId("samples-labels");
    Buttons.explain(labels, Messages.text("explore.samples.labels.tip"));
    ButtonType save =
        new ButtonType(Messages.text("explore.samples.save"), ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(ButtonType.CANCEL, save);
    getDialogPane().setContent(form());
    getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    Node button = getDialogPane().lookupButton(save);
    button.setId("samples-save");
    kind.valueProperty().addListener((p, old, now) -> turn(now, classes));
    count.textProperty().addListener((p, old, now) -> check());
    seed.textProperty().addListener((p, old, now) -> check());
    wrong.addListener((p, old, now) -> button.setDisable(!now.isEmpty()));
    labels.setDisable(!classes);
    setResultConverter(pressed -> pressed == save ? request() : null);
  }

  private static TextField field(String name, int value) {
    TextField field = new TextField(Integer.toString(value));
    field.setId("samples-" + name);
    field.setPrefColumnCount(12);
    field.setMaxWidth(Region.USE_PREF_SIZE);
    field.setAccessibleText(Messages.text("explore.samples." + name));
    Buttons.explain(field, Messages.text("explore.samples." + name + ".tip"));
    return field;
  }

  private GridPane form() {
    Label problem = new Label();
    problem.setId("samples-wrong");
    problem.getStyleClass().addAll(Styles.DANGER, Styles.TEXT_SMALL);
    problem.textProperty().bind(wrong);
    GridPane form = new GridPane();
    form.setHgap(16);
    form.setVgap(12);
    form.addRow(0, label("kind", kind), kind);
    form.addRow(1, label("count", count), count);
    form.addRow(2, label("seed", seed), seed);
    form.add(labels, 1, 3);
    form.add(problem, 1, 4);
    return form;
  }

  private static Label label(String name, Node of) {
    Label label = new Label(Messages.text("explore.samples." + name));
    label.setLabelFor(of);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** The usual count of one kind is no use for another; a count that was typed stays. */
  private void turn(ExportKind now, boolean classes) {
    String sheet = Integer.toString(ON_A_SHEET);
    String usual = Integer.toString(USUAL);
    if (now == ExportKind.SHEET && usual.equals(count.getText())) {
      count.setText(sheet);
    } else if (now != ExportKind.SHEET && sheet.equals(count.getText())) {
      count.setText(usual);
    }
    labels.setDisable(!classes || !now.takesLabels());
    check();
  }

  private void check() {
    int most = kind.valueProperty().get().most();
    String told = "";
    if (count().isEmpty()) {
      told =
          Messages.text("explore.samples.count.wrong", String.format(Locale.ENGLISH, "%,d", most));
    } else if (seed().isEmpty()) {
      told = Messages.text("explore.samples.seed.wrong");
    }
    count.pseudoClassStateChanged(Styles.STATE_DANGER, count().isEmpty());
    seed.pseudoClassStateChanged(Styles.STATE_DANGER, seed().isEmpty());
    wrong.set(told);
  }

  private OptionalInt count() {
    String text = count.getText().strip().replace(",", "");
    if (!text.matches("\\d{1,7}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(text);
    return number < 1 || number > kind.valueProperty().get().most()
        ? OptionalInt.empty()
        : OptionalInt.of(number);
  }

  private OptionalLong seed() {
    String text = seed.getText().strip();
    return text.matches("-?\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  private @Nullable SampleRequest request() {
    OptionalInt many = count();
    OptionalLong from = seed();
    return many.isEmpty() || from.isEmpty()
        ? null
        : new SampleRequest(
            kind.valueProperty().get(),
            many.getAsInt(),
            from.getAsLong(),
            labels.isSelected() && !labels.isDisabled());
  }
}
