package studio.saddlepoint.run.tensorboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.curve.Points;

/** Numbers of event files, ours and those of other programs. */
class EventScalarsTest {
  @TempDir private Path root;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private EventFileWriter writer;

  @BeforeEach
  void begin() throws IOException {
    writer = new EventFileWriter(bytes, ToldRun.NOW);
  }

  private void tell(long step, ProtoMessage... values) throws IOException {
    writer.summary(ToldRun.NOW, step, List.of(values));
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(root.resolve("events.out.tfevents.1.host"), content);
  }

  private EventScalars read() throws IOException {
    return EventScalars.read(file(bytes.toByteArray()), Progress.NONE);
  }

  private static Points points(EventScalars read, String tag) {
    return read.scalars().get(tag).points();
  }

  private static String refusal(Path place) {
    return assertThrows(StudioException.class, () -> EventScalars.read(place, Progress.NONE))
        .getMessage();
  }

  @Test
  void readsWhatARunWrote() {
    Path file =
        new EventFileExport(ToldRun.in(root), root.resolve("board")).write(Progress.NONE).file();
    EventScalars read = EventScalars.read(file.getParent(), Progress.NONE);
    assertEquals(
        Set.of("loss/generator", "probe/distance", "score/fid (a way)", "evaluation/kid (50,000)"),
        read.scalars().keySet());
    Points loss = points(read, "loss/generator");
    assertArrayEquals(new double[] {1, 2, 3}, loss.steps());
    assertArrayEquals(new double[] {1.5, 2.5, 3.5}, loss.means());
    assertEquals(List.of(), read.notes());
  }

  /** A value as version 2 of TensorFlow writes it; only the first tells its plug-in. */
  private static ProtoMessage tensor(String tag, String plugin, ProtoMessage tensor) {
    ProtoMessage value = new ProtoMessage().text(1, tag).message(8, tensor);
    return plugin.isEmpty()
        ? value
        : value.message(9, new ProtoMessage().message(1, new ProtoMessage().text(1, plugin)));
  }

  @Test
  void readsTensorsOfOneNumber() throws IOException {
    byte[] packed = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(0.125).array();
    tell(1, tensor("a", "scalars", new ProtoMessage().whole(1, 1).single(5, 0.5f)));
    tell(2, tensor("a", "", new ProtoMessage().whole(1, 2).bytes(4, packed)));
    tell(3, tensor("a", "", new ProtoMessage().whole(1, 2).bytes(6, packed)));
    tell(4, tensor("b", "histograms", new ProtoMessage().whole(1, 1).single(5, 0.5f)));
    EventScalars read = read();
    assertEquals(Set.of("a"), read.scalars().keySet());
    assertArrayEquals(new double[] {0.5, 0.125, 0.125}, points(read, "a").means());
  }

  @Test
  void forgetsWhatIsMadeAgain() throws IOException {
    for (long step = 1; step <= 4; step++) {
      tell(step, SummaryValue.scalar("a", step), SummaryValue.scalar("b", step));
    }
    writer.beginsAgain(ToldRun.NOW, 3);
    tell(3, SummaryValue.scalar("a", 30));
    EventScalars read = read();
    assertArrayEquals(new double[] {1, 2, 30}, points(read, "a").means());
    assertArrayEquals(new double[] {1, 2}, points(read, "b").means());
  }

  @Test
  void leavesOutAndTellsWhatIsNoNumber() throws IOException {
    tell(1, SummaryValue.scalar("a", Double.NaN));
    tell(2, SummaryValue.scalar("a", 2));
    EventScalars read = read();
    assertArrayEquals(new double[] {2}, points(read, "a").steps());
    assertEquals(List.of("1 value is NaN or infinite and left out."), read.notes());
  }

  @Test
  void takesAFileThatIsBeingWritten() throws IOException {
    tell(1, SummaryValue.scalar("a", 1));
    int whole = bytes.size();
    tell(2, SummaryValue.scalar("a", 2));
    for (int length = whole + 1; length < bytes.size(); length++) {
      Path file = file(Arrays.copyOf(bytes.toByteArray(), length));
      EventScalars read = EventScalars.read(file, Progress.NONE);
      assertArrayEquals(new double[] {1}, points(read, "a").means());
      assertTrue(
          read.notes().get(0).startsWith(file + " ends in the middle of a record")
              && read.notes().get(0).contains("2 records"),
          "" + read.notes());
    }
  }

  @Test
  void saysWhereAFileIsDamaged() throws IOException {
    int first = bytes.size();
    tell(1, SummaryValue.scalar("a", 1));
    byte[] damaged = bytes.toByteArray();
    damaged[first + RecordFrame.HEAD + 3] ^= 1;
    String said = refusal(file(damaged));
    assertTrue(said.contains("is damaged: the checksum of record 2 (byte " + first + ")"), said);
    damaged = bytes.toByteArray();
    damaged[first] ^= 1;
    assertTrue(refusal(file(damaged)).contains("checksum of record 2"));
  }

  @Test
  void refusesWhatIsNoEventFile() throws IOException {
    String text = refusal(file("step,loss\n1,2\n3,4\n5,6\n".getBytes("UTF-8")));
    assertTrue(text.contains("is no event file of TensorBoard"), text);
    byte[] other = RecordFrame.of(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF});
    assertTrue(refusal(file(other)).contains("holds records of another kind"));
    assertTrue(refusal(root.resolve("none")).contains("none cannot be read"));
    Path empty = Files.createDirectory(root.resolve("empty"));
    assertTrue(refusal(empty).contains("has no event files"));
  }

  @Test
  void saysWhereThereAreNoScalars() throws IOException {
    assertTrue(read().notes().get(0).endsWith("tells no scalars."));
  }

  /** Whatever a byte is turned into: numbers, or a sentence that names the file. */
  @Test
  void aTurnedByteIsReadOrRefusedByName() throws IOException {
    for (long step = 1; step <= 3; step++) {
      tell(step, SummaryValue.scalar("loss/generator", step), SummaryValue.scalar("fid", step));
    }
    byte[] whole = bytes.toByteArray();
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      byte[] turned = whole.clone();
      turned[random.nextInt(turned.length)] ^= (byte) (1 + random.nextInt(255));
      Path file = file(Arrays.copyOf(turned, 1 + random.nextInt(turned.length)));
      try {
        EventScalars.read(file, Progress.NONE);
      } catch (StudioException e) {
        assertTrue(String.valueOf(e.getMessage()).startsWith(file.toString()), e.getMessage());
      }
    }
  }

  /** Sound frames around bytes that are no event. */
  @Test
  void madeUpRecordsAreReadOrRefusedByName() throws IOException {
    Random random = new Random(6);
    for (int i = 0; i < 300; i++) {
      byte[] data = new byte[random.nextInt(60)];
      random.nextBytes(data);
      Path file = file(RecordFrame.of(data));
      try {
        EventScalars.read(file, Progress.NONE);
      } catch (StudioException e) {
        assertTrue(String.valueOf(e.getMessage()).startsWith(file.toString()), e.getMessage());
      }
    }
  }

  /** A frame that promises more than any memory holds, and more than the file has. */
  @Test
  void aMadeUpLengthTakesNoMemory() throws IOException {
    tell(1, SummaryValue.scalar("a", 1));
    for (long length : new long[] {Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE}) {
      ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      head.putInt(RecordFrame.checksum(head.array(), 0, 8));
      ByteArrayOutputStream more = new ByteArrayOutputStream();
      more.writeBytes(bytes.toByteArray());
      more.writeBytes(head.array());
      EventScalars read = EventScalars.read(file(more.toByteArray()), Progress.NONE);
      assertArrayEquals(new double[] {1}, points(read, "a").means());
      assertTrue(read.notes().get(0).contains("ends in the middle of a record"));
    }
  }

  @Test
  void moreTagsThanAnyTrainingHasArePassedOver() throws IOException {
    for (int i = 0; i <= EventScalars.MOST_TAGS; i++) {
      tell(1, SummaryValue.scalar("tag" + i, i));
    }
    EventScalars read = read();
    assertEquals(EventScalars.MOST_TAGS, read.scalars().size());
    assertTrue(read.notes().get(0).contains("more than 2,000 tags"), "" + read.notes());
  }

  @Test
  void stepsBeforeTheFirstAreLeftOut() throws IOException {
    tell(-1, SummaryValue.scalar("a", 1));
    tell(Long.MIN_VALUE, SummaryValue.scalar("a", 1));
    tell(2, SummaryValue.scalar("a", 2));
    EventScalars read = read();
    assertArrayEquals(new double[] {2}, points(read, "a").steps());
    assertEquals(List.of("2 values of steps before step 0 left out."), read.notes());
  }

  @Test
  void tellsTheSecondsSinceTheFirstNumber() throws IOException {
    writer.summary(ToldRun.NOW, 1, List.of(SummaryValue.scalar("a", 1)));
    writer.summary(ToldRun.NOW.plusSeconds(90), 5, List.of(SummaryValue.scalar("a", 1)));
    Points seconds = read().seconds().points();
    assertArrayEquals(new double[] {1, 5}, seconds.steps());
    assertArrayEquals(new double[] {0, 90}, seconds.means(), 1e-3);
  }
}
