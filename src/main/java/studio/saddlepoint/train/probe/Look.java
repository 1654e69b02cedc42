package studio.saddlepoint.train.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.train.diagnosis.Probe;
import studio.saddlepoint.train.diagnosis.Sight;

/** What a look has measured, and the pictures it was measured on, from which findings are shown. */
public final class Look {
  private static final int SHOWN = 8;
  private static final int GAP = 2;
  private static final int BACKGROUND = 0xff20242b;

  private final Probe probe;
  private final Pictures fakes;
  private final Distances between;
  private final Copies copies;
  private final DataSide data;

  Look(Probe probe, Pictures fakes, Distances between, Copies copies, DataSide data) {
    this.probe = probe;
    this.fakes = fakes;
    this.between = between;
    this.copies = copies;
    this.data = data;
  }

  /** The numbers. */
  public Probe probe() {
    return probe;
  }

  /** Draws what shows a finding; empty where there is nothing to be seen. */
  public Optional<Picture> picture(Sight sight) {
    return switch (sight) {
      case NONE -> Optional.empty();
      case ALIKE -> Optional.of(grid(fakes.some(alike())));
      case NEAREST -> Optional.of(grid(nearest()));
      case PICTURES -> Optional.of(grid(beside()));
      case CLASSES -> classes();
    };
  }

  private static Picture grid(List<Picture> pictures) {
    return PictureConversion.grid(pictures, Math.min(SHOWN, pictures.size()), GAP, BACKGROUND);
  }

  /** The fake that has the nearest neighbours, and those. */
  private int[] alike() {
    int wanted = Math.min(2 * SHOWN, between.columns());
    int[] best = {};
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < between.rows(); i++) {
      int row = i;
      int[] nearest =
          IntStream.range(0, between.columns())
              .boxed()
              .sorted(Comparator.comparingDouble(j -> j == row ? -1 : between.at(row, j)))
              .limit(wanted)
              .mapToInt(Integer::intValue)
              .toArray();
      double reach = between.at(row, nearest[wanted - 1]);
      if (reach < least) {
        least = reach;
        best = nearest;
      }
    }
    return best;
  }

  /** Copies first: a row of fakes, and below each the training picture. */
  private List<Picture> nearest() {
    int[] order =
        IntStream.range(0, fakes.count())
            .boxed()
            .sorted(Comparator.comparing(f -> !copies.copied()[f]))
            .limit(SHOWN)
            .mapToInt(Integer::intValue)
            .toArray();
    List<Picture> pictures = new ArrayList<>(fakes.some(order));
    for (int each : order) {
      pictures.add(data.training().picture(copies.nearest()[each]));
    }
    return pictures;
  }

  /** Two rows of fakes, one of real pictures. */
  private List<Picture> beside() {
    List<Picture> pictures =
        new ArrayList<>(
            fakes.some(IntStream.range(0, Math.min(2 * SHOWN, fakes.count())).toArray()));
    pictures.addAll(
        data.real().some(IntStream.range(0, Math.min(SHOWN, data.real().count())).toArray()));
    return pictures;
  }

  private Optional<Picture> classes() {
    Map<String, Double> ofData = probe.data();
    return ofData.isEmpty()
        ? Optional.empty()
        : Optional.of(ClassBars.draw(List.copyOf(ofData.keySet()), probe.fakes(), ofData));
  }
}
