package studio.saddlepoint.app.trial;

import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.train.trial.PairedDifference;

/** What a trial costs: told while it is under way, and set before it is made once more. */
final class BudgetRow extends HBox {
  private static final int FEWEST_SAMPLES = 10;
  private static final int MOST = 10_000_000;

  private final TextField steps = field("trial.steps");
  private final TextField seeds = field("trial.seeds");
  private final TextField samples = field("trial.samples");
  private final Button again;
  private TrialBudget shown = new TrialBudget(0, 0, 0);

  /**
   * A row.
   *
   * @param start begins a trial with a budget
   */
  BudgetRow(Consumer<TrialBudget> start) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    again = Buttons.labelled(Feather.PLAY, "trial.again", () -> begin(start));
    again.setId("trial-again");
    again.setMinWidth(USE_PREF_SIZE);
    again.managedProperty().bind(again.visibleProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            label("trial.steps", steps),
            steps,
            label("trial.seeds", seeds),
            seeds,
            label("trial.samples", samples),
            samples,
            space,
            again);
    for (TextField each : new TextField[] {steps, seeds, samples}) {
      each.textProperty().addListener(o -> check());
      each.setOnAction(
          event -> {
            if (!again.isDisabled() && again.isVisible()) {
              begin(start);
            }
          });
    }
  }

  private static TextField field(String key) {
    TextField field = new TextField();
    field.setId(key.replace('.', '-'));
    field.setPrefColumnCount(4);
    field.setAccessibleText(Messages.text(key));
    Buttons.explain(field, Messages.text(key + ".tip"));
    return field;
  }

  private static Label label(String key, TextField field) {
    Label label = new Label(Messages.text(key));
    label.setLabelFor(field);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  /** Shows a budget; while a trial is under way, or awaits a decision, it stands. */
  void show(TrialBudget budget, boolean stands) {
    if (!budget.equals(shown)) {
      shown = budget;
      steps.setText(Long.toString(budget.steps()));
      seeds.setText(Integer.toString(budget.seeds()));
      samples.setText(Integer.toString(budget.samples()));
    }
    for (TextField each : new TextField[] {steps, seeds, samples}) {
      each.setDisable(stands);
    }
    again.setVisible(!stands);
    check();
  }

  private void check() {
    again.setDisable(
        number(steps, 1, Long.MAX_VALUE).isEmpty()
            || number(seeds, 2, PairedDifference.MOST).isEmpty()
            || number(samples, FEWEST_SAMPLES, MOST).isEmpty());
  }

  private static OptionalLong number(TextField field, long least, long most) {
    OptionalLong number = OptionalLong.empty();
    try {
      long value = Long.parseLong(field.getText().strip().replace(",", ""));
      if (value >= least && value <= most) {
        number = OptionalLong.of(value);
      }
    } catch (NumberFormatException e) {
      number = OptionalLong.empty();
    }
    field.pseudoClassStateChanged(
        atlantafx.base.theme.Styles.STATE_DANGER, number.isEmpty() && !field.getText().isEmpty());
    return number;
  }

  private void begin(Consumer<TrialBudget> start) {
    TrialBudget wanted =
        new TrialBudget(
            number(steps, 1, Long.MAX_VALUE).orElse(shown.steps()),
            (int) number(seeds, 2, PairedDifference.MOST).orElse(shown.seeds()),
            (int) number(samples, FEWEST_SAMPLES, MOST).orElse(shown.samples()));
    shown = wanted;
    start.accept(wanted);
  }
}
