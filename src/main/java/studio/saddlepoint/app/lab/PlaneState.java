package studio.saddlepoint.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.lab.plane.NetworkSizes;
import studio.saddlepoint.lab.plane.PlaneData;
import studio.saddlepoint.lab.plane.PlaneData.Centre;
import studio.saddlepoint.lab.plane.PlaneSettings;

/**
 * What is trained in the plane.
 *
 * @param kind of the real points
 * @param drawn the points that were drawn by hand; at least one
 * @param pictures points that pictures of a data set are; at least one
 * @param first settings of the first plane
 * @param difference what the second plane has otherwise; none where there is no second plane
 */
record PlaneState(
    PlaneKind kind,
    List<Centre> drawn,
    List<Centre> pictures,
    PlaneSettings first,
    PlaneDifference difference) {
  /** The most points that are drawn. */
  static final int MOST_POINTS = 300;

  /** A stroke to begin with, for whoever draws. */
  private static final List<Centre> STROKE = stroke();

  static final PlaneState DEFAULT =
      new PlaneState(
          PlaneKind.RING, STROKE, STROKE, PlaneSettings.of(PlaneData.ring()), PlaneDifference.NONE);

  private static List<Centre> stroke() {
    List<Centre> points = new ArrayList<>();
    for (int i = 0; i <= 20; i++) {
      double x = i / 10.0 - 1;
      points.add(new Centre(x, 0.5 * Math.sin(3 * x)));
    }
    return List.copyOf(points);
  }

  PlaneState with(PlaneKind other) {
    return new PlaneState(
        other, drawn, pictures, first.with(other.data(drawn, pictures)), difference);
  }

  PlaneState with(PlaneDifference other) {
    return new PlaneState(kind, drawn, pictures, first, other);
  }

  PlaneState with(NetworkSizes sizes) {
    return new PlaneState(kind, drawn, pictures, first.with(sizes), difference);
  }

  PlaneState with(Map<String, ?> changes) {
    return new PlaneState(kind, drawn, pictures, first.with(changes), difference);
  }

  /**
   * With another point, the oldest making room where there are too many; drawn points are shown.
   */
  PlaneState drawing(Centre point) {
    List<Centre> points = new ArrayList<>(drawn);
    points.add(point);
    if (points.size() > MOST_POINTS) {
      points.remove(0);
    }
    return drawing(List.copyOf(points));
  }

  /** With other points, which are shown. */
  PlaneState drawing(List<Centre> points) {
    return new PlaneState(PlaneKind.DRAWN, points, pictures, first, difference)
        .with(PlaneKind.DRAWN);
  }

  /** With the pictures of a data set as points, which are shown. */
  PlaneState showing(List<Centre> points) {
    return new PlaneState(PlaneKind.PICTURES, drawn, points, first, difference)
        .with(PlaneKind.PICTURES);
  }

  /** The settings of each plane. */
  List<PlaneSettings> settings() {
    return difference == PlaneDifference.NONE
        ? List.of(first)
        : List.of(first, difference.of(first));
  }

  /** Whether trainings of another state can go on by this one. */
  boolean goesOn(PlaneState other) {
    return difference == other.difference
        && settings().get(0).sizes().equals(other.settings().get(0).sizes())
        && first.recipe().seed() == other.first.recipe().seed();
  }
}
