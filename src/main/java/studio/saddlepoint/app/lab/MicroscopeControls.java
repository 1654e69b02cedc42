package studio.saddlepoint.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.ProgressBox;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.microscope.LayerInfo;
import studio.saddlepoint.lab.microscope.Microscope;
import studio.saddlepoint.lab.microscope.Side;
import studio.saddlepoint.lab.microscope.UnitPlace;

/** The controls beside what the microscope shows. */
final class MicroscopeControls {
  private final RunRow run;
  private final MicroscopeModel model;
  private final ChoiceRow<Side> side =
      new ChoiceRow<>("lab.microscope.side", List.of(Side.values()), each -> words("side", each));
  private final LayerRow layer = new LayerRow("lab.microscope.layer");
  private final SliderRow channel;
  private final SliderRow across;
  private final SliderRow down;
  private final SliderRow picture =
      new SliderRow(
          "lab.microscope.picture",
          0,
          Microscope.SHEET - 1,
          1,
          at -> English.of("%d", 1 + Math.round(at)));
  private final ChoiceRow<MicroscopeState.Beside> beside =
      new ChoiceRow<>(
          "lab.microscope.beside",
          List.of(MicroscopeState.Beside.values()),
          each -> words("beside", each));
  private final Change change;
  private boolean following;

  /** Takes what a person changes. */
  interface Change {
    /** Changes what is looked at. */
    void by(UnaryOperator<MicroscopeState> change);
  }

  MicroscopeControls(RunRow run, MicroscopeModel model, Change change) {
    this.run = run;
    this.model = model;
    this.change = change;
    channel = share("channel", LayerInfo::channels);
    across = share("across", LayerInfo::width);
    down = share("down", LayerInfo::height);
    side.valueProperty().addListener((p, old, now) -> set(state -> state.of(now)));
    layer.indexProperty().addListener((p, old, now) -> set(state -> state.at(now.intValue())));
    for (SliderRow each : List.of(channel, across, down)) {
      each.valueProperty().addListener(o -> set(state -> state.with(unit())));
    }
    picture
        .valueProperty()
        .addListener(
            (p, old, now) -> set(state -> state.onPicture((int) Math.round(now.doubleValue()))));
    beside.valueProperty().addListener((p, old, now) -> set(state -> state.with(now)));
    Terms.link(beside.name(), "receptive-field");
  }

  private static String words(String what, Enum<?> value) {
    return Messages.text("lab.microscope." + what + "." + value.name().toLowerCase(Locale.ROOT));
  }

  /** A slider over the channels, columns or rows of the layer that is shown. */
  private SliderRow share(String what, ToIntFunction<LayerInfo> size) {
    return new SliderRow(
        "lab.microscope." + what,
        0,
        1,
        0.05,
        at -> {
          MicroscopeShown shown = model.shownProperty().get();
          int all = shown == null ? 0 : size.applyAsInt(shown.look().layer());
          return all == 0
              ? "–"
              : Messages.text(
                  "lab.microscope.place",
                  English.of("%d", 1 + Math.round(at * (all - 1))),
                  English.of("%d", all));
        });
  }

  private UnitPlace unit() {
    return new UnitPlace(
        channel.valueProperty().get(), across.valueProperty().get(), down.valueProperty().get());
  }

  private void set(UnaryOperator<MicroscopeState> by) {
    if (!following) {
      change.by(by);
    }
  }

  /** All of them, from top to bottom. */
  List<Node> all() {
    Label problem = new Label();
    problem.setId("lab-microscope-problem");
    problem.getStyleClass().add("problem-text");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.textProperty().bind(model.problemProperty());
    Button again = Buttons.labelled(Feather.REFRESH_CW, "lab.run.again", model::again);
    again.setId("lab-microscope-again");
    for (Region each : List.of(problem, again)) {
      each.visibleProperty().bind(model.problemProperty().isNotEmpty());
      each.managedProperty().bind(each.visibleProperty());
    }
    ProgressBox progress = new ProgressBox();
    model.openingProperty().addListener((p, old, now) -> progress.show(now, again));
    return new ArrayList<>(
        List.of(
            run, problem, again, progress, side, layer, beside, channel, across, down, picture));
  }

  /** Shows what is looked at. */
  void follow(MicroscopeState state, List<LayerInfo> layers) {
    following = true;
    side.valueProperty().set(state.side());
    layer.fill(layers, state.layer());
    channel.valueProperty().set(state.unit().channel());
    across.valueProperty().set(state.unit().across());
    down.valueProperty().set(state.unit().down());
    picture.valueProperty().set(state.picture());
    beside.valueProperty().set(state.beside());
    List.of(channel, across, down).forEach(SliderRow::tell);
    boolean field = state.beside() == MicroscopeState.Beside.FIELD;
    across.setDisable(!field);
    down.setDisable(!field);
    picture.setDisable(!field);
    following = false;
  }
}
