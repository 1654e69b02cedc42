package studio.saddlepoint.app.evaluate.form;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
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
import studio.saddlepoint.app.evaluate.model.EvaluateSettings;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.ExtractorSetting;
import studio.saddlepoint.metrics.extractor.ExtractorVariant;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.store.KnownWeights;

/** Chooses what turns pictures into features, with what each choice needs. */
final class ExtractorField extends VBox {
  private static final String LAST_FOLDER = "evaluate.folder";

  private final StudioModel studio;
  private final EvaluateSettings settings;
  private final Predicate<Path> trust;
  private final ComboBox<ExtractorKind> kinds = new ComboBox<>();

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
    kinds.getItems().setAll(Extractors.ALL);
    kinds.valueProperty().bindBidirectional(settings.kindProperty());
    kinds.setMaxWidth(Double.MAX_VALUE);
    kinds.setAccessibleText(Messages.text("evaluate.extractor"));
    Buttons.explain(kinds, Messages.text("evaluate.extractor.tip"));
    kinds.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable ExtractorKind kind) {
            return kind == null ? "" : kind.label();
          }

          @Override
          public ExtractorKind fromString(String text) {
            throw new UnsupportedOperationException();
          }
        });
    Label title = EvaluateForm.title("evaluate.extractor");
    title.setLabelFor(kinds);
    Label text = small();
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> settings.kindProperty().get().meaning(), settings.kindProperty()));
    getChildren().addAll(title, kinds, text);
    for (ExtractorKind kind : Extractors.ALL) {
      kind.weights()
          .ifPresent(known -> getChildren().add(onlyFor(kind, weights(kind, known, get))));
      addSetting(kind);
    }
  }

  /** Whether weights are here, and where not, how to get them. */
  private Node weights(ExtractorKind kind, KnownWeights known, Consumer<KnownWeights> get) {
    Label state = small();
    FontIcon icon = new FontIcon();
    state.setGraphic(icon);
    state.getStyleClass().add("evaluate-weights");
    HBox.setHgrow(state, Priority.ALWAYS);
    Button button =
        Buttons.labelled(Feather.DOWNLOAD, "evaluate.weights.get", () -> get.accept(known));
    button.setId("evaluate-weights-get");
    button.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(8, state, button);
    row.setAlignment(Pos.CENTER_LEFT);
    Runnable show =
        () -> {
          boolean here = settings.has(known);
          icon.setIconCode(here ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE);
          String text =
              Messages.text(
                  here ? "evaluate.weights.here" : "evaluate.weights.absent", known.size());
          state.setText(
              settings.kindProperty().get() == kind
                  ? text
                  : Messages.text("evaluate.weights.of", kind.label(), text));
          state.getStyleClass().removeAll("weights-here", "weights-absent");
          state.getStyleClass().add(here ? "weights-here" : "weights-absent");
          button.setVisible(!here);
          button.setManaged(!here);
        };
    for (Observable each : settings.extractorProperties()) {
      each.addListener(p -> show.run());
    }
    settings.weightsHereProperty().addListener(p -> show.run());
    show.run();
    return row;
  }

  /** What can be set of a kind, seen where it is chosen. */
  private void addSetting(ExtractorKind kind) {
    if (!kind.variants().isEmpty()) {
      getChildren().add(onlyFor(kind, variants(kind)));
    }
    if (kind.seeded()) {
      getChildren().add(onlyFor(kind, seed(kind)));
    }
    if (kind.takesFile()) {
      getChildren().add(onlyFor(kind, file(kind)));
    }
  }

  private Node variants(ExtractorKind kind) {
    Segments<ExtractorVariant> segments =
        Segments.of(
            kind.variantsLabel(),
            kind.variants(),
            each ->
                new Segments.Words(
                    "evaluate-" + kind.key() + "-" + each.key(), each.label(), each.meaning()));
    ObjectProperty<ExtractorSetting> setting = settings.settingProperty(kind);
    segments.valueProperty().addListener((p, old, now) -> setting.set(now.setting()));
    // Beside its name there is no room for three beside a scroll bar.
    Label name = new Label(kind.variantsLabel());
    name.setTooltip(Buttons.tooltip(kind.variantsMeaning()));
    return new VBox(4, name, segments);
  }

  private Node seed(ExtractorKind kind) {
    ObjectProperty<ExtractorSetting> setting = settings.settingProperty(kind);
    int first = setting.get() instanceof ExtractorSetting.Seed given ? (int) given.value() : 1;
    Spinner<Integer> seed = new Spinner<>(0, Integer.MAX_VALUE, first);
    seed.setId("evaluate-seed");
    seed.setEditable(true);
    seed.setPrefWidth(120);
    seed.setAccessibleText(Messages.text("evaluate.seed"));
    seed.valueProperty()
        .addListener(
            (p, old, now) -> {
              if (now != null) {
                setting.set(new ExtractorSetting.Seed(now));
              }
            });
    return row("evaluate.seed", seed);
  }

  private Node file(ExtractorKind kind) {
    Button choose = Buttons.labelled(Feather.FOLDER, "evaluate.file", () -> choose(kind));
    choose.setId("evaluate-file");
    choose.setMinWidth(Region.USE_PREF_SIZE);
    ObjectProperty<ExtractorSetting> setting = settings.settingProperty(kind);
    Label name = new Label();
    name.textProperty().bind(Bindings.createStringBinding(() -> fileName(setting.get()), setting));
    name.getStyleClass().add(Styles.TEXT_MUTED);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox row = new HBox(8, choose, name);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node onlyFor(ExtractorKind kind, Node node) {
    node.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> settings.kinds().contains(kind), settings.extractorProperties()));
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

  private static String fileName(ExtractorSetting setting) {
    return setting instanceof ExtractorSetting.ScriptFile module
        ? PathNames.of(module.file())
        : Messages.text("evaluate.file.none");
  }

  private void choose(ExtractorKind kind) {
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
      ChosenFile.path(chosen, studio::tell).ifPresent(file -> take(kind, file));
    }
  }

  /** Takes a TorchScript file if the person trusts it. */
  void take(Path file) {
    Extractors.ALL.stream()
        .filter(ExtractorKind::takesFile)
        .findFirst()
        .ifPresent(kind -> take(kind, file));
  }

  private void take(ExtractorKind kind, Path file) {
    if (trust.test(file)) {
      settings.settingProperty(kind).set(new ExtractorSetting.ScriptFile(file));
      settings.kindProperty().set(kind);
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
