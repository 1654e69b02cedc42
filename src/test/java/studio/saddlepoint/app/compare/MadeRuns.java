package studio.saddlepoint.app.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.app.PretendTraining;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;
import studio.saddlepoint.run.tensorboard.EventFileExport;

/** Runs as trainings leave them, made without any. */
public final class MadeRuns {
  /** When all of it was. */
  public static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  /** What runs are made of. */
  public static final Recipe BASE = Recipes.load("dcgan-strokes");

  private MadeRuns() {}

  /** A run of some steps, with numbers at each and a sheet at every tenth. */
  public static RunFolder make(Path runs, Recipe recipe, int steps) {
    RunFolder run = RunFolder.create(runs, recipe);
    run.events().append(new Event.Begun(NOW, 0, "cpu", false));
    for (long step = 1; step <= steps; step++) {
      Map<String, Double> values = new LinkedHashMap<>();
      values.put("loss.generator", 1 + 1.0 / step);
      values.put("loss.discriminator", 1.4 - 1.0 / step);
      run.events().append(new Event.Scalars(NOW.plusSeconds(step), step, values));
      if (step % 10 == 0) {
        String file = run.saveSheet(step, PretendTraining.pictures(step));
        run.events().append(new Event.Sheet(NOW.plusSeconds(step), step, file, 8, 8, true));
      }
    }
    run.events().append(new Event.Ended(NOW.plusSeconds(steps), steps, "finished"));
    return run;
  }

  /** Keeps a score with a run. */
  public static void score(RunFolder run, long step, String extractor, double fid) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("metrics", List.of("fid"));
    settings.put("extractor", extractor);
    settings.put("fake_count", 2048L);
    settings.put("real_count", 2048L);
    run.saveScore(
        new ScoreCard(
            NOW, step, "averaged", "FID", new ScoreSettings(settings), Map.of("fid", fid)));
  }

  /** The event file of a run, somewhere else. */
  public static Path eventFile(RunFolder run, Path folder) {
    return new EventFileExport(run, folder).write(Progress.NONE).file();
  }

  /** A hundred small runs: a recipe and a line of a log each. */
  public static void many(Path runs, int count) throws IOException {
    RunFolder first = make(runs, BASE, 1);
    for (int i = 1; i < count; i++) {
      Path copy = Files.createDirectories(runs.resolve("run-" + i));
      for (String file : List.of("recipe.json", "events.jsonl")) {
        Files.copy(first.path().resolve(file), copy.resolve(file));
      }
    }
  }

  /** Bytes that are no event file. */
  public static byte[] noise() {
    return "step,loss\n1,2\n3,4\n5,6\n".getBytes(StandardCharsets.UTF_8);
  }
}
