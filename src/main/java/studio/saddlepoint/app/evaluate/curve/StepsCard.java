package studio.saddlepoint.app.evaluate.curve;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.evaluate.model.EvaluateModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.metrics.record.ScoreGroup;
import studio.saddlepoint.metrics.record.ValueText;

/** Scores over the steps of the run. */
final class StepsCard extends CurvePanel {
  private final EvaluateModel scores;
  private final ComboBox<ScoreGroup> protocols;
  private final ComboBox<String> measures;

  /** Of the scores of the open run. */
  StepsCard(EvaluateModel scores) {
    this(scores, new ComboBox<>(), new ComboBox<>());
  }

  private StepsCard(
      EvaluateModel scores, ComboBox<ScoreGroup> protocols, ComboBox<String> measures) {
    super(
        Messages.text("curve.steps"),
        Messages.text("curve.steps.tip"),
        List.of(),
        choices(protocols, measures));
    this.scores = scores;
    this.protocols = protocols;
    this.measures = measures;
    protocols.valueProperty().addListener((p, old, now) -> showMeasures());
    measures.valueProperty().addListener((p, old, now) -> showSteps());
    scores.groups().addListener((ListChangeListener<ScoreGroup>) change -> showProtocols());
    showProtocols();
  }

  private static HBox choices(ComboBox<ScoreGroup> protocols, ComboBox<String> measures) {
    protocols.setId("curve-protocol");
    protocols.setMaxWidth(Double.MAX_VALUE);
    protocols.setPrefWidth(120);
    HBox.setHgrow(protocols, Priority.ALWAYS);
    protocols.setAccessibleText(Messages.text("curve.steps.protocol"));
    Buttons.explain(protocols, Messages.text("curve.steps.protocol.tip"));
    protocols.setConverter(shown(ScoreGroup::protocol));
    measures.setId("curve-measure");
    measures.setAccessibleText(Messages.text("curve.steps.measure"));
    measures.setMinWidth(128);
    measures.setConverter(shown(ValueText::name));
    HBox choices = new HBox(8, protocols, measures);
    choices.setAlignment(Pos.CENTER_LEFT);
    choices.visibleProperty().bind(protocols.valueProperty().isNotNull());
    choices.managedProperty().bind(choices.visibleProperty());
    return choices;
  }

  private void showProtocols() {
    ScoreGroup before = protocols.getValue();
    // What can be seen to change comes first, and networks before people.
    List<ScoreGroup> groups =
        scores.groups().stream()
            .sorted(Comparator.comparing(ScoreGroup::human).thenComparing(each -> -each.steps()))
            .toList();
    protocols.getItems().setAll(groups);
    protocols.setValue(
        groups.stream()
            .filter(each -> before != null && each.protocol().equals(before.protocol()))
            .findFirst()
            .orElse(groups.isEmpty() ? null : groups.get(0)));
    showMeasures();
  }

  private void showMeasures() {
    String before = measures.getValue();
    ScoreGroup group = protocols.getValue();
    List<String> found = group == null ? List.of() : group.measures();
    measures.getItems().setAll(found);
    measures.setValue(
        before != null && found.contains(before) ? before : found.isEmpty() ? null : found.get(0));
    showSteps();
  }

  private void showSteps() {
    ScoreGroup group = protocols.getValue();
    String measure = measures.getValue();
    if (group == null || measure == null) {
      showNothing(Messages.text("curve.steps.text"));
    } else {
      show(
          Plots.steps(group.rows(), measure, scores::warnings),
          Messages.text("curve.steps"),
          "",
          List.of());
    }
  }

  private static <T> StringConverter<T> shown(Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
