package studio.saddlepoint.app.evaluate.form;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.evaluate.model.EvaluateSettings;
import studio.saddlepoint.app.evaluate.model.ReferenceKind;
import studio.saddlepoint.app.evaluate.parts.Panes;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.CardGrid;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.app.snapshot.KeepBestControl;
import studio.saddlepoint.app.snapshot.TruncationPane;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metric.Direction;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.store.KnownWeights;

/** The form that says what to measure and how. */
public final class EvaluateForm extends VBox {
  private static final List<Integer> SAMPLES =
      List.of(512, 1024, 2048, 5000, 10_000, 20_000, 50_000);

  private final BooleanProperty costAsked = new SimpleBooleanProperty(true);
  private final EvaluateSettings settings;
  private final ExtractorField extractor;
  private final AgainstField against;
  private final Node part;
  private final Node metrics;
  private final Label cost;

  /**
   * A form.
   *
   * @param cost what is asked for costs
   * @param asking asks the person for files
   * @param get offers weights that are not here
   */
  public EvaluateForm(
      StudioModel studio,
      EvaluateSettings settings,
      ObservableStringValue cost,
      Asking asking,
      Consumer<KnownWeights> get) {
    this.settings = settings;
    this.cost = cost(cost);
    this.extractor = new ExtractorField(studio, settings, asking::trusts, get);
    this.against = new AgainstField(settings, asking);
    getStyleClass().addAll("card", "evaluate-form");
    TruncationPane truncation = new TruncationPane("evaluate-truncation");
    truncation.layersProperty().bind(settings.styledLayersProperty());
    truncation.thresholdProperty().bindBidirectional(settings.thresholdProperty());
    truncation.inWProperty().bindBidirectional(settings.inWProperty());
    KeepBestControl keep = new KeepBestControl("evaluate-keep");
    keep.keepProperty().bindBidirectional(settings.keepProperty());
    metrics = metrics();
    part = part();
    getChildren().addAll(extractor, against, part, samples(), this.cost, metrics, truncation, keep);
  }

  /** Asks for metrics and what to compare with, or not: curves bring their own. */
  public void askForMetrics(boolean ask) {
    against.setVisible(ask);
    part.setVisible(!ask);
    part.setManaged(!ask);
    metrics.setVisible(ask);
    metrics.setManaged(ask);
    costAsked.set(ask);
  }

  /** Puts the keyboard on the first choice. */
  public void takeFocus() {
    extractor.takeFocus();
  }

  /** Takes a TorchScript file if the person trusts it. */
  public void take(Path file) {
    extractor.take(file);
  }

  /** Curves are drawn against a part of the run's own data set. */
  private Node part() {
    Segments<Split> parts =
        new Segments<>(
            Messages.text("evaluate.against"),
            List.of(Split.values()),
            each -> "curve.against." + each.name().toLowerCase(Locale.ROOT));
    parts.valueProperty().bindBidirectional(settings.curvesAgainstProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(8, title("evaluate.against"), space, parts);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node samples() {
    ComboBox<Integer> count = new ComboBox<>();
    count.setId("evaluate-samples");
    count.getItems().setAll(SAMPLES);
    count.setValue(settings.samplesProperty().get());
    settings.samplesProperty().addListener((p, old, now) -> count.setValue(now.intValue()));
    count.setPrefWidth(120);
    count.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Integer number) {
            return Texts.count(number);
          }

          @Override
          public Integer fromString(String text) {
            return Integer.valueOf(text.replace(",", ""));
          }
        });
    count.valueProperty().addListener((p, old, now) -> settings.samplesProperty().set(now));
    count.setAccessibleText(Messages.text("evaluate.samples"));
    Buttons.explain(count, Messages.text("evaluate.samples.tip"));
    Label title = title("evaluate.samples");
    title.setLabelFor(count);
    Button fit = quick("evaluate.fit", settings::free);
    fit.visibleProperty().bind(settings.freeProperty().not());
    fit.managedProperty().bind(fit.visibleProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(4, title, space, fit, count);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** What the evaluation costs; curves take another time. */
  private Label cost(ObservableStringValue text) {
    Label label = Panes.wrapped("", Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    label.setId("evaluate-cost");
    label.textProperty().bind(text);
    label.visibleProperty().bind(label.textProperty().isNotEmpty().and(costAsked));
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private Node metrics() {
    CardGrid boxes = new CardGrid(144, 8);
    for (Metric metric : Metrics.ALL) {
      CheckBox box = new CheckBox(label(metric));
      box.disableProperty()
          .bind(
              Bindings.createBooleanBinding(
                  () -> !settings.possible(metric), settings.extractorProperties()));
      box.setId("evaluate-metric-" + metric.name().toLowerCase(Locale.ROOT));
      box.selectedProperty().bindBidirectional(settings.wantedProperty(metric));
      box.setMinWidth(0);
      box.setPrefHeight(26);
      Buttons.explain(
          box,
          metric.meaning()
              + " "
              + Messages.text(
                  metric.direction() == Direction.LOWER
                      ? "evaluate.lower.tip"
                      : "evaluate.higher.tip"));
      boxes.getChildren().add(box);
    }
    Button all = quick("evaluate.metrics.all", () -> settings.wantAll(true));
    Button usual = quick("evaluate.metrics.usual", () -> settings.wantAll(false));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading = new HBox(4, title("evaluate.metrics"), space, usual, all);
    heading.setAlignment(Pos.CENTER_LEFT);
    Label left = Panes.wrapped("", Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    left.setId("evaluate-metrics-left");
    left.textProperty()
        .bind(Bindings.createStringBinding(this::impossible, settings.extractorProperties()));
    left.visibleProperty().bind(left.textProperty().isNotEmpty());
    left.managedProperty().bind(left.visibleProperty());
    VBox field = new VBox(heading, boxes, left, new OtherExtractorsField(settings));
    field.getStyleClass().add("evaluate-field");
    return field;
  }

  /** Why some metrics cannot be chosen. */
  private String impossible() {
    ReferenceKind real = settings.againstProperty().get();
    List<String> reasons = new ArrayList<>();
    for (ExtractorKind features : settings.kinds()) {
      String unfit =
          names(
              metric ->
                  settings.kindFor(metric) == features
                      && real.allows(metric, ClassifierKind.CLASSIFIER)
                      && !metric.fits(features));
      if (!unfit.isEmpty()) {
        reasons.add(Messages.text("evaluate.metrics.unfit", features.label(), unfit));
      }
    }
    String apart =
        names(
            metric ->
                metric.fits(settings.kindFor(metric))
                    && !real.allows(metric, settings.kindFor(metric)));
    if (!apart.isEmpty()) {
      reasons.add(Messages.text("evaluate.metrics.apart", apart));
    }
    return String.join("\n", reasons);
  }

  private static String names(Predicate<Metric> left) {
    return Metrics.ALL.stream()
        .filter(left)
        .map(EvaluateForm::label)
        .collect(Collectors.joining("; "));
  }

  /** Short enough for two columns. */
  private static String label(Metric metric) {
    String shorter = "evaluate.metric." + metric.key();
    return Messages.has(shorter) ? Messages.text(shorter) : metric.label();
  }

  private static Button quick(String key, Runnable action) {
    Button button = new Button(Messages.text(key));
    button.setId(key.replace('.', '-'));
    button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    button.setOnAction(event -> action.run());
    Buttons.explain(button, Messages.text(key + ".tip"));
    return button;
  }

  /** A field's name with its explanation. */
  static Label title(String key) {
    Label title = new Label(Messages.text(key));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setTooltip(Buttons.tooltip(Messages.text(key + ".tip")));
    title.setMinHeight(32);
    title.setMinWidth(Region.USE_PREF_SIZE);
    return title;
  }
}
