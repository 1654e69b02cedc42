package studio.saddlepoint.torch;

import ai.djl.pytorch.jni.JniUtils;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The times of libtorch's operators in some work, by its own profiler.
 *
 * @param micros that the work took under the profiler, in microseconds
 * @param calls all calls of operators, in the order of their beginning
 */
public record OperatorProfile(double micros, List<Call> calls) {
  /** The arithmetic of convolutions, forward and backward. */
  public static final Set<String> CONVOLUTIONS =
      Set.of("aten::convolution", "aten::convolution_backward");

  /**
   * One call of an operator.
   *
   * @param operator by libtorch's name
   * @param begin in microseconds
   * @param end in microseconds
   * @param self the time in it that is none of the operators that it called, in microseconds
   * @param shapes of its arguments; empty for one that is no tensor
   */
  public record Call(
      String operator, double begin, double end, double self, List<List<Long>> shapes) {}

  /**
   * All calls of one operator.
   *
   * @param calls how many
   * @param selfMicros their own time
   */
  public record Sum(int calls, double selfMicros) {
    private Sum with(Call call) {
      return new Sum(calls + 1, selfMicros + call.self());
    }
  }

  /** An event of a trace. */
  private record Event(String name, double begin, double end, List<List<Long>> shapes) {}

  /** An operator that has begun. */
  private static final class Running {
    private final Event event;
    private final int place;
    private double called;

    Running(Event event, int place) {
      this.event = event;
      this.place = place;
    }
  }

  /** Profiles work that runs on this thread. */
  public static OperatorProfile of(Runnable work) {
    try {
      Path folder = Files.createTempDirectory("saddlepoint");
      Path trace = folder.resolve("trace.json");
      try {
        JniUtils.startProfile(false, true, false);
        long begun = System.nanoTime();
        work.run();
        double micros = (System.nanoTime() - begun) / 1e3;
        JniUtils.stopProfile(trace.toString());
        return new OperatorProfile(micros, calls(events(trace)));
      } finally {
        Files.deleteIfExists(trace);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The share of some operators, with all that they call, in the time of the work.
   *
   * @param operators by libtorch's names
   * @return 0 to 1
   */
  public double share(Set<String> operators) {
    double sum = 0;
    double until = 0;
    for (Call each : calls) {
      if (operators.contains(each.operator())) {
        sum += Math.max(0, each.end() - Math.max(until, each.begin()));
        until = Math.max(until, each.end());
      }
    }
    return sum / micros;
  }

  /** The sums by operator, the one with the most time of its own first. */
  public Map<String, Sum> operators() {
    Map<String, Sum> sums = new HashMap<>();
    for (Call each : calls) {
      sums.put(each.operator(), sums.getOrDefault(each.operator(), new Sum(0, 0)).with(each));
    }
    Map<String, Sum> sorted = new LinkedHashMap<>();
    sums.entrySet().stream()
        .sorted(
            Map.Entry.<String, Sum>comparingByValue(Comparator.comparingDouble(Sum::selfMicros))
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    return sorted;
  }

  /** Events of one thread contain each other, or have nothing in common. */
  private static List<Call> calls(List<Event> events) {
    events.sort(
        Comparator.comparingDouble(Event::begin)
            .thenComparing(Comparator.comparingDouble(Event::end).reversed()));
    List<Call> calls = new ArrayList<>(events.size());
    Deque<Running> running = new ArrayDeque<>();
    for (Event each : events) {
      while (!running.isEmpty() && running.peek().event.end() <= each.begin()) {
        end(running.pop(), calls);
      }
      if (!running.isEmpty()) {
        running.peek().called += each.end() - each.begin();
      }
      running.push(new Running(each, calls.size()));
      calls.add(new Call(each.name(), each.begin(), each.end(), 0, each.shapes()));
    }
    running.forEach(each -> end(each, calls));
    return List.copyOf(calls);
  }

  private static void end(Running ended, List<Call> calls) {
    Event event = ended.event;
    double self = event.end() - event.begin() - ended.called;
    calls.set(
        ended.place, new Call(event.name(), event.begin(), event.end(), self, event.shapes()));
  }

  private static List<Event> events(Path trace) throws IOException {
    List<Event> found = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(trace);
        JsonReader json = new JsonReader(text)) {
      json.beginArray();
      while (json.hasNext()) {
        found.add(event(json));
      }
    }
    return found;
  }

  private static Event event(JsonReader json) throws IOException {
    String name = "";
    double begin = 0;
    double micros = 0;
    List<List<Long>> shapes = List.of();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "name" -> name = json.nextString();
        case "ts" -> begin = json.nextDouble();
        case "dur" -> micros = json.nextDouble();
        case "shape" -> shapes = shapes(json);
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new Event(name, begin, begin + micros, shapes);
  }

  /** Shapes of tensors; what is deeper, such as a list of tensors, is passed over. */
  private static List<List<Long>> shapes(JsonReader json) throws IOException {
    List<List<Long>> shapes = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      List<Long> shape = new ArrayList<>();
      json.beginArray();
      while (json.hasNext()) {
        if (json.peek() == JsonToken.NUMBER) {
          shape.add(json.nextLong());
        } else {
          json.skipValue();
        }
      }
      json.endArray();
      shapes.add(shape);
    }
    json.endArray();
    return shapes;
  }
}
