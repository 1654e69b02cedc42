package studio.saddlepoint.metrics.record;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import studio.saddlepoint.metrics.Reasons;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.distribution.Interval;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.SettingsJson;

/**
 * A report as JSON: {@code scores}, each with its settings, values, reasons, intervals, warnings,
 * class shares and distances to the nearest real pictures and realism of each picture, and {@code
 * curves} with their points. NaN and infinities are texts, as in the run folder.
 */
public final class JsonReport {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private JsonReport() {}

  /** The file's content. */
  static String write(ScoreReport report) {
    return GSON.toJson(document(report)) + "\n";
  }

  /** The same as an object. */
  public static JsonObject document(ScoreReport report) {
    JsonObject all = new JsonObject();
    all.addProperty("run", report.run());
    all.addProperty("recipe", report.recipe());
    JsonArray scores = new JsonArray();
    report.rows().forEach(row -> scores.add(score(row, report.details(row))));
    all.add("scores", scores);
    JsonArray curves = new JsonArray();
    report.curves().forEach((kind, kept) -> curves.add(curve(kind, kept)));
    all.add("curves", curves);
    return all;
  }

  private static JsonObject score(ScoreCard row, EvaluationRecord.Details details) {
    JsonObject score = new JsonObject();
    score.addProperty("step", row.step());
    score.addProperty("weights", row.weights());
    score.addProperty("time", row.time().toString());
    score.addProperty("how", row.how());
    score.add("settings", SettingsJson.write(row.settings()));
    JsonObject values = new JsonObject();
    ScoreValues.values(row.values())
        .forEach((key, each) -> values.add(key, CurveJson.number(each)));
    score.add("values", values);
    JsonObject reasons = new JsonObject();
    Reasons.of(row.values()).forEach(reasons::addProperty);
    score.add("reasons", reasons);
    JsonObject intervals = new JsonObject();
    ScoreValues.intervals(row.values()).forEach((key, each) -> intervals.add(key, interval(each)));
    score.add("intervals", intervals);
    score.add("warnings", texts(Warning.texts(details.warnings())));
    details.classes().ifPresent(classes -> score.add("classes", classes(classes)));
    if (!details.neighbours().isEmpty()) {
      JsonArray neighbours = new JsonArray();
      for (EvaluationRecord.Near near : details.neighbours()) {
        JsonObject each = new JsonObject();
        each.add("distances", numbers(near.distances()));
        each.add("realism", CurveJson.number(near.realism()));
        neighbours.add(each);
      }
      score.add("neighbours", neighbours);
    }
    if (details.realism().length > 0) {
      score.add("realism", numbers(details.realism()));
    }
    return score;
  }

  private static JsonObject interval(Interval interval) {
    JsonObject object = new JsonObject();
    object.add("low", CurveJson.number(interval.low()));
    object.add("high", CurveJson.number(interval.high()));
    return object;
  }

  private static JsonArray classes(ClassBalance classes) {
    JsonArray all = new JsonArray();
    for (int i = 0; i < classes.names().size(); i++) {
      JsonObject object = new JsonObject();
      object.addProperty("name", classes.names().get(i));
      object.add("real", CurveJson.number(classes.real()[i]));
      object.add("fake", CurveJson.number(classes.generated()[i]));
      all.add(object);
    }
    return all;
  }

  private static JsonObject curve(MetricCurveKind kind, CurveRecord kept) {
    JsonObject object = new JsonObject();
    object.addProperty("kind", kind.key());
    object.addProperty("how", kept.curve().title());
    object.addProperty("step", kept.step());
    object.addProperty("weights", ScoreCard.weights(kept.averaged()));
    object.addProperty("x", kept.curve().xLabel());
    CurveJson.add(object, kept.curve());
    return object;
  }

  private static JsonArray texts(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static JsonArray numbers(double... values) {
    JsonArray array = new JsonArray();
    for (double each : values) {
      array.add(CurveJson.number(each));
    }
    return array;
  }
}
