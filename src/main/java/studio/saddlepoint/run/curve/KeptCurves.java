package studio.saddlepoint.run.curve;

import java.util.zip.CRC32C;
import studio.saddlepoint.run.event.EventLog;

/**
 * The curves of the first part of a run's log, and what tells whether a log begins with that part.
 *
 * @param begin checksum of the log's first bytes
 * @param ending checksum of the last bytes of the part
 * @param index of the part, which ends where it ends
 * @param curves of the part
 */
public record KeptCurves(long begin, long ending, LogIndex index, RunCurves curves) {
  private static final int LOOK = 4096;

  /** The curves of a log up to where its index ends. */
  static KeptCurves of(EventLog log, LogIndex index, RunCurves curves) {
    return new KeptCurves(first(log, index.end()), last(log, index.end()), index, curves);
  }

  /** Whether a log begins with the part that these are of. */
  boolean fits(EventLog log) {
    long end = index.end();
    return end > 0 && log.size() >= end && begin == first(log, end) && ending == last(log, end);
  }

  private static long first(EventLog log, long end) {
    return sum(log, 0, Math.min(end, LOOK));
  }

  private static long last(EventLog log, long end) {
    return sum(log, Math.max(0, end - LOOK), end);
  }

  private static long sum(EventLog log, long start, long end) {
    CRC32C sum = new CRC32C();
    byte[] bytes = log.raw(start, (int) (end - start));
    sum.update(bytes, 0, bytes.length);
    return sum.getValue();
  }
}
