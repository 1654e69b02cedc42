package studio.saddlepoint.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An array of numpy: the format .npy, versions 1 to 3 (numpy/lib/format.py). Numbers of any kind
 * are held as doubles, rows first; a single text as text. Pickled objects are refused.
 *
 * @param shape sizes of the axes, outermost first; empty for a single number or text
 * @param values the numbers; none for a text. Not to be changed
 * @param text the text; empty for numbers
 */
public record Npy(int[] shape, double[] values, String text) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\s,L]*)\\)");
  private static final Charset UTF_32 = Charset.forName("UTF-32LE");

  /** Of a file, with the length of its header. */
  private static final int SHORTEST = 12;

  private static final int LONGEST_HEADER = 1 << 20;
  private static final int LONGEST_SHOWN = 200;

  /** More is not read. */
  static final int MOST_BYTES = 1 << 30;

  /** Numbers of a shape, rows first. */
  public static Npy of(double[] values, int... shape) {
    if (values.length != count(shape)) {
      throw new IllegalArgumentException(values.length + " numbers for " + Arrays.toString(shape));
    }
    return new Npy(shape, values, "");
  }

  /** A text. */
  public static Npy of(String text) {
    return new Npy(new int[0], new double[0], text);
  }

  /** The precision that numbers are written with. */
  public enum Precision {
    /** Four bytes a number, as networks take them. */
    FLOAT32("<f4", Float.BYTES),
    /** Eight bytes a number. */
    FLOAT64("<f8", Double.BYTES);

    private final String type;
    private final int bytes;

    Precision(String type, int bytes) {
      this.type = type;
      this.bytes = bytes;
    }

    private byte[] data(double[] values) {
      ByteBuffer numbers = ByteBuffer.allocate(values.length * bytes);
      numbers.order(ByteOrder.LITTLE_ENDIAN);
      for (double value : values) {
        if (this == FLOAT32) {
          numbers.putFloat((float) value);
        } else {
          numbers.putDouble(value);
        }
      }
      return numbers.array();
    }
  }

  /** The bytes of a file: float64, or unicode for a text; little endian, rows first. */
  public byte[] bytes() {
    return bytes(Precision.FLOAT64);
  }

  /** The bytes of a file: numbers of a precision, or unicode for a text; rows first. */
  public byte[] bytes(Precision precision) {
    byte[] data;
    String type;
    if (text.isEmpty()) {
      type = precision.type;
      data = precision.data(values);
    } else {
      type = "<U" + text.codePointCount(0, text.length());
      data = text.getBytes(UTF_32);
    }
    byte[] header = NpyHeader.of(type, shape);
    return ByteBuffer.allocate(header.length + data.length).put(header).put(data).array();
  }

  /**
   * Reads an array, and no more than its header announces.
   *
   * @param in the bytes of a file; stays open
   * @throws IOException if they are not understood; the message ends a sentence that begins with
   *     the array's name
   */
  public static Npy read(InputStream in) throws IOException {
    byte[] start = in.readNBytes(SHORTEST);
    if (start.length < SHORTEST || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException("is no numpy array");
    }
    boolean first = start[MAGIC.length] == 1;
    ByteBuffer numbers = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    long length = first ? Short.toUnsignedLong(numbers.getShort(8)) : numbers.getInt(8);
    int known = first ? 2 : 0; // of the header, among the bytes that were read
    if (length < known || length > LONGEST_HEADER) {
      throw new IOException("is cut short");
    }
    byte[] rest = in.readNBytes((int) length - known);
    if (rest.length < length - known) {
      throw new IOException("is cut short");
    }
    String header =
        new String(start, SHORTEST - known, known, StandardCharsets.ISO_8859_1)
            + new String(rest, StandardCharsets.ISO_8859_1);
    String type = found(DESCR, header);
    boolean columnsFirst = found(ORDER, header).equals("True");
    int[] shape = shape(found(SHAPE, header));
    if (type.matches("<U\\d{1,6}") && shape.length == 0) {
      return text(in.readNBytes(Integer.BYTES * Integer.parseInt(type.substring(2))));
    }
    double[] values = numbers(type, in, count(shape));
    return new Npy(shape, columnsFirst ? rowsFirst(values, shape) : values, "");
  }

  private static String found(Pattern pattern, String header) throws IOException {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new IOException("has a header that is not understood: " + shown(header.strip()));
    }
    return matcher.group(1);
  }

  private static String shown(String header) {
    return header.length() > LONGEST_SHOWN ? header.substring(0, LONGEST_SHOWN) + " ..." : header;
  }

  private static int[] shape(String text) throws IOException {
    try {
      return Arrays.stream(text.split(","))
          .map(size -> size.replace("L", "").strip())
          .filter(size -> !size.isEmpty())
          .mapToInt(Integer::parseInt)
          .toArray();
    } catch (NumberFormatException e) {
      throw new IOException("has the shape (" + shown(text) + "), which is too large", e);
    }
  }

  /** Never more than can be counted, whatever the sizes are. */
  private static long count(int[] shape) {
    return Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> Math.min(a * b, 1L << 31));
  }

  private static Npy text(byte[] bytes) {
    return of(new String(bytes, UTF_32).replaceAll("\0+$", ""));
  }

  private static double[] numbers(String type, InputStream in, long count) throws IOException {
    String kind = type.replaceFirst("^[<>=|]", "");
    int size =
        switch (kind) {
          case "f8", "i8" -> 8;
          case "f4", "i4" -> 4;
          case "u1" -> 1;
          default ->
              throw new IOException(
                  English.of("holds '%s' instead of numbers in float64 or float32", shown(type)));
        };
    if (count * size > MOST_BYTES) {
      throw new IOException("has more than a gigabyte");
    }
    byte[] bytes = in.readNBytes((int) count * size);
    if (bytes.length < count * size) {
      throw new IOException("is cut short");
    }
    ByteBuffer data = ByteBuffer.wrap(bytes);
    data.order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (kind) {
            case "f8" -> data.getDouble();
            case "f4" -> data.getFloat();
            case "i8" -> data.getLong();
            case "i4" -> data.getInt();
            default -> data.get() & 0xff;
          };
    }
    return values;
  }

  /** Numbers whose first axis runs fastest, as numbers whose last axis does. */
  private static double[] rowsFirst(double[] values, int[] shape) {
    double[] turned = new double[values.length];
    int[] at = new int[shape.length];
    for (double value : values) {
      int place = 0;
      for (int axis = 0; axis < shape.length; axis++) {
        place = place * shape[axis] + at[axis];
      }
      turned[place] = value;
      for (int axis = 0; axis < shape.length && ++at[axis] == shape[axis]; axis++) {
        at[axis] = 0;
      }
    }
    return turned;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Npy array
        && Arrays.equals(shape, array.shape)
        && Arrays.equals(values, array.values)
        && text.equals(array.text);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(shape) * 31 + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return text.isEmpty() ? "array " + Arrays.toString(shape) : text;
  }
}
