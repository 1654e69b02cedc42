package studio.saddlepoint.run.event;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Flat records as JSON objects. Components may be {@code long}, {@code int}, {@code boolean},
 * {@link String}, {@link Instant}, {@link Author}, {@code Map<String, Double>}, {@code
 * List<Remedy>} and {@link ScoreSettings}. JSON has no NaN and no infinities: they are written as
 * the texts {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 */
final class RecordLine<R extends Record> {
  private final RecordComponent[] components;
  private final Constructor<R> constructor;

  RecordLine(Class<R> type) {
    components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds the record's components to an object. */
  void write(Record record, JsonObject into) {
    for (RecordComponent component : components) {
      try {
        into.add(component.getName(), element(component.getAccessor().invoke(record)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * Reads the record; unknown members are passed over.
   *
   * @throws RuntimeException of any kind if a member is missing or of another type
   */
  R read(JsonObject object) {
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      JsonElement element = object.get(components[i].getName());
      if (element == null) {
        throw new IllegalArgumentException(components[i].getName() + " is missing");
      }
      values[i] = value(element, components[i].getType());
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonElement element(Object value) {
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    } else if (value instanceof Boolean flag) {
      return new JsonPrimitive(flag);
    } else if (value instanceof Map<?, ?> map) {
      JsonObject object = new JsonObject();
      map.forEach((key, each) -> object.add((String) key, number((Double) each)));
      return object;
    } else if (value instanceof List<?> list) {
      JsonArray array = new JsonArray();
      list.forEach(each -> array.add(remedy((Remedy) each)));
      return array;
    }
    if (value instanceof Author author) {
      return new JsonPrimitive(author.id());
    }
    return value instanceof ScoreSettings settings
        ? SettingsJson.write(settings)
        : new JsonPrimitive(value.toString());
  }

  private static JsonObject remedy(Remedy remedy) {
    JsonObject changes = new JsonObject();
    remedy.changes().forEach(changes::addProperty);
    JsonObject object = new JsonObject();
    object.addProperty("text", remedy.text());
    object.add("changes", changes);
    return object;
  }

  private static Remedy remedy(JsonObject object) {
    Map<String, String> changes = new LinkedHashMap<>();
    object
        .getAsJsonObject("changes")
        .entrySet()
        .forEach(each -> changes.put(each.getKey(), each.getValue().getAsString()));
    return new Remedy(object.get("text").getAsString(), changes);
  }

  private static JsonPrimitive number(double value) {
    return Double.isFinite(value)
        ? new JsonPrimitive(value)
        : new JsonPrimitive(Double.toString(value));
  }

  private static Object value(JsonElement element, Class<?> type) {
    if (type == long.class) {
      return element.getAsLong();
    } else if (type == int.class) {
      return element.getAsInt();
    } else if (type == boolean.class) {
      return element.getAsBoolean();
    } else if (type == Instant.class) {
      return Instant.parse(element.getAsString());
    } else if (type == Map.class) {
      Map<String, Double> map = new LinkedHashMap<>();
      element
          .getAsJsonObject()
          .entrySet()
          .forEach(
              each -> map.put(each.getKey(), Double.parseDouble(each.getValue().getAsString())));
      return map;
    } else if (type == List.class) {
      return element.getAsJsonArray().asList().stream()
          .map(each -> remedy(each.getAsJsonObject()))
          .toList();
    } else if (type == ScoreSettings.class) {
      return SettingsJson.read(element.getAsJsonObject());
    }
    return type == Author.class ? Author.of(element.getAsString()) : element.getAsString();
  }
}
