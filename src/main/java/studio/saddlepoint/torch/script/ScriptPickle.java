package studio.saddlepoint.torch.script;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The object of a module in the words of Python's pickle, protocol 2, as libtorch's unpickler takes
 * them: a dictionary of attributes, where tensors point at entries of the archive by persistent ids
 * (torch/csrc/jit/serialization/pickler.cpp).
 */
final class ScriptPickle {
  private static final int PROTOCOL = 0x80;
  private static final int NEW_OBJECT = 0x81;
  private static final int TUPLE = 't';
  private static final int TRUE = 0x88;
  private static final int FALSE = 0x89;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Begins an object of a class; its attributes follow. */
  ScriptPickle(String module, String className) {
    put(PROTOCOL, 2);
    global(module, className);
    put(')', NEW_OBJECT, '}', '(');
  }

  /** An attribute that is yes. */
  ScriptPickle yes(String name) {
    text(name);
    return put(TRUE);
  }

  /** An attribute that is a whole number or a text. */
  ScriptPickle fact(String name, Object value) {
    text(name);
    return value instanceof Number number ? number(number.intValue()) : text(value.toString());
  }

  /**
   * An attribute that is a tensor of float32, rows first.
   *
   * @param key the archive's entry {@code data/KEY} holds its numbers
   * @param shape sizes of its axes
   */
  ScriptPickle tensor(String name, String key, long[] shape) {
    text(name);
    global("torch._utils", "_rebuild_tensor_v2");
    put('(', '(');
    text("storage");
    global("torch", "FloatStorage");
    text(key);
    text("cpu");
    long count = 1;
    for (long size : shape) {
      count *= size;
    }
    number(Math.toIntExact(count));
    put(TUPLE, 'Q');
    number(0);
    numbers(shape);
    numbers(strides(shape));
    put(FALSE);
    global("collections", "OrderedDict");
    return put(')', 'R', TUPLE, 'R');
  }

  private static long[] strides(long[] shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    return strides;
  }

  /** The whole of it. */
  byte[] end() {
    put('u', 'b', '.');
    return bytes.toByteArray();
  }

  private ScriptPickle numbers(long[] values) {
    put('(');
    for (long each : values) {
      number(Math.toIntExact(each));
    }
    return put(TUPLE);
  }

  private ScriptPickle number(int value) {
    put('J');
    little(value);
    return this;
  }

  private ScriptPickle text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    put('X');
    little(encoded.length);
    bytes.writeBytes(encoded);
    return this;
  }

  private void little(int value) {
    bytes.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  private void global(String module, String name) {
    put('c');
    bytes.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private ScriptPickle put(int... codes) {
    for (int each : codes) {
      bytes.write(each);
    }
    return this;
  }
}
