package studio.saddlepoint.latent.walk;

import java.util.List;
import java.util.stream.Stream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.BetweenInW;
import studio.saddlepoint.latent.Interpolation;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.film.FrameRate;

/**
 * A way through latent space in time: from key to key, each of which a frame shows exactly.
 *
 * @param keys two or more points
 * @param way from a key to the next
 * @param space where the ways lie: with {@link Space#W} behind the mapping network
 * @param easing how time passes between them
 * @param loop whether it goes back from the last key to the first. The first is not shown again in
 *     the end, so that a film that begins again does not stand still there
 * @param secondsBetween keys
 * @param rate frames in a second
 */
public record Walk(
    List<LatentPoint> keys,
    Interpolation way,
    Space space,
    Easing easing,
    boolean loop,
    double secondsBetween,
    FrameRate rate) {
  /** Keys beyond need a film longer than the longest. */
  public static final int MOST_KEYS = 1_000;

  /** Checks all of it. */
  public Walk {
    keys = List.copyOf(keys);
    if (keys.size() < 2 || keys.size() > MOST_KEYS) {
      throw new StudioException(
          English.of(
              "The walk has %s: name 2 to %,d of them, such as 42 and 7.",
              English.count(keys.size(), "key"), MOST_KEYS));
    }
    if (!(secondsBetween > 0 && Double.isFinite(secondsBetween))) {
      throw new StudioException(
          "The time between keys is "
              + secondsBetween
              + " seconds: it must be a number above 0, such as 2.");
    }
    int legs = loop ? keys.size() : keys.size() - 1;
    double frames = rate.frames(secondsBetween * legs);
    if (frames > FrameRate.MOST_FRAMES) {
      throw new StudioException(
          English.of(
              "The film would have %,.0f frames, and the longest has %,d: choose fewer keys, less time between them, or a lower frame rate.",
              frames, FrameRate.MOST_FRAMES));
    }
    if (frames < (loop ? legs : legs + 1)) {
      throw new StudioException(
          English.of(
              "%s in %s seconds at %s frames a second are fewer than one frame a key: choose more time between keys, or a higher frame rate.",
              English.count(keys.size(), "key"), secondsBetween * legs, rate));
    }
  }

  /** A walk whose ways lie in z, where its keys do. */
  public Walk(
      List<LatentPoint> keys,
      Interpolation way,
      Easing easing,
      boolean loop,
      double secondsBetween,
      FrameRate rate) {
    this(keys, way, Space.Z, easing, loop, secondsBetween, rate);
  }

  /** Ways from a key to another. */
  public int legs() {
    return loop ? keys.size() : keys.size() - 1;
  }

  /** How many frames it has: its time in seconds by the rate. */
  public int frames() {
    return (int) rate.frames(secondsBetween * legs());
  }

  /** Its time in seconds, of which no part of a frame is left over. */
  public double seconds() {
    return rate.seconds(frames());
  }

  /**
   * The frame that shows a key. Where the time between keys is no whole number of frames, some ways
   * have one more than others.
   *
   * @param key 0 to {@link #legs()}; of a loop the last is the first again, after its last frame
   */
  public int frameOf(int key) {
    long last = loop ? frames() : frames() - 1L;
    return (int) Math.round((double) key * last / legs());
  }

  /**
   * The point of a frame.
   *
   * @param frame from 0; a loop goes round as often as one likes
   */
  public LatentPoint point(int frame) {
    int within = loop ? Math.floorMod(frame, frames()) : frame;
    if (within < 0 || within >= frames()) {
      throw new IndexOutOfBoundsException("frame " + frame + " of " + frames());
    }
    int leg = leg(within);
    int begin = frameOf(leg);
    LatentPoint from = keys.get(leg % keys.size());
    if (within == begin) {
      return from;
    }
    double time = (within - begin) / (double) (frameOf(leg + 1) - begin);
    return between(from, keys.get((leg + 1) % keys.size()), easing.at(time));
  }

  private LatentPoint between(LatentPoint from, LatentPoint to, double place) {
    return space == Space.W
        ? new BetweenInW(way, from, to, place)
        : new LatentPoint.Between(way, from, to, place);
  }

  /** The way that a frame lies on: the one that begins with it, where it shows a key. */
  private int leg(int frame) {
    int leg = (int) ((long) frame * legs() / frames());
    while (frameOf(leg + 1) <= frame && leg < legs()) {
      leg++;
    }
    while (frameOf(leg) > frame) {
      leg--;
    }
    return leg;
  }

  /** The points of some frames, in order. */
  public List<LatentPoint> points(int from, int to) {
    return Stream.iterate(from, frame -> frame < to, frame -> frame + 1).map(this::point).toList();
  }
}
