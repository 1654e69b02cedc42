package studio.saddlepoint.recipe;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import studio.saddlepoint.core.Spelling;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.recipe.parameter.RecordTree;
import studio.saddlepoint.recipe.parameter.Schedule;

/**
 * Recipes as JSON: nested objects with the names of the records. What is left out has its default.
 */
public final class RecipeJson {
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** The format that is written. Format 1 had settings of their own for what falls. */
  private static final int FORMAT = 2;

  private static final String FORMAT_KEY = "format";
  private static final String SCHEDULES = "schedules";

  private RecipeJson() {}

  /**
   * Reads a recipe.
   *
   * @param json the text
   * @param origin where it came from, for messages: a file or a name
   * @throws StudioException if it is not JSON, has an unknown key, or a value that is not allowed;
   *     names the key
   */
  public static Recipe read(String json, String origin) {
    return read(json, origin, REFUSING);
  }

  /**
   * Reads a recipe that a program wrote, perhaps a later version: keys that are not known are
   * passed over.
   *
   * @param json the text
   * @param origin where it came from, for messages: a file or a name
   * @param passedOver told the unknown keys, in their order, where there are any
   * @throws StudioException if it is not JSON or has a value that is not allowed; names the key
   */
  public static Recipe readKept(String json, String origin, Consumer<List<String>> passedOver) {
    List<String> unknown = new ArrayList<>();
    Recipe recipe = read(json, origin, (prefix, name, known) -> unknown.add(prefix + name));
    if (!unknown.isEmpty()) {
      passedOver.accept(List.copyOf(unknown));
    }
    return recipe;
  }

  /** Told of a key that a recipe does not have. */
  private interface UnknownKey {
    /**
     * Refuses it or passes over it.
     *
     * @param prefix the names above it, each with a dot
     * @param name its own
     * @param siblings the keys that there are at its place
     */
    void found(String prefix, String name, Set<String> siblings);

    /**
     * Refuses a format that is not known, or passes over that.
     *
     * @param format as it is written
     */
    default void later(String format) {
      found("", FORMAT_KEY, Set.of());
    }
  }

  /** Refuses what it does not know. */
  private static final UnknownKey REFUSING =
      new UnknownKey() {
        @Override
        public void found(String prefix, String name, Set<String> siblings) {
          refuse(prefix, name, siblings);
        }

        @Override
        public void later(String format) {
          throw new StudioException(
              FORMAT_KEY
                  + " is "
                  + format
                  + ": this version of Saddlepoint reads recipes up to format "
                  + FORMAT
                  + ". Use the version that wrote it.");
        }
      };

  private static Recipe read(String json, String origin, UnknownKey unknown) {
    try {
      JsonElement root = parse(json);
      if (!root.isJsonObject()) {
        throw new StudioException("it is not a JSON object: a recipe begins with {.");
      }
      JsonObject object = root.getAsJsonObject();
      boolean earlier = format(object, unknown) == 1;
      UnaryOperator<Recipe> renewed =
          earlier ? EarlierSettings.renew(object) : UnaryOperator.identity();
      Map<String, String> schedules = schedules(object, unknown);
      lookForUnknown(object, Recipe.class, "", unknown);
      return renewed.apply(
          RecordTree.build(
              Recipe.class,
              "",
              (key, leaf) ->
                  schedules.containsKey(key)
                      ? schedule(leaf, schedules.get(key))
                      : value(object, leaf)));
    } catch (JsonParseException | IOException e) {
      throw new StudioException(
          origin + ": not valid JSON (" + where(e) + "). Mend the text there.", e);
    } catch (StudioException e) {
      throw new StudioException(origin + ": " + e.getMessage(), e);
    }
  }

  /** The format of a recipe: 1 where it does not say. One of a later version may be passed over. */
  private static int format(JsonObject root, UnknownKey unknown) {
    JsonElement said = root.remove(FORMAT_KEY);
    if (said == null) {
      return 1;
    }
    for (int known = 1; known <= FORMAT; known++) {
      if (said.isJsonPrimitive() && said.getAsString().equals(Integer.toString(known))) {
        return known;
      }
    }
    unknown.later(said.toString());
    return FORMAT;
  }

  /** Takes the schedules out of a recipe: texts by the keys of their numbers. */
  private static Map<String, String> schedules(JsonObject root, UnknownKey unknown) {
    JsonElement said = root.remove(SCHEDULES);
    Map<String, String> found = new LinkedHashMap<>();
    if (said == null) {
      return found;
    }
    if (!said.isJsonObject()) {
      throw new StudioException(
          SCHEDULES
              + " must be an object in braces, such as {\"generator.optimizer.learningRate\": \"linear(0.001..0, 100%)\"}.");
    }
    for (Map.Entry<String, JsonElement> each : said.getAsJsonObject().entrySet()) {
      String key = each.getKey();
      if (HyperParameters.find(key).isEmpty()) {
        unknown.found(SCHEDULES + ".", key, HyperParameters.keys());
      } else if (each.getValue() instanceof JsonPrimitive text && text.isString()) {
        found.put(key, text.getAsString());
      } else {
        throw new StudioException(
            SCHEDULES
                + "."
                + key
                + " is "
                + each.getValue()
                + ": it must be a text in quotes, such as \"linear(0.001..0, 100%)\".");
      }
    }
    return found;
  }

  private static Object schedule(HyperParameter leaf, String text) {
    if (!leaf.schedulable()) {
      throw new StudioException(
          SCHEDULES + "." + leaf.key() + ": only numbers that may change while training have one.");
    }
    Object read = leaf.parse(text);
    if (read instanceof Schedule) {
      return read;
    }
    throw new StudioException(
        SCHEDULES
            + "."
            + leaf.key()
            + " is "
            + text
            + ": it must have pieces, such as linear(0.001..0, 100%).");
  }

  /** Strict JSON only: a forgotten quote must not become a text of its own. */
  private static JsonElement parse(String json) throws IOException {
    JsonReader reader = new JsonReader(new StringReader(json));
    reader.setStrictness(Strictness.STRICT);
    JsonElement root = JsonParser.parseReader(reader);
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new JsonParseException("more text after the recipe's last brace");
    }
    return root;
  }

  /** The first line of the parser's message, without the names of its classes. */
  private static String where(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(message).replaceAll("[\\w.]+Exception: ", "");
  }

  /** Writes a recipe with every value, nicely indented, ending with a line break. */
  public static String write(Recipe recipe) {
    JsonObject root = new JsonObject();
    root.addProperty(FORMAT_KEY, FORMAT);
    Recipe first = recipe.withoutSchedules();
    for (HyperParameter leaf : HyperParameters.all()) {
      String[] path = leaf.key().split("\\.");
      JsonObject at = root;
      for (int i = 0; i < path.length - 1; i++) {
        if (!at.has(path[i])) {
          at.add(path[i], new JsonObject());
        }
        at = at.getAsJsonObject(path[i]);
      }
      at.add(path[path.length - 1], element(leaf, leaf.get(first)));
    }
    if (!recipe.schedules().isEmpty()) {
      JsonObject schedules = new JsonObject();
      recipe
          .schedules()
          .byKey()
          .forEach((key, schedule) -> schedules.addProperty(key, schedule.toString()));
      root.add(SCHEDULES, schedules);
    }
    return PRETTY.toJson(root) + "\n";
  }

  private static JsonElement element(HyperParameter leaf, Object value) {
    if (leaf.numeric()) {
      return new JsonPrimitive((Number) value);
    }
    return leaf.type() == boolean.class
        ? new JsonPrimitive((Boolean) value)
        : new JsonPrimitive(leaf.format(value));
  }

  private static Object value(JsonObject root, HyperParameter leaf) {
    JsonElement at = root;
    for (String name : leaf.key().split("\\.")) {
      if (!at.isJsonObject() || !at.getAsJsonObject().has(name)) {
        return leaf.parse(
            NetworkRules.leftOut(leaf.key(), key -> text(root, key), leaf.description().value()));
      }
      at = at.getAsJsonObject().get(name);
    }
    boolean quoted = at.isJsonPrimitive() && at.getAsJsonPrimitive().isString();
    boolean text = leaf.type() == String.class || leaf.type().isEnum();
    if (!at.isJsonPrimitive() || quoted != text) {
      throw new StudioException(
          leaf.key()
              + " is "
              + at
              + ": it must be "
              + (text ? "a text in quotes" : leaf.numeric() ? "a number" : "true or false")
              + ".");
    }
    return leaf.parse(at.getAsString());
  }

  /** What a recipe says of a key, as it says it; empty where it leaves that out. */
  private static String text(JsonObject root, String key) {
    JsonElement at = root;
    for (String name : key.split("\\.")) {
      at =
          at instanceof JsonObject object && object.has(name) ? object.get(name) : new JsonObject();
    }
    return at instanceof JsonPrimitive said ? said.getAsString() : "";
  }

  private static void refuse(String prefix, String name, Set<String> siblings) {
    throw new StudioException(
        "unknown key "
            + prefix
            + name
            + ": did you mean "
            + suggestion(prefix, name, siblings)
            + "?");
  }

  private static void lookForUnknown(
      JsonObject object, Class<?> type, String prefix, UnknownKey unknown) {
    Set<String> known = new TreeSet<>();
    Set<String> inner = new HashSet<>();
    for (var component : type.getRecordComponents()) {
      known.add(component.getName());
      if (component.getType().isRecord()) {
        inner.add(component.getName());
      }
    }
    for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
      String name = entry.getKey();
      if (!known.contains(name)) {
        unknown.found(prefix, name, known);
      }
      if (inner.contains(name)) {
        if (!entry.getValue().isJsonObject()) {
          throw new StudioException(prefix + name + " must be an object in braces.");
        }
        for (var component : type.getRecordComponents()) {
          if (component.getName().equals(name)) {
            lookForUnknown(
                entry.getValue().getAsJsonObject(),
                component.getType(),
                prefix + name + ".",
                unknown);
          }
        }
      }
    }
  }

  /** A sibling where one is spelt alike, else the like of it anywhere in the recipe. */
  private static String suggestion(String prefix, String name, Set<String> siblings) {
    String sibling = HyperParameters.nearest(name, siblings);
    String anywhere = HyperParameters.nearest(name);
    String end = anywhere.substring(anywhere.lastIndexOf('.') + 1);
    return Spelling.distance(name, sibling) <= Spelling.distance(name, end)
        ? prefix + sibling
        : anywhere;
  }
}
