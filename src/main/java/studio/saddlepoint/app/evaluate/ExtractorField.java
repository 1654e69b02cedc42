package studio.saddlepoint.app.evaluate;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.ChosenFile;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.metrics.extractor.ExtractorChoice.Resize;
import studio.saddlepoint.metrics.store.KnownWeights;

/** Chooses what turns pictures into features, with what each choice needs. */
final class ExtractorField extends VBox {
  private static final String LAST_FOLDER = "evaluate.folder";

  private final StudioModel studio;
  private final EvaluateSettings settings;
  private final Predicate<Path> trust;
  private final ComboBox<Extractor> kinds = new ComboBox<>();

  /**
   * A field.
   *
   * @param trust asks the person whether a TorchScript file may be run
   * @param get offers weights that are not here
   */
  ExtractorField(
      StudioModel studio,
      EvaluateSettings settings,
      Predicate<Path> trust,
      Consumer<KnownWeights> get) {
    this.studio = studio;
    this.settings = settings;
    this.trust = trust;
    getStyleClass().add("evaluate-field");
    kinds.setId("evaluate-extractor");
    kinds.getItems().setAll(Extractor.values());
    kinds.valueProperty().bindBidirectional(settings.kindProperty());
    kinds.setMaxWidth(Double.MAX_VALUE);
    kinds.setAccessibleText(Messages.text("evaluate.extractor"));
    Buttons.explain(kinds, Messages.text("evaluate.extractor.tip"));
    kinds.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Extractor kind) {
            return kind == null ? "" : kind.title();
          }

          @Override
          public Extractor fromString(String text) {
            throw new UnsupportedOperationException();
          }
        });
    Label title = EvaluateForm.title("evaluate.extractor");
    title.setLabelFor(kinds);
    Label text = small();
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> settings.kindProperty().get().text(), settings.kindProperty()));
    getChildren().addAll(title, kinds, text, weights(get), resize(), seed(), file());
  }

  private Node weights(Consumer<KnownWeights> get) {
    Label state = small();
    FontIcon icon = new FontIcon();
    state.setGraphic(icon);
    state.getStyleClass().add("evaluate-weights");
    HBox.setHgrow(state, Priority.ALWAYS);
    Button button =
        Buttons.labelled(
            Feather.DOWNLOAD,
            "evaluate.weights.get",
            () -> settings.kindProperty().get().weights().ifPresent(get));
    button.setId("evaluate-weights-get");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.visibleProperty().bind(settings.weightsHereProperty().not());
    button.managedProperty().bind(button.visibleProperty());
    HBox row = new HBox(8, state, button);
    row.setAlignment(Pos.CENTER_LEFT);
    Runnable show =
        () -> {
          KnownWeights known = settings.kindProperty().get().weights().orElse(null);
          boolean here = settings.weightsHereProperty().get();
          row.setVisible(known != null);
          row.setManaged(known != null);
          if (known != null) {
            icon.setIconCode(here ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE);
            state.setText(
                Messages.text(
                    here ? "evaluate.weights.here" : "evaluate.weights.absent", known.size()));
            state.getStyleClass().removeAll("weights-here", "weights-absent");
            state.getStyleClass().add(here ? "weights-here" : "weights-absent");
          }
        };
    settings.kindProperty().addListener((p, old, now) -> show.run());
    settings.weightsHereProperty().addListener((p, old, now) -> show.run());
    show.run();
    return row;
  }

  private Node resize() {
    Segments<Resize> segments =
        new Segments<>(
            Messages.text("evaluate.resize"),
            List.of(Resize.values()),
            each -> "evaluate.resize." + each.name().toLowerCase(Locale.ROOT));
    segments.valueProperty().bindBidirectional(settings.resizeProperty());
    // Beside its name there is no room for three beside a scroll bar.
    Label name = new Label(Messages.text("evaluate.resize"));
    name.setTooltip(Buttons.tooltip(Messages.text("evaluate.resize.tip")));
    return onlyFor(Extractor.INCEPTION, new VBox(4, name, segments));
  }

  private Node seed() {
    Spinner<Integer> seed =
        new Spinner<>(0, Integer.MAX_VALUE, (int) settings.randomSeedProperty().get());
    seed.setId("evaluate-seed");
    seed.setEditable(true);
    seed.setPrefWidth(120);
    seed.setAccessibleText(Messages.text("evaluate.seed"));
    seed.valueProperty()
        .addListener(
            (p, old, now) -> {
              if (now != null) {
                settings.randomSeedProperty().set(now);
              }
            });
    return onlyFor(Extractor.RANDOM, row("evaluate.seed", seed));
  }

  private Node file() {
    Button choose = Buttons.labelled(Feather.FOLDER, "evaluate.file", this::choose);
    choose.setId("evaluate-file");
    choose.setMinWidth(Region.USE_PREF_SIZE);
    Label name = new Label();
    name.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> fileName(settings.fileProperty().get()), settings.fileProperty()));
    name.getStyleClass().add(Styles.TEXT_MUTED);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox row = new HBox(8, choose, name);
    row.setAlignment(Pos.CENTER_LEFT);
    return onlyFor(Extractor.TORCH_SCRIPT, row);
  }

  private Node onlyFor(Extractor kind, Node node) {
    node.visibleProperty().bind(settings.kindProperty().isEqualTo(kind));
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }

  private static HBox row(String key, Node control) {
    Label name = new Label(Messages.text(key));
    name.setTooltip(Buttons.tooltip(Messages.text(key + ".tip")));
    name.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(8, name, space, control);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static String fileName(@Nullable Path file) {
    return file == null ? Messages.text("evaluate.file.none") : PathNames.of(file);
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("evaluate.file.title"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                Messages.text("evaluate.file.kind"), "*.pt", "*.pth", "*.ts"),
            new FileChooser.ExtensionFilter(Messages.text("evaluate.file.any"), "*.*"));
    File folder = new File(studio.settings().get(LAST_FOLDER, System.getProperty("user.home")));
    if (folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    File chosen = chooser.showOpenDialog(getScene().getWindow());
    if (chosen != null) {
      studio.settings().keepFolder(LAST_FOLDER, chosen);
      ChosenFile.path(chosen, studio::tell).ifPresent(this::take);
    }
  }

  /** Takes a TorchScript file if the person trusts it. */
  void take(Path file) {
    if (trust.test(file)) {
      settings.fileProperty().set(file);
      settings.kindProperty().set(Extractor.TORCH_SCRIPT);
    }
  }

  /** Puts the keyboard on the choice. */
  void takeFocus() {
    kinds.requestFocus();
  }

  private static Label small() {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    return label;
  }
}
