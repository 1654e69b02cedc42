package studio.saddlepoint.app.preferences;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.ChosenFile;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.run.list.RunSummary;

/** Where new runs go, and the other folders whose runs are listed. */
final class RunsSection extends VBox {
  private final RunsPreference runs;
  private final Label folder = new Label();
  private final Button reset;
  private final VBox others = new VBox();

  /**
   * A section.
   *
   * @param chooser asks for a folder, by the system's dialog as a rule
   */
  RunsSection(StudioModel studio, Function<@Nullable Window, Optional<Path>> chooser) {
    runs = new RunsPreference(studio);
    getStyleClass().add("preference-section");
    folder.setId("preferences-runs-folder");
    folder.setWrapText(true);
    folder.getStyleClass().add("preference-path");
    Button choose =
        Buttons.labelled(
            Feather.FOLDER,
            "preferences.runs.choose",
            () -> chooser.apply(getScene().getWindow()).ifPresent(runs::choose));
    choose.setId("preferences-runs-choose");
    choose.setMinWidth(USE_PREF_SIZE);
    reset =
        Buttons.labelled(
            Feather.ROTATE_CCW,
            "preferences.runs.reset",
            () -> {
              choose.requestFocus(); // this one is about to be disabled
              runs.reset();
            });
    reset.setId("preferences-runs-reset");
    reset.setMinWidth(USE_PREF_SIZE);
    HBox buttons = new HBox(8, choose, reset);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    Label problem = Rows.problem("preferences-runs-problem");
    problem.textProperty().bind(runs.problemProperty());
    others.getStyleClass().add("preference-list");
    VBox row = Rows.row("preferences.runs", buttons);
    row.getChildren().add(1, folder);
    row.getChildren().addAll(problem, others);
    getChildren().addAll(Rows.group("preferences.runs.group"), row);
    runs.versionProperty().addListener(o -> refresh());
    studio.runs().addListener((ListChangeListener<RunSummary>) change -> refresh());
    refresh();
  }

  /** The system's dialog. */
  static Function<@Nullable Window, Optional<Path>> dialog(StudioModel studio) {
    return owner -> {
      DirectoryChooser chooser = new DirectoryChooser();
      chooser.setTitle(Messages.text("preferences.runs.title"));
      File now = studio.home().runs().toFile();
      if (now.isDirectory()) {
        chooser.setInitialDirectory(now);
      }
      return Optional.ofNullable(chooser.showDialog(owner))
          .flatMap(chosen -> ChosenFile.path(chosen, studio::tell));
    };
  }

  private void refresh() {
    folder.setText(Escapes.name(runs.folder()));
    reset.setDisable(runs.usual());
    others.getChildren().clear();
    List<Path> elsewhere = runs.others();
    if (!elsewhere.isEmpty()) {
      others.getChildren().add(Rows.words(Messages.text("preferences.runs.others")));
      elsewhere.forEach(each -> others.getChildren().add(other(each)));
    }
  }

  private Node other(Path place) {
    String name = Escapes.name(place);
    Label path =
        new Label(
            Messages.text(
                runs.canForget(place) ? "preferences.runs.other" : "preferences.runs.other.usual",
                name,
                runs.count(place)));
    path.setWrapText(true);
    HBox.setHgrow(path, Priority.ALWAYS);
    HBox line = new HBox(8, path);
    line.setAlignment(Pos.CENTER_LEFT);
    if (runs.canForget(place)) {
      Button forget =
          Buttons.icon(
              Feather.X,
              "preferences.runs.forget",
              () -> {
                others.getParent().requestFocus();
                runs.forget(place);
              });
      forget.setAccessibleText(Messages.text("preferences.runs.forget.of", name));
      forget.getStyleClass().add("preference-forget");
      line.getChildren().add(forget);
    }
    return line;
  }
}
