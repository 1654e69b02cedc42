package studio.saddlepoint.app.runs;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.recipe.network.LatentPrior;
import studio.saddlepoint.run.imported.GeneratorFacts;
import studio.saddlepoint.run.imported.GeneratorImport;
import studio.saddlepoint.run.imported.ImportRequest;

/** Asks what a generator's file does not say of itself; what it says is filled in. */
final class ImportDialog extends Dialog<@Nullable ImportRequest> {
  private static final int COLUMNS = 24;

  /** Black and white of its pictures. */
  private enum Range {
    SEEN,
    SIGNED,
    UNIT
  }

  private final Path file;
  private final boolean labelled;
  private final TextField title = field("title");
  private final TextField latent = field("latent");
  private final TextField classes = field("classes");
  private final TextField data = field("data");
  private final Segments<LatentPrior> prior =
      new Segments<>(
          Messages.text("import.prior"),
          List.of(LatentPrior.NORMAL, LatentPrior.UNIFORM),
          each -> "import.prior." + each.id());
  private final Segments<Range> range =
      new Segments<>(
          Messages.text("import.range"),
          List.of(Range.values()),
          each -> "import.range." + each.name().toLowerCase(Locale.ROOT));
  private final Button synthesis = new Button(Messages.text("import.synthesis.none"));
  private @Nullable Path second;

  /**
   * A dialog that is not shown yet.
   *
   * @param owner the window that it belongs to
   * @param file of the generator
   * @param glance what was seen of it
   */
  ImportDialog(@Nullable Window owner, Path file, GeneratorImport.Glance glance) {
    this.file = file;
    this.labelled = glance.labelled();
    initOwner(owner);
    setTitle(Messages.text("import.dialog"));
    setHeaderText(Messages.text("import.header", file.getFileName()));
    setGraphic(null);
    glance.facts().ifPresent(this::fill);
    classes.setDisable(!labelled);
    Buttons.explain(synthesis, Messages.text("import.synthesis.tip"));
    synthesis.setId("import-synthesis");
    synthesis.setOnAction(event -> chooseSecond());
    ButtonType take = new ButtonType(Messages.text("import.take"), ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(ButtonType.CANCEL, take);
    getDialogPane().setContent(form(glance.halves()));
    getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    Node button = getDialogPane().lookupButton(take);
    button.setId("import-take");
    Runnable check = () -> button.setDisable(!whole());
    for (TextField each : List.of(latent, classes, data)) {
      each.textProperty().addListener((p, old, now) -> check.run());
    }
    check.run();
    setResultConverter(pressed -> pressed == take ? request() : null);
  }

  private void fill(GeneratorFacts facts) {
    title.setText(facts.title());
    latent.setText(Integer.toString(facts.latentSize()));
    classes.setText(String.join(", ", facts.classNames()));
    data.setText(facts.data());
    prior.valueProperty().set(facts.prior());
    range.valueProperty().set(Range.SIGNED);
  }

  private static TextField field(String name) {
    TextField field = new TextField();
    field.setId("import-" + name);
    field.setPrefColumnCount(COLUMNS);
    field.setAccessibleText(Messages.text("import." + name));
    field.setPromptText(Messages.text("import." + name + ".prompt"));
    Buttons.explain(field, Messages.text("import." + name + ".tip"));
    return field;
  }

  private GridPane form(boolean halves) {
    GridPane form = new GridPane();
    form.setHgap(16);
    form.setVgap(12);
    form.addRow(0, label("title", title), title);
    form.addRow(1, label("latent", latent), latent);
    form.addRow(2, label("prior", prior), prior);
    form.addRow(3, label("classes", classes), classes);
    form.addRow(4, label("range", range), range);
    form.addRow(5, label("data", data), data);
    if (!halves) {
      form.addRow(6, label("synthesis", synthesis), synthesis);
    }
    return form;
  }

  private static Label label(String name, Node of) {
    Label label = new Label(Messages.text("import." + name));
    label.setLabelFor(of);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private void chooseSecond() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("import.synthesis.tip"));
    File chosen = chooser.showOpenDialog(getDialogPane().getScene().getWindow());
    second = chosen == null ? null : chosen.toPath();
    synthesis.setText(chosen == null ? Messages.text("import.synthesis.none") : chosen.getName());
  }

  /** Whether all is said that must be. */
  private boolean whole() {
    return latent.getText().strip().matches("[1-9]\\d{0,4}")
        && !data.getText().isBlank()
        && (!labelled || !classes.getText().isBlank());
  }

  private ImportRequest request() {
    String names = classes.getText().strip();
    return new ImportRequest(
        file,
        Optional.ofNullable(second),
        OptionalInt.of(Integer.parseInt(latent.getText().strip())),
        Optional.of(prior.valueProperty().get()),
        switch (range.valueProperty().get()) {
          case SEEN -> Optional.empty();
          case SIGNED -> Optional.of(false);
          case UNIT -> Optional.of(true);
        },
        Optional.of(
            !labelled
                ? List.of()
                : names.matches("\\d{1,5}")
                    ? GeneratorImport.numbered(Integer.parseInt(names))
                    : Arrays.stream(names.split(",")).map(String::strip).toList()),
        Optional.of(data.getText().strip()),
        Optional.of(title.getText().strip()));
  }
}
