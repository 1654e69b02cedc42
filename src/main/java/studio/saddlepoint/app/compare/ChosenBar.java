package studio.saddlepoint.app.compare;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.chart.Swatch;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.compare.model.CompareState.Chosen;
import studio.saddlepoint.app.compare.model.ComparedRun;
import studio.saddlepoint.app.compare.model.ForeignRun;
import studio.saddlepoint.app.compare.model.OurRun;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;

/** The runs that are chosen, in their colours: the legend of all charts. */
final class ChosenBar extends FlowPane {
  private static final double NAME = 240;

  private final CompareModel model;
  private final Map<String, Chip> chips = new LinkedHashMap<>();

  /** A run. */
  private final class Chip extends HBox {
    private final String id;
    private final ToggleButton name = new ToggleButton();
    private final Button drop;

    Chip(Chosen chosen) {
      id = chosen.id();
      getStyleClass().add("compare-chip");
      setAlignment(Pos.CENTER_LEFT);
      name.setGraphic(new Swatch("run-" + chosen.colour()));
      name.getStyleClass().add("compare-chip-name");
      name.setMaxWidth(NAME);
      name.setMnemonicParsing(false);
      name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      name.setOnAction(event -> model.ask(now -> now.hiding(id, !name.isSelected())));
      drop = Buttons.icon(Feather.X, "compare.drop", () -> model.drop(id));
      drop.getStyleClass().addAll(Styles.SMALL, "compare-chip-drop");
      getChildren().addAll(name, drop);
      setMaxWidth(Region.USE_PREF_SIZE);
    }

    void refresh(Optional<ComparedRun> run) {
      boolean hidden = model.state().hidden().contains(id);
      String title = run.map(model::name).orElseGet(() -> Escapes.name(PathNames.of(Path.of(id))));
      name.setText(text(title, run));
      name.setSelected(!hidden);
      name.setAccessibleText(
          Messages.text(hidden ? "compare.chip.hidden" : "compare.chip.shown", name.getText()));
      String tip = Messages.text("compare.chip.tip", title, id);
      if (name.getTooltip() == null || !name.getTooltip().getText().equals(Escapes.lines(tip))) {
        Buttons.explain(name, tip);
      }
      drop.setAccessibleText(Messages.text("compare.drop.of", title));
    }

    private String text(String title, Optional<ComparedRun> run) {
      if (model.isGone(id)) {
        return Messages.text("compare.chip.gone", title);
      }
      if (run.isEmpty() || run.get().loading()) {
        return Messages.text("compare.chip.loading", title);
      }
      if (run.get() instanceof ForeignRun) {
        return Messages.text("compare.chip.foreign", title);
      }
      return run.get() instanceof OurRun ours && ours.open().followedProperty().get()
          ? Messages.text("compare.chip.live", title, Texts.count(ours.lastStep()))
          : title;
    }
  }

  ChosenBar(CompareModel model) {
    super(8, 4);
    this.model = model;
    setId("compare-chosen");
    getStyleClass().add("compare-chosen");
    managedProperty().bind(visibleProperty());
  }

  /** Shows what is new. */
  void refresh() {
    List<Chosen> chosen = model.state().chosen();
    Map<String, Chip> now = new LinkedHashMap<>();
    for (Chosen each : chosen) {
      Chip kept = chips.get(each.id());
      now.put(each.id(), kept == null ? new Chip(each) : kept);
    }
    if (!List.copyOf(now.keySet()).equals(List.copyOf(chips.keySet()))) {
      chips.clear();
      chips.putAll(now);
      getChildren().setAll(new ArrayList<>(now.values()));
    }
    setVisible(!chosen.isEmpty());
    List<ComparedRun> runs = model.runs();
    chips.forEach(
        (id, chip) -> chip.refresh(runs.stream().filter(run -> run.id().equals(id)).findFirst()));
  }
}
