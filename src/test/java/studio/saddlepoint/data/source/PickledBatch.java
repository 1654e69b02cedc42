package studio.saddlepoint.data.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes pickles operation by operation, as Python 2's cPickle does in protocol 2. */
final class PickledBatch {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int kept;

  PickledBatch() {
    raw(0x80, 2);
  }

  /** A batch of CIFAR: image i has the label i modulo the classes, and pixels like it. */
  static byte[] cifar(String labels, int count, int classes, boolean columnsFirst) {
    PickledBatch batch = new PickledBatch();
    batch.raw('}').keep().raw('(');
    batch.text("batch_label").text("training batch 1 of 1");
    batch.text(labels).raw(']').keep();
    for (int from = 0; from < count; from += 1000) {
      batch.raw('(');
      for (int i = from; i < Math.min(count, from + 1000); i++) {
        batch.raw('K', i % classes);
      }
      batch.raw('e');
    }
    byte[] pixels = new byte[count * 3072];
    for (int i = 0; i < count; i++) {
      for (int p = 0; p < 3072; p++) {
        int at = columnsFirst ? p * count + i : i * 3072 + p;
        pixels[at] = (byte) (i % classes + p / 1024 * 100);
      }
    }
    batch.text("data").array("u1", count, 3072, columnsFirst, pixels);
    return batch.raw('u', '.').bytes();
  }

  /** What names the classes. */
  static byte[] meta(String key, String... names) {
    PickledBatch meta = new PickledBatch();
    meta.raw('}').keep().raw('(').text("num_cases_per_batch").raw('M', 0x10, 0x27);
    meta.text(key).raw(']').keep().raw('(');
    for (String name : names) {
      meta.text(name);
    }
    return meta.raw('e', 'u', '.').bytes();
  }

  PickledBatch array(String type, int rows, int columns, boolean columnsFirst, byte[] data) {
    name("numpy.core.multiarray", "_reconstruct").keep();
    name("numpy", "ndarray").keep();
    raw('K', 0, 0x85).keep().raw('U', 1, 'b', 0x87).keep().raw('R').keep();
    raw('(', 'K', 1);
    number(rows).number(columns).raw(0x86).keep();
    name("numpy", "dtype").keep();
    text(type).raw('K', 0, 'K', 1, 0x87).keep().raw('R').keep();
    raw('(', 'K', 3, 'U', 1, '|', 'N', 'N', 'N');
    number(-1).number(-1).raw('K', 0, 't', 'b');
    raw(columnsFirst ? 0x88 : 0x89);
    raw('T').int32(data.length);
    out.writeBytes(data);
    return raw('t', 'b');
  }

  PickledBatch name(String module, String name) {
    out.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  PickledBatch text(String text) {
    raw('U', text.length());
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return keep();
  }

  PickledBatch number(int value) {
    return raw('J').int32(value);
  }

  PickledBatch keep() {
    kept++;
    return kept < 256 ? raw('q', kept) : raw('r').int32(kept);
  }

  PickledBatch raw(int... operations) {
    Arrays.stream(operations).forEach(out::write);
    return this;
  }

  private PickledBatch int32(int value) {
    out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
