package studio.saddlepoint.screenshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.StudioWindow;
import studio.saddlepoint.app.Theme;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Draws the README's pictures of a real run: the pages in both themes. The run has a score with its
 * pictures, as the page Evaluate keeps them. Trains nothing. Arguments: the run folder, which is
 * copied first; the folder for the pictures (assets/screenshots); two seeds to show on the page
 * Explore. To be run without a display, with the flags that pom.xml names, in a folder in which the
 * run's data set has its name: else the window tells that it is not there.
 */
public final class ShootReadme {
  private static final String RUN = "readme.run";
  private static final String HOME = "readme.home";
  private static final String FOLDER = "readme.folder";
  private static final String SEED = "readme.seed.";
  private static final double PLACE = 0.1;
  private static final double REALISM = 0.85;

  private ShootReadme() {}

  /** Draws the pictures. */
  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path home = Files.createTempDirectory("readme");
    Path from = Path.of(args[0]).toAbsolutePath().normalize();
    Path run = home.resolve("runs").resolve(from.getFileName());
    copy(from, run);
    nameSourceOnly(run.resolve("recipe.json"));
    System.setProperty(RUN, run.toString());
    System.setProperty(HOME, home.toString());
    System.setProperty(FOLDER, Files.createDirectories(Path.of(args[1])).toString());
    System.setProperty(SEED + "a", args[2]);
    System.setProperty(SEED + "b", args[3]);
    Application.launch(Screens.class);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path each : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(each).toString());
        Files.createDirectories(target.getParent());
        Files.copy(each, target);
      }
    }
  }

  /** The form shows the data set's folder: its path on this computer is of no interest. */
  private static void nameSourceOnly(Path file) throws IOException {
    Recipe recipe = RecipeJson.read(Files.readString(file), file.toString());
    Path source = Path.of(recipe.data().source()).getFileName();
    if (source != null) {
      Recipe named = recipe.with("data.source", source.toString());
      Files.writeString(file, RecipeJson.write(named));
    }
  }

  /** The window that is drawn. */
  public static final class Screens extends Application {
    private StudioModel model;
    private Scenes scenes;

    @Override
    public void start(Stage stage) {
      Home home = Home.at(Path.of(System.getProperty(HOME)));
      model =
          new StudioModel(
              home,
              Platform::runLater,
              (run, listener) -> {
                throw new IllegalStateException("Nothing is trained here");
              });
      new StudioWindow(stage, model)
          .show(
              progress -> {
                TorchEngine.start(progress);
                return true;
              });
      scenes = new Scenes(stage, model, Path.of(System.getProperty(FOLDER)));
      both("start", () -> {}, () -> shows(".start-page"));
      scenes.add("", 0, this::open, () -> model.openRunProperty().get() != null);
      both("train", () -> page("train"), () -> words(".sheet-step"));
      scenes.add("", 0, () -> page("explore"), () -> shows("#smooth") && words(".explore-speed"));
      both("explore", () -> walk(), () -> words(".explore-speed"));
      scenes.add("", 0, () -> page("evaluate"), () -> shows(".evaluate-group"));
      both("evaluate", this::newestScore, () -> shows(".evaluate-how"));
      both("realism", this::scrollToRealism, () -> shows(".neighbour-generated"));
      scenes.add("", 0, () -> page("data"), () -> shows(".data-source"));
      both("data", () -> press("#data-source-Shapes"), () -> shows("#data-class"));
      scenes.play();
    }

    private void open() {
      model.open(Path.of(System.getProperty(RUN)), false);
    }

    /** Two ends, a place between them, and smooth pixels. */
    private void walk() {
      for (String end : List.of("a", "b")) {
        if (find("#seed-" + end) instanceof TextField seed) {
          seed.setText(System.getProperty(SEED + end));
          seed.fireEvent(new ActionEvent());
        }
      }
      if (find("#place") instanceof Slider place) {
        place.setValue(PLACE);
      }
      scenes.toggle("#smooth");
    }

    /** The result with its meaning, as the enter key on its row shows it. */
    private void newestScore() {
      if (find(".evaluate-group .table-view") instanceof TableView<?> table) {
        table.getSelectionModel().selectFirst();
        table.fireEvent(
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        // Whoever uses keys is shown where the keyboard is: that is of no interest here.
        table.getScene().getRoot().requestFocus();
      }
    }

    private void scrollToRealism() {
      Node within = find(".neighbour-generated");
      while (within != null && !(within instanceof ScrollPane)) {
        within = within.getParent();
      }
      if (within instanceof ScrollPane scroll) {
        scroll.setVvalue(REALISM);
      }
    }

    private void both(String name, Runnable prepare, BooleanSupplier ready) {
      scenes.add(name + "-light", 3000, prepare, ready);
      scenes.add(name + "-dark", 3000, () -> theme(Theme.DARK));
      scenes.add("", 1000, () -> theme(Theme.LIGHT));
    }

    private void page(String id) {
      model.pageProperty().set(id);
    }

    private void theme(Theme theme) {
      model.settings().themeProperty().set(theme);
    }

    private void press(String query) {
      if (find(query) instanceof Button button) {
        button.fire();
      }
    }

    private boolean shows(String query) {
      return find(query) != null;
    }

    private boolean words(String query) {
      return find(query) instanceof Labeled label && !label.getText().isBlank();
    }

    private Node find(String query) {
      return scenes.find(query).orElse(null);
    }
  }
}
