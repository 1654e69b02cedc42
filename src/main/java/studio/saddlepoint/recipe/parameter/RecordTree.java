package studio.saddlepoint.recipe.parameter;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import studio.saddlepoint.core.StudioException;

/**
 * Reads, changes and builds trees of records by paths such as {@code generator.optimizer.beta1}. A
 * root may have {@link Schedules} as a component: then the value at a path may be a curve.
 */
public final class RecordTree {
  private static final ClassValue<Form> FORMS =
      new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
          return Form.of(type);
        }
      };

  private RecordTree() {}

  /** What reflection tells of a record, which is slow to ask for. */
  private record Form(RecordComponent[] components, Constructor<?> constructor) {
    static Form of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        return new Form(components, type.getDeclaredConstructor(types));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The leaves of a record type, by path, in order of declaration. */
  public static Map<String, HyperParameter> describe(Class<? extends Record> type) {
    Map<String, HyperParameter> found = new LinkedHashMap<>();
    describe(type, "", found);
    return found;
  }

  private static void describe(Class<?> type, String prefix, Map<String, HyperParameter> into) {
    for (RecordComponent component : FORMS.get(type).components()) {
      String key = prefix + component.getName();
      if (component.getType().isRecord()) {
        describe(component.getType(), key + ".", into);
      } else if (component.getType() != Schedules.class) {
        into.put(key, leaf(key, component));
      }
    }
  }

  private static HyperParameter leaf(String key, RecordComponent component) {
    return new HyperParameter(key, component.getAnnotation(Parameter.class), component.getType());
  }

  /** A record with every leaf at its default. */
  public static <R extends Record> R defaults(Class<R> type) {
    return build(type, "", (key, leaf) -> leaf.parse(leaf.description().value()));
  }

  /** A record with every leaf chosen by a function of its path and description. */
  public static <R extends Record> R build(
      Class<R> type, String prefix, BiFunction<String, HyperParameter, Object> value) {
    return build(type, prefix, value, new LinkedHashMap<>());
  }

  private static <R extends Record> R build(
      Class<R> type,
      String prefix,
      BiFunction<String, HyperParameter, Object> value,
      Map<String, Schedule> schedules) {
    RecordComponent[] components = FORMS.get(type).components();
    Object[] values = new Object[components.length];
    int curves = -1;
    for (int i = 0; i < components.length; i++) {
      String key = prefix + components[i].getName();
      Class<?> inner = components[i].getType();
      if (inner.isRecord()) {
        values[i] = build(inner.asSubclass(Record.class), key + ".", value, schedules);
      } else if (inner == Schedules.class) {
        curves = i;
      } else {
        HyperParameter leaf = leaf(key, components[i]);
        Object chosen = value.apply(key, leaf);
        if (chosen instanceof Schedule schedule) {
          schedules.put(key, schedule);
          chosen = leaf.inType(schedule.first());
        }
        values[i] = chosen;
      }
    }
    if (curves >= 0) {
      values[curves] = new Schedules(schedules);
    }
    return create(type, values);
  }

  /** The value at a path: that of the leaf, or a {@link Schedule} where it has one. */
  static Object get(Record record, String path) {
    Optional<Schedule> schedule = schedules(record).of(path);
    if (schedule.isPresent()) {
      return schedule.get();
    }
    Object at = record;
    for (String name : path.split("\\.")) {
      at = read((Record) at, name);
    }
    return at;
  }

  /** The curves of a record's leaves. */
  static Schedules schedules(Record root) {
    for (RecordComponent component : FORMS.get(root.getClass()).components()) {
      if (component.getType() == Schedules.class) {
        return (Schedules) read(root, component);
      }
    }
    return Schedules.NONE;
  }

  /**
   * A copy with leaves replaced.
   *
   * @param leaves their values by path
   * @param schedules the curves of the copy
   */
  public static <R extends Record> R with(R root, Map<String, Object> leaves, Schedules schedules) {
    return with(root, "", leaves, schedules);
  }

  private static <R extends Record> R with(
      R record, String prefix, Map<String, Object> leaves, Schedules schedules) {
    RecordComponent[] components = FORMS.get(record.getClass()).components();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String key = prefix + components[i].getName();
      Object old = read(record, components[i]);
      if (old instanceof Record inner) {
        String below = key + ".";
        boolean changes = leaves.keySet().stream().anyMatch(each -> each.startsWith(below));
        values[i] = changes ? with(inner, below, leaves, schedules) : inner;
      } else {
        values[i] = old instanceof Schedules ? schedules : leaves.getOrDefault(key, old);
      }
    }
    @SuppressWarnings("unchecked")
    Class<R> type = (Class<R>) record.getClass();
    return create(type, values);
  }

  private static Object read(Record record, String name) {
    for (RecordComponent component : FORMS.get(record.getClass()).components()) {
      if (component.getName().equals(name)) {
        return read(record, component);
      }
    }
    throw new IllegalArgumentException(record.getClass().getSimpleName() + " has no " + name);
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(component + " cannot be read", e);
    }
  }

  private static <R extends Record> R create(Class<R> type, Object[] values) {
    try {
      return type.cast(FORMS.get(type).constructor().newInstance(values));
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
