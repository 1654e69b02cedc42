package studio.saddlepoint.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;

/** A folder for the runs of a measurement, deleted after it. */
final class BenchRuns implements AutoCloseable {
  /** Steps of the run that is opened: a log of some length has to be read. */
  private static final int STEPS = 3_000;

  private final Path folder;

  BenchRuns() {
    try {
      folder = Files.createTempDirectory("saddlepoint-window");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program's folders, with the caches that there are. */
  Home home() {
    return new Home(
        folder.resolve("runs"), Home.ofEnvironment().caches(), folder.resolve("settings"));
  }

  /** Makes a run that looks as if it had trained for a while. */
  RunFolder longRun() {
    Recipe recipe = Recipes.embedded().get(1);
    List<String> quantities = quantities(recipe);
    RunFolder run = RunFolder.create(home().runs(), recipe);
    run.events().append(new Event.Begun(Instant.now(), 0, "cpu", false));
    for (long step = 1; step <= STEPS; step++) {
      Map<String, Double> values = new LinkedHashMap<>();
      for (int i = 0; i < quantities.size(); i++) {
        values.put(quantities.get(i), 1 + 0.5 * Math.sin(step * (i + 1) / 40.0));
      }
      run.events().append(new Event.Scalars(Instant.now(), step, values));
    }
    run.events().append(new Event.Ended(Instant.now(), STEPS, "Stopped"));
    return run;
  }

  private static List<String> quantities(Recipe recipe) {
    List<String> players = recipe.method().kind().players().names();
    return Stream.of(
            players.stream().map("loss."::concat),
            Stream.of("d.real", "d.fake"),
            players.stream().map("gradient."::concat),
            Stream.of("speed.imagesPerSecond"))
        .flatMap(keys -> keys)
        .toList();
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
