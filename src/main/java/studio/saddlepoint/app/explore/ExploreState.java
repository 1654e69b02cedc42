package studio.saddlepoint.app.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import studio.saddlepoint.app.explore.grid.PlaneState;
import studio.saddlepoint.app.explore.style.MixingState;
import studio.saddlepoint.latent.BetweenInW;
import studio.saddlepoint.latent.ClassMix;
import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.Interpolation;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.Shift;
import studio.saddlepoint.latent.Space;
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
 * @param shifts along directions
 * @param mix a second class
 * @param space where the way between both ends lies
 * @param plane a plane through latent space
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
    MixingState mixing,
    List<Shift> shifts,
    ClassMix mix,
    Space space,
    PlaneState plane) {

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
        MixingState.first(),
        List.of(),
        ClassMix.NONE,
        Space.Z,
        PlaneState.first());
  }

  /** The point on the path; an end itself where the place is there. */
  LatentPoint current() {
    return at(place);
  }

  private LatentPoint at(double t) {
    if (t <= 0 || t >= 1) {
      return t <= 0 ? a : b;
    }
    return space == Space.W ? new BetweenInW(way, a, b, t) : new LatentPoint.Between(way, a, b, t);
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

  /**
   * Makes the place chosen in the plane an end of the path, and stays with its picture: the place
   * moves to where that code lies now.
   *
   * @param point the code there
   * @param atB whether it becomes b, not a
   */
  ExploreState takeFromPlane(LatentPoint point, boolean atB) {
    ExploreState taken = atB ? withB(point) : withA(point);
    double end = atB ? 1 : 0;
    if (!plane.alongDirections()) {
      return taken.withPlane(plane.at(end, 0));
    }
    return place == end ? taken.withPlane(plane.at(0, 0)) : taken;
  }

  /** This with other ends where those are of another generator's length. */
  ExploreState fitting(CodeSizes sizes) {
    ExploreState first = a.fits(sizes) ? this : withA(new LatentPoint.Seed(1));
    ExploreState ends = b.fits(sizes) ? first : first.withB(new LatentPoint.Seed(2));
    return ends.withShifts(shifts.stream().filter(each -> each.fits(sizes)).toList());
  }

  /**
   * This with the truncation that a generator has.
   *
   * @param styledLayers how many styled layers it has; 0 without a mapping network
   */
  ExploreState truncatedFor(int styledLayers) {
    if (styledLayers == 0) {
      return withInW(WTruncation.NONE).withSpace(Space.Z);
    }
    ExploreState inZ = withThreshold(Double.POSITIVE_INFINITY);
    return inW.cutoff() < styledLayers ? inZ : inZ.withInW(inW.inLayers(WTruncation.ALL));
  }

  /** New ends from two seeds, but for locked ones. */
  ExploreState resample(long seedA, long seedB) {
    ExploreState next = lockedA ? this : withA(new LatentPoint.Seed(seedA));
    return lockedB ? next : next.withB(new LatentPoint.Seed(seedB));
  }

  /** The ends exchanged, the picture staying the same. */
  ExploreState swap() {
    return withA(b).withB(a).withLocks(lockedB, lockedA).with(next -> next.place = 1 - place);
  }

  /** Whether everything is drawn untruncated. */
  boolean untruncated() {
    return Double.isInfinite(threshold);
  }

  ExploreState withA(LatentPoint point) {
    return with(next -> next.a = point);
  }

  ExploreState withB(LatentPoint point) {
    return with(next -> next.b = point);
  }

  ExploreState withLocks(boolean first, boolean second) {
    return with(
        next -> {
          next.lockedA = first;
          next.lockedB = second;
        });
  }

  ExploreState withPlace(double t) {
    return with(next -> next.place = Math.max(0, Math.min(1, t)));
  }

  ExploreState withWay(Interpolation way) {
    return with(next -> next.way = way);
  }

  ExploreState withThreshold(double threshold) {
    return with(next -> next.threshold = threshold);
  }

  ExploreState withInW(WTruncation inW) {
    return with(next -> next.inW = inW);
  }

  ExploreState withKeep(Optional<KeepBest> keep) {
    return with(next -> next.keep = keep);
  }

  ExploreState withLabel(int label) {
    return with(next -> next.label = label);
  }

  ExploreState withStrength(double strength) {
    return with(next -> next.strength = strength);
  }

  ExploreState withVariationSeed(long variationSeed) {
    return with(next -> next.variationSeed = variationSeed);
  }

  ExploreState withNoise(LayerNoise noise) {
    return with(next -> next.noise = noise);
  }

  ExploreState withMixing(MixingState mixing) {
    return with(next -> next.mixing = mixing);
  }

  ExploreState withShifts(List<Shift> shifts) {
    return with(next -> next.shifts = List.copyOf(shifts));
  }

  ExploreState withMix(ClassMix mix) {
    return with(next -> next.mix = mix);
  }

  ExploreState withSpace(Space space) {
    return with(next -> next.space = space);
  }

  ExploreState withPlane(PlaneState plane) {
    return with(next -> next.plane = plane);
  }

  /**
   * What happens to codes on their way.
   *
   * @param noiseSeed decides fresh noise
   */
  Styling styling(long noiseSeed) {
    return new Styling(inW, noise, noiseSeed, shifts, mix);
  }

  private ExploreState with(Consumer<Next> change) {
    Next next = new Next(this);
    change.accept(next);
    return next.state();
  }

  /** The state to come, while it is made. */
  private static final class Next {
    private LatentPoint a;
    private LatentPoint b;
    private boolean lockedA;
    private boolean lockedB;
    private Interpolation way;
    private double place;
    private double threshold;
    private WTruncation inW;
    private Optional<KeepBest> keep;
    private int label;
    private double strength;
    private long variationSeed;
    private LayerNoise noise;
    private MixingState mixing;
    private List<Shift> shifts;
    private ClassMix mix;
    private Space space;
    private PlaneState plane;

    Next(ExploreState now) {
      a = now.a;
      b = now.b;
      lockedA = now.lockedA;
      lockedB = now.lockedB;
      way = now.way;
      place = now.place;
      threshold = now.threshold;
      inW = now.inW;
      keep = now.keep;
      label = now.label;
      strength = now.strength;
      variationSeed = now.variationSeed;
      noise = now.noise;
      mixing = now.mixing;
      shifts = now.shifts;
      mix = now.mix;
      space = now.space;
      plane = now.plane;
    }

    ExploreState state() {
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
          mixing,
          shifts,
          mix,
          space,
          plane);
    }
  }
}
