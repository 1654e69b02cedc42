package studio.saddlepoint.recipe.parameter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import studio.saddlepoint.core.StudioException;

/**
 * Reads, changes and builds trees of records by paths such as {@code generator.optimizer.beta1}.
 */
public final class RecordTree {
  private RecordTree() {}

  /** The leaves of a record type, by path, in order of declaration. */
  public static Map<String, HyperParameter> describe(Class<? extends Record> type) {
    Map<String, HyperParameter> found = new LinkedHashMap<>();
    describe(type, "", found);
    return found;
  }

  private static void describe(Class<?> type, String prefix, Map<String, HyperParameter> into) {
    for (RecordComponent component : type.getRecordComponents()) {
      String key = prefix + component.getName();
      if (component.getType().isRecord()) {
        describe(component.getType(), key + ".", into);
      } else {
        into.put(
            key,
            new HyperParameter(key, component.getAnnotation(Parameter.class), component.getType()));
      }
    }
  }

  /** A record with every leaf at its default. */
  public static <R extends Record> R defaults(Class<R> type) {
    return build(type, "", (key, leaf) -> leaf.parse(leaf.description().value()));
  }

  /** A record with every leaf chosen by a function of its path and description. */
  public static <R extends Record> R build(
      Class<R> type, String prefix, BiFunction<String, HyperParameter, Object> value) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String key = prefix + components[i].getName();
      Class<?> inner = components[i].getType();
      values[i] =
          inner.isRecord()
              ? build(inner.asSubclass(Record.class), key + ".", value)
              : value.apply(
                  key,
                  new HyperParameter(key, components[i].getAnnotation(Parameter.class), inner));
    }
    return create(type, values);
  }

  /** The leaf at a path. */
  static Object get(Record record, String path) {
    Object at = record;
    for (String name : path.split("\\.")) {
      at = read((Record) at, name);
    }
    return at;
  }

  /** A copy with the leaf at a path replaced. */
  static <R extends Record> R with(R record, String path, Object value) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Object old = read(record, components[i].getName());
      if (!components[i].getName().equals(name)) {
        values[i] = old;
      } else {
        values[i] = dot < 0 ? value : with((Record) old, path.substring(dot + 1), value);
      }
    }
    @SuppressWarnings("unchecked")
    Class<R> type = (Class<R>) record.getClass();
    return create(type, values);
  }

  private static Object read(Record record, String name) {
    try {
      return record.getClass().getMethod(name).invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(record.getClass().getSimpleName() + " has no " + name, e);
    }
  }

  private static <R extends Record> R create(Class<R> type, Object[] values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof StudioException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
