package studio.saddlepoint.run.event;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Settings of scores as JSON objects. */
public final class SettingsJson {
  private SettingsJson() {}

  /** As an object: texts, numbers, flags and arrays of texts. */
  public static JsonObject write(ScoreSettings settings) {
    JsonObject object = new JsonObject();
    settings.values().forEach((name, value) -> object.add(name, element(value)));
    return object;
  }

  private static JsonElement element(Object value) {
    if (value instanceof List<?> texts) {
      JsonArray array = new JsonArray();
      texts.forEach(each -> array.add((String) each));
      return array;
    } else if (value instanceof Boolean flag) {
      return new JsonPrimitive(flag);
    } else if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return new JsonPrimitive(number);
    }
    return new JsonPrimitive(value.toString());
  }

  /** Reads them; what is of no type that settings have is passed over. */
  public static ScoreSettings read(JsonObject object) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> each : object.entrySet()) {
      if (each.getValue() instanceof JsonPrimitive primitive) {
        values.put(each.getKey(), value(primitive));
      } else if (each.getValue() instanceof JsonArray array
          && array.asList().stream().allMatch(JsonElement::isJsonPrimitive)) {
        values.put(
            each.getKey(),
            StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsString)
                .toList());
      }
    }
    return new ScoreSettings(values);
  }

  private static Object value(JsonPrimitive primitive) {
    if (primitive.isBoolean()) {
      return primitive.getAsBoolean();
    } else if (!primitive.isNumber()) {
      return primitive.getAsString();
    }
    try {
      return Long.valueOf(primitive.getAsString());
    } catch (NumberFormatException e) {
      return primitive.getAsDouble(); // with a point
    }
  }
}
