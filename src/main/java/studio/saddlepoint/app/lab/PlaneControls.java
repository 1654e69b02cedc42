package studio.saddlepoint.app.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.UserDataSources;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.ProgressBox;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.lab.plane.NetworkSizes;
import studio.saddlepoint.lab.plane.PlaneData.Centre;
import studio.saddlepoint.lab.plane.PlanePenalty;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.network.OptimizerKind;

/** The controls beside the planes: all of what is trained, and what of it is drawn. */
final class PlaneControls {
  private static final int MOST_STEPS = 10;
  private static final double MOST_NOISE = 0.5;
  private static final double USUAL_WEIGHT = 0.1;
  private static final double MOST_MOMENTUM = 0.95;

  private final PlaneModel model;
  private final ChoiceRow<PlaneKind> data =
      new ChoiceRow<>("lab.plane.data", List.of(PlaneKind.values()), PlaneKind::words);
  private final ChoiceRow<String> source;
  private final Button clear = Buttons.labelled(Feather.TRASH_2, "lab.plane.clear", this::clear);
  private final ChoiceRow<Loss> loss =
      new ChoiceRow<>("lab.plane.loss", List.of(Loss.values()), Loss::label);
  private final ChoiceRow<PlanePenalty> penalty =
      new ChoiceRow<>("lab.plane.penalty", List.of(PlanePenalty.values()), PlaneControls::words);
  private final SliderRow weight = powers("weight", -3, 1);
  private final SliderRow steps = row("steps", 1, MOST_STEPS, 1, whole());
  private final SliderRow noise =
      row("noise", 0, MOST_NOISE, 0.05, value -> English.of("%.2f", value));
  private final ChoiceRow<OptimizerKind> optimizerOfG = optimizer("g");
  private final ChoiceRow<OptimizerKind> optimizerOfD = optimizer("d");
  private final SliderRow rateOfG = powers("rate.g", -5, -1);
  private final SliderRow rateOfD = powers("rate.d", -5, -1);
  private final SliderRow momentum =
      row("momentum", 0, MOST_MOMENTUM, 0.05, value -> English.of("%.2f", value));
  private final SliderRow layersOfG = row("layers.g", 1, NetworkSizes.MOST_LAYERS, 1, whole());
  private final SliderRow widthOfG = row("width.g", 4, NetworkSizes.MOST_WIDTH, 4, whole());
  private final SliderRow layersOfD = row("layers.d", 1, NetworkSizes.MOST_LAYERS, 1, whole());
  private final SliderRow widthOfD = row("width.d", 4, NetworkSizes.MOST_WIDTH, 4, whole());
  private final ChoiceRow<PlaneDifference> second =
      new ChoiceRow<>(
          "lab.plane.second", List.of(PlaneDifference.values()), PlaneDifference::words);
  private final CheckBox heat = box("heat");
  private final CheckBox pull = box("pull");
  private final CheckBox grid = box("codes");
  private boolean following;

  /**
   * Controls of planes.
   *
   * @param sources data sets of the person's own
   * @param drawn is called when other things are to be drawn
   */
  PlaneControls(PlaneModel model, List<String> sources, Runnable drawn) {
    this.model = model;
    List<String> all = new ArrayList<>(UserDataSources.EMBEDDED);
    all.addAll(sources);
    source = new ChoiceRow<>("lab.plane.source", all, PlaneControls::named);
    source.visibleProperty().bind(data.valueProperty().isEqualTo(PlaneKind.PICTURES));
    source.managedProperty().bind(source.visibleProperty());
    source
        .valueProperty()
        .addListener(
            (p, old, now) -> {
              if (!following) {
                model.show(now);
              }
            });
    clear.setId("lab-plane-clear");
    clear.visibleProperty().bind(data.valueProperty().isEqualTo(PlaneKind.DRAWN));
    clear.managedProperty().bind(clear.visibleProperty());
    data.valueProperty().addListener((p, old, now) -> choose(now));
    loss.valueProperty().addListener((p, old, now) -> set("method.loss", now));
    penalty.valueProperty().addListener(o -> penalize());
    weight.valueProperty().addListener(o -> penalize());
    steps.valueProperty().addListener(o -> set("method.criticSteps", number(steps)));
    noise
        .valueProperty()
        .addListener((p, old, now) -> set("method.instanceNoise", rounded(now.doubleValue())));
    optimizerOfG.valueProperty().addListener((p, old, now) -> set("generator.optimizer.kind", now));
    optimizerOfD
        .valueProperty()
        .addListener((p, old, now) -> set("discriminator.optimizer.kind", now));
    rateOfG.valueProperty().addListener(o -> set("generator.optimizer.learningRate", ten(rateOfG)));
    rateOfD
        .valueProperty()
        .addListener(o -> set("discriminator.optimizer.learningRate", ten(rateOfD)));
    momentum
        .valueProperty()
        .addListener(
            (p, old, now) ->
                change(
                    state ->
                        state.with(
                            Map.of(
                                "generator.optimizer.beta1", now.doubleValue(),
                                "discriminator.optimizer.beta1", now.doubleValue()))));
    for (SliderRow each : List.of(layersOfG, widthOfG, layersOfD, widthOfD)) {
      each.valueProperty().addListener(o -> resize());
    }
    second.valueProperty().addListener((p, old, now) -> change(state -> state.with(now)));
    for (CheckBox each : List.of(heat, pull, grid)) {
      each.setSelected(true);
      each.selectedProperty().addListener(o -> drawn.run());
    }
    Terms.link(loss.name(), "loss");
    Terms.link(steps.name(), "critic-steps");
    Terms.link(noise.name(), "instance-noise");
    Terms.link(optimizerOfG.name(), "adam");
    Terms.link(optimizerOfD.name(), "adam");
    model.stateProperty().addListener(o -> follow());
    follow();
  }

  /** An embedded data set by its name, another by that of its file or folder. */
  private static String named(String source) {
    return UserDataSources.EMBEDDED.contains(source)
        ? Messages.text("lab.pictures.source." + source)
        : PathNames.of(Path.of(source));
  }

  /** Pictures have to be opened first. */
  private void choose(PlaneKind kind) {
    if (following) {
      return;
    }
    if (kind == PlaneKind.PICTURES) {
      model.show(source.valueProperty().get());
    } else {
      change(state -> state.with(kind));
    }
  }

  private static String words(PlanePenalty penalty) {
    return Messages.text("lab.plane.penalty." + penalty.name().toLowerCase(java.util.Locale.ROOT));
  }

  private static SliderRow row(
      String what, double least, double most, double step, DoubleFunction<String> words) {
    return new SliderRow("lab.plane." + what, least, most, step, words);
  }

  private static ChoiceRow<OptimizerKind> optimizer(String player) {
    return new ChoiceRow<>(
        "lab.plane.optimizer." + player, List.of(OptimizerKind.values()), OptimizerKind::label);
  }

  private static DoubleFunction<String> whole() {
    return value -> English.of("%d", Math.round(value));
  }

  /** A slider over powers of ten. */
  private static SliderRow powers(String what, double least, double most) {
    return row(what, least, most, 0.1, power -> English.of("%.2g", Math.pow(10, power)));
  }

  private static double ten(SliderRow row) {
    return Math.pow(10, row.valueProperty().get());
  }

  private static int number(SliderRow row) {
    return (int) Math.round(row.valueProperty().get());
  }

  /** What is next to nothing is nothing. */
  private static double rounded(double value) {
    return value < 0.005 ? 0 : value;
  }

  private static CheckBox box(String what) {
    CheckBox box = new CheckBox(Messages.text("lab.plane.show." + what));
    box.setId("lab-plane-show-" + what);
    Buttons.explain(box, Messages.text("lab.plane.show." + what + ".tip"));
    return box;
  }

  /** All of them, from top to bottom. */
  List<Node> all() {
    Label problem = new Label();
    problem.setId("lab-plane-problem");
    problem.getStyleClass().add("problem-text");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.textProperty().bind(model.problemProperty());
    problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    ProgressBox progress = new ProgressBox();
    model.openingProperty().addListener((p, old, now) -> progress.show(now, data));
    model.problemProperty().addListener(o -> follow());
    return new ArrayList<>(
        List.of(
            problem,
            second,
            data,
            source,
            progress,
            clear,
            loss,
            penalty,
            weight,
            steps,
            noise,
            optimizerOfG,
            rateOfG,
            optimizerOfD,
            rateOfD,
            momentum,
            layersOfG,
            widthOfG,
            layersOfD,
            widthOfD,
            heat,
            pull,
            grid));
  }

  /** What is drawn. */
  PlaneShown shown() {
    return new PlaneShown(heat.isSelected(), pull.isSelected(), grid.isSelected());
  }

  private void change(UnaryOperator<PlaneState> change) {
    if (!following) {
      model.change(change);
      follow(); // also where it was refused
    }
  }

  private void set(String key, Object value) {
    change(state -> state.with(Map.of(key, value)));
  }

  private void penalize() {
    change(state -> state.with(penalty.valueProperty().get().changes(ten(weight))));
  }

  private void resize() {
    NetworkSizes sizes =
        new NetworkSizes(number(layersOfG), number(widthOfG), number(layersOfD), number(widthOfD));
    if (!sizes.equals(model.stateProperty().get().first().sizes())) {
      change(state -> state.with(sizes));
    }
  }

  private void clear() {
    model.change(state -> state.drawing(List.of(new Centre(0, 0))));
  }

  private void follow() {
    PlaneState state = model.stateProperty().get();
    Recipe recipe = state.first().recipe();
    following = true;
    second.valueProperty().set(state.difference());
    data.valueProperty().set(state.kind());
    loss.valueProperty().set(recipe.method().loss());
    PlanePenalty on = PlanePenalty.of(recipe.method());
    penalty.valueProperty().set(on);
    weight.setDisable(on == PlanePenalty.NONE);
    show(
        weight,
        Math.log10(on == PlanePenalty.NONE ? USUAL_WEIGHT : PlanePenalty.weight(recipe.method())));
    show(steps, recipe.method().criticSteps());
    show(noise, recipe.method().instanceNoise());
    optimizerOfG.valueProperty().set(recipe.generator().optimizer().kind());
    optimizerOfD.valueProperty().set(recipe.discriminator().optimizer().kind());
    show(rateOfG, Math.log10(recipe.generator().optimizer().learningRate()));
    show(rateOfD, Math.log10(recipe.discriminator().optimizer().learningRate()));
    show(momentum, recipe.generator().optimizer().beta1());
    NetworkSizes sizes = state.first().sizes();
    show(layersOfG, sizes.generatorLayers());
    show(widthOfG, sizes.generatorWidth());
    show(layersOfD, sizes.discriminatorLayers());
    show(widthOfD, sizes.discriminatorWidth());
    following = false;
  }

  private static void show(SliderRow row, double value) {
    row.valueProperty().set(value);
  }
}
