package studio.saddlepoint.run.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.run.file.LineFile;

class LongLogTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  private final ScalarsReader reader = new ScalarsReader();

  @Test
  void aLongLogIsReadInPartsAndWhole(@TempDir Path temp) {
    LineFile file = new LineFile(temp, "events.jsonl");
    String line = EventJson.write(scalars(1, "x".repeat(900), 1));
    StringBuilder many = new StringBuilder(line);
    for (int i = 1; i < 12_000; i++) {
      many.append("\n").append(line);
    }
    file.append(many.toString());
    file.append("damaged");
    Follower follower = new Follower(file, 0, Long.MAX_VALUE);
    int events = 0;
    int parts = 0;
    for (List<Event> part = follower.poll(); !part.isEmpty(); part = follower.poll()) {
      events += part.size();
      parts++;
    }
    assertEquals(12_000, events);
    assertTrue(parts >= 3, parts + " parts");
    assertEquals(1, follower.share());
    file.append(line);
    assertEquals(1, follower.poll().size());
  }

  @Test
  void aLineLongerThanAPartIsRead(@TempDir Path temp) {
    LineFile file = new LineFile(temp, "events.jsonl");
    file.append(EventJson.write(scalars(1, "x".repeat(9 << 20), 1)));
    file.append(EventJson.write(scalars(2, "y", 1)));
    Follower follower = new Follower(file, 0, Long.MAX_VALUE);
    List<Event> all = new ArrayList<>(follower.poll());
    all.addAll(follower.poll());
    assertEquals(List.of(1L, 2L), all.stream().map(Event::step).toList());
  }

  @Test
  void theQuickWayReadsWhatTheParserReads() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      Map<String, Double> values = new LinkedHashMap<>();
      values.put("float", (double) random.nextFloat());
      values.put("double", random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
      values.put("any", Double.longBitsToDouble(random.nextLong()));
      if (i % 3 == 0) {
        values.put("whole", (double) random.nextInt());
      }
      Instant time = NOW.plusNanos(random.nextInt(2_000_000_000) / 1000 * 1000L);
      Event.Scalars told = new Event.Scalars(time, random.nextInt(1 << 30), values);
      Event.Scalars read = (Event.Scalars) reader.read(EventJson.write(told)).orElseThrow();
      assertEquals(told.time(), read.time());
      assertEquals(told.step(), read.step());
      assertEquals(List.copyOf(values.keySet()), List.copyOf(read.values().keySet()));
      values.forEach(
          (key, value) ->
              assertEquals(
                  value,
                  read.values().get(key),
                  Double.isFinite(value) ? 2 * Math.ulp(value) : 0,
                  key));
    }
  }

  @Test
  void oddLinesGoToTheParser() {
    String line = EventJson.write(scalars(7, "a\"b\\", 1e300));
    for (int cut = 0; cut < line.length(); cut++) {
      assertEquals(EventJson.event(line.substring(0, cut)), reader.read(line.substring(0, cut)));
    }
    for (String odd :
        List.of(
            line,
            line + " ",
            line.replace("1.0E300", "\"NaN\""),
            line.replace("1.0E300", "1.2345678901234567890123"),
            line.replace(",\"step", ", \"step"),
            line.replace("7", "-"),
            line.replace("12:00:00Z", "12:00:00.Z"))) {
      assertEquals(EventJson.event(odd), reader.read(odd), odd);
    }
  }

  private static Event.Scalars scalars(long step, String key, double value) {
    return new Event.Scalars(NOW, step, Map.of(key, value));
  }
}
