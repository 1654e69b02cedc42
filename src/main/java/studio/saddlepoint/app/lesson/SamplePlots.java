package studio.saddlepoint.app.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import studio.saddlepoint.app.Lesson;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.chart.Plot;
import studio.saddlepoint.metrics.lesson.FidOverSamples;
import studio.saddlepoint.metrics.record.ValueText;

/** The charts of scores over the number of pictures, each doubling being one step to the right. */
final class SamplePlots {
  private static final String KEY = "lesson." + Lesson.FID_OVER_SAMPLES.id() + ".";

  /** Points of the line over 1/N, which is bent here. */
  private static final int BENT = 60;

  private SamplePlots() {}

  /** FID, the line over 1/N that goes through the large numbers, and its end. */
  static Plot fid(FidOverSamples measured) {
    double end = measured.line().value();
    double from = place(measured.fewest().samples());
    double to = place(measured.most().samples());
    List<Plot.Point> line =
        IntStream.rangeClosed(0, BENT)
            .mapToDouble(i -> from + (to - from) * i / BENT)
            .mapToObj(x -> new Plot.Point(x, measured.line().at(Math.pow(2, x)), ""))
            .toList();
    return new Plot(
        Messages.text(KEY + "x"),
        ValueText.name("fid"),
        List.of(
            new Plot.Line(ValueText.name("fid"), "series-a", fids(measured)),
            new Plot.Line(Messages.text(KEY + "line"), "series-b", line, true),
            level(measured, end, Messages.text(KEY + "end", number(end)), "series-c")),
        List.of(),
        List.of(0.0),
        true);
  }

  /** Every other one says its value, and the last one: there is no room for more. */
  private static List<Plot.Point> fids(FidOverSamples measured) {
    int last = measured.points().size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(
            i -> {
              FidOverSamples.Point each = measured.points().get(i);
              String value = number(each.fid());
              boolean labelled = i == last || i % 2 == 0 && i < last - 1;
              return point(
                  each,
                  each.fid(),
                  labelled ? value : "",
                  Messages.text(KEY + "fid.point", Texts.count(each.samples()), value));
            })
        .toList();
  }

  /** KID, how sure it is, and the 0 that it should be. */
  static Plot kid(FidOverSamples measured) {
    List<Plot.Point> kids =
        measured.points().stream().map(each -> point(each, each.kid(), "", words(each))).toList();
    return new Plot(
        Messages.text(KEY + "x"),
        ValueText.name("kid"),
        List.of(
            new Plot.Line(ValueText.name("kid"), "series-a", kids),
            new Plot.Line(Messages.text(KEY + "chance"), "series-b", errors(measured), true),
            level(measured, 0, Messages.text(KEY + "truth"), "series-c")),
        List.of(),
        List.of(),
        true);
  }

  private static String words(FidOverSamples.Point point) {
    String count = Texts.count(point.samples());
    return point.parts() == 1
        ? Messages.text(KEY + "kid.point", count, number(point.kid()))
        : Messages.text(
            KEY + "kid.point.error", count, number(point.kid()), number(point.kidError()));
  }

  /** The outline of KID and its standard error: above to the right, and below back again. */
  private static List<Plot.Point> errors(FidOverSamples measured) {
    List<FidOverSamples.Point> known =
        measured.points().stream().filter(each -> each.parts() > 1).toList();
    List<Plot.Point> outline = new ArrayList<>();
    known.forEach(each -> outline.add(error(each, 1)));
    for (int i = known.size() - 1; i >= 0; i--) {
      outline.add(error(known.get(i), -1));
    }
    return outline;
  }

  private static Plot.Point error(FidOverSamples.Point point, int sign) {
    return new Plot.Point(place(point.samples()), point.kid() + sign * point.kidError(), "");
  }

  private static Plot.Point point(
      FidOverSamples.Point measured, double value, String label, String words) {
    return new Plot.Point(
        place(measured.samples()), value, label, Texts.count(measured.samples()), words, List.of());
  }

  private static Plot.Line level(
      FidOverSamples measured, double value, String name, String colour) {
    return new Plot.Line(
        name,
        colour,
        List.of(
            new Plot.Point(place(measured.fewest().samples()), value, name),
            new Plot.Point(place(measured.most().samples()), value, name)),
        true);
  }

  private static double place(int samples) {
    return Math.log(samples) / Math.log(2);
  }

  /** Two digits behind the point, which is where chance begins. */
  static String number(double value) {
    return String.format(Locale.ENGLISH, "%.2f", value);
  }
}
