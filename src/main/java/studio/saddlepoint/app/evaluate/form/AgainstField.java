package studio.saddlepoint.app.evaluate.form;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.evaluate.model.EvaluateSettings;
import studio.saddlepoint.app.evaluate.model.ReferenceKind;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.core.PathNames;

/** Chooses what samples are compared with: the training data, a folder, or statistics. */
final class AgainstField extends VBox {
  /**
   * A field.
   *
   * @param asking asks for the folder or file
   */
  AgainstField(EvaluateSettings settings, Asking asking) {
    getStyleClass().add("evaluate-field");
    managedProperty().bind(visibleProperty());
    ComboBox<ReferenceKind> choices = new ComboBox<>();
    choices.setId("evaluate-against");
    choices.getItems().setAll(ReferenceKind.values());
    choices.valueProperty().bindBidirectional(settings.againstProperty());
    choices.setMaxWidth(Double.MAX_VALUE);
    choices.setAccessibleText(Messages.text("evaluate.against"));
    Buttons.explain(choices, Messages.text("evaluate.against.tip"));
    choices.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable ReferenceKind against) {
            return against == null ? "" : against.title();
          }

          @Override
          public ReferenceKind fromString(String text) {
            throw new UnsupportedOperationException();
          }
        });
    Label title = EvaluateForm.title("evaluate.against");
    title.setLabelFor(choices);
    HBox.setHgrow(choices, Priority.ALWAYS);
    HBox head = new HBox(12, title, choices);
    head.setAlignment(Pos.CENTER_LEFT);

    Button choose =
        Buttons.labelled(
            Feather.FOLDER,
            "evaluate.against.choose",
            () ->
                (settings.againstProperty().get() == ReferenceKind.FOLDER
                        ? asking.folder()
                        : asking.open("*.npz"))
                    .ifPresent(settings.referenceProperty()::set));
    choose.setId("evaluate-against-choose");
    choose.setMinWidth(Region.USE_PREF_SIZE);
    Button archive =
        Buttons.labelled(
            Feather.ARCHIVE,
            "evaluate.against.archive",
            () -> asking.open("*.zip").ifPresent(settings.referenceProperty()::set));
    archive.setId("evaluate-against-archive");
    archive.setMinWidth(Region.USE_PREF_SIZE);
    archive.visibleProperty().bind(settings.againstProperty().isEqualTo(ReferenceKind.FOLDER));
    archive.managedProperty().bind(archive.visibleProperty());
    Label name = new Label();
    name.getStyleClass().add(Styles.TEXT_MUTED);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(settings.referenceProperty().get()), settings.referenceProperty()));
    HBox file = new HBox(8, choose, archive, name);
    file.setAlignment(Pos.CENTER_LEFT);
    file.visibleProperty()
        .bind(
            settings
                .againstProperty()
                .isEqualTo(ReferenceKind.FOLDER)
                .or(settings.againstProperty().isEqualTo(ReferenceKind.STATISTICS)));
    file.managedProperty().bind(file.visibleProperty());
    getChildren().addAll(head, file);
  }

  private static String words(@Nullable Path path) {
    return path == null ? Messages.text("evaluate.against.none") : PathNames.of(path);
  }
}
