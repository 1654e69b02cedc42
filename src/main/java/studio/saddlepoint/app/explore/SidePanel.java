package studio.saddlepoint.app.explore;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.explore.ExploreEngine.Drawn;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.app.explore.style.NoiseControl;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.app.fx.SearchedChoice;
import studio.saddlepoint.app.pictures.LookEvent;
import studio.saddlepoint.app.snapshot.KeepBestControl;
import studio.saddlepoint.app.snapshot.Truncation;
import studio.saddlepoint.app.snapshot.TruncationPane;
import studio.saddlepoint.metrics.TruncationEffect;

/** Truncation, class, and the grid of variations. */
final class SidePanel extends VBox {
  private static final int COLUMNS = 4;
  private static final double CELL = 64;

  private final ExploreModel model;
  private @Nullable Drawn variations;

  SidePanel(
      ExploreModel model, TruncationWatch watch, TruncationQuality quality, KeepBestQuality kept) {
    this.model = model;
    getStyleClass().add("explore-side");
    Node keep = keep(kept);
    Node truncation = truncation(watch, quality);
    Node noise = noise();
    Node classes = classes();
    Node variations = variations();
    Runnable arrange =
        () -> {
          Subject subject = model.subjectProperty().get();
          CanvasKind canvas = model.canvasProperty().get();
          List<Node> sections = new ArrayList<>(List.of(truncation));
          if (subject != null && subject.noise()) {
            sections.add(noise);
          }
          sections.add(classes);
          if (canvas == CanvasKind.SAMPLES) {
            sections.add(keep);
          }
          if (canvas != CanvasKind.MIXING) {
            sections.add(variations);
          }
          if (!getChildren().equals(sections)) {
            getChildren().setAll(sections);
          }
        };
    model.canvasProperty().addListener((p, old, now) -> arrange.run());
    model.subjectProperty().addListener((p, old, now) -> arrange.run());
    arrange.run();
  }

  private Node truncation(TruncationWatch watch, TruncationQuality quality) {
    TruncationPane control = new TruncationPane("truncation");
    model
        .subjectProperty()
        .addListener(
            (p, old, now) -> {
              control.layersProperty().set(now == null ? 0 : now.styledLayers());
              control.conditionalProperty().set(now != null && !names(now).isEmpty());
            });
    control.inWProperty().addListener((p, old, now) -> model.move(model.state().withInW(now)));
    control
        .thresholdProperty()
        .addListener((p, old, now) -> model.move(model.state().withThreshold(now.doubleValue())));
    model
        .stateProperty()
        .addListener(
            (p, old, now) -> {
              control.thresholdProperty().set(now.threshold());
              control.inWProperty().set(now.inW());
            });
    control
        .measuredProperty()
        .bind(
            Bindings.createStringBinding(
                () -> measured(watch.effectProperty().get()), watch.effectProperty()));
    return section(
        control,
        measuring(
            "truncation",
            quality.textProperty(),
            quality.runningProperty().isNotNull(),
            quality::measure));
  }

  private Node noise() {
    NoiseControl control = new NoiseControl(model::freshNoise);
    control.noiseProperty().addListener((p, old, now) -> model.move(model.state().withNoise(now)));
    model.stateProperty().addListener((p, old, now) -> control.noiseProperty().set(now.noise()));
    return section(control);
  }

  private static String measured(Optional<TruncationEffect> effect) {
    return effect.filter(TruncationEffect::none).map(SidePanel::nothing).orElse("");
  }

  private static String nothing(TruncationEffect effect) {
    return Messages.text(
        "truncation.nothing",
        number(effect.truncated()),
        Truncation.text(TruncationEffect.THRESHOLD),
        number(effect.untruncated().low()),
        number(effect.untruncated().high()));
  }

  private static String number(double share) {
    return String.format(Locale.ROOT, "%.2f", share);
  }

  /** For sheets of samples only. */
  private Node keep(KeepBestQuality kept) {
    KeepBestControl control = new KeepBestControl("keep-best");
    control.keepProperty().addListener((p, old, now) -> model.move(model.state().withKeep(now)));
    model.stateProperty().addListener((p, old, now) -> control.keepProperty().set(now.keep()));
    return section(
        control,
        measuring("keep", kept.textProperty(), kept.runningProperty().isNotNull(), kept::measure));
  }

  /**
   * What was measured, in a sentence, and the button that measures it.
   *
   * @param id of both: {@code ID-measured} and {@code ID-measure}
   */
  private static Node measuring(
      String id, ObservableValue<String> text, BooleanBinding running, Runnable action) {
    Label measured = sentence();
    measured.setId(id + "-measured");
    measured.textProperty().bind(text);
    Button measure = Buttons.labelled(Feather.PLAY, id + ".measure", action);
    measure.setId(id + "-measure");
    measure.setMinWidth(Region.USE_PREF_SIZE);
    measure.disableProperty().bind(running);
    HBox.setHgrow(measured, Priority.ALWAYS);
    measured.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(8, measured, measure);
    row.setAlignment(Pos.CENTER_LEFT);
    row.visibleProperty().bind(measured.textProperty().isNotEmpty());
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private Node classes() {
    SearchedChoice choice = new SearchedChoice();
    choice.setId("class");
    choice.setPrefWidth(176);
    choice.setAccessibleText(Messages.text("explore.class"));
    choice.setPromptText(Messages.text("explore.class.none"));
    Label reason = sentence();
    reason.setText(Messages.text("explore.class.unconditional"));
    choice
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener(
            (p, old, now) -> {
              if (now.intValue() >= 0) {
                model.move(model.state().withLabel(now.intValue()));
              }
            });
    model
        .subjectProperty()
        .addListener(
            (p, old, now) -> {
              List<String> names = now == null ? List.of() : names(now);
              if (!names.equals(choice.getItems())) {
                choice.offer(names);
                choice.getSelectionModel().select(model.state().label());
              }
              choice.setDisable(names.isEmpty());
              reason.setVisible(names.isEmpty());
              reason.setManaged(names.isEmpty());
            });
    choice.setDisable(true);
    ClusterMeans means = new ClusterMeans(number -> model.move(model.state().withLabel(number)));
    model
        .stateProperty()
        .addListener(
            (p, old, now) -> {
              choice.getSelectionModel().select(now.label());
              means.show(now.label());
            });
    model
        .subjectProperty()
        .addListener(
            (p, old, now) -> {
              means.offer(
                  now == null ? List.of() : names(now),
                  now == null ? Optional.empty() : now.clusters());
              means.show(model.state().label());
            });
    CheckBox all = new CheckBox(Messages.text("explore.class.all"));
    all.setId("all-classes");
    Buttons.explain(all, Messages.text("explore.class.all.tip"));
    all.selectedProperty().bindBidirectional(model.allClassesProperty());
    all.visibleProperty()
        .bind(
            reason
                .visibleProperty()
                .not()
                .and(model.canvasProperty().isEqualTo(CanvasKind.SAMPLES)));
    all.managedProperty().bind(all.visibleProperty());
    ClassMixControl mix = new ClassMixControl();
    mix.mixProperty().addListener((p, old, now) -> model.move(model.state().withMix(now)));
    model.stateProperty().addListener((p, old, now) -> mix.mixProperty().set(now.mix()));
    model
        .subjectProperty()
        .addListener(
            (p, old, now) -> {
              List<String> names = now == null ? List.of() : names(now);
              mix.setVisible(names.size() > 1);
              mix.offer(names);
              mix.mixProperty().set(model.state().mix());
            });
    mix.setVisible(false);
    mix.managedProperty().bind(mix.visibleProperty());
    HBox heading = heading("explore.class", "explore.class.tip", choice);
    return section(heading, reason, means, mix, all);
  }

  private static List<String> names(Subject subject) {
    return subject.latent().classNames();
  }

  private Node variations() {
    Label value = value();
    Button shuffle =
        Buttons.icon(Feather.SHUFFLE, "explore.variations.other", model::shuffleVariations);
    shuffle.setId("shuffle-variations");
    Button look = Buttons.icon(Feather.ZOOM_IN, "explore.variations.look", this::look);
    look.setId("look-variations");
    look.disableProperty().bind(model.drawnProperty(Part.VARIATIONS).isNull());
    HBox right = new HBox(value, look, shuffle);
    right.setAlignment(Pos.CENTER_RIGHT);
    Slider slider = new Slider(0.05, 1, model.state().strength());
    slider.setId("strength");
    slider.setBlockIncrement(0.05);
    slider.setAccessibleText(Messages.text("explore.strength"));
    Buttons.explain(slider, Messages.text("explore.strength.tip"));
    slider
        .valueProperty()
        .addListener(
            (p, old, now) ->
                model.move(
                    model.state().withStrength(Math.round(now.doubleValue() * 100) / 100.0)));
    Runnable show =
        () -> {
          double strength = model.state().strength();
          value.setText(String.format(Locale.ROOT, "%.0f %%", 100 * strength));
          if (Math.abs(slider.getValue() - strength) > 0.005) {
            slider.setValue(strength); // it was taken back
          }
        };
    model.stateProperty().addListener((p, old, now) -> show.run());
    show.run();
    return section(heading("explore.variations", "explore.variations.tip", right), slider, grid());
  }

  private void look() {
    Drawn drawn = variations;
    if (drawn != null) {
      fireEvent(new LookEvent(new DrawnLooks(model).of(drawn), 0));
    }
  }

  private GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("explore-variations");
    List<PictureView> views = new ArrayList<>();
    for (int i = 0; i < Part.VARIATION_COUNT; i++) {
      int index = i;
      PictureView view = PictureView.thumbnail(CELL);
      views.add(view);
      Button button = new Button(null, view);
      button.setId("variation-" + i);
      button.getStyleClass().setAll("picture-button");
      button.setAccessibleText(Messages.text("explore.variation", i + 1));
      Buttons.explain(button, Messages.text("explore.variation.tip"));
      button.setOnAction(
          event -> {
            Drawn drawn = variations;
            if (drawn != null) {
              model.move(model.state().take(drawn.points().get(index)));
            }
          });
      grid.add(button, i % COLUMNS, i / COLUMNS);
    }
    model
        .drawnProperty(Part.VARIATIONS)
        .addListener(
            (p, old, now) -> {
              variations = now;
              for (int i = 0; i < views.size(); i++) {
                if (now == null) {
                  views.get(i).show(null);
                } else {
                  views.get(i).show(now.pictures().get(i));
                }
              }
            });
    return grid;
  }

  private static VBox section(Node... children) {
    VBox section = new VBox(children);
    section.getStyleClass().add("explore-section");
    return section;
  }

  private static HBox heading(String key, String tip, Node right) {
    Label title = new Label(Messages.text(key));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setTooltip(Buttons.tooltip(Messages.text(tip)));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading = new HBox(title, space, right);
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.setMinHeight(32);
    return heading;
  }

  private static Label value() {
    Label value = new Label();
    value.getStyleClass().addAll(Styles.TEXT_MUTED, "explore-number");
    return value;
  }

  private static Label sentence() {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    return label;
  }
}
