package studio.saddlepoint.golden;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads numpy's .npz: a zip of .npy files, here little endian and in C order. */
final class Npz {
  private static final Pattern HEADER =
      Pattern.compile("'descr': '<(f4|f8|i8)'.*'fortran_order': False.*'shape': \\(([^)]*)\\)");

  private Npz() {}

  static Map<String, GoldenArray> read(Path file) throws IOException {
    Map<String, GoldenArray> arrays = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().replaceFirst("\\.npy$", "");
        arrays.put(name, array(file + "/" + name, zip.readAllBytes()));
      }
    }
    return arrays;
  }

  private static GoldenArray array(String name, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    boolean first = buffer.get(6) == 1;
    int length = first ? Short.toUnsignedInt(buffer.getShort(8)) : buffer.getInt(8);
    int start = first ? 10 : 12;
    String text = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    Matcher header = HEADER.matcher(text);
    if (!header.find()) {
      throw new IOException(name + " has a header that is not understood: " + text);
    }
    long[] shape =
        Arrays.stream(header.group(2).split(","))
            .map(String::trim)
            .filter(part -> !part.isEmpty())
            .mapToLong(Long::parseLong)
            .toArray();
    buffer.position(start + length);
    double[] values = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (header.group(1)) {
            case "f4" -> buffer.getFloat();
            case "f8" -> buffer.getDouble();
            default -> buffer.getLong();
          };
    }
    return new GoldenArray(shape, values, header.group(1).equals("i8"));
  }
}
