package studio.saddlepoint.metrics.human;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ScaledDataSet;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.image.DataSetImages;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.SnapshotImages;

/**
 * The pictures of a {@link HumanTest}: as many real as generated ones, in random order, drawn by
 * the same code at the same eight bits, so that nothing but their content tells them apart.
 *
 * @param cards in the order they are shown
 */
public record HumanDeck(List<Card> cards) {
  private static final int BATCH = 32;

  /**
   * A picture to judge.
   *
   * @param picture what is shown
   * @param real whether it is of the data set
   */
  public record Card(Picture picture, boolean real) {}

  /** Copies the cards. */
  public HumanDeck {
    cards = List.copyOf(cards);
  }

  /**
   * Deals cards.
   *
   * @param snapshot makes the generated ones
   * @param data where the real ones are from, each at most once
   * @param count how many cards, even
   * @param truncation threshold of the latents, or none
   * @param seed decides which and in what order
   * @param progress told how far it is
   * @throws StudioException if the data set has too few images, or images of another shape
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static HumanDeck deal(
      Snapshot snapshot,
      DataSet data,
      int count,
      OptionalDouble truncation,
      long seed,
      Progress progress) {
    DataSet real =
        snapshot.resolution().map(now -> ScaledDataSet.of(data, now.size())).orElse(data);
    return deal(
        new SnapshotImages(snapshot, count / 2, truncation, seed), real, count, seed, progress);
  }

  static HumanDeck deal(
      ImageSource generated, DataSet data, int count, long seed, Progress progress) {
    int half = count / 2;
    if (!generated.shape().equals(data.shape())) {
      throw new StudioException(
          English.of(
              "The generator's pictures and those of \"%s\" differ in size or colour, which gives them away. Choose the data set that it was trained on.",
              data.name()));
    }
    if (data.size() < half) {
      throw new StudioException(
          English.of(
              "The data set \"%s\" has only %,d images, but the test shows %,d real ones. Choose a shorter test.",
              data.name(), data.size(), half));
    }
    Random random = new Random(seed);
    List<Card> cards = new ArrayList<>(count);
    int[] chosen = random.ints(0, data.size()).distinct().limit(half).toArray();
    add(cards, new DataSetImages(data, chosen), true, half, progress.part(0, 0.1));
    add(cards, generated, false, half, progress.part(0.1, 1));
    Collections.shuffle(cards, random);
    return new HumanDeck(cards);
  }

  private static void add(
      List<Card> cards, ImageSource images, boolean real, int half, Progress progress) {
    for (int from = 0; from < half; from += BATCH) {
      progress.checkCancelled();
      progress.report("Drawing pictures", (double) from / half);
      int size = Math.min(BATCH, half - from);
      float[] pixels = images.images(from, size);
      for (int i = 0; i < size; i++) {
        cards.add(new Card(PictureConversion.of(pixels, i, images.shape()), real));
      }
    }
  }
}
