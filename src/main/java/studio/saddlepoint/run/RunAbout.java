package studio.saddlepoint.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.file.RunDiskErrors;

/**
 * A person's own words about a run, in its file {@code about.json}. The file is optional, and no
 * training reads or writes it: a run can be renamed while it trains, and its recipe stays what it
 * was started with.
 *
 * @param title what a person calls the run, on one line; empty for the title of its recipe
 * @param notes what a person wrote about it, on any number of lines
 */
public record RunAbout(String title, String notes) {
  /** The file in a run folder. */
  public static final String NAME = "about.json";

  /** No words. */
  public static final RunAbout NONE = new RunAbout("", "");

  private static final Logger LOG = LoggerFactory.getLogger(RunAbout.class);
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** Takes away spaces around, and puts a title on one line. */
  public RunAbout {
    title = title.strip().replaceAll("\\s+", " ");
    notes = notes.strip().replace("\r\n", "\n");
  }

  /**
   * Reads them.
   *
   * @param folder the run folder
   * @return {@link #NONE} where nothing was written, or where it cannot be read
   */
  public static RunAbout of(Path folder) {
    JsonObject kept = kept(folder);
    return new RunAbout(text(kept, "title"), text(kept, "notes"));
  }

  private static JsonObject kept(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      JsonElement read = JsonParser.parseString(Files.readString(file));
      if (read instanceof JsonObject object) {
        return object;
      }
      LOG.debug("{} is no JSON object: the run is shown with the title of its recipe.", file);
    } catch (NoSuchFileException e) {
      return new JsonObject();
    } catch (IOException | JsonParseException e) {
      LOG.debug("{} cannot be read: the run is shown with the title of its recipe.", file);
    }
    return new JsonObject();
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  /**
   * Writes them, whole or not at all; what a later version wrote beside them stays.
   *
   * @param folder the run folder
   * @throws studio.saddlepoint.core.StudioException if that fails; what was there before stays
   */
  public void save(Path folder) {
    Path file = folder.resolve(NAME);
    JsonObject object = kept(folder);
    object.addProperty("title", title);
    object.addProperty("notes", notes);
    try {
      AtomicFile.ON_DISK.write(file, GSON.toJson(object) + "\n");
    } catch (IOException e) {
      throw RunDiskErrors.writing(folder, file, "Its title and notes are as before.", e);
    }
  }

  /**
   * What a person calls a run, else its recipe, else its folder.
   *
   * @param folder the run folder
   * @param recipe what it was started with, if that can be read
   */
  public String titleOf(Path folder, Optional<Recipe> recipe) {
    return Optional.of(title)
        .filter(given -> !given.isEmpty())
        .or(() -> recipe.map(Recipe::title).filter(given -> !given.isBlank()))
        .orElseGet(() -> PathNames.of(folder));
  }

  /** The same notes under another title. */
  public RunAbout withTitle(String next) {
    return new RunAbout(next, notes);
  }
}
