package studio.saddlepoint.metrics.record;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.saddlepoint.metrics.Curve;
import studio.saddlepoint.metrics.CurvePoint;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.run.event.ScoreSettings;
import studio.saddlepoint.run.event.SettingsJson;

/**
 * A curve as JSON: {@code settings}, {@code series}, {@code points} (x, then a value for each
 * series) and {@code warnings}, each with its {@code text}, the names of the metrics that it is
 * {@code about}, and the indices of its {@code points}; without these it is about where the points
 * lead to. NaN and infinities are texts.
 */
final class CurveJson {
  private CurveJson() {}

  /** Adds a curve's members to an object. */
  static void add(JsonObject object, Curve curve) {
    object.add("settings", SettingsJson.write(curve.settings()));
    JsonArray series = new JsonArray();
    curve.series().forEach(series::add);
    object.add("series", series);
    JsonArray points = new JsonArray();
    for (CurvePoint point : curve.points()) {
      JsonArray line = new JsonArray();
      line.add(number(point.x()));
      for (double each : point.values()) {
        line.add(number(each));
      }
      points.add(line);
    }
    object.add("points", points);
    object.add("warnings", warnings(curve));
  }

  private static JsonArray warnings(Curve curve) {
    JsonArray warnings = new JsonArray();
    curve.warnings().forEach(each -> warnings.add(warning(each)));
    Set<Warning> ofPoints = new LinkedHashSet<>();
    curve.points().forEach(each -> ofPoints.addAll(each.warnings()));
    for (Warning each : ofPoints) {
      JsonObject warning = warning(each);
      JsonArray at = new JsonArray();
      for (int i = 0; i < curve.points().size(); i++) {
        if (curve.points().get(i).warnings().contains(each)) {
          at.add(i);
        }
      }
      warning.add("points", at);
      warnings.add(warning);
    }
    return warnings;
  }

  /** JSON has no infinities: they are texts, as in the run's other files. */
  static JsonElement number(double value) {
    return Double.isFinite(value)
        ? new JsonPrimitive(value)
        : new JsonPrimitive(Double.toString(value));
  }

  private static JsonObject warning(Warning warning) {
    JsonObject object = new JsonObject();
    object.addProperty("text", warning.text());
    JsonArray about = new JsonArray();
    warning.about().stream().sorted(Metrics.ORDER).forEach(each -> about.add(each.name()));
    object.add("about", about);
    return object;
  }

  /**
   * Reads a curve; those of earlier versions have neither settings nor warnings.
   *
   * @throws RuntimeException of any kind if it is damaged
   */
  static Curve read(JsonObject object, String title, String xLabel) {
    List<String> series = new ArrayList<>();
    object.getAsJsonArray("series").forEach(each -> series.add(each.getAsString()));
    List<CurvePoint> points = new ArrayList<>();
    for (JsonElement element : object.getAsJsonArray("points")) {
      double[] numbers =
          element.getAsJsonArray().asList().stream()
              .mapToDouble(each -> Double.parseDouble(each.getAsString()))
              .toArray();
      int index = points.size();
      points.add(
          new CurvePoint(
              numbers[0],
              Arrays.copyOfRange(numbers, 1, numbers.length),
              warnings(object).filter(each -> isAt(each, index)).map(CurveJson::warning).toList()));
    }
    return new Curve(
        title,
        object.has("settings")
            ? SettingsJson.read(object.getAsJsonObject("settings"))
            : ScoreSettings.NONE,
        xLabel,
        series,
        points,
        warnings(object).filter(each -> !each.has("points")).map(CurveJson::warning).toList());
  }

  private static Stream<JsonObject> warnings(JsonObject object) {
    return object.has("warnings")
        ? object.getAsJsonArray("warnings").asList().stream().map(JsonElement::getAsJsonObject)
        : Stream.empty();
  }

  private static boolean isAt(JsonObject warning, int index) {
    return warning.has("points")
        && warning.getAsJsonArray("points").contains(new JsonPrimitive(index));
  }

  private static Warning warning(JsonObject object) {
    Set<String> about =
        object.getAsJsonArray("about").asList().stream()
            .map(JsonElement::getAsString)
            .collect(Collectors.toSet());
    return new Warning(object.get("text").getAsString(), Metrics.named(about));
  }
}
