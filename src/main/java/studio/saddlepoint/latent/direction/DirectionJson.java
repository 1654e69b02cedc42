package studio.saddlepoint.latent.direction;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Space;

/** Directions as JSON. */
final class DirectionJson {
  private static final int FORMAT = 1;
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private DirectionJson() {}

  /** A text that is JSON, but no directions that this version reads. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason);
    }
  }

  /** One line a direction, so that tools that compare lines tell what changed. */
  static String write(Directions directions) {
    StringBuilder text = new StringBuilder("{\"format\":" + FORMAT + ",\"directions\":[");
    String between = "\n";
    for (Direction each : directions.all()) {
      text.append(between).append(GSON.toJson(object(each)));
      between = ",\n";
    }
    return text.append("\n]}\n").toString();
  }

  private static JsonObject object(Direction direction) {
    JsonObject object = new JsonObject();
    object.addProperty("name", direction.name());
    object.addProperty("space", direction.space().id());
    if (!direction.layers().equals(LayerRange.ALL)) {
      object.addProperty("layers", direction.layers().toString());
    }
    object.addProperty("deviation", direction.deviation());
    object.addProperty("method", direction.origin().method().id());
    JsonObject settings = new JsonObject();
    direction.origin().settings().forEach(settings::addProperty);
    object.add("settings", settings);
    object.addProperty("seed", direction.origin().seed());
    object.addProperty("step", direction.origin().step());
    JsonArray vector = new JsonArray();
    direction.vector().forEach(vector::add);
    object.add("vector", vector);
    return object;
  }

  /**
   * Reads them.
   *
   * @throws Refused if it is something else, or of a later version; the message is the end of a
   *     sentence about the file
   */
  static Directions read(String text) {
    try {
      return directions(JsonParser.parseString(text).getAsJsonObject());
    } catch (StudioException e) {
      throw new Refused("cannot be read (" + e.getMessage() + ")");
    } catch (Refused e) {
      throw e;
    } catch (RuntimeException e) {
      // It can fail in any way: bad JSON, a missing member, a text for a number.
      throw new Refused("is damaged, or no file of directions");
    }
  }

  private static Directions directions(JsonObject whole) {
    int format = whole.get("format").getAsInt();
    if (format != FORMAT) {
      throw new Refused(
          "has the format "
              + format
              + ", which a later version of the program wrote, and this one cannot read");
    }
    List<Direction> found = new ArrayList<>();
    whole
        .getAsJsonArray("directions")
        .forEach(each -> found.add(direction(each.getAsJsonObject())));
    return new Directions(found);
  }

  private static Direction direction(JsonObject object) {
    List<Float> vector = new ArrayList<>();
    object.getAsJsonArray("vector").forEach(each -> vector.add(each.getAsFloat()));
    Map<String, String> settings = new LinkedHashMap<>();
    object
        .getAsJsonObject("settings")
        .entrySet()
        .forEach(each -> settings.put(each.getKey(), each.getValue().getAsString()));
    return new Direction(
        object.get("name").getAsString(),
        space(object.get("space").getAsString()),
        vector,
        object.has("layers")
            ? LayerRange.parse(object.get("layers").getAsString())
            : LayerRange.ALL,
        object.get("deviation").getAsDouble(),
        new DirectionOrigin(
            DirectionMethod.of(object.get("method").getAsString()),
            settings,
            object.get("seed").getAsLong(),
            object.get("step").getAsLong()));
  }

  private static Space space(String id) {
    for (Space each : Space.values()) {
      if (each.id().equals(id)) {
        return each;
      }
    }
    throw new StudioException("There is no space \"" + id + "\" of codes.");
  }
}
