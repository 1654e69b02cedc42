package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.bench.AnswerTimes;
import studio.saddlepoint.bench.ProcessState;
import studio.saddlepoint.bench.Soak;
import studio.saddlepoint.bench.Timings;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;

class BenchWindowCommandTest {
  @TempDir Path home;

  private String run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    WindowTimes window =
        (rounds, progress) ->
            List.of(
                new AnswerTimes(
                    "theme",
                    "Switch the theme",
                    Optional.of(new Timings(100.4, 212, 230)),
                    Optional.of(new Timings(150, 1400, 1500))),
                new AnswerTimes(
                    "pause", "Pause", Optional.empty(), Optional.of(new Timings(40, 66.6, 70))));
    assertEquals(
        0, Main.run(args, new CommandOutput(stream, stream, false), Home.at(home), window));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tellsTimesAtRestAndBesideATraining() {
    String told = run("bench", "window", "--rounds", "3");
    assertTrue(told.matches("(?s).*Switch the theme +100 +212 +230 +150 +1,400 +1,500\\R.*"), told);
    assertTrue(told.matches("(?s).*Pause +- +- +- +40 +67 +70\\R.*"), told);
  }

  @Test
  void tellsWhatTheProgramHoldsMinuteByMinuteAndFailsWhereItGrows() {
    WindowTimes window =
        new WindowTimes() {
          @Override
          public List<AnswerTimes> measure(int rounds, Progress progress) {
            throw new AssertionError("not asked for");
          }

          @Override
          public Soak soak(Duration time, Consumer<ProcessState> each, Progress progress) {
            List<ProcessState> minutes = new ArrayList<>();
            for (int i = 0; i <= time.toMinutes(); i++) {
              minutes.add(
                  new ProcessState(
                      Duration.ofMinutes(i),
                      OptionalLong.of((100L + 20 * i) << 20),
                      OptionalLong.of(50),
                      30));
              each.accept(minutes.get(i));
            }
            return new Soak(
                minutes,
                Optional.of(new Timings(17, 30, 41)),
                Optional.of(new Timings(18, 33, 44)),
                OptionalDouble.of(0.0234));
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    String[] args = {"bench", "window", "--minutes", "10"};
    CommandOutput console = new CommandOutput(stream, stream, false);
    assertEquals(Main.FAILED, Main.run(args, console, Home.at(home), window));
    String told = out.toString(StandardCharsets.UTF_8);
    assertTrue(told.contains(" 10 min     300.0 MB resident   50 open files   30 threads"), told);
    assertTrue(told.contains("p99 41 ms"), told);
    assertTrue(told.contains("plane as it runs: median 18 ms, p95 33 ms, p99 44 ms"), told);
    assertTrue(told.contains("Drawing took 2.3 % of the program's processor time"), told);
    assertTrue(told.contains("Grows after 5 minutes: resident memory +80.0 MB"), told);
    args[3] = "0";
    assertEquals(Main.BAD_USE, Main.run(args, console, Home.at(home), window));
  }

  @Test
  void tellsThemAsJson() {
    JsonObject told = JsonParser.parseString(run("--json", "bench", "window")).getAsJsonObject();
    assertEquals(20, told.get("rounds").getAsInt());
    assertEquals(1400, told.getAsJsonObject("theme").get("trainingP95Millis").getAsDouble());
    assertEquals(230, told.getAsJsonObject("theme").get("atRestP99Millis").getAsDouble());
    assertFalse(told.getAsJsonObject("pause").has("atRestMedianMillis"));
  }
}
