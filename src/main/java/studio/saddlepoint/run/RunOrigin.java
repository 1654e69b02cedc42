package studio.saddlepoint.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.English;

/**
 * The run that another one came from, by fine-tuning its weights or by branching from one of its
 * checkpoints: the file {@code origin.json} of that other one. The run it came from is only named;
 * nothing of it is needed any more.
 *
 * @param run name of the other run's folder; empty where the weights came from a file alone
 * @param title what a person called it then
 * @param step its generator steps when the weights were kept
 * @param data what it learnt from, as {@code data.source} has it
 * @param branch whether it goes on with the whole state of a checkpoint; otherwise it began anew
 *     with the weights alone
 * @param path the other run's folder then; empty where that is not known
 * @param changes what a branch was begun with in place of the other run's values: each key with its
 *     value before and after; empty of a fine-tuning
 */
public record RunOrigin(
    String run,
    String title,
    long step,
    String data,
    boolean branch,
    String path,
    Map<String, List<String>> changes) {
  /** The file in a run folder. */
  static final String NAME = "origin.json";

  private static final Logger LOG = LoggerFactory.getLogger(RunOrigin.class);
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** Copies the changes, keeping their order. */
  public RunOrigin {
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
  }

  /** Of a fine-tuned run. */
  public RunOrigin(String run, String title, long step, String data) {
    this(run, title, step, data, false, "", Map.of());
  }

  /** What is kept with a run; empty where it began with weights of its own. */
  public static Optional<RunOrigin> of(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      JsonObject object = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      return Optional.of(
          new RunOrigin(
              object.get("run").getAsString(),
              object.get("title").getAsString(),
              object.get("step").getAsLong(),
              object.get("data").getAsString(),
              object.has("branch") && object.get("branch").getAsBoolean(),
              object.has("path") ? object.get("path").getAsString() : "",
              changes(object)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Damaged in any way: the run goes on without, as its weights are its own.
      LOG.warn("{} is passed over: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  private static Map<String, List<String>> changes(JsonObject object) {
    Map<String, List<String>> changes = new LinkedHashMap<>();
    if (object.has("changes")) {
      object
          .getAsJsonObject("changes")
          .asMap()
          .forEach(
              (key, values) ->
                  changes.put(
                      key,
                      values.getAsJsonArray().asList().stream()
                          .map(JsonElement::getAsString)
                          .toList()));
    }
    return changes;
  }

  /** Keeps it with a run. */
  public void write(Path folder) throws IOException {
    AtomicFile.ON_DISK.write(folder.resolve(NAME), GSON.toJson(this) + "\n");
  }

  /** For a person, such as {@code "DCGAN on Strokes" (dcgan-strokes-…), step 3,000}. */
  @Override
  public String toString() {
    return '"'
        + title
        + '"'
        + (run.isEmpty() ? "" : " (" + run + ")")
        + English.of(", step %,d", step);
  }
}
