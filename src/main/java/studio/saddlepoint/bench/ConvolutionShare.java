package studio.saddlepoint.bench;

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

/** The share of a training step that is the arithmetic of convolutions, by libtorch's profiler. */
final class ConvolutionShare {
  private static final Set<String> CONVOLUTIONS =
      Set.of("aten::convolution", "aten::convolution_backward");
  private static final int WARM_UP = 3;
  private static final int STEPS = 5;

  private ConvolutionShare() {}

  /**
   * A time in which an operator ran, with those that it called.
   *
   * @param begin in microseconds
   * @param end in microseconds
   */
  private record Span(double begin, double end) {}

  /**
   * Measures.
   *
   * @param step makes a training step
   * @return 0 to 1, of the time of the steps, the profiler's own included
   */
  static double of(Runnable step) {
    for (int i = 0; i < WARM_UP; i++) {
      step.run();
    }
    try {
      Path trace = Files.createTempFile("saddlepoint", ".json");
      try {
        JniUtils.startProfile(false, false, false);
        long begun = System.nanoTime();
        for (int i = 0; i < STEPS; i++) {
          step.run();
        }
        double micros = (System.nanoTime() - begun) / 1e3;
        JniUtils.stopProfile(trace.toString());
        return together(spans(trace)) / micros;
      } finally {
        Files.deleteIfExists(trace);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The time within any of them: convolutions may call others. */
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

  private static List<Span> spans(Path trace) throws IOException {
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
        if (CONVOLUTIONS.contains(name)) {
          found.add(new Span(begin, begin + micros));
        }
      }
    }
    return found;
  }
}
