package studio.saddlepoint.run.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The frame of a record in TensorFlow's record files (TFRecord): its length as eight bytes, their
 * checksum as four, the data, and the data's checksum as four, all of them the least byte first.
 * The checksums are masked (tensorflow/core/lib/hash/crc32c.h), so that one of data that holds
 * checksums does not come out as a constant.
 */
final class RecordFrame {
  /** Bytes before the data. */
  static final int HEAD = Long.BYTES + Integer.BYTES;

  /** Bytes after the data. */
  static final int TAIL = Integer.BYTES;

  private static final int MASK = 0xA282EAD8;
  private static final int ROTATED = 15;

  private RecordFrame() {}

  /** A record with its frame. */
  static byte[] of(byte[] data) {
    ByteBuffer record =
        ByteBuffer.allocate(HEAD + data.length + TAIL).order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(data.length);
    record.putInt(checksum(record.array(), 0, Long.BYTES));
    record.put(data);
    return record.putInt(checksum(data, 0, data.length)).array();
  }

  /** The masked CRC-32C of some bytes: rotated to the right by 15 bits, plus a constant. */
  static int checksum(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return Integer.rotateRight((int) crc.getValue(), ROTATED) + MASK;
  }
}
