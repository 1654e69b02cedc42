package studio.saddlepoint.app.evaluate;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.evaluate.EvaluateModel.Kind;
import studio.saddlepoint.app.explore.TruncationControl;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.metrics.Metric;

/** What to measure and how. */
final class EvaluateForm extends VBox {
    private static final List<Integer> SAMPLES =
            List.of(512, 1024, 2048, 5000, 10_000, 20_000, 50_000);
    private static final String LAST_FOLDER = "evaluate.folder";

    private final StudioModel studio;
    private final EvaluateModel model;
    private final Predicate<Path> trust;

    EvaluateForm(StudioModel studio, EvaluateModel model, Predicate<Path> trust) {
        this.studio = studio;
        this.model = model;
        this.trust = trust;
        getStyleClass().addAll("card", "evaluate-form");
        TruncationControl truncation = new TruncationControl("evaluate-truncation");
        truncation.thresholdProperty().bindBidirectional(model.thresholdProperty());
        getChildren().addAll(extractors(), samples(), truncation, metrics());
    }

    private Node extractors() {
        VBox field = field("evaluate.extractor");
        ToggleGroup group = new ToggleGroup();
        for (Kind kind : Kind.values()) {
            String key = "evaluate.extractor." + kind.name().toLowerCase(Locale.ROOT);
            RadioButton button = new RadioButton(Messages.text(key));
            button.setId(key.replace('.', '-'));
            button.setToggleGroup(group);
            button.setSelected(kind == model.kindProperty().get());
            button.setOnAction(event -> model.kindProperty().set(kind));
            model.kindProperty().addListener((p, old, now) -> button.setSelected(now == kind));
            VBox choice = new VBox(button, small(Messages.text(key + ".text")));
            choice.getStyleClass().add("evaluate-choice");
            field.getChildren().add(choice);
        }
        Button choose = Buttons.labelled(Feather.FOLDER, "evaluate.file", this::choose);
        choose.setId("evaluate-file");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        Label name = new Label();
        name.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> fileName(model.fileProperty().get()), model.fileProperty()));
        name.getStyleClass().add(Styles.TEXT_MUTED);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(8, choose, name);
        row.setAlignment(Pos.CENTER_LEFT);
        row.visibleProperty().bind(model.kindProperty().isEqualTo(Kind.TORCH_SCRIPT));
        row.managedProperty().bind(row.visibleProperty());
        field.getChildren().add(row);
        return field;
    }

    private static String fileName(@Nullable Path file) {
        return file == null ? Messages.text("evaluate.file.none") : file.getFileName().toString();
    }

    private Node samples() {
        ComboBox<Integer> count = new ComboBox<>();
        count.setId("evaluate-samples");
        count.getItems().setAll(SAMPLES);
        count.setValue(model.samplesProperty().get());
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
        count.valueProperty().addListener((p, old, now) -> model.samplesProperty().set(now));
        count.setAccessibleText(Messages.text("evaluate.samples"));
        Buttons.explain(count, Messages.text("evaluate.samples.tip"));
        Label title = title("evaluate.samples");
        title.setLabelFor(count);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(title, space, count);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node metrics() {
        VBox field = field("evaluate.metrics");
        for (Metric metric : List.of(Metric.FID, Metric.PRECISION_RECALL)) {
            String key = "evaluate.metric." + metric.name().toLowerCase(Locale.ROOT);
            CheckBox box = new CheckBox(Messages.text(key));
            box.setId(key.replace('.', '-'));
            box.setSelected(true);
            box.selectedProperty().addListener((p, old, now) -> model.want(metric, now));
            Buttons.explain(box, Messages.text(key + ".tip"));
            field.getChildren().add(box);
        }
        return field;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("evaluate.file.title"));
        chooser.getExtensionFilters()
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
            studio.settings().put(LAST_FOLDER, chosen.getParent());
            take(chosen.toPath());
        }
    }

    /** Takes a TorchScript file if the person trusts it. */
    void take(Path file) {
        if (trust.test(file)) {
            model.fileProperty().set(file);
            model.kindProperty().set(Kind.TORCH_SCRIPT);
        }
    }

    private static VBox field(String key) {
        VBox field = new VBox(title(key));
        field.getStyleClass().add("evaluate-field");
        return field;
    }

    private static Label title(String key) {
        Label title = new Label(Messages.text(key));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setTooltip(Buttons.tooltip(Messages.text(key + ".tip")));
        title.setMinHeight(32);
        return title;
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return label;
    }
}
