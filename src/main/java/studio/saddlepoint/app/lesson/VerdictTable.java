package studio.saddlepoint.app.lesson;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Lesson;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.metrics.lesson.OnePictureAClass;
import studio.saddlepoint.metrics.lesson.OnePictureAClass.Verdict;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.metrics.record.ValueText;

/**
 * What each score says of real pictures and of one picture a class, and whether it sees a fault.
 */
final class VerdictTable extends VBox {
  private static final String KEY = "lesson." + Lesson.ONE_PICTURE_A_CLASS.id() + ".";

  private final Label found = LessonPage.words("");
  private final GridPane rows = new GridPane();
  private final Label how = LessonPage.words("");

  VerdictTable() {
    super(12);
    getStyleClass().addAll("card", "lesson-table");
    found.setId("lesson-found");
    found.getStyleClass().add(Styles.TEXT_BOLD);
    how.getStyleClass().add("evaluate-how");
    rows.getStyleClass().add("lesson-rows");
    ColumnConstraints number = new ColumnConstraints();
    number.setHalignment(HPos.RIGHT);
    number.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints fixed = new ColumnConstraints();
    fixed.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints rest = new ColumnConstraints();
    rest.setHgrow(Priority.ALWAYS);
    rest.setFillWidth(true);
    rows.getColumnConstraints().setAll(fixed, number, number, fixed, rest);
    getChildren().addAll(found, rows, how);
    managedProperty().bind(visibleProperty());
  }

  void show(@Nullable OnePictureAClass measured) {
    setVisible(measured != null);
    rows.getChildren().clear();
    if (measured == null) {
      return;
    }
    found.setText(found(measured));
    heading("real.short", 1);
    heading("repeated.short", 2);
    heading("sees", 3);
    for (int i = 0; i < OnePictureAClass.MEASURES.size(); i++) {
      row(measured, OnePictureAClass.MEASURES.get(i), i + 1);
    }
    how.setText(
        Messages.text("lesson.how", measured.ofRepeated().how().sentence())
            + Warning.texts(measured.ofRepeated().warnings()).stream()
                .map(each -> " " + each)
                .collect(Collectors.joining()));
  }

  private void heading(String key, int column) {
    Label label = new Label(Messages.text(KEY + key));
    label.getStyleClass().addAll("muted", Styles.TEXT_SMALL);
    rows.add(label, column, 0);
  }

  private void row(OnePictureAClass measured, String measure, int row) {
    Verdict verdict = measured.verdict(measure);
    boolean sees = verdict == Verdict.WORSE;
    Label name = new Label(ValueText.name(measure));
    name.getStyleClass().add(Styles.TEXT_BOLD);
    Label seen =
        new Label(
            Messages.text(KEY + (sees ? "yes" : "no")),
            new FontIcon(sees ? Feather.EYE : Feather.EYE_OFF));
    seen.getStyleClass().add(sees ? "lesson-sees" : "lesson-blind");
    seen.setId("lesson-sees-" + measure);
    String first = ValueText.value(measure, measured.ofReal(measure));
    String second = ValueText.value(measure, measured.ofRepeated(measure));
    Label sentence =
        LessonPage.words(
            Messages.text(
                KEY + measure + "." + verdict.name().toLowerCase(Locale.ROOT),
                first,
                second,
                measured.classes(),
                ValueText.percent(measured.ofReal(measure)),
                ValueText.percent(measured.ofRepeated(measure))));
    Label[] cells = {name, new Label(first), number(second), seen, sentence};
    for (int i = 0; i < cells.length; i++) {
      GridPane.setValignment(cells[i], VPos.TOP);
      rows.add(cells[i], i, row);
    }
  }

  private static Label number(String text) {
    Label label = new Label(text);
    label.getStyleClass().add(Styles.TEXT_BOLD);
    return label;
  }

  /** Which scores see the fault, and which do not. */
  private static String found(OnePictureAClass measured) {
    List<String> seeing =
        OnePictureAClass.MEASURES.stream()
            .filter(each -> measured.verdict(each) == Verdict.WORSE)
            .map(ValueText::name)
            .toList();
    List<String> blind =
        OnePictureAClass.MEASURES.stream()
            .filter(each -> measured.verdict(each) != Verdict.WORSE)
            .map(ValueText::name)
            .toList();
    if (seeing.isEmpty() || blind.isEmpty()) {
      return Messages.text(KEY + (seeing.isEmpty() ? "found.none" : "found.all"));
    }
    return Messages.text(KEY + "found", String.join(", ", blind), String.join(", ", seeing));
  }
}
