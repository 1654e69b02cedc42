package studio.saddlepoint.app.evaluate.result;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.evaluate.model.EvaluateModel.Finished;
import studio.saddlepoint.app.evaluate.parts.CardNotes;
import studio.saddlepoint.app.evaluate.parts.Panes;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.CardGrid;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.metrics.record.Measure;

/**
 * The numbers of an evaluation: each with what it means, all with how they were made; below them
 * what the classes are, and the real pictures nearest to generated ones.
 */
final class ResultPane extends VBox {
  private static final double CARD = 196;

  /**
   * A result.
   *
   * @param finished what was measured
   * @param copy copies it as text
   */
  ResultPane(Finished finished, Runnable copy) {
    setSpacing(16);
    Label title = new Label(Messages.text("evaluate.result"));
    title.getStyleClass().add(Styles.TITLE_4);
    Label subject = Panes.wrapped(finished.subject(), "muted");
    Button button = Buttons.labelled(Feather.COPY, "evaluate.copy", copy);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setId("evaluate-copy");
    VBox words = new VBox(title, subject);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox heading = new HBox(8, words, button);
    heading.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(heading);
    finished.results().forEach(this::show);
  }

  private void show(EvaluationResult result) {
    getChildren().addAll(Panes.wrapped(protocol(result), "evaluate-how"), cards(result));
    String sentence = result.how().sentence();
    if (!sentence.equals(result.how().conditions())) {
      getChildren().add(Panes.wrapped(Messages.text("evaluate.how", sentence), "evaluate-how"));
    }
    if (!result.warnings().isEmpty()) {
      getChildren().add(Panes.warnings(Warning.texts(result.warnings())));
    }
    result.classes().ifPresent(classes -> getChildren().add(new ClassHistogram(classes)));
    if (!result.neighbours().isEmpty()) {
      getChildren().add(new NeighboursPane(result.neighbours()));
    }
    result
        .realism()
        .filter(each -> !each.most().isEmpty())
        .ifPresent(each -> getChildren().add(new RealismPane(each)));
  }

  /** What decides with what the numbers may be compared, and how long it took, where known. */
  private static String protocol(EvaluationResult result) {
    String protocol = result.how().conditions();
    return result.took().isZero()
        ? protocol
        : Messages.text(
            "evaluate.result.line", protocol, Texts.duration(result.took()).replace(' ', '\u00a0'));
  }

  private static List<Measure> measured(EvaluationResult result) {
    return Measure.ALL.stream().filter(each -> result.values().containsKey(each.key())).toList();
  }

  private static CardGrid cards(EvaluationResult result) {
    CardNotes notes = new CardNotes(result.how(), result.warnings(), result.reasons());
    CardGrid grid = new CardGrid(CARD, 8);
    Map<String, Double> values = result.values();
    for (Measure measure : measured(result)) {
      grid.getChildren()
          .add(
              new MeasureCard(
                  measure,
                  values.getOrDefault(measure.key(), Double.NaN),
                  values.getOrDefault(measure.deviation(), Double.NaN),
                  Optional.ofNullable(result.intervals().get(measure.key())),
                  notes));
    }
    return grid;
  }
}
