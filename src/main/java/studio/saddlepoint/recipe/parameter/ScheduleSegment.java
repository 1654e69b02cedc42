package studio.saddlepoint.recipe.parameter;

/**
 * A piece of a schedule. Its length is a number of images or a share of the training, one of them.
 *
 * @param shape how it goes
 * @param from the value at its beginning
 * @param to the value at its end; the same where it is constant
 * @param images images seen from its beginning to its end; 0 where that is a share
 * @param share share of all images of the training, above 0 to 1; 0 where that is a number
 */
public record ScheduleSegment(
    ScheduleShape shape, double from, double to, long images, double share) {
  /** Refuses lengths that are none. */
  public ScheduleSegment {
    if (!Double.isFinite(from) || !Double.isFinite(to)) {
      throw new IllegalArgumentException("its values must be numbers");
    }
    if (images < 0 || share < 0 || images > 0 == share > 0) {
      throw new IllegalArgumentException(
          "a piece must be over a number of images above 0, or a share such as 50%");
    }
    if (share > 1) {
      throw new IllegalArgumentException("a piece cannot be over more than 100%");
    }
    shape.check(from, to);
    to = shape.flat() ? from : to;
  }

  /** A piece over a number of images. */
  public static ScheduleSegment overImages(
      ScheduleShape shape, double from, double to, long images) {
    return new ScheduleSegment(shape, from, to, images, 0);
  }

  /** A piece over a share of the training. */
  public static ScheduleSegment overShare(
      ScheduleShape shape, double from, double to, double share) {
    return new ScheduleSegment(shape, from, to, 0, share);
  }

  /** The same over half of its length, of at least an image. */
  public ScheduleSegment halved() {
    return new ScheduleSegment(
        shape, from, to, share == 0 ? Math.max(1, images / 2) : 0, share / 2);
  }

  /** Its length as recipes write it, such as {@code 50%} or {@code 20000}. */
  public String length() {
    return share == 0 ? Long.toString(images) : Numbers.percent(share);
  }

  /** The same over a number of images, of at least 1. */
  ScheduleSegment ofTraining(long total) {
    return share == 0 ? this : overImages(shape, from, to, Math.max(1, Math.round(total * share)));
  }

  /** The value so many images after its beginning; at most those that it is long. */
  double at(long seen) {
    double progress = Math.min(1, (double) seen / images);
    return shape.value(from, to, progress);
  }

  /** As recipes write it, such as {@code linear(0.001..0, 50%)}. */
  @Override
  public String toString() {
    String values =
        shape.flat() ? Numbers.text(from) : Numbers.text(from) + ".." + Numbers.text(to);
    return shape.id() + "(" + values + ", " + length() + ")";
  }
}
