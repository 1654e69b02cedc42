package studio.saddlepoint.run;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.Fingerprint;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.run.file.RunDiskErrors;

/**
 * The data set that a run learns from, as it was at a step: the run's file {@code data.json}, which
 * runs of earlier versions do not have.
 *
 * @param step generator steps done then; 0 is when the run began
 * @param data what it was
 */
public record LearntData(long step, Fingerprint data) {
  /** The time of a run's first step, for a person. */
  public static final String BEGINNING = "when the run began";

  private static final Logger LOG = LoggerFactory.getLogger(LearntData.class);
  private static final String NAME = "data.json";
  private static final Gson JSON = new Gson();

  /** When that was, for a person: "when the run began" or "at step 3,000". */
  public String when() {
    return step == 0 ? BEGINNING : String.format(Locale.ENGLISH, "at step %,d", step);
  }

  /** What is kept with a run; empty where nothing is, or it is damaged. */
  public static Optional<LearntData> of(RunFolder run) {
    Path file = run.path().resolve(NAME);
    try {
      return Optional.of(read(JsonParser.parseString(Files.readString(file))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Damaged in any way: the run can do without, as those of earlier versions do.
      LOG.warn("{} is passed over: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Keeps it with a run, in place of what was kept.
   *
   * @throws StudioException if it cannot be written
   */
  public void keep(RunFolder run) {
    Path file = run.path().resolve(NAME);
    try {
      AtomicFile.ON_DISK.write(file, written() + "\n");
    } catch (IOException e) {
      throw RunDiskErrors.writing(run.path(), file, "The run itself is safe.", e);
    }
  }

  private String written() {
    JsonObject object = new JsonObject();
    object.addProperty("step", step);
    object.add("classNames", JSON.toJsonTree(data.classNames()));
    object.addProperty("count", data.count());
    ImageShape shape = data.shape();
    object.add("shape", JSON.toJsonTree(List.of(shape.channels(), shape.height(), shape.width())));
    object.addProperty("digest", data.digest());
    return object.toString();
  }

  private static LearntData read(JsonElement json) {
    JsonObject object = json.getAsJsonObject();
    List<String> names = new ArrayList<>();
    object.getAsJsonArray("classNames").forEach(each -> names.add(each.getAsString()));
    List<JsonElement> shape = object.getAsJsonArray("shape").asList();
    return new LearntData(
        object.get("step").getAsLong(),
        new Fingerprint(
            names,
            object.get("count").getAsInt(),
            new ImageShape(
                shape.get(0).getAsInt(), shape.get(1).getAsInt(), shape.get(2).getAsInt()),
            object.get("digest").getAsString()));
  }
}
