package studio.saddlepoint.train.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/** A table of the planner in JSON. What is wrong with it is told with its file and field. */
final class PlanFile {
  private static final String FOLDER = "/assets/plan/";
  private static final int FORMAT = 1;

  private final String file;
  private final JsonObject root;

  private PlanFile(String file, JsonObject root) {
    this.file = file;
    this.root = root;
  }

  /**
   * A table that comes with the program.
   *
   * @param name of the file, such as {@code scores.json}
   */
  static PlanFile embedded(String name) {
    try (InputStream in = PlanFile.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource " + FOLDER + name);
      }
      return of(FOLDER.substring(1) + name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("Unreadable resource " + FOLDER + name, e);
    }
  }

  /**
   * A table.
   *
   * @param file what it is called in messages
   * @param text JSON
   * @throws StudioException if it is no such table
   */
  static PlanFile of(String file, String text) {
    JsonElement read;
    try {
      read = JsonParser.parseString(text);
    } catch (JsonParseException e) {
      throw new StudioException(file + " is not JSON: " + e.getMessage(), e);
    }
    if (!read.isJsonObject()) {
      throw new StudioException(file + " must be one JSON object, {...}.");
    }
    PlanFile made = new PlanFile(file, read.getAsJsonObject());
    long format = (long) new Row(made, "", made.root).number("format");
    if (format != FORMAT) {
      throw new StudioException(
          English.of("%s has format %d: this program reads format %d.", file, format, FORMAT));
    }
    return made;
  }

  /** The rows of a list, in order. */
  List<Row> rows(String key) {
    List<Row> rows = new ArrayList<>();
    for (JsonElement each : array(root, key, key)) {
      String place = key + "[" + rows.size() + "]";
      if (!each.isJsonObject()) {
        throw wrong(place, "must be an object, {...}");
      }
      rows.add(new Row(this, place + ".", each.getAsJsonObject()));
    }
    return rows;
  }

  /** The texts of a list at the top. */
  List<String> texts(String key) {
    return new Row(this, "", root).texts(key);
  }

  private JsonArray array(JsonObject object, String key, String place) {
    JsonElement found = object.get(key);
    if (found == null || !found.isJsonArray()) {
      throw wrong(place, "must be a list, [...]");
    }
    return found.getAsJsonArray();
  }

  private StudioException wrong(String place, String what) {
    return new StudioException(English.of("%s: %s %s.", file, place, what));
  }

  /**
   * A row of a list.
   *
   * @param table where it is
   * @param place before the names of its fields in messages
   * @param fields what it holds
   */
  record Row(PlanFile table, String place, JsonObject fields) {
    /** A field that must be there. */
    String text(String key) {
      return find(key, JsonPrimitive::isString)
          .map(JsonPrimitive::getAsString)
          .filter(text -> !text.isBlank())
          .orElseThrow(() -> wrong(key, "must be a text in quotes"));
    }

    /** A field that may be left out. */
    Optional<String> optionalText(String key) {
      return fields.has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** A field that must be there, above 0. */
    double number(String key) {
      return find(key, JsonPrimitive::isNumber)
          .map(JsonPrimitive::getAsDouble)
          .filter(number -> number > 0 && Double.isFinite(number))
          .orElseThrow(() -> wrong(key, "must be a number above 0"));
    }

    /** A field that must be true or false; where it may be left out, false. */
    boolean truth(String key, boolean needed) {
      if (!needed && !fields.has(key)) {
        return false;
      }
      return find(key, JsonPrimitive::isBoolean)
          .map(JsonPrimitive::getAsBoolean)
          .orElseThrow(() -> wrong(key, "must be true or false"));
    }

    /** A field that names one of a family. */
    <T> T named(String key, Function<String, Optional<T>> of, String family) {
      String text = text(key);
      return of.apply(text).orElseThrow(() -> wrong(key, "is \"" + text + "\": use " + family));
    }

    /** A list of texts. */
    List<String> texts(String key) {
      List<String> texts = new ArrayList<>();
      for (JsonElement each : table.array(fields, key, place + key)) {
        if (!each.isJsonPrimitive() || !each.getAsJsonPrimitive().isString()) {
          throw wrong(key, "must be a list of texts in quotes");
        }
        texts.add(each.getAsString());
      }
      return texts;
    }

    /** Values of settings by key, as texts; none where the field is left out. */
    Map<String, String> settings(String key) {
      Map<String, String> settings = new LinkedHashMap<>();
      JsonElement found = fields.get(key);
      if (found == null) {
        return settings;
      }
      if (!found.isJsonObject()) {
        throw wrong(key, "must be an object of settings, {\"generator.width\": 32}");
      }
      found
          .getAsJsonObject()
          .asMap()
          .forEach(
              (name, value) -> {
                if (!value.isJsonPrimitive()) {
                  throw wrong(key + "." + name, "must be a number, a text, true or false");
                }
                settings.put(name, value.getAsString());
              });
      return settings;
    }

    StudioException wrong(String key, String what) {
      return table.wrong(place + key, what);
    }

    private Optional<JsonPrimitive> find(String key, Function<JsonPrimitive, Boolean> is) {
      return Optional.ofNullable(fields.get(key))
          .filter(JsonElement::isJsonPrimitive)
          .map(JsonElement::getAsJsonPrimitive)
          .filter(is::apply);
    }
  }
}
