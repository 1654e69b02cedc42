package studio.saddlepoint.app.train;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.FineTuning;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.run.RunOrigin;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;

/** The weights that the training in the form starts from, or has started from; hidden otherwise. */
final class FineTuneCard extends VBox {
  private final Label text = new Label();
  private final ComboBox<SavedCheckpoint> checkpoint = new ComboBox<>();
  private final Consumer<FineTuning> chosen;
  private @Nullable FineTuning shown;

  /**
   * A card.
   *
   * @param chosen told when a person takes another checkpoint
   */
  FineTuneCard(Consumer<FineTuning> chosen) {
    this.chosen = chosen;
    setId("fine-tune");
    getStyleClass().add("fine-tune");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.setId("fine-tune-text");
    FontIcon icon = new FontIcon(Feather.GIT_BRANCH);
    HBox line = new HBox(8, icon, text);
    line.setAlignment(Pos.TOP_LEFT);
    checkpoint.setId("fine-tune-checkpoint");
    checkpoint.setMaxWidth(Double.MAX_VALUE);
    checkpoint.setAccessibleText(Messages.text("finetune.checkpoint"));
    Buttons.explain(checkpoint, Messages.text("finetune.checkpoint.tip"));
    checkpoint.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable SavedCheckpoint each) {
            return each == null ? "" : name(each);
          }

          @Override
          public SavedCheckpoint fromString(String name) {
            throw new UnsupportedOperationException();
          }
        });
    checkpoint.managedProperty().bind(checkpoint.visibleProperty());
    checkpoint.valueProperty().addListener((p, old, now) -> take(now));
    getChildren().addAll(line, checkpoint);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  private static String name(SavedCheckpoint each) {
    String kind = each.best() ? "best" : each.kept() ? "kept" : "step";
    return Messages.text("finetune.checkpoint." + kind, Texts.count(each.step()));
  }

  private void take(@Nullable SavedCheckpoint now) {
    FineTuning before = shown;
    if (now != null && before != null && !now.equals(before.chosen())) {
      FineTuning next = before.from(now);
      shown = next;
      chosen.accept(next);
    }
  }

  /** Shows a fine-tuning that has not begun. */
  void show(FineTuning fineTuning) {
    shown = null; // what is set here was not chosen
    text.setText(
        Messages.text(
            fineTuning.branches() ? "branch.from" : "finetune.from",
            Escapes.name(fineTuning.run().title())));
    checkpoint.getItems().setAll(fineTuning.checkpoints());
    checkpoint.setValue(fineTuning.chosen());
    checkpoint.setVisible(true);
    shown = fineTuning;
    setVisible(true);
  }

  /** Shows what a run started from, if that was another one. */
  void show(Optional<RunOrigin> origin) {
    shown = null;
    checkpoint.setVisible(false);
    origin.ifPresent(
        from ->
            text.setText(
                Messages.text(
                    from.branch() ? "branch.was" : "finetune.was",
                    Escapes.name(from.title()),
                    Texts.count(from.step()))));
    setVisible(origin.isPresent());
  }
}
