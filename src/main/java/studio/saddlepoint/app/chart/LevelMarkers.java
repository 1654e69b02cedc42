package studio.saddlepoint.app.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/**
 * Dashed lines at values to compare curves with. Their words stand at the right end; where they
 * would lie on those of another line, at the left; where there is no room either, the line has
 * none.
 */
final class LevelMarkers {
  /** Opacity behind words that curves may cross. */
  private static final int LABEL_GROUND = 200;

  /** From a line to its words. */
  private static final double GAP = 2;

  /** Of words. */
  private static final double TEXT_HEIGHT = 14;

  /** Where the words of a line stand. */
  record Place(boolean right, boolean above) {}

  /** Words that are there already. */
  private record Words(boolean right, double from, double to) {
    boolean meet(Words other) {
      return right == other.right && from < other.to && other.from < to;
    }
  }

  private LevelMarkers() {}

  /**
   * The lines.
   *
   * @param axis of the values
   * @param height of the curves in window units
   */
  static List<ValueMarker> of(
      List<ChartRequest.Level> levels, ValueAxis axis, double height, ChartColours colours) {
    Rectangle2D area = new Rectangle2D.Double(0, 0, 1, height);
    double[] heights =
        levels.stream()
            .mapToDouble(each -> axis.valueToJava2D(each.value(), area, RectangleEdge.LEFT))
            .toArray();
    List<List<Place>> places = places(heights, height);
    List<ValueMarker> made = new ArrayList<>();
    for (int i = 0; i < heights.length; i++) {
      ValueMarker marker = new ValueMarker(levels.get(i).value());
      marker.setPaint(colours.text());
      marker.setStroke(ChartStyle.dashed(1, 2, 4));
      String words = levels.get(i).label();
      places.get(i).forEach(place -> say(words, place, marker, colours));
      made.add(marker);
    }
    return made;
  }

  /**
   * Where the words of lines stand; empty where they have none.
   *
   * @param heights of the lines, from the top
   * @param height of the chart
   */
  static List<List<Place>> places(double[] heights, double height) {
    List<Words> taken = new ArrayList<>();
    List<List<Place>> places = new ArrayList<>();
    for (double at : heights) {
      boolean above = at > height / 2; // towards the middle, where there is room
      List<Place> found = List.of();
      for (Place each :
          List.of(
              new Place(true, above),
              new Place(true, !above),
              new Place(false, above),
              new Place(false, !above))) {
        double from = each.above ? at - GAP - TEXT_HEIGHT : at + GAP;
        Words words = new Words(each.right, from, from + TEXT_HEIGHT);
        if (from >= 0 && words.to <= height && taken.stream().noneMatch(words::meet)) {
          taken.add(words);
          found = List.of(each);
          break;
        }
      }
      places.add(found);
    }
    return places;
  }

  private static void say(String words, Place place, ValueMarker marker, ChartColours colours) {
    marker.setLabel(words);
    marker.setLabelFont(ChartStyle.font(ChartStyle.NOTE_TEXT));
    marker.setLabelPaint(colours.text());
    Color ground = colours.background();
    marker.setLabelBackgroundColor(
        new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), LABEL_GROUND));
    if (place.right) {
      marker.setLabelAnchor(place.above ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.BOTTOM_RIGHT);
      marker.setLabelTextAnchor(place.above ? TextAnchor.BOTTOM_RIGHT : TextAnchor.TOP_RIGHT);
    } else {
      marker.setLabelAnchor(place.above ? RectangleAnchor.TOP_LEFT : RectangleAnchor.BOTTOM_LEFT);
      marker.setLabelTextAnchor(place.above ? TextAnchor.BOTTOM_LEFT : TextAnchor.TOP_LEFT);
    }
    marker.setLabelOffset(new RectangleInsets(GAP, 4, GAP, 4));
  }
}
