package studio.saddlepoint.latent.walk;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Interpolation;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.film.FrameRate;

/**
 * Walks as JSON, so that they can be kept:
 *
 * <pre>{@code
 * {"format": 1, "keys": ["42", "vary(7,0.25,9)"], "way": "slerp", "easing": "smooth",
 *  "loop": true, "secondsBetweenKeys": 2.0, "framesPerSecond": 25.0}
 * }</pre>
 *
 * <p>What is left out, other than the keys, is as in this example; a walk whose ways lie behind the
 * mapping network has {@code "space": "w"}, too.
 */
public final class WalkJson {
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private static final int FORMAT = 1;
  private static final String FORMAT_KEY = "format";
  private static final String KEYS = "keys";
  private static final String WAY = "way";
  private static final String SPACE = "space";
  private static final String EASING = "easing";
  private static final String LOOP = "loop";
  private static final String SECONDS = "secondsBetweenKeys";
  private static final String RATE = "framesPerSecond";
  private static final Set<String> KNOWN =
      Set.of(FORMAT_KEY, KEYS, WAY, SPACE, EASING, LOOP, SECONDS, RATE);

  private static final double USUAL_SECONDS = 2;

  private WalkJson() {}

  /** The text of a walk. */
  public static String write(Walk walk) {
    JsonObject object = new JsonObject();
    object.addProperty(FORMAT_KEY, FORMAT);
    JsonArray keys = new JsonArray();
    walk.keys().forEach(each -> keys.add(each.toString()));
    object.add(KEYS, keys);
    object.addProperty(WAY, walk.way().id());
    if (walk.space() != Space.Z) {
      object.addProperty(SPACE, walk.space().id());
    }
    object.addProperty(EASING, walk.easing().id());
    object.addProperty(LOOP, walk.loop());
    object.addProperty(SECONDS, walk.secondsBetween());
    object.addProperty(RATE, walk.rate().perSecond());
    return PRETTY.toJson(object);
  }

  /**
   * Reads a walk.
   *
   * @param json the text
   * @param origin where it came from, for messages: a file
   * @throws StudioException if it is no such JSON, or a value is not allowed; names the origin and
   *     the key
   */
  public static Walk read(String json, String origin) {
    try {
      JsonElement root = JsonParser.parseString(json);
      if (!root.isJsonObject()) {
        throw new StudioException("a walk begins with {.");
      }
      return read(root.getAsJsonObject());
    } catch (JsonParseException e) {
      throw new StudioException(origin + " is not JSON: choose a file that holds a walk.", e);
    } catch (StudioException e) {
      throw new StudioException(origin + " holds no walk: " + e.getMessage(), e);
    }
  }

  private static Walk read(JsonObject object) {
    object.keySet().stream()
        .filter(key -> !KNOWN.contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new StudioException(
                  "it has \"" + key + "\", which is unknown: correct or delete it.");
            });
    if (number(object, FORMAT_KEY, FORMAT) != FORMAT) {
      throw new StudioException(
          "its format is not "
              + FORMAT
              + ": it was written by a later version of Saddlepoint. Use that.");
    }
    return new Walk(
        keys(object),
        way(text(object, WAY, Interpolation.SLERP.id())),
        Space.of(text(object, SPACE, Space.Z.id())),
        Easing.of(text(object, EASING, Easing.SMOOTH.id())),
        flag(object, LOOP, true),
        number(object, SECONDS, USUAL_SECONDS),
        new FrameRate(number(object, RATE, FrameRate.USUAL.perSecond())));
  }

  private static List<LatentPoint> keys(JsonObject object) {
    JsonElement found = object.get(KEYS);
    if (found == null || !found.isJsonArray()) {
      throw wrong(KEYS, "a list of codes, such as [\"42\", \"7\"]");
    }
    List<LatentPoint> keys = new ArrayList<>();
    for (JsonElement each : found.getAsJsonArray()) {
      if (!each.isJsonPrimitive()) {
        throw wrong(KEYS, "a list of codes, such as [\"42\", \"7\"]");
      }
      keys.add(LatentPoint.parse(each.getAsString()));
    }
    return keys;
  }

  private static Interpolation way(String id) {
    for (Interpolation each : Interpolation.values()) {
      if (each.id().equals(id)) {
        return each;
      }
    }
    throw wrong(WAY, "slerp or lerp");
  }

  private static String text(JsonObject object, String key, String usual) {
    JsonElement found = object.get(key);
    if (found == null) {
      return usual;
    }
    if (!found.isJsonPrimitive() || !found.getAsJsonPrimitive().isString()) {
      throw wrong(key, "a text, such as \"" + usual + "\"");
    }
    return found.getAsString();
  }

  private static boolean flag(JsonObject object, String key, boolean usual) {
    JsonElement found = object.get(key);
    if (found == null) {
      return usual;
    }
    if (!found.isJsonPrimitive() || !found.getAsJsonPrimitive().isBoolean()) {
      throw wrong(key, "true or false");
    }
    return found.getAsBoolean();
  }

  private static double number(JsonObject object, String key, double usual) {
    JsonElement found = object.get(key);
    if (found == null) {
      return usual;
    }
    if (!found.isJsonPrimitive() || !found.getAsJsonPrimitive().isNumber()) {
      throw wrong(key, "a number, such as " + usual);
    }
    return found.getAsDouble();
  }

  private static StudioException wrong(String key, String expected) {
    return new StudioException("its \"" + key + "\" must be " + expected + ".");
  }
}
