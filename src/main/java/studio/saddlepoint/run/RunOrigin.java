package studio.saddlepoint.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.English;

/**
 * The run whose weights a fine-tuned run started from: its file {@code origin.json}. The other run
 * is only named; nothing of it is needed any more.
 *
 * @param run name of the other run's folder; empty where the weights came from a file alone
 * @param title what a person called it then
 * @param step its generator steps when the weights were kept
 * @param data what it learnt from, as {@code data.source} has it
 */
public record RunOrigin(String run, String title, long step, String data) {
  /** The file in a run folder. */
  static final String NAME = "origin.json";

  private static final Logger LOG = LoggerFactory.getLogger(RunOrigin.class);
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** What is kept with a run; empty where it began with weights of its own. */
  static Optional<RunOrigin> of(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      JsonObject object = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      return Optional.of(
          new RunOrigin(
              object.get("run").getAsString(),
              object.get("title").getAsString(),
              object.get("step").getAsLong(),
              object.get("data").getAsString()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Damaged in any way: the run goes on without, as its weights are its own.
      LOG.warn("{} is passed over: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  void write(Path folder) throws IOException {
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
