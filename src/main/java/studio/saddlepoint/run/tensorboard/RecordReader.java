package studio.saddlepoint.run.tensorboard;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/** Reads the records of a record file of TensorFlow, and says where it is damaged. */
final class RecordReader {
  /** Larger records hold no numbers of a step; those of pictures and graphs may be as large. */
  private static final long MOST = 64L << 20;

  private final Path file;
  private long at;
  private long count;
  private long passedOver;
  private boolean cut;

  RecordReader(Path file) {
    this.file = file;
  }

  /** Takes the data of a record. */
  interface Taker {
    /**
     * Takes a record.
     *
     * @throws IOException if it is no message of the kind that is expected
     */
    void take(byte[] data) throws IOException;
  }

  /**
   * Hands on all whole records.
   *
   * @throws StudioException if the file cannot be read or a checksum does not agree
   */
  void read(Taker taker) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      while (true) {
        byte[] head = in.readNBytes(RecordFrame.HEAD);
        if (head.length < RecordFrame.HEAD) {
          cut = head.length > 0;
          return;
        }
        ByteBuffer numbers = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        long length = numbers.getLong();
        if (numbers.getInt() != RecordFrame.checksum(head, 0, Long.BYTES)) {
          throw damaged(at == 0 ? "is no event file of TensorBoard" : "is damaged");
        }
        if (length < 0) {
          throw damaged("is damaged");
        }
        if (length > MOST) {
          if (!skipped(in, length + RecordFrame.TAIL)) {
            cut = true;
            return;
          }
          passedOver++;
          at += RecordFrame.HEAD + length + RecordFrame.TAIL;
          count++;
          continue;
        }
        byte[] data = in.readNBytes((int) length);
        byte[] tail = in.readNBytes(RecordFrame.TAIL);
        if (data.length < length || tail.length < RecordFrame.TAIL) {
          cut = true;
          return;
        }
        int sum = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (sum != RecordFrame.checksum(data, 0, data.length)) {
          throw damaged("is damaged");
        }
        hand(data, taker);
        at += RecordFrame.HEAD + length + RecordFrame.TAIL;
        count++;
      }
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "%s cannot be read (%s). Check its permissions and its disk.",
              file, DiskErrors.reason(e)),
          e);
    }
  }

  /** Whether there was as much to be passed over; a made-up length may be beyond any file. */
  private static boolean skipped(InputStream in, long bytes) throws IOException {
    try {
      in.skipNBytes(bytes);
      return bytes >= 0;
    } catch (EOFException e) {
      return false;
    }
  }

  private void hand(byte[] data, Taker taker) {
    try {
      taker.take(data);
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "%s holds records of another kind (record %,d, byte %,d): it is no event file of"
                  + " TensorBoard. Choose one whose name begins with events.out.tfevents.",
              file, count + 1, at),
          e);
    }
  }

  private StudioException damaged(String what) {
    return new StudioException(
        English.of(
            "%s %s: the checksum of record %,d (byte %,d) does not agree. Copy it again from where"
                + " it was written, or choose another.",
            file, what, count + 1, at));
  }

  /** How many records were read. */
  long count() {
    return count;
  }

  /** How many of them were too large to be looked at. */
  long passedOver() {
    return passedOver;
  }

  /** Whether the file ends in the middle of a record, as while it is being written. */
  boolean isCut() {
    return cut;
  }
}
