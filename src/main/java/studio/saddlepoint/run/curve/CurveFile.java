package studio.saddlepoint.run.curve;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The bytes of kept curves: a magic word with the version, a checksum, then everything in the order
 * below. Anything that is not exactly that is no kept curves.
 */
final class CurveFile {
  /** The last character is the version. */
  private static final byte[] MAGIC = "SPCURVE2".getBytes(StandardCharsets.US_ASCII);

  private static final int HEAD = MAGIC.length + Long.BYTES;

  private CurveFile() {}

  static byte[] write(KeptCurves kept) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(MAGIC);
    out.writeLong(0);
    out.writeLong(kept.begin());
    out.writeLong(kept.ending());
    out.writeInt(kept.index().parts.size());
    for (LogIndex.Part part : kept.index().parts) {
      for (long number : new long[] {part.start(), part.end(), part.least(), part.most()}) {
        out.writeLong(number);
      }
      out.writeInt(part.begun());
    }
    out.writeInt(kept.index().others.size());
    for (String line : kept.index().others) {
      text(out, line);
    }
    out.writeLong(kept.index().passedOver());
    RunCurves curves = kept.curves();
    out.writeLong(curves.lastStep);
    Instant clock = curves.clock;
    text(out, clock == null ? "" : clock.toString());
    out.writeInt(curves.series.size());
    for (Map.Entry<String, Series> each : curves.series.entrySet()) {
      text(out, each.getKey());
      series(out, each.getValue());
    }
    ByteBuffer whole = ByteBuffer.wrap(bytes.toByteArray());
    whole.putLong(MAGIC.length, checksum(whole.array()));
    return whole.array();
  }

  private static long checksum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, HEAD, bytes.length - HEAD);
    return sum.getValue();
  }

  private static void series(DataOutputStream out, Series series) throws IOException {
    out.writeLong(series.count);
    out.writeLong(series.lastStep);
    out.writeDouble(series.last);
    longs(out, series.lost.steps, series.lost.size);
    out.writeLong(series.lost.beyond);
    out.writeLong(series.tail.from);
    int held = (int) (series.tail.end - series.tail.from);
    long[] steps = new long[held];
    double[] values = new double[held];
    for (int i = 0; i < held; i++) {
      steps[i] = series.tail.step(series.tail.from + i);
      values[i] = series.tail.value(series.tail.from + i);
    }
    longs(out, steps, held);
    doubles(out, values, held);
    out.writeInt(series.levels.size());
    for (Level level : series.levels) {
      out.writeLong(level.unit);
      longs(out, level.steps, level.size);
      doubles(out, level.means, level.size);
      if (level.unit > 1) {
        doubles(out, level.lows, level.size);
        doubles(out, level.highs, level.size);
      }
    }
  }

  /** The kept curves; empty where the bytes are anything else. */
  static Optional<KeptCurves> read(byte[] bytes) {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      byte[] magic = new byte[MAGIC.length];
      in.get(magic);
      if (!Arrays.equals(magic, MAGIC) || in.getLong() != checksum(bytes)) {
        return Optional.empty();
      }
      return Optional.of(kept(in));
    } catch (RuntimeException e) {
      // Cut off, or of another program.
      return Optional.empty();
    }
  }

  private static KeptCurves kept(ByteBuffer in) {
    long begin = in.getLong();
    long ending = in.getLong();
    List<LogIndex.Part> parts = new ArrayList<>();
    for (int i = in.getInt(); i > 0; i--) {
      parts.add(
          new LogIndex.Part(in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getInt()));
    }
    List<String> others = new ArrayList<>();
    for (int i = in.getInt(); i > 0; i--) {
      others.add(text(in));
    }
    LogIndex index = new LogIndex(parts, others, in.getLong());
    RunCurves curves = new RunCurves();
    curves.lastStep = in.getLong();
    String clock = text(in);
    curves.clock = clock.isEmpty() ? null : Instant.parse(clock);
    for (int i = in.getInt(); i > 0; i--) {
      curves.series.put(text(in), series(in));
    }
    return new KeptCurves(begin, ending, index, curves);
  }

  private static Series series(ByteBuffer in) {
    long count = in.getLong();
    long lastStep = in.getLong();
    double last = in.getDouble();
    LostSteps lost = new LostSteps();
    for (long step : longs(in)) {
      lost.add(step);
    }
    lost.beyond = in.getLong();
    Tail tail = new Tail(in.getLong());
    long[] steps = longs(in);
    double[] values = doubles(in);
    for (int i = 0; i < steps.length; i++) {
      tail.add(steps[i], values[i]);
    }
    List<Level> levels = new ArrayList<>();
    for (int i = in.getInt(); i > 0; i--) {
      long unit = in.getLong();
      long[] at = longs(in);
      double[] means = doubles(in);
      levels.add(
          Level.of(
              unit, at, means, unit > 1 ? doubles(in) : means, unit > 1 ? doubles(in) : means));
    }
    Series series = new Series(levels, lost, tail);
    series.count = count;
    series.lastStep = lastStep;
    series.last = last;
    return series;
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void longs(DataOutputStream out, long[] values, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * size);
    bytes.asLongBuffer().put(values, 0, size);
    out.writeInt(size);
    out.write(bytes.array());
  }

  private static long[] longs(ByteBuffer in) {
    long[] values = new long[in.getInt()];
    in.asLongBuffer().get(values);
    in.position(in.position() + Long.BYTES * values.length);
    return values;
  }

  private static void doubles(DataOutputStream out, double[] values, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * size);
    bytes.asDoubleBuffer().put(values, 0, size);
    out.writeInt(size);
    out.write(bytes.array());
  }

  private static double[] doubles(ByteBuffer in) {
    double[] values = new double[in.getInt()];
    in.asDoubleBuffer().get(values);
    in.position(in.position() + Double.BYTES * values.length);
    return values;
  }
}
