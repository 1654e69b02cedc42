package studio.saddlepoint.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;

/** Measures how long a run of a million steps takes to open. To be run by hand. */
public final class OpenLongRun {
  private static final String[] KEYS = {
    "loss.generator",
    "loss.discriminator",
    "d.real",
    "d.fake",
    "gradient.generator",
    "gradient.discriminator",
    "penalty",
    "speed.imagesPerSecond"
  };

  private OpenLongRun() {}

  /**
   * Writes the run, opens it three times and prints the times.
   *
   * @param args how many steps; a million where there is none
   */
  public static void main(String[] args) throws Exception {
    int steps = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    Path home = Files.createTempDirectory("long-run");
    RunFolder run = RunFolder.create(home.resolve("runs"), Recipe.defaults());
    Path log = run.path().resolve("events.jsonl");
    write(log, steps);
    System.out.printf(Locale.ROOT, "%,d steps, %,d MB%n", steps, Files.size(log) >> 20);
    ExecutorService ui = Executors.newSingleThreadExecutor();
    try (StudioModel studio =
        new StudioModel(
            Home.at(home),
            ui,
            (folder, listener) -> {
              throw new StudioException("nothing is trained here");
            })) {
      for (int i = 0; i < 3; i++) {
        long begun = System.nanoTime();
        OpenRun open = ui.submit(() -> open(studio, run)).get();
        long most = 0;
        while (ui.submit(() -> open.loadingProperty().get()).get()) {
          Thread.sleep(50);
          Runtime now = Runtime.getRuntime();
          most = Math.max(most, now.totalMemory() - now.freeMemory());
        }
        System.out.printf(
            Locale.ROOT,
            "opened to step %,d in %.2f s, at most %,d MB of heap%n",
            open.history().lastStep(),
            (System.nanoTime() - begun) / 1e9,
            most >> 20);
      }
    }
    ui.shutdown();
    Files.delete(log);
  }

  private static OpenRun open(StudioModel studio, RunFolder run) {
    OpenRun open = new OpenRun(studio, run, false);
    open.load();
    return open;
  }

  private static void write(Path log, int steps) throws IOException {
    Random random = new Random(1);
    Instant begun = Instant.parse("2026-11-01T12:00:00Z");
    try (Writer out = Files.newBufferedWriter(log)) {
      for (int step = 1; step <= steps; step++) {
        out.append("{\"type\":\"scalars\",\"time\":\"");
        out.append(begun.plusMillis(60L * step).toString());
        out.append("\",\"step\":").append(Integer.toString(step)).append(",\"values\":{");
        for (int i = 0; i < KEYS.length; i++) {
          out.append(i > 0 ? ",\"" : "\"").append(KEYS[i]).append("\":");
          out.append(Double.toString(random.nextFloat()));
        }
        out.append("}}\n");
      }
    }
  }
}
