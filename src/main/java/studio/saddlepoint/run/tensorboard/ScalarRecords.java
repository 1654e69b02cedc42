package studio.saddlepoint.run.tensorboard;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Finds the scalars in records of an event file: simple values, and tensors of one number of the
 * plug-in {@code scalars}, which version 2 of TensorFlow writes. All else is passed over.
 */
final class ScalarRecords {
  private static final int TIME = 1;
  private static final int STEP = 2;
  private static final int SUMMARY = 5;
  private static final int SESSION = 7;
  private static final int TAG = 1;
  private static final int SIMPLE_VALUE = 2;
  private static final int TENSOR = 8;
  private static final int METADATA = 9;
  private static final int FLOAT = 1;
  private static final int DOUBLE = 2;

  private final Taker taker;
  private final LongConsumer beginsAgain;

  /** Of tags whose first value told it. */
  private final Map<String, String> plugins = new HashMap<>();

  /** Takes a scalar. */
  interface Taker {
    /**
     * Takes a scalar.
     *
     * @param time seconds since 1970; 0 where that is not told
     */
    void take(String tag, double time, long step, double value);
  }

  /**
   * A finder.
   *
   * @param beginsAgain told the step from which on what was told before does not hold any more
   */
  ScalarRecords(Taker taker, LongConsumer beginsAgain) {
    this.taker = taker;
    this.beginsAgain = beginsAgain;
  }

  private interface Field {
    /** Reads the value of a field; false where it is not wanted. */
    boolean read(int number, int type, CodedInputStream in) throws IOException;
  }

  private static void each(ByteString message, Field field) throws IOException {
    CodedInputStream in = message.newCodedInput();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int type = WireFormat.getTagWireType(tag);
      if (!field.read(WireFormat.getTagFieldNumber(tag), type, in)) {
        in.skipField(tag);
      }
    }
  }

  private static boolean isBytes(int type) {
    return type == WireFormat.WIRETYPE_LENGTH_DELIMITED;
  }

  /** Looks into an {@code Event}. */
  void take(byte[] record) throws IOException {
    long[] step = {0};
    double[] time = {0};
    boolean[] begun = {false};
    List<ByteString> summaries = new ArrayList<>();
    each(
        ByteString.copyFrom(record),
        (number, type, in) -> {
          if (number == TIME && type == WireFormat.WIRETYPE_FIXED64) {
            time[0] = in.readDouble();
          } else if (number == STEP && type == WireFormat.WIRETYPE_VARINT) {
            step[0] = in.readInt64();
          } else if (number == SUMMARY && isBytes(type)) {
            summaries.add(in.readBytes());
          } else if (number == SESSION && isBytes(type)) {
            begun[0] = begins(in.readBytes());
          } else {
            return false;
          }
          return true;
        });
    if (begun[0]) {
      beginsAgain.accept(step[0]);
    }
    for (ByteString summary : summaries) {
      each(
          summary,
          (number, type, in) -> {
            boolean value = number == 1 && isBytes(type);
            if (value) {
              value(time[0], step[0], in.readBytes());
            }
            return value;
          });
    }
  }

  /** Whether a {@code SessionLog} says that a session starts. */
  private static boolean begins(ByteString session) throws IOException {
    boolean[] start = {false};
    each(
        session,
        (number, type, in) -> {
          boolean status = number == 1 && type == WireFormat.WIRETYPE_VARINT;
          start[0] |= status && in.readEnum() == 1;
          return status;
        });
    return start[0];
  }

  private void value(double time, long step, ByteString message) throws IOException {
    String[] texts = {"", ""};
    List<Double> numbers = new ArrayList<>();
    List<ByteString> tensors = new ArrayList<>();
    each(
        message,
        (number, type, in) -> {
          if (number == TAG && isBytes(type)) {
            texts[0] = in.readStringRequireUtf8();
          } else if (number == SIMPLE_VALUE && type == WireFormat.WIRETYPE_FIXED32) {
            numbers.add((double) in.readFloat());
          } else if (number == TENSOR && isBytes(type)) {
            tensors.add(in.readBytes());
          } else if (number == METADATA && isBytes(type)) {
            texts[1] = plugin(in.readBytes());
          } else {
            return false;
          }
          return true;
        });
    String plugin = texts[1].isEmpty() ? plugins.getOrDefault(texts[0], "") : texts[1];
    plugins.put(texts[0], plugin);
    if (plugin.equals("scalars")) {
      for (ByteString tensor : tensors) {
        numbers.addAll(tensor(tensor));
      }
    }
    if (numbers.size() == 1) {
      taker.take(texts[0], time, step, numbers.get(0));
    }
  }

  /** The plug-in that a {@code SummaryMetadata} names. */
  private static String plugin(ByteString metadata) throws IOException {
    String[] name = {""};
    each(
        metadata,
        (number, type, in) -> {
          boolean data = number == 1 && isBytes(type);
          if (data) {
            each(
                in.readBytes(),
                (inner, innerType, inside) -> {
                  boolean named = inner == 1 && isBytes(innerType);
                  name[0] = named ? inside.readString() : name[0];
                  return named;
                });
          }
          return data;
        });
    return name[0];
  }

  /** The numbers of a {@code TensorProto} of floats or doubles; none of another type. */
  private static List<Double> tensor(ByteString message) throws IOException {
    int[] kind = {0};
    List<ByteString> content = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    each(
        message,
        (number, type, in) -> {
          if (number == 1 && type == WireFormat.WIRETYPE_VARINT) {
            kind[0] = in.readEnum();
          } else if (number == 4 && isBytes(type)) {
            content.add(in.readBytes());
          } else if (number == 5 && type == WireFormat.WIRETYPE_FIXED32) {
            values.add((double) in.readFloat());
          } else if (number == 5 && isBytes(type)) {
            values.addAll(numbers(in.readBytes(), FLOAT));
          } else if (number == 6 && type == WireFormat.WIRETYPE_FIXED64) {
            values.add(in.readDouble());
          } else if (number == 6 && isBytes(type)) {
            values.addAll(numbers(in.readBytes(), DOUBLE));
          } else {
            return false;
          }
          return true;
        });
    for (ByteString each : content) {
      values.addAll(numbers(each, kind[0]));
    }
    return values;
  }

  private static List<Double> numbers(ByteString bytes, int kind) {
    ByteBuffer buffer = bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    int width = kind == DOUBLE ? Double.BYTES : Float.BYTES;
    List<Double> all = new ArrayList<>();
    while ((kind == FLOAT || kind == DOUBLE) && buffer.remaining() >= width) {
      all.add(kind == DOUBLE ? buffer.getDouble() : buffer.getFloat());
    }
    return all;
  }
}
