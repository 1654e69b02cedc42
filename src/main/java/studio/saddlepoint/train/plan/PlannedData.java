package studio.saddlepoint.train.plan;

import java.util.List;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.DataSettings;

/**
 * What a plan has to know of a data set.
 *
 * @param settings the source, the size that its pictures are learnt at, and whether mirrored
 * @param name what a person calls it
 * @param kind of its pictures
 * @param kindKnown whether that is known, and not only what the colours suggest
 * @param images to learn from
 * @param channels 1 for grey, 3 for colour
 * @param classes how many there are; 0 for none
 * @param side the greatest side in pixels that half of its pictures have at least; 0 where unknown
 */
public record PlannedData(
    DataSettings settings,
    String name,
    PictureKind kind,
    boolean kindKnown,
    int images,
    int channels,
    int classes,
    int side) {
  private static final int SMALLEST = 32;

  /** Sizes that are proposed: larger ones take days on a processor. */
  private static final List<Integer> PROPOSED = List.of(SMALLEST, 64);

  /**
   * A data set at the size that its pictures have, as far as a processor can do.
   *
   * @param settings names it; their size plays no part
   * @param summary what is in it
   */
  public static PlannedData of(DataSettings settings, DataSummary summary) {
    int side = summary.usualSide();
    int size = PROPOSED.stream().filter(each -> each <= side).reduce(SMALLEST, Math::max);
    return new PlannedData(
        new DataSettings(settings.source(), size, settings.mirror(), settings.folders()),
        summary.name(),
        PictureKind.of(settings.source(), summary),
        PictureKind.known(settings.source(), summary),
        summary.trainImages(),
        summary.channels(),
        summary.classes().size(),
        side);
  }

  /** The same, learnt at another size. */
  public PlannedData at(int size) {
    return new PlannedData(
        new DataSettings(settings.source(), size, settings.mirror(), settings.folders()),
        name,
        kind,
        kindKnown,
        images,
        channels,
        classes,
        side);
  }

  /** Whether there are classes to be told apart. */
  public boolean labelled() {
    return classes > 1;
  }

  /** The shape of the pictures as they are learnt. */
  public ImageShape shape() {
    return new ImageShape(channels, settings.size(), settings.size());
  }
}
