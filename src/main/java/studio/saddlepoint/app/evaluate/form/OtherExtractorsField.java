package studio.saddlepoint.app.evaluate.form;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.evaluate.model.EvaluateSettings;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.metric.MetricGroup;

/** Chooses other features for groups of metrics; folded up until somebody wants them. */
final class OtherExtractorsField extends VBox {
  private final EvaluateSettings settings;

  OtherExtractorsField(EvaluateSettings settings) {
    this.settings = settings;
    ToggleButton more = new ToggleButton(Messages.text("evaluate.others"));
    more.setId("evaluate-others");
    more.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    Buttons.explain(more, Messages.text("evaluate.others.tip"));
    VBox rows = new VBox(4);
    for (MetricGroup group : MetricGroup.values()) {
      rows.getChildren().add(row(group));
    }
    rows.visibleProperty().bind(more.selectedProperty());
    rows.managedProperty().bind(rows.visibleProperty());
    more.selectedProperty()
        .addListener(
            (p, old, shown) -> {
              if (!shown) {
                forget();
              }
            });
    getChildren().addAll(more, rows);
  }

  /** What is folded up is not chosen: nobody would see it. */
  private void forget() {
    for (MetricGroup group : MetricGroup.values()) {
      settings.otherProperty(group).set(Optional.empty());
    }
  }

  private HBox row(MetricGroup group) {
    ComboBox<Optional<ExtractorKind>> kinds = new ComboBox<>();
    kinds.setId("evaluate-other-" + group.name().toLowerCase(Locale.ROOT));
    List<Optional<ExtractorKind>> choices = new ArrayList<>();
    choices.add(Optional.empty());
    Extractors.ALL.forEach(each -> choices.add(Optional.of(each)));
    kinds.getItems().setAll(choices);
    kinds.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Optional<ExtractorKind> kind) {
            return kind == null
                ? ""
                : kind.map(ExtractorKind::label).orElse(Messages.text("evaluate.others.same"));
          }

          @Override
          public Optional<ExtractorKind> fromString(String text) {
            throw new UnsupportedOperationException();
          }
        });
    kinds.valueProperty().bindBidirectional(settings.otherProperty(group));
    kinds.setAccessibleText(Messages.text("evaluate.others.by", group.label()));
    Buttons.explain(kinds, group.meaning());
    kinds.setPrefWidth(170);
    Label name = new Label(group.label());
    name.setLabelFor(kinds);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(8, name, space, kinds);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
