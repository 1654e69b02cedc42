package studio.saddlepoint.latent.timeline;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.Picture;

/** How a picture came to be what it is at the end of a training. */
public final class Change {
  private Change() {}

  /**
   * How far each picture is from the last.
   *
   * @param pictures of the same code, in the order of steps; missing ones count as not known
   * @return mean absolute differences of colours, 0 to 1; NaN where a picture is missing, or of
   *     another size than the last
   */
  public static double[] toLast(List<? extends @Nullable Picture> pictures) {
    double[] distances = new double[pictures.size()];
    Picture last = pictures.isEmpty() ? null : pictures.get(pictures.size() - 1);
    for (int i = 0; i < distances.length; i++) {
      Picture each = pictures.get(i);
      distances[i] =
          each == null
                  || last == null
                  || each.width() != last.width()
                  || each.height() != last.height()
              ? Double.NaN
              : difference(each, last);
    }
    return distances;
  }

  private static double difference(Picture one, Picture other) {
    long sum = 0;
    for (int i = 0; i < one.argb().length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        sum += Math.abs((one.argb()[i] >> shift & 255) - (other.argb()[i] >> shift & 255));
      }
    }
    return sum / (3.0 * 255 * one.argb().length);
  }

  /**
   * When the picture was more than half of the way: the first place from which on all distances
   * stay below half of the largest.
   *
   * @param distances as {@link #toLast} gives them
   * @return empty where nothing changed, or too little is known
   */
  public static OptionalInt settled(double[] distances) {
    double largest = 0;
    for (double each : distances) {
      largest = Math.max(largest, Double.isNaN(each) ? 0 : each);
    }
    if (largest == 0) {
      return OptionalInt.empty();
    }
    int first = distances.length;
    while (first > 0 && distances[first - 1] < largest / 2) {
      first--;
    }
    return first == distances.length ? OptionalInt.empty() : OptionalInt.of(first);
  }
}
