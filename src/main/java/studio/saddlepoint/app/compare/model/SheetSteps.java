package studio.saddlepoint.app.compare.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.app.chart.XAxis;
import studio.saddlepoint.run.event.Event;

/**
 * The sheets of several runs on one scrubber: it stops where any run has one, and of each the
 * nearest is seen.
 *
 * @param stops rising, without repeats: steps, or images
 */
public record SheetSteps(List<Double> stops) {
  /**
   * Of runs.
   *
   * @param axis steps or images
   */
  public static SheetSteps of(List<OurRun> runs, XAxis axis) {
    return new SheetSteps(
        runs.stream()
            .flatMap(
                run ->
                    run.places(axis).stream()
                        .flatMap(
                            places ->
                                run.open().history().sheets().stream()
                                    .map(sheet -> rounded(places.at(sheet.step())))))
            .distinct()
            .sorted()
            .toList());
  }

  private static double rounded(double place) {
    return Math.rint(place);
  }

  /** Which stop is nearest to a place; the last where it is NaN, 0 where there are none. */
  public int index(double place) {
    if (stops.isEmpty()) {
      return 0;
    }
    if (Double.isNaN(place)) {
      return stops.size() - 1;
    }
    int nearest = 0;
    for (int i = 1; i < stops.size(); i++) {
      if (Math.abs(stops.get(i) - place) < Math.abs(stops.get(nearest) - place)) {
        nearest = i;
      }
    }
    return nearest;
  }

  /** The place of a stop; NaN for the last, which is followed, and where there are none. */
  public double place(int index) {
    return index >= stops.size() - 1 ? Double.NaN : stops.get(Math.max(0, index));
  }

  /**
   * The sheet of a run that is nearest to a place, the earlier of two as near.
   *
   * @param place in steps or images; NaN for the last stop
   */
  public Optional<Event.Sheet> nearest(OurRun run, XAxis axis, double place) {
    List<Event.Sheet> sheets = run.open().history().sheets();
    Optional<Places> places = run.places(axis);
    if (sheets.isEmpty() || places.isEmpty() || stops.isEmpty()) {
      return Optional.empty();
    }
    double wanted = Double.isNaN(place) ? stops.get(stops.size() - 1) : place;
    double[] distances =
        sheets.stream()
            .mapToDouble(sheet -> Math.abs(rounded(places.get().at(sheet.step())) - wanted))
            .toArray();
    double least = Arrays.stream(distances).min().orElse(0);
    for (int i = 0; i < distances.length; i++) {
      if (distances[i] == least) {
        return Optional.of(sheets.get(i));
      }
    }
    return Optional.empty();
  }
}
