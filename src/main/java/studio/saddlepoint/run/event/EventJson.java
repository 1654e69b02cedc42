package studio.saddlepoint.run.event;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events and score cards as single lines of JSON. */
public final class EventJson {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final RecordLine<ScoreCard> SCORE = new RecordLine<>(ScoreCard.class);
  private static final Map<String, RecordLine<?>> EVENTS =
      Stream.of(Event.class.getPermittedSubclasses())
          .map(type -> type.<Record>asSubclass(Record.class))
          .collect(Collectors.toUnmodifiableMap(EventJson::name, RecordLine::new));

  private EventJson() {}

  /** The event as one line, without its end. */
  public static String write(Event event) {
    JsonObject object = new JsonObject();
    String name = name(event.getClass());
    object.addProperty("type", name);
    EVENTS.get(name).write((Record) event, object);
    return GSON.toJson(object);
  }

  /** The score card as one line, without its end. */
  public static String write(ScoreCard card) {
    JsonObject object = new JsonObject();
    SCORE.write(card, object);
    return GSON.toJson(object);
  }

  /** What every line of a kind of event begins with. */
  static String beginning(Class<? extends Event> kind) {
    return "{\"type\":\"" + name(kind) + "\"";
  }

  /** The event of a line; nothing where the line is damaged or its type unknown. */
  static Optional<Event> event(String line) {
    return parse(
        line,
        object -> {
          String name = object.get("type").getAsString();
          RecordLine<?> type = EVENTS.get(name);
          return (Event) type.read(complete(name, object));
        });
  }

  /** The score card of a line; nothing where the line is damaged. */
  public static Optional<ScoreCard> score(String line) {
    return parse(line, object -> SCORE.read(complete(object)));
  }

  /** Lines of earlier versions tell less. */
  private static JsonObject complete(String type, JsonObject event) {
    if (type.equals("sheet") && !event.has("classes")) {
      event.addProperty("classes", 0);
    }
    if (type.equals("changed") && !event.has("author")) {
      event.addProperty("author", Author.PERSON.id());
    }
    if (type.equals("found")) {
      completeFound(event);
    }
    return type.equals("scored") ? complete(event) : event;
  }

  /** Findings of earlier versions have no remedies as data, no picture, and never end. */
  private static void completeFound(JsonObject found) {
    if (!found.has("remedies")) {
      found.add("remedies", new JsonArray());
    }
    if (!found.has("picture")) {
      found.addProperty("picture", "");
    }
    if (!found.has("over")) {
      found.addProperty("over", false);
    }
  }

  /** Scores of earlier versions do not tell of what weights they are, or their settings. */
  private static JsonObject complete(JsonObject score) {
    if (!score.has("weights")) {
      score.addProperty("weights", "");
    }
    if (!(score.get("settings") instanceof JsonObject)) {
      score.add("settings", new JsonObject());
    }
    return score;
  }

  private static <T> Optional<T> parse(String line, Function<JsonObject, T> read) {
    try {
      JsonElement element = JsonParser.parseString(line);
      return Optional.of(read.apply(element.getAsJsonObject()));
    } catch (RuntimeException e) {
      // A damaged line can fail in any way: bad JSON, a missing member, a text for a number.
      return Optional.empty();
    }
  }

  private static String name(Class<?> type) {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }
}
