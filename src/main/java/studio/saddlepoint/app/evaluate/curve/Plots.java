package studio.saddlepoint.app.evaluate.curve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.chart.Plot;
import studio.saddlepoint.app.evaluate.parts.CardNotes;
import studio.saddlepoint.metrics.Curve;
import studio.saddlepoint.metrics.CurvePoint;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.metrics.record.Measure;
import studio.saddlepoint.metrics.record.MetricCurveKind;
import studio.saddlepoint.metrics.record.ScoreValues;
import studio.saddlepoint.metrics.record.ValueText;
import studio.saddlepoint.run.event.ScoreCard;

/** The charts of curves and scores. */
final class Plots {
  /** From so many sizes on a line through their FIDs says something. */
  private static final int ENOUGH_SIZES = 3;

  private Plots() {}

  /** A curve of its kind. */
  static Plot of(MetricCurveKind kind, Curve curve) {
    return switch (kind) {
      case TRUNCATION -> truncation(curve);
      case SHARE -> share(curve);
      case SAMPLES -> samples(curve);
    };
  }

  /** Precision against recall; each point says its truncation. */
  static Plot truncation(Curve curve) {
    return recall(curve, MetricCurveKind.TRUNCATION);
  }

  /** Precision against recall; each point says which share of the samples was kept. */
  static Plot share(Curve curve) {
    return recall(curve, MetricCurveKind.SHARE);
  }

  private static Plot recall(Curve curve, MetricCurveKind kind) {
    String key = "curve." + kind.key();
    int precision = curve.series().indexOf("precision");
    int recall = curve.series().indexOf("recall");
    List<Plot.Point> points = new ArrayList<>();
    for (CurvePoint each : curve.points()) {
      double x = each.values()[recall];
      double y = each.values()[precision];
      if (Double.isFinite(x) && Double.isFinite(y)) {
        String threshold = kind.place(each.x());
        points.add(
            new Plot.Point(
                x,
                y,
                threshold,
                kind.pointName(each.x()),
                Messages.text(
                    key + ".point",
                    threshold,
                    ValueText.value("precision", y),
                    ValueText.value("recall", x)),
                each.warnings()));
      }
    }
    return new Plot(
        ValueText.name("recall"),
        ValueText.name("precision"),
        List.of(new Plot.Line(Messages.text(key + ".line"), "series-a", points)),
        List.of(0.0, 1.0),
        List.of(0.0, 1.0));
  }

  /** FID against the number of samples, and where it leads to for endless ones. */
  static Plot samples(Curve curve) {
    List<Plot.Point> points = new ArrayList<>();
    for (CurvePoint each : curve.points()) {
      if (Double.isFinite(each.values()[0])) {
        String count = MetricCurveKind.SAMPLES.place(each.x());
        points.add(
            new Plot.Point(
                each.x(),
                each.values()[0],
                "",
                MetricCurveKind.SAMPLES.pointName(each.x()),
                Messages.text(
                    "curve.samples.point", count, ValueText.value("fid", each.values()[0])),
                each.warnings()));
      }
    }
    List<Plot.Line> lines = new ArrayList<>();
    lines.add(new Plot.Line(ValueText.name("fid"), "series-a", points));
    if (points.size() >= ENOUGH_SIZES) {
      double limit =
          FidInfinity.of(
                  points.stream().mapToDouble(Plot.Point::x).toArray(),
                  points.stream().mapToDouble(Plot.Point::y).toArray())
              .value();
      String words = Messages.text("curve.samples.limit", ValueText.value("fid", limit));
      double last = points.get(points.size() - 1).x();
      lines.add(
          new Plot.Line(
              words,
              "series-b",
              List.of(
                  new Plot.Point(points.get(0).x(), limit, words),
                  new Plot.Point(last, limit, words)),
              true));
    }
    return new Plot(Messages.text("curve.samples.x"), ValueText.name("fid"), lines);
  }

  /**
   * A measure against the steps of the run; averaged and raw weights are lines of their own.
   *
   * @param rows scores that were made the same way
   * @param warnings what to bear in mind of a score
   */
  static Plot steps(
      List<ScoreCard> rows, String measure, Function<ScoreCard, List<Warning>> warnings) {
    Map<String, List<Plot.Point>> lines = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.values().containsKey(measure))
        .filter(row -> Double.isFinite(row.values().get(measure)))
        .sorted(Comparator.comparingLong(ScoreCard::step))
        .forEach(
            row ->
                lines
                    .computeIfAbsent(row.weights(), each -> new ArrayList<>())
                    .add(point(row, measure, warnings.apply(row))));
    return new Plot(
        Messages.text("evaluate.column.step"),
        ValueText.name(measure),
        lines.entrySet().stream()
            .map(
                each ->
                    new Plot.Line(weights(each.getKey()), colour(each.getKey()), each.getValue()))
            .toList());
  }

  private static Plot.Point point(ScoreCard row, String measure, List<Warning> warnings) {
    double value = row.values().getOrDefault(measure, Double.NaN);
    return new Plot.Point(
        row.step(),
        value,
        "",
        Messages.text("curve.steps.name", Texts.count(row.step())),
        Messages.text(
            "curve.steps.point",
            Texts.count(row.step()),
            ValueText.value(measure, value)
                + ScoreValues.interval(row.values(), measure)
                    .map(each -> " (" + ValueText.interval(measure, each) + ")")
                    .orElse("")),
        Measure.of(measure).map(each -> CardNotes.aboutOrWhole(warnings, each)).orElse(List.of()));
  }

  private static String weights(String weights) {
    return weights.isEmpty()
        ? Messages.text("curve.steps.unknown")
        : Messages.text("snapshot." + weights.toLowerCase(Locale.ROOT));
  }

  private static String colour(String weights) {
    return weights.equals(ScoreCard.weights(true))
        ? "series-a"
        : weights.equals(ScoreCard.weights(false)) ? "series-b" : "series-e";
  }
}
