package studio.saddlepoint.run.imported;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.recipe.network.LatentPrior;

/**
 * What a generator's file says of itself beside the network, in {@code extra/saddlepoint.json} of a
 * TorchScript file. Pictures are in -1..1.
 *
 * @param latentSize length of z
 * @param prior what z is drawn from
 * @param classNames those it can be asked for, by number; empty where it is not conditional
 * @param title what a person calls it
 * @param data what it learnt from, as {@code data.source} has it
 * @param step generator steps of its training
 * @param averaged whether its weights are the running mean (EMA)
 * @param recipe of its training, as JSON; empty where it is not told
 */
public record GeneratorFacts(
    int latentSize,
    LatentPrior prior,
    List<String> classNames,
    String title,
    String data,
    long step,
    boolean averaged,
    String recipe) {
  /** The name among the extra files of an archive. */
  public static final String NAME = "saddlepoint.json";

  private static final Logger LOG = LoggerFactory.getLogger(GeneratorFacts.class);
  private static final int FORMAT = 1;
  private static final int MOST_BYTES = 1 << 22;
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** Copies the names. */
  public GeneratorFacts {
    classNames = List.copyOf(classNames);
  }

  /** The same as JSON. */
  public String written() {
    JsonObject object = new JsonObject();
    object.addProperty("format", FORMAT);
    object.addProperty("latentSize", latentSize);
    object.addProperty("distribution", prior.id());
    object.addProperty("range", "-1..1");
    JsonArray names = new JsonArray();
    classNames.forEach(names::add);
    object.add("classNames", names);
    object.addProperty("title", title);
    object.addProperty("data", data);
    object.addProperty("step", step);
    object.addProperty("averaged", averaged);
    if (!recipe.isEmpty()) {
      object.add("recipe", JsonParser.parseString(recipe));
    }
    return GSON.toJson(object) + "\n";
  }

  /**
   * What a TorchScript file says; empty where it says nothing, or nothing that is understood. Only
   * its text is read.
   */
  public static Optional<GeneratorFacts> inside(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Optional<? extends ZipEntry> entry =
          zip.stream()
              .filter(each -> each.getName().matches("[^/]+/extra/saddlepoint\\.json"))
              .findFirst();
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      try (InputStream in = zip.getInputStream(entry.get())) {
        return Optional.of(read(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)));
      }
    } catch (IOException | RuntimeException e) {
      // Of another program, or damaged: a person is asked in its place.
      LOG.debug("Nothing is read of what {} says of itself", file, e);
      return Optional.empty();
    }
  }

  private static GeneratorFacts read(String json) {
    JsonObject object = JsonParser.parseString(json).getAsJsonObject();
    List<String> names = new ArrayList<>();
    object.getAsJsonArray("classNames").forEach(each -> names.add(each.getAsString()));
    JsonElement recipe = object.get("recipe");
    return new GeneratorFacts(
        object.get("latentSize").getAsInt(),
        LatentPrior.valueOf(object.get("distribution").getAsString().toUpperCase(Locale.ROOT)),
        names,
        object.get("title").getAsString(),
        object.get("data").getAsString(),
        object.get("step").getAsLong(),
        object.get("averaged").getAsBoolean(),
        recipe == null ? "" : recipe.toString());
  }
}
