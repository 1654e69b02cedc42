package studio.saddlepoint.torch;

import ai.djl.pytorch.jni.JniUtils;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The times of libtorch's operators, by its own profiler. */
public final class OperatorProfile {
  /** The arithmetic of convolutions, forward and backward. */
  public static final Set<String> CONVOLUTIONS =
      Set.of("aten::convolution", "aten::convolution_backward");

  private OperatorProfile() {}

  /**
   * A time in which an operator ran, with those that it called.
   *
   * @param begin in microseconds
   * @param end in microseconds
   */
  private record Span(double begin, double end) {}

  /**
   * The share of some operators in the time of some work.
   *
   * @param operators by libtorch's names
   * @param work runs on this thread
   * @return 0 to 1, of the time that the work takes under the profiler
   */
  public static double share(Set<String> operators, Runnable work) {
    try {
      Path folder = Files.createTempDirectory("saddlepoint");
      Path trace = folder.resolve("trace.json");
      try {
        JniUtils.startProfile(false, false, false);
        long begun = System.nanoTime();
        work.run();
        double micros = (System.nanoTime() - begun) / 1e3;
        JniUtils.stopProfile(trace.toString());
        return together(spans(trace, operators)) / micros;
      } finally {
        Files.deleteIfExists(trace);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The time within any of them: operators may call others. */
  private static double together(List<Span> spans) {
    double sum = 0;
    double until = 0;
    spans.sort(Comparator.comparingDouble(Span::begin));
    for (Span each : spans) {
      sum += Math.max(0, each.end() - Math.max(until, each.begin()));
      until = Math.max(until, each.end());
    }
    return sum;
  }

  private static List<Span> spans(Path trace, Set<String> operators) throws IOException {
    List<Span> found = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(trace);
        JsonReader json = new JsonReader(text)) {
      json.beginArray();
      while (json.hasNext()) {
        String name = "";
        double begin = 0;
        double micros = 0;
        json.beginObject();
        while (json.hasNext()) {
          switch (json.nextName()) {
            case "name" -> name = json.nextString();
            case "ts" -> begin = json.nextDouble();
            case "dur" -> micros = json.nextDouble();
            default -> json.skipValue();
          }
        }
        json.endObject();
        if (operators.contains(name)) {
          found.add(new Span(begin, begin + micros));
        }
      }
    }
    return found;
  }
}
