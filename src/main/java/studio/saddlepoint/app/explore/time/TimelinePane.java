package studio.saddlepoint.app.explore.time;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.explore.time.TimelineModel.Frames;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.latent.direction.Attribute;
import studio.saddlepoint.latent.timeline.Change;
import studio.saddlepoint.metrics.attribute.AttributeTrace;

/** The slider through a training, how far each picture is from the last, and what that says. */
public final class TimelinePane extends VBox {
  private static final double HIGHEST = 28;

  private final TimelineModel model;
  private final Slider slider = new Slider(0, 1, 0);
  private final HBox bars = new HBox();
  private final Label step = new Label();
  private final Label words = new Label();
  private final TimelineAttributes attributes;
  private final ComboBox<Optional<Attribute>> attribute = new ComboBox<>();
  private final Button explore;

  /**
   * The controls of a model.
   *
   * @param attributes what else of the code is followed
   * @param go explores the weights of a step
   */
  public TimelinePane(TimelineModel model, TimelineAttributes attributes, LongConsumer go) {
    this.model = model;
    this.attributes = attributes;
    getStyleClass().add("explore-mixing");
    slider.setId("timeline-slider");
    slider.setAccessibleText(Messages.text("timeline.slider"));
    Buttons.explain(slider, Messages.text("timeline.slider"));
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider
        .valueProperty()
        .addListener(
            (p, old, now) -> model.chosenProperty().set((int) Math.round(now.doubleValue())));
    bars.getStyleClass().add("timeline-bars");
    bars.setAlignment(Pos.BOTTOM_LEFT);
    bars.setMinHeight(HIGHEST);
    bars.setMaxHeight(HIGHEST);
    step.getStyleClass().add(Styles.TEXT_BOLD);
    step.setMinWidth(Region.USE_PREF_SIZE);
    words.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    explore = Buttons.labelled(Feather.COMPASS, "timeline.explore", () -> go.accept(chosenStep()));
    explore.setId("timeline-explore");
    explore.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox below = new HBox(12, step, space, follow(), explore);
    below.setAlignment(Pos.CENTER_LEFT);
    VBox section = new VBox(4, bars, slider, below, words);
    section.getStyleClass().add("explore-section");
    getChildren().add(section);
    model.framesProperty().addListener((p, old, now) -> show(now));
    model.chosenProperty().addListener((p, old, now) -> choose());
    model.problemProperty().addListener((p, old, now) -> show(model.framesProperty().get()));
    attributes.traceProperty().addListener((p, old, now) -> show(model.framesProperty().get()));
    show(model.framesProperty().get());
  }

  /** Chooses what is followed: how far pixels are from the last picture, or an attribute. */
  private ComboBox<Optional<Attribute>> follow() {
    attribute.setId("timeline-attribute");
    attribute.setMinWidth(Region.USE_PREF_SIZE);
    attribute.setAccessibleText(Messages.text("timeline.attribute"));
    Buttons.explain(attribute, Messages.text("timeline.attribute.tip"));
    attribute.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Optional<Attribute> each) {
            return each == null || each.isEmpty()
                ? Messages.text("timeline.attribute.pixels")
                : each.get().name();
          }

          @Override
          public @Nullable Optional<Attribute> fromString(String text) {
            return null; // nothing is typed
          }
        });
    offer();
    attribute.setOnShowing(event -> attributes.load());
    attribute
        .valueProperty()
        .addListener(
            (p, old, now) -> attributes.chosenProperty().set(now == null ? Optional.empty() : now));
    attributes.chosenProperty().addListener((p, old, now) -> attribute.setValue(now));
    attributes.offeredProperty().addListener((p, old, now) -> offer());
    return attribute;
  }

  private void offer() {
    List<Optional<Attribute>> all = new ArrayList<>();
    all.add(Optional.empty());
    Optional<List<Attribute>> known = attributes.offeredProperty().get();
    known.ifPresent(found -> found.forEach(each -> all.add(Optional.of(each))));
    attribute.getItems().setAll(all);
    attribute.setValue(attributes.chosenProperty().get());
    attribute.setDisable(known.isPresent() && known.get().isEmpty());
    if (attribute.isDisable()) {
      Buttons.explain(attribute, Messages.text("timeline.attribute.none"));
    }
  }

  private long chosenStep() {
    Frames now = model.framesProperty().get();
    return now == null ? 0 : now.steps().get(model.chosenProperty().get());
  }

  private void show(@Nullable Frames now) {
    List<Long> steps = now == null ? List.of() : now.steps();
    setDisable(steps.isEmpty());
    slider.setMax(Math.max(1, steps.size() - 1));
    slider.setDisable(steps.size() < 2);
    double[] distances = now == null ? new double[0] : Change.toLast(now.pictures());
    Optional<AttributeTrace> trace =
        attributes.traceProperty().get().filter(each -> each.steps().equals(steps));
    bars(trace.map(TimelinePane::heights).orElse(distances));
    if (!model.problemProperty().get().isEmpty()) {
      words.setText(model.problemProperty().get());
    } else if (now == null || !now.complete()) {
      words.setText(Messages.text("timeline.drawing"));
    } else if (trace.isPresent()) {
      words.setText(Messages.text("timeline.followed", trace.get().sentence()));
    } else {
      OptionalInt settled = Change.settled(distances);
      words.setText(
          settled.isPresent()
              ? Messages.text("timeline.settled", Texts.count(steps.get(settled.getAsInt())))
              : Messages.text("timeline.unsettled"));
    }
    choose();
  }

  /** How far each value is above the lowest. */
  private static double[] heights(AttributeTrace trace) {
    double lowest =
        trace.values().stream().filter(Double::isFinite).mapToDouble(each -> each).min().orElse(0);
    return trace.values().stream().mapToDouble(each -> each - lowest).toArray();
  }

  /** A bar for each step, above its place on the slider. */
  private void bars(double[] distances) {
    if (bars.getChildren().size() != distances.length) {
      bars.getChildren().clear();
      for (int i = 0; i < distances.length; i++) {
        Region bar = new Region();
        bar.getStyleClass().add("timeline-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bars.getChildren().add(bar);
      }
    }
    double largest = 1e-9;
    for (double each : distances) {
      largest = Math.max(largest, Double.isNaN(each) ? 0 : each);
    }
    for (int i = 0; i < distances.length; i++) {
      Region bar = (Region) bars.getChildren().get(i);
      double high = Double.isNaN(distances[i]) ? 0 : Math.max(1, HIGHEST * distances[i] / largest);
      bar.setMinHeight(high);
      bar.setPrefHeight(high);
      bar.setMaxHeight(high);
    }
  }

  private void choose() {
    Frames now = model.framesProperty().get();
    int chosen = model.chosenProperty().get();
    if (now == null || chosen >= now.steps().size()) {
      step.setText("");
      return;
    }
    step.setText(Messages.text("timeline.step", Texts.count(now.steps().get(chosen))));
    if (Math.round(slider.getValue()) != chosen) {
      slider.setValue(chosen);
    }
  }
}
