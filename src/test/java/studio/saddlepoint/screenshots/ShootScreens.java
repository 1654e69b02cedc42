package studio.saddlepoint.screenshots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.PretendTraining;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.StudioWindow;
import studio.saddlepoint.app.Theme;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;

/**
 * Draws the window's pages into PNG files, in both themes and two sizes, with pretended trainings.
 * Arguments: the folder for the pictures.
 */
public final class ShootScreens {
  private ShootScreens() {}

  /** Draws the pictures. */
  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    System.setProperty("screens.folder", Files.createDirectories(Path.of(args[0])).toString());
    System.setProperty("screens.home", Files.createTempDirectory("screens").toString());
    Application.launch(Screens.class);
  }

  /** The window that is drawn. */
  public static final class Screens extends Application {
    private final Path folder = Path.of(System.getProperty("screens.folder"));
    private StudioModel model;
    private Scenes scenes;
    private Stage stage;

    @Override
    public void start(Stage window) {
      stage = window;
      Home home = Home.at(Path.of(System.getProperty("screens.home")));
      earlierRuns(home);
      model =
          new StudioModel(
              home,
              Platform::runLater,
              (run, listener) -> PretendTraining.start(run, listener, 400));
      scenes = new Scenes(stage, model, folder);
      new StudioWindow(stage, model).show(progress -> true);
      scenes.add("engine", 100, () -> {});
      scenes.add("start-light", 4000, () -> {});
      scenes.add("start-dark", 800, () -> theme(Theme.DARK));
      scenes.add("form-draft-dark", 800, () -> model.draft(Recipes.embedded().get(0)));
      scenes.add("form-draft-light", 800, () -> theme(Theme.LIGHT));
      scenes.add("train-light", 4000, () -> model.train(Recipes.embedded().get(0)));
      scenes.add("train-changed-light", 2500, this::change);
      scenes.add("findings-light", 1500, () -> scenes.toggle("#findings"));
      scenes.add("train-dark", 1000, () -> theme(Theme.DARK));
      scenes.add("log-dark", 1000, () -> scenes.toggle("#log-toggle"));
      scenes.add(
          "train-small-dark",
          1500,
          () -> {
            scenes.toggle("#log-toggle");
            scenes.toggle("#findings");
            size(1100, 700);
          });
      scenes.add("train-small-light", 1000, () -> theme(Theme.LIGHT));
      scenes.add("train-paused-small", 1000, () -> run().pause());
      scenes.add("train-both-small", 1000, () -> scenes.toggle("#sheet-compare-both"));
      scenes.add("start-small-light", 1000, () -> model.pageProperty().set("start"));
      scenes.add("start-small-dark", 800, () -> theme(Theme.DARK));
      for (String page : List.of("explore", "evaluate", "data")) {
        scenes.add(page + "-small-dark", 1500, () -> model.pageProperty().set(page));
      }
      scenes.add("data-dark", 1500, () -> size(1440, 900));
      scenes.add("data-light", 1000, () -> theme(Theme.LIGHT));
      for (String page : List.of("explore", "evaluate")) {
        scenes.add(page + "-light", 1500, () -> model.pageProperty().set(page));
      }
      scenes.play();
    }

    private OpenRun run() {
      return model.openRunProperty().get();
    }

    private void change() {
      run().change("generator.optimizer.learningRate", 1e-4);
      run().change("method.instanceNoise", 0.1);
    }

    private void theme(Theme theme) {
      model.settings().themeProperty().set(theme);
    }

    private void size(double width, double height) {
      stage.setWidth(width);
      stage.setHeight(height);
    }

    /** A finished run and a damaged one, for the list. */
    private static void earlierRuns(Home home) {
      RunFolder run = RunFolder.create(home.runs(), Recipes.embedded().get(0));
      List<Event> events = new ArrayList<>();
      events.add(new Event.Begun(Instant.now(), 0, "cpu", false));
      events.add(
          new Event.Sheet(
              Instant.now(),
              4200,
              run.saveSheet(4200, PretendTraining.pictures(4200)),
              8,
              8,
              true));
      events.add(new Event.Scalars(Instant.now(), 4200, Map.of("loss.generator", 1.0)));
      events.forEach(run.events()::append);
      try {
        Path damaged = Files.createDirectories(home.runs().resolve("shapes-20261101-101500"));
        Files.writeString(damaged.resolve("recipe.json"), "{\"seed\": \"one\"}");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
