package studio.saddlepoint.app.explore;

import java.io.File;
import java.nio.file.*;
import java.util.*;
import java.util.function.*;
import javafx.application.*;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import studio.saddlepoint.app.*;
import studio.saddlepoint.core.*;
import studio.saddlepoint.recipe.*;
import studio.saddlepoint.run.*;

public final class LookAtPages {
    static String[] args;

    public static void main(String[] a) {
        args = a;
        Application.launch(App.class, a);
    }

    public static final class App extends Application {
        @Override
        public void start(Stage stage) throws Exception {
            Path root = Files.createTempDirectory("look");
            Home home = Home.at(root);
            StudioModel model =
                    new StudioModel(
                            home,
                            Platform::runLater,
                            (r, l) -> {
                                throw new StudioException("no");
                            });
            if (args.length > 1 && args[1].equals("dark"))
                model.settings().themeProperty().set(Theme.DARK);
            int w = Integer.parseInt(args[2]), h = Integer.parseInt(args[3]);
            ExplorePage explore =
                    new ExplorePage(
                            model,
                            new FakeWeights(
                                    args.length > 4 ? List.of("zero", "one", "two") : List.of()));
            List<Page> pages = new ArrayList<>();
            pages.add(new studio.saddlepoint.app.train.TrainPage(model));
            pages.add(explore);
            Shell shell =
                    new Shell(
                            model,
                            new LogKeeper(model.ui()),
                            new studio.saddlepoint.app.start.StartPage(model),
                            pages);
            Scene scene = new Scene(shell, w, h);
            scene.getStylesheets().add(Shell.STYLE_SHEET);
            stage.setScene(scene);
            stage.setWidth(w);
            stage.setHeight(h);
            stage.show();
            List<Runnable> script = new ArrayList<>();
            script.add(() -> model.pageProperty().set("explore"));
            script.add(() -> shoot(scene, "explore-empty"));
            script.add(
                    () -> {
                        RunFolder run = RunFolder.create(home.runs(), Recipe.defaults());
                        for (long s : new long[] {500, 1000, 1500})
                            run.saveCheckpoint(
                                    new Checkpoint(s, s, Recipe.defaults(), Map.of(), Map.of()));
                        model.open(run);
                        Platform.runLater(() -> model.pageProperty().set("explore"));
                    });
            script.add(() -> {});
            script.add(() -> shoot(scene, "explore"));
            script.add(() -> ((javafx.scene.control.Slider) scene.lookup("#place")).setValue(0.3));
            script.add(
                    () ->
                            ((javafx.scene.control.Slider) scene.lookup("#truncation"))
                                    .setValue(0.8));
            script.add(() -> shoot(scene, "explore-moved"));
            script.add(
                    () ->
                            ((javafx.scene.control.ToggleButton)
                                            scene.lookup("#explore-view-samples"))
                                    .fire());
            script.add(() -> shoot(scene, "explore-samples"));
            script.add(() -> System.exit(0));
            Thread t =
                    new Thread(
                            () -> {
                                for (Runnable r : script) {
                                    try {
                                        Thread.sleep(2500);
                                    } catch (Exception e) {
                                    }
                                    Platform.runLater(
                                            () -> {
                                                try {
                                                    r.run();
                                                } catch (Throwable e) {
                                                    e.printStackTrace();
                                                }
                                            });
                                }
                            });
            t.setDaemon(true);
            t.start();
        }

        static void shoot(Scene scene, String name) {
            try {
                javax.imageio.ImageIO.write(
                        SwingFXUtils.fromFXImage(scene.snapshot(null), null),
                        "png",
                        new File("/tmp/look/" + name + "-" + args[1] + "-" + args[2] + ".png"));
            } catch (Exception e) {
                e.printStackTrace();
            }
        }
    }
}
