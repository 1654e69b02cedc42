package studio.saddlepoint.metrics.attribute;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.direction.Attribute;
import studio.saddlepoint.metrics.LearntSets;

/**
 * What the attributes of shown pictures are, by the judge that finds no directions. Used by one
 * thread at a time.
 */
public final class JudgedPictures implements AutoCloseable {
  private final AttributeJudges.Judge judge;
  private final ImageShape shape;

  /**
   * A judge of pictures.
   *
   * @param judge closed with this
   * @param shape of the pictures that it knows
   */
  JudgedPictures(AttributeJudges.Judge judge, ImageShape shape) {
    this.judge = judge;
    this.shape = shape;
  }

  /**
   * The judge of the data set that a snapshot learnt from; trains it the first time.
   *
   * @param caches the program's folder for caches
   * @throws StudioException if the data set has neither classes nor factors, or cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static JudgedPictures open(Snapshot snapshot, Path caches, Progress progress) {
    LearntSets sets =
        LearntSets.open(snapshot, snapshot.recipe().data(), caches, progress.part(0, 0.1));
    if (!sets.train().shape().equals(snapshot.shape())) {
      throw new StudioException(
          English.of(
              "The pictures of \"%s\" have another shape than those that this generator makes, so its attributes cannot be judged.",
              sets.train().name()));
    }
    return new JudgedPictures(
        new AttributeJudges(caches)
            .of(sets.train(), sets.test(), AttributeJudges.Which.MEASURING, progress.part(0.1, 1)),
        snapshot.shape());
  }

  /** What can be followed. */
  public List<Attribute> attributes() {
    return judge.network().attributes();
  }

  /**
   * Follows an attribute through a training.
   *
   * @param attribute by name, whatever the case of its letters
   * @param steps of the weights
   * @param pictures one for each step; missing ones, and those of another size, are passed over
   * @throws StudioException if there is no such attribute; names those that there are
   */
  public AttributeTrace trace(
      String attribute, List<Long> steps, List<? extends @Nullable Picture> pictures) {
    int place = judge.network().place(attribute);
    List<Double> values = new ArrayList<>();
    for (Picture each : pictures) {
      values.add(
          each == null || each.width() != shape.width() || each.height() != shape.height()
              ? Double.NaN
              : judge.network().judge(pixels(each), 1)[0][place]);
    }
    return new AttributeTrace(attributes().get(place), steps, values);
  }

  /** A picture as (C, H, W) in -1..1. */
  private float[] pixels(Picture picture) {
    int plane = shape.width() * shape.height();
    float[] pixels = new float[shape.pixels()];
    for (int i = 0; i < pixels.length; i++) {
      int colour = picture.argb()[i % plane] >> 16 - 8 * (i / plane) & 0xff;
      pixels[i] = colour / 127.5f - 1;
    }
    return pixels;
  }

  @Override
  public void close() {
    judge.close();
  }
}
