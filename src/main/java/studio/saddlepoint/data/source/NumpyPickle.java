package studio.saddlepoint.data.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.English;

/**
 * A reader of Python's pickles of dictionaries, lists, numbers, texts and byte arrays of numpy, as
 * Python 2's cPickle writes them in protocol 2 (Python's Lib/pickletools.py lists the operations).
 * A pickle is a program that may call anything; here it is never run. The only three names that are
 * known stand for numpy's array and the two parts of it; any other name, and any operation that
 * such files do not need, is refused.
 */
final class NumpyPickle {
  /** A text or a row of bytes. */
  record Bytes(byte[] file, int from, int to) {
    int length() {
      return to - from;
    }

    String text() {
      return new String(file, from, length(), StandardCharsets.ISO_8859_1);
    }
  }

  /**
   * An array of unsigned bytes.
   *
   * @param shape sizes of the axes, outermost first
   * @param columnsFirst whether the first axis runs fastest
   * @param bytes as many as the shape needs
   */
  record Array(int[] shape, boolean columnsFirst, Bytes bytes) {}

  /** What may be named. */
  private enum Name {
    RECONSTRUCT("numpy.core.multiarray", "_reconstruct"),
    NDARRAY("numpy", "ndarray"),
    DTYPE("numpy", "dtype");

    private final String module;
    private final String name;

    Name(String module, String name) {
      this.module = module;
      this.name = name;
    }
  }

  /** A type of numbers. */
  private record Type(String name) {}

  /** An array that is not filled yet; memory places hold it before. */
  private static final class Hollow {
    private Object array = NONE;
  }

  private static final Object MARK = new Object();
  private static final Object NONE = new Object();
  private static final int MOST_AXES = 4;

  private final byte[] file;
  private final ByteBuffer in;
  private final List<Object> stack = new ArrayList<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  private NumpyPickle(byte[] file) {
    this.file = file;
    this.in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Whether a file begins as such a pickle. */
  static boolean begins(byte[] start) {
    return start.length > 1 && (start[0] & 0xff) == 0x80 && start[1] == 2;
  }

  /**
   * Reads a dictionary whose keys are texts.
   *
   * @param file all of it; stays in use by what is returned
   * @return values are {@link Long}, {@link Boolean}, {@link Bytes}, {@link Array}, {@link List} or
   *     {@link Map} of such
   * @throws IOException if it is anything else; the message ends a sentence that begins with "it"
   */
  static Map<?, ?> read(byte[] file) throws IOException {
    try {
      Object value = new NumpyPickle(file).value();
      if (value instanceof Map<?, ?> map) {
        return map;
      }
    } catch (BufferUnderflowException e) {
      throw new EOFException("is cut short");
    } catch (IndexOutOfBoundsException | ClassCastException e) {
      throw new IOException("is damaged", e);
    }
    throw new IOException("holds no dictionary");
  }

  private Object value() throws IOException {
    if (!begins(file)) {
      throw new IOException("is no pickle of protocol 2");
    }
    in.position(2);
    while (true) {
      int operation = in.get() & 0xff;
      if (operation == '.') {
        Object value = pop();
        if (!stack.isEmpty() || in.hasRemaining()) {
          throw new IOException("goes on after its end");
        }
        return filled(value);
      }
      step(operation);
    }
  }

  private void step(int operation) throws IOException {
    switch (operation) {
      case '(' -> stack.add(MARK);
      case '}' -> stack.add(new LinkedHashMap<>());
      case ']' -> stack.add(new ArrayList<>());
      case ')' -> stack.add(List.of());
      case 'N' -> stack.add(NONE);
      case 0x88 -> stack.add(true);
      case 0x89 -> stack.add(false);
      case 'K' -> stack.add((long) (in.get() & 0xff));
      case 'M' -> stack.add((long) (in.getShort() & 0xffff));
      case 'J' -> stack.add((long) in.getInt());
      case 'U' -> stack.add(bytes(in.get() & 0xff));
      case 'T', 'X' -> stack.add(bytes(in.getInt()));
      case 'q' -> memo.put(in.get() & 0xff, top());
      case 'r' -> memo.put(in.getInt(), top());
      case 'h' -> stack.add(remembered(in.get() & 0xff));
      case 'j' -> stack.add(remembered(in.getInt()));
      case 'c' -> stack.add(name(line(), line()));
      case 0x85, 0x86, 0x87 -> stack.add(last(operation - 0x84));
      case 't' -> stack.add(sinceMark());
      case 'a' -> append(last(1));
      case 'e' -> append(sinceMark());
      case 's' -> put(last(2));
      case 'u' -> put(sinceMark());
      case 'R' -> call();
      case 'b' -> fill();
      default ->
          throw new IOException(
              English.of(
                  "holds the operation 0x%02x at byte %,d, which such files do not need and which is not done",
                  operation, in.position() - 1));
    }
  }

  private Bytes bytes(int length) throws IOException {
    if (length < 0 || length > in.remaining()) {
      throw new EOFException("is cut short");
    }
    int from = in.position();
    in.position(from + length);
    return new Bytes(file, from, from + length);
  }

  private String line() throws IOException {
    int from = in.position();
    while (in.get() != '\n') {
      if (in.position() - from > 100) {
        throw new IOException("is damaged: a name in it does not end");
      }
    }
    return new String(file, from, in.position() - 1 - from, StandardCharsets.ISO_8859_1);
  }

  private static Name name(String module, String name) throws IOException {
    for (Name each : Name.values()) {
      if (each.module.equals(module) && each.name.equals(name)) {
        return each;
      }
    }
    throw new IOException(
        English.of("names %s.%s, which is not looked up: it may be anything", module, name));
  }

  private Object remembered(int place) throws IOException {
    Object value = memo.get(place);
    if (value == null) {
      throw new IOException("is damaged: it uses what it did not keep");
    }
    return value;
  }

  private Object top() {
    return stack.get(stack.size() - 1);
  }

  private Object pop() {
    return stack.remove(stack.size() - 1);
  }

  private List<Object> last(int count) {
    List<Object> end = stack.subList(stack.size() - count, stack.size());
    List<Object> values = List.copyOf(end);
    end.clear();
    return values;
  }

  private List<Object> sinceMark() throws IOException {
    int mark = stack.lastIndexOf(MARK);
    if (mark < 0) {
      throw new IOException("is damaged: it ends what it did not begin");
    }
    List<Object> values = last(stack.size() - 1 - mark);
    pop();
    return values;
  }

  @SuppressWarnings("unchecked") // Only lists made here are on the stack.
  private void append(List<Object> values) {
    ((ArrayList<Object>) top()).addAll(values);
  }

  @SuppressWarnings("unchecked") // Only maps made here are on the stack.
  private void put(List<Object> pairs) {
    Map<String, Object> map = (LinkedHashMap<String, Object>) top();
    for (int i = 0; i < pairs.size(); i += 2) {
      map.put(((Bytes) pairs.get(i)).text(), filled(pairs.get(i + 1)));
    }
  }

  private static Object filled(Object value) {
    return value instanceof Hollow hollow ? hollow.array : value;
  }

  /** Makes an array without content, or a type of numbers. */
  private void call() throws IOException {
    List<?> arguments = (List<?>) pop();
    Object called = pop();
    if (called == Name.RECONSTRUCT && arguments.get(0) == Name.NDARRAY) {
      stack.add(new Hollow());
    } else if (called == Name.DTYPE) {
      stack.add(new Type(((Bytes) arguments.get(0)).text()));
    } else {
      throw new IOException("calls what is not called here");
    }
  }

  /** Gives an array its content; a type of single bytes needs none. */
  private void fill() throws IOException {
    List<?> state = (List<?>) pop();
    if (top() instanceof Type) {
      return;
    }
    Type type = (Type) state.get(2);
    if (!type.name.equals("u1")) {
      throw new IOException(English.of("holds an array of %s, not of single bytes", type.name));
    }
    List<?> sizes = (List<?>) state.get(1);
    if (sizes.isEmpty() || sizes.size() > MOST_AXES) {
      throw new IOException(English.of("holds an array of %d axes", sizes.size()));
    }
    Bytes bytes = (Bytes) state.get(4);
    long count = 1;
    int[] shape = new int[sizes.size()];
    for (int i = 0; i < shape.length; i++) {
      long size = (Long) sizes.get(i);
      if (size < 0 || size > bytes.length()) {
        throw new IOException("holds an array whose size is not that of its bytes");
      }
      shape[i] = (int) size;
      count = Math.min(count * size, Integer.MAX_VALUE + 1L);
    }
    if (count != bytes.length()) {
      throw new IOException("holds an array whose size is not that of its bytes");
    }
    ((Hollow) top()).array = new Array(shape, (Boolean) state.get(3), bytes);
  }
}
