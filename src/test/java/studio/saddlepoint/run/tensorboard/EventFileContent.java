package studio.saddlepoint.run.tensorboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event file as another reader has it, which shares nothing with the program's: bytes are parted
 * by hand after the format of records and of protocol buffers.
 */
final class EventFileContent {
  /** Of each record that tells values: its step and the values' tags with their fields. */
  final List<Row> rows = new ArrayList<>();

  /** Steps from which on something is told again. */
  final List<Long> restarts = new ArrayList<>();

  String version = "";

  record Row(double time, long step, String tag, Map<Integer, List<Object>> fields) {
    float number() {
      return Float.intBitsToFloat((int) (long) (Long) fields.get(2).get(0));
    }

    Map<Integer, List<Object>> inner(int... path) {
      Map<Integer, List<Object>> at = fields;
      for (int field : path) {
        at = parse((byte[]) at.get(field).get(0));
      }
      return at;
    }
  }

  static EventFileContent of(Path file) throws IOException {
    EventFileContent content = new EventFileContent();
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      byte[] length = new byte[8];
      bytes.mark();
      bytes.get(length).reset();
      byte[] data = new byte[(int) bytes.getLong()];
      assertEquals(masked(length), bytes.getInt(), "checksum of the length");
      bytes.get(data);
      assertEquals(masked(data), bytes.getInt(), "checksum of the data");
      content.take(parse(data));
    }
    return content;
  }

  /** CRC-32C bit by bit (Castagnoli's polynomial, reflected), masked. */
  static int masked(byte[] data) {
    int crc = ~0;
    for (byte each : data) {
      crc ^= each & 0xFF;
      for (int i = 0; i < 8; i++) {
        crc = (crc >>> 1) ^ ((crc & 1) == 1 ? 0x82F63B78 : 0);
      }
    }
    crc = ~crc;
    return ((crc >>> 15) | (crc << 17)) + 0xA282EAD8;
  }

  private void take(Map<Integer, List<Object>> event) {
    if (event.containsKey(3)) {
      version = text(event.get(3).get(0));
    }
    long step = event.containsKey(2) ? (Long) event.get(2).get(0) : 0;
    double time = Double.longBitsToDouble((Long) event.get(1).get(0));
    if (event.containsKey(7)) {
      restarts.add(step);
    }
    for (Object summary : event.getOrDefault(5, List.of())) {
      for (Object value : parse((byte[]) summary).getOrDefault(1, List.of())) {
        Map<Integer, List<Object>> fields = parse((byte[]) value);
        rows.add(new Row(time, step, text(fields.get(1).get(0)), fields));
      }
    }
  }

  static String text(Object bytes) {
    return new String((byte[]) bytes, StandardCharsets.UTF_8);
  }

  /** Fields by number: numbers as their bits, all else as bytes. */
  static Map<Integer, List<Object>> parse(byte[] message) {
    Map<Integer, List<Object>> fields = new LinkedHashMap<>();
    ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      long key = varint(in);
      Object value =
          switch ((int) (key & 7)) {
            case 0 -> varint(in);
            case 1 -> in.getLong();
            case 5 -> (long) in.getInt();
            default -> {
              byte[] bytes = new byte[(int) varint(in)];
              in.get(bytes);
              yield bytes;
            }
          };
      fields.computeIfAbsent((int) (key >>> 3), each -> new ArrayList<>()).add(value);
    }
    return fields;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  List<Row> of(String tag) {
    return rows.stream().filter(each -> each.tag().equals(tag)).toList();
  }
}
