package studio.saddlepoint.latent.film;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * A palette for more colours than it has places (after Heckbert 1982): the box of colours with the
 * largest squared error is cut, at its mean along the channel in which it is widest (Wu 1991),
 * until there are enough; then each colour moves to the middle of what is nearest to it, twice
 * (k-means).
 */
final class MedianCut {
  private static final int CHANNELS = 3;
  private static final int ROUNDS = 2;

  private MedianCut() {}

  /**
   * Chooses colours.
   *
   * @param histogram of a picture
   * @param size how many, fewer than the picture has
   * @return 0xRRGGBB
   */
  static int[] palette(Histogram histogram, int size) {
    PriorityQueue<Box> boxes =
        new PriorityQueue<>(Comparator.comparingDouble((Box box) -> -box.error));
    boxes.add(new Box(histogram, IntStream.range(0, histogram.colours().length).toArray()));
    List<Box> whole = new ArrayList<>(); // of one colour each
    while (boxes.size() + whole.size() < size && !boxes.isEmpty()) {
      Box largest = boxes.remove();
      if (largest.members.length < 2) {
        whole.add(largest);
      } else {
        largest.cut().forEach(boxes::add);
      }
    }
    whole.addAll(boxes);
    int[] chosen = whole.stream().mapToInt(Box::middle).toArray();
    for (int round = 0; round < ROUNDS; round++) {
      chosen = moved(chosen, histogram);
    }
    return chosen;
  }

  /** Each colour in the middle of those that are nearest to it; one that has none stays. */
  private static int[] moved(int[] chosen, Histogram histogram) {
    int[] nearest = nearest(chosen, histogram.colours());
    double[][] sums = new double[chosen.length][CHANNELS];
    double[] counts = new double[chosen.length];
    for (int i = 0; i < nearest.length; i++) {
      counts[nearest[i]] += histogram.counts()[i];
      for (int channel = 0; channel < CHANNELS; channel++) {
        sums[nearest[i]][channel] +=
            (double) histogram.counts()[i] * Histogram.channel(histogram.colours()[i], channel);
      }
    }
    int[] moved = chosen.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] = counts[i] == 0 ? chosen[i] : colour(sums[i], counts[i]);
    }
    return moved;
  }

  private static int colour(double[] sums, double count) {
    int colour = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      colour = colour << 8 | (int) Math.round(sums[channel] / count);
    }
    return colour;
  }

  /**
   * Which chosen colour is nearest to each, by squared distance.
   *
   * @param chosen 0xRRGGBB
   * @param colours 0xRRGGBB
   */
  static int[] nearest(int[] chosen, int[] colours) {
    int[] found = new int[colours.length];
    for (int i = 0; i < colours.length; i++) {
      int least = Integer.MAX_VALUE;
      int red = Histogram.channel(colours[i], 0);
      int green = Histogram.channel(colours[i], 1);
      int blue = Histogram.channel(colours[i], 2);
      for (int j = 0; j < chosen.length && least > 0; j++) {
        int r = red - (chosen[j] >> 16);
        int g = green - (chosen[j] >> 8 & 0xff);
        int b = blue - (chosen[j] & 0xff);
        int distance = r * r + g * g + b * b;
        if (distance < least) {
          least = distance;
          found[i] = j;
        }
      }
    }
    return found;
  }

  /** Colours that one is to stand for. */
  private static final class Box {
    final Histogram histogram;
    final int[] members;
    final double[] sums = new double[CHANNELS];
    final double count;
    final double error;
    final int widest;

    Box(Histogram histogram, int[] members) {
      this.histogram = histogram;
      this.members = members;
      double[] squares = new double[CHANNELS];
      double all = 0;
      for (int member : members) {
        int weight = histogram.counts()[member];
        all += weight;
        for (int channel = 0; channel < CHANNELS; channel++) {
          double value = Histogram.channel(histogram.colours()[member], channel);
          sums[channel] += weight * value;
          squares[channel] += weight * value * value;
        }
      }
      count = all;
      double total = 0;
      int largest = 0;
      for (int channel = 0; channel < CHANNELS; channel++) {
        squares[channel] -= sums[channel] * sums[channel] / count;
        total += squares[channel];
        largest = squares[channel] > squares[largest] ? channel : largest;
      }
      error = total;
      widest = largest;
    }

    int middle() {
      return colour(sums, count);
    }

    /** Both parts; neither is empty, since there are two colours that differ in the widest. */
    List<Box> cut() {
      double mean = sums[widest] / count;
      int[] low =
          Arrays.stream(members)
              .filter(each -> Histogram.channel(histogram.colours()[each], widest) <= mean)
              .toArray();
      int[] high =
          Arrays.stream(members)
              .filter(each -> Histogram.channel(histogram.colours()[each], widest) > mean)
              .toArray();
      return List.of(new Box(histogram, low), new Box(histogram, high));
    }
  }
}
