package studio.saddlepoint.app.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.saddlepoint.app.explore.style.MixingState;
import studio.saddlepoint.latent.Interpolation;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.WTruncation;

/**
 * The place in latent space where the explorer stands, as a value: every move gives a new one.
 *
 * @param a one end of the path
 * @param b the other end
 * @param lockedA whether a is not to be replaced
 * @param lockedB whether b is not to be replaced
 * @param way how the path goes
 * @param place where on the path, 0 at a to 1 at b
 * @param threshold truncation of all draws; infinite for none
 * @param inW truncation in w, where the generator has a mapping network
 * @param keep which share of the samples drawn a sheet shows; empty for all
 * @param label the class to draw, where the generator is conditional
 * @param strength how far variations go, 0 to 1
 * @param variationSeed where variations are drawn from
 * @param noise that layers add, where they add some
 * @param mixing which styles are mixed
 */
record ExploreState(
    LatentPoint a,
    LatentPoint b,
    boolean lockedA,
    boolean lockedB,
    Interpolation way,
    double place,
    double threshold,
    WTruncation inW,
    Optional<KeepBest> keep,
    int label,
    double strength,
    long variationSeed,
    LayerNoise noise,
    MixingState mixing) {

  /** The first place to stand at. */
  static ExploreState first() {
    return new ExploreState(
        new LatentPoint.Seed(1),
        new LatentPoint.Seed(2),
        false,
        false,
        Interpolation.SLERP,
        0,
        Double.POSITIVE_INFINITY,
        WTruncation.NONE,
        Optional.empty(),
        0,
        0.35,
        1,
        LayerNoise.FIXED,
        MixingState.first());
  }

  /** The point on the path; an end itself where the place is there. */
  LatentPoint current() {
    return at(place);
  }

  private LatentPoint at(double t) {
    return t <= 0 ? a : t >= 1 ? b : new LatentPoint.Between(way, a, b, t);
  }

  /**
   * The path for a film strip: a, frames at the middles of equal parts, b.
   *
   * @param frames how many between the ends
   */
  List<LatentPoint> path(int frames) {
    List<LatentPoint> points = new ArrayList<>();
    points.add(a);
    for (int i = 0; i < frames; i++) {
      points.add(at(middle(i, frames)));
    }
    points.add(b);
    return points;
  }

  /** The place of a film strip's frame on the path. */
  static double middle(int frame, int frames) {
    return (frame + 0.5) / frames;
  }

  /** Points around the current one. */
  List<LatentPoint> variations(int count) {
    LatentPoint centre = current();
    return IntStream.range(0, count)
        .<LatentPoint>mapToObj(i -> new LatentPoint.Varied(centre, strength, variationSeed + i))
        .toList();
  }

  /** Independent draws that begin with the variation seed, for a sheet. */
  List<LatentPoint> samples(int count) {
    return IntStream.range(0, count)
        .<LatentPoint>mapToObj(i -> new LatentPoint.Seed(variationSeed + i))
        .toList();
  }

  /** Puts a point at a and stands there; at b where a is locked; nowhere where both are. */
  ExploreState take(LatentPoint point) {
    if (!lockedA) {
      return withA(point).withPlace(0);
    }
    return lockedB ? this : withB(point).withPlace(1);
  }

  /** This with other ends where those are of another generator's length. */
  ExploreState fitting(int size) {
    ExploreState first = a.fits(size) ? this : withA(new LatentPoint.Seed(1));
    return b.fits(size) ? first : first.withB(new LatentPoint.Seed(2));
  }

  /**
   * This with the truncation that a generator has.
   *
   * @param styledLayers how many styled layers it has; 0 without a mapping network
   */
  ExploreState truncatedFor(int styledLayers) {
    if (styledLayers == 0) {
      return withInW(WTruncation.NONE);
    }
    ExploreState inZ = withThreshold(Double.POSITIVE_INFINITY);
    return inW.cutoff() < styledLayers
        ? inZ
        : inZ.withInW(new WTruncation(inW.psi(), WTruncation.ALL));
  }

  /** New ends from two seeds, but for locked ones. */
  ExploreState resample(long seedA, long seedB) {
    ExploreState next = lockedA ? this : withA(new LatentPoint.Seed(seedA));
    return lockedB ? next : next.withB(new LatentPoint.Seed(seedB));
  }

  /** The ends exchanged, the picture staying the same. */
  ExploreState swap() {
    return new ExploreState(
        b,
        a,
        lockedB,
        lockedA,
        way,
        1 - place,
        threshold,
        inW,
        keep,
        label,
        strength,
        variationSeed,
        noise,
        mixing);
  }

  /** Whether everything is drawn untruncated. */
  boolean untruncated() {
    return Double.isInfinite(threshold);
  }

  ExploreState withA(LatentPoint point) {
    return new ExploreState(
        point,
        b,
        lockedA,
        lockedB,
        way,
        place,
        threshold,
        inW,
        keep,
        label,
        strength,
        variationSeed,
        noise,
        mixing);
  }

  ExploreState withB(LatentPoint point) {
    return new ExploreState(
        a,
        point,
        lockedA,
        lockedB,
        way,
        place,
        threshold,
        inW,
        keep,
        label,
        strength,
        variationSeed,
        noise,
        mixing);
  }

  ExploreState withLocks(boolean first, boolean second) {
    return new ExploreState(
        a,
        b,
        first,
        second,
        way,
        place,
        threshold,
        inW,
        keep,
        label,
        strength,
        variationSeed,
        noise,
        mixing);
  }

  ExploreState withWay(Interpolation next) {
    return new ExploreState(
        a,
        b,
        lockedA,
        lockedB,
        next,
        place,
        threshold,
        inW,
        keep,
        label,
        strength,
        variationSeed,
        noise,
        mixing);
  }

  ExploreState withPlace(double t) {
    double held = Math.max(0, Math.min(1, t));
    return new ExploreState(
        a,
        b,
        lockedA,
        lockedB,
        way,
        held,
        threshold,
        inW,
        keep,
        label,
        strength,
        variationSeed,
        noise,
        mixing);
  }

  ExploreState withThreshold(double next) {
    return new ExploreState(
        a,
        b,
        lockedA,
        lockedB,
        way,
        place,
        next,
        inW,
        keep,
        label,
        strength,
        variationSeed,
        noise,
        mixing);
  }

  ExploreState withInW(WTruncation next) {
    return new ExploreState(
        a,
        b,
        lockedA,
        lockedB,
        way,
        place,
        threshold,
        next,
        keep,
        label,
        strength,
        variationSeed,
        noise,
        mixing);
  }

  ExploreState withKeep(Optional<KeepBest> next) {
    return new ExploreState(
        a,
        b,
        lockedA,
        lockedB,
        way,
        place,
        threshold,
        inW,
        next,
        label,
        strength,
        variationSeed,
        noise,
        mixing);
  }

  ExploreState withLabel(int next) {
    return new ExploreState(
        a,
        b,
        lockedA,
        lockedB,
        way,
        place,
        threshold,
        inW,
        keep,
        next,
        strength,
        variationSeed,
        noise,
        mixing);
  }

  ExploreState withStrength(double next) {
    return new ExploreState(
        a,
        b,
        lockedA,
        lockedB,
        way,
        place,
        threshold,
        inW,
        keep,
        label,
        next,
        variationSeed,
        noise,
        mixing);
  }

  ExploreState withVariationSeed(long next) {
    return new ExploreState(
        a, b, lockedA, lockedB, way, place, threshold, inW, keep, label, strength, next, noise,
        mixing);
  }

  ExploreState withNoise(LayerNoise next) {
    return new ExploreState(
        a,
        b,
        lockedA,
        lockedB,
        way,
        place,
        threshold,
        inW,
        keep,
        label,
        strength,
        variationSeed,
        next,
        mixing);
  }

  ExploreState withMixing(MixingState next) {
    return new ExploreState(
        a,
        b,
        lockedA,
        lockedB,
        way,
        place,
        threshold,
        inW,
        keep,
        label,
        strength,
        variationSeed,
        noise,
        next);
  }
}
