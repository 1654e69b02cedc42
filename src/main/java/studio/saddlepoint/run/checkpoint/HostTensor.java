package studio.saddlepoint.run.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;

/**
 * An array in main memory, apart from any engine; at most 2 GiB.
 *
 * @param dtype element type as safetensors names it: {@code F32}, {@code F64}, {@code F16}, {@code
 *     BF16}, {@code I64}, {@code I32}, {@code I16}, {@code I8}, {@code U8}, {@code BOOL}
 * @param shape sizes of the axes, outermost first; empty for a single number. Not to be changed
 * @param data the elements, rows first, little endian; a read-only view, positioned at 0
 */
public record HostTensor(String dtype, long[] shape, ByteBuffer data) {
  private static final Map<String, Integer> BYTES =
      Map.of(
          "F64", 8, "F32", 4, "F16", 2, "BF16", 2, "I64", 8, "I32", 4, "I16", 2, "I8", 1, "U8", 1,
          "BOOL", 1);

  /** Refuses unknown types and data of another length than the shape's. */
  public HostTensor {
    int bytes = bytes(dtype);
    if (bytes == 0) {
      throw new IllegalArgumentException("Unknown element type " + dtype);
    }
    shape = shape.clone();
    long expected = Math.multiplyExact(count(shape), bytes);
    if (data.remaining() != expected) {
      throw new IllegalArgumentException(
          data.remaining()
              + " bytes for "
              + dtype
              + Arrays.toString(shape)
              + ", which has "
              + expected);
    }
    data = data.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * A tensor of floats.
   *
   * @param values rows first; copied
   * @param shape sizes of the axes; none for a single number
   */
  public static HostTensor of(float[] values, long... shape) {
    ByteBuffer data = littleEndian(values.length * (long) Float.BYTES);
    data.asFloatBuffer().put(values);
    return new HostTensor("F32", shape, data);
  }

  /**
   * A tensor of whole numbers.
   *
   * @param values rows first; copied
   * @param shape sizes of the axes; none for a single number
   */
  public static HostTensor of(long[] values, long... shape) {
    ByteBuffer data = littleEndian(values.length * (long) Long.BYTES);
    data.asLongBuffer().put(values);
    return new HostTensor("I64", shape, data);
  }

  /** A view of its own position, so that threads can read at once. */
  @Override
  public ByteBuffer data() {
    return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Whether all elements are numbers, none of them infinite; true of half precision, too. */
  public boolean finite() {
    ByteBuffer each = data();
    boolean finite = true;
    if (dtype.equals("F32")) {
      while (finite && each.hasRemaining()) {
        finite = Float.isFinite(each.getFloat());
      }
    } else if (dtype.equals("F64")) {
      while (finite && each.hasRemaining()) {
        finite = Double.isFinite(each.getDouble());
      }
    }
    return finite;
  }

  /**
   * The elements of an {@code F32} tensor.
   *
   * @throws IllegalStateException if it is of another type
   */
  public float[] floats() {
    float[] values = new float[elements("F32", Float.BYTES)];
    data().asFloatBuffer().get(values);
    return values;
  }

  /**
   * The elements of an {@code I64} tensor.
   *
   * @throws IllegalStateException if it is of another type
   */
  public long[] longs() {
    long[] values = new long[elements("I64", Long.BYTES)];
    data().asLongBuffer().get(values);
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HostTensor tensor
        && dtype.equals(tensor.dtype)
        && Arrays.equals(shape, tensor.shape)
        && data.equals(tensor.data);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(shape) * 31 + data.hashCode();
  }

  @Override
  public String toString() {
    return dtype + Arrays.toString(shape);
  }

  /** Bytes of an element; 0 for an unknown type. */
  static int bytes(String dtype) {
    return BYTES.getOrDefault(dtype, 0);
  }

  /**
   * Elements of a shape.
   *
   * @throws ArithmeticException if they are too many to count
   */
  static long count(long[] shape) {
    long count = 1;
    for (long size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException("Negative size in " + Arrays.toString(shape));
      }
      count = Math.multiplyExact(count, size);
    }
    return count;
  }

  private int elements(String wanted, int bytes) {
    if (!dtype.equals(wanted)) {
      throw new IllegalStateException("A tensor of " + dtype + ", not " + wanted);
    }
    return data.capacity() / bytes;
  }

  private static ByteBuffer littleEndian(long bytes) {
    return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
