package studio.saddlepoint.metrics.record;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.core.English;
import studio.saddlepoint.metrics.Curve;
import studio.saddlepoint.metrics.CurvePoint;
import studio.saddlepoint.metrics.metric.Caveats;
import studio.saddlepoint.metrics.metric.Evidence;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * A curve as it is kept with a run: {@code curves/truncation.json}, the newest of each kind.
 *
 * @param step of which step
 * @param averaged of which weights
 * @param curve the points
 */
public record CurveRecord(long step, boolean averaged, Curve curve) {
  private static final String FOLDER = "curves";
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  /** How it was made, and of which weights. */
  public String description() {
    return English.of("%s, step %,d, %s weights", curve.title(), step, ScoreCard.weights(averaged));
  }

  /**
   * The points as comma-separated values (RFC 4180), a line each under their names: x, the values,
   * the point's warnings, and the settings, which are the same for all.
   */
  public String csv() {
    ScoreSettings settings = curve.settings();
    StringBuilder csv = new StringBuilder(curve.xLabel().replace(' ', '_'));
    curve.series().forEach(each -> csv.append(',').append(each));
    csv.append(",warnings");
    settings.values().keySet().forEach(each -> csv.append(',').append(each));
    csv.append("\r\n");
    for (CurvePoint point : curve.points()) {
      csv.append(point.x());
      for (double value : point.values()) {
        csv.append(',').append(value);
      }
      csv.append(',').append(ScoreFormat.cell(String.join(" ", Warning.texts(point.warnings()))));
      for (String each : settings.values().keySet()) {
        csv.append(',').append(ScoreFormat.cell(ValueText.setting(settings, each)));
      }
      csv.append("\r\n");
    }
    return csv.toString();
  }

  private static Path file(RunFolder run, MetricCurveKind kind) {
    return run.path().resolve(FOLDER).resolve(kind.key() + ".json");
  }

  /**
   * Keeps it in place of the one before.
   *
   * @throws studio.saddlepoint.core.StudioException if it cannot be written
   */
  public void save(RunFolder run, MetricCurveKind kind) {
    RecordFile.write(file(run, kind), GSON.toJson(json()) + "\n");
  }

  /** The one that is kept; empty where there is none, or it is damaged. */
  public static Optional<CurveRecord> load(RunFolder run, MetricCurveKind kind) {
    Path file = file(run, kind);
    try {
      return Files.exists(file)
          ? Optional.of(
              read(JsonParser.parseString(Files.readString(file)).getAsJsonObject(), kind))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // What cannot be read can be measured again.
      return Optional.empty();
    }
  }

  private JsonObject json() {
    JsonObject object = new JsonObject();
    object.addProperty("step", step);
    object.addProperty("averaged", averaged);
    object.addProperty("title", curve.title());
    object.addProperty("xLabel", curve.xLabel());
    CurveJson.add(object, curve);
    return object;
  }

  private static CurveRecord read(JsonObject object, MetricCurveKind kind) {
    Curve curve =
        CurveJson.read(
            object, object.get("title").getAsString(), object.get("xLabel").getAsString());
    return new CurveRecord(
        object.get("step").getAsLong(),
        object.get("averaged").getAsBoolean(),
        kind == MetricCurveKind.SAMPLES && !object.has("warnings") ? warned(curve) : curve);
  }

  /** Points of earlier versions have no warnings, but those over N tell their N. */
  private static Curve warned(Curve curve) {
    return new Curve(
        curve.title(),
        curve.settings(),
        curve.xLabel(),
        curve.series(),
        curve.points().stream()
            .map(
                each ->
                    new CurvePoint(
                        each.x(),
                        each.values(),
                        Caveats.of(Set.of(FidMetric.FID), Evidence.ofSamples((int) each.x()))))
            .toList(),
        curve.warnings());
  }
}
