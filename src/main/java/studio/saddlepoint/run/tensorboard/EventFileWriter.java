package studio.saddlepoint.run.tensorboard;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/** Writes records of an event file: {@code Event} of tensorflow/core/util/event.proto. */
final class EventFileWriter {
  private static final int WALL_TIME = 1;
  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;
  private static final int SESSION = 7;

  /** What a file begins with; readers know by it that going back is told. */
  private static final String VERSION = "brain.Event:2";

  private final OutputStream out;

  /** Begins a file. */
  EventFileWriter(OutputStream out, Instant time) throws IOException {
    this.out = out;
    write(new ProtoMessage().number(WALL_TIME, seconds(time)).text(FILE_VERSION, VERSION));
  }

  /** Seconds since 1970. */
  static double seconds(Instant time) {
    return time.getEpochSecond() + time.getNano() / 1e9;
  }

  /** Writes values of a step. */
  void summary(Instant time, long step, List<ProtoMessage> values) throws IOException {
    ProtoMessage summary = new ProtoMessage();
    values.forEach(each -> summary.message(1, each));
    write(head(time, step).message(SUMMARY, summary));
  }

  /** What was told of a step and those after it does not hold any more: they are made again. */
  void beginsAgain(Instant time, long step) throws IOException {
    write(head(time, step).message(SESSION, new ProtoMessage().whole(1, 1))); // status: start
  }

  private static ProtoMessage head(Instant time, long step) {
    return new ProtoMessage().number(WALL_TIME, seconds(time)).whole(STEP, step);
  }

  private void write(ProtoMessage event) throws IOException {
    out.write(RecordFrame.of(event.toBytes()));
  }
}
