package studio.saddlepoint.app.evaluate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.metrics.Curve;
import studio.saddlepoint.metrics.CurvePoint;
import studio.saddlepoint.metrics.metric.Caveats;
import studio.saddlepoint.metrics.metric.Evidence;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * A curve as it is kept with a run: {@code curves/truncation.json}, the newest of each kind.
 *
 * @param step of which step
 * @param averaged of which weights
 * @param curve the points
 */
record KeptCurve(long step, boolean averaged, Curve curve) {
  private static final String FOLDER = "curves";
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  /** What was measured just now. */
  static KeptCurve of(boolean averaged, Measuring.Drawn drawn) {
    return new KeptCurve(drawn.step(), averaged, drawn.curve());
  }

  /** How it was made, and of which weights. */
  String how() {
    return Messages.text(
        averaged ? "curve.how.averaged" : "curve.how.raw", curve.title(), Texts.count(step));
  }

  /**
   * The points as comma-separated values (RFC 4180), a line each under their names: x, the values,
   * the point's warnings, and the settings, which are the same for all.
   */
  String csv() {
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
      csv.append(',').append(ScoreExport.cell(String.join(" ", Warning.texts(point.warnings()))));
      for (String each : settings.values().keySet()) {
        csv.append(',').append(ScoreExport.cell(ScoreText.setting(settings, each)));
      }
      csv.append("\r\n");
    }
    return csv.toString();
  }

  private static Path file(RunFolder run, CurveKind kind) {
    return run.path().resolve(FOLDER).resolve(kind.key() + ".json");
  }

  /**
   * Keeps it in place of the one before.
   *
   * @throws studio.saddlepoint.core.StudioException if it cannot be written
   */
  void save(RunFolder run, CurveKind kind) {
    WholeFile.write(file(run, kind), GSON.toJson(json()) + "\n");
  }

  /** The one that is kept; empty where there is none, or it is damaged. */
  static Optional<KeptCurve> load(RunFolder run, CurveKind kind) {
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

  private static KeptCurve read(JsonObject object, CurveKind kind) {
    Curve curve =
        CurveJson.read(
            object, object.get("title").getAsString(), object.get("xLabel").getAsString());
    return new KeptCurve(
        object.get("step").getAsLong(),
        object.get("averaged").getAsBoolean(),
        kind == CurveKind.SAMPLES && !object.has("warnings") ? warned(curve) : curve);
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
