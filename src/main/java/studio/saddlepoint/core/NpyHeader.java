package studio.saddlepoint.core;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The beginning of a file of NumPy's format .npy, version 1 (numpy/lib/format.py): the numbers
 * follow, rows first.
 */
public final class NpyHeader {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;

  private NpyHeader() {}

  /**
   * The header's bytes.
   *
   * @param type of the numbers in NumPy's words, such as {@code <f8} or {@code |u1}
   * @param shape sizes of the axes, outermost first; none for a single number
   */
  public static byte[] of(String type, int... shape) {
    String sizes = Arrays.stream(shape).mapToObj(n -> n + ",").collect(Collectors.joining(" "));
    String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
    int start = MAGIC.length + Short.BYTES;
    int whole = (start + header.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
    int length = whole - start;
    String padded = header + " ".repeat(length - header.length() - 1) + "\n";
    return ByteBuffer.allocate(whole)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) length)
        .put(padded.getBytes(StandardCharsets.US_ASCII))
        .array();
  }
}
