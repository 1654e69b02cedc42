package studio.saddlepoint.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Sequence;

/**
 * Networks that can grow with their pictures; where they do not, the ways between maps and pictures
 * of the smaller sizes are left out. A family says what a stage is made of; the plan is the same
 * for all: channels halve whenever the side doubles, down to the width at the two largest sides,
 * and never are more than {@value #MOST_CHANNELS}.
 */
abstract class GrowingNetworks implements NetworkFamily {
  /** Of a stage, at most (Karras et al. 2018, table 2). */
  private static final int MOST_CHANNELS = 512;

  /** From what {@link NetworkSpec#inputs} says to (N, channels, 4, 4). */
  abstract Layer first(NetworkSpec spec, int channels);

  /**
   * From (N, from, size / 2, size / 2) to (N, to, size, size).
   *
   * @param size side of what it makes
   */
  abstract Layer doubling(NetworkSpec spec, int from, int to, int size);

  /** From (N, from, s, s) to pictures. */
  abstract Layer toPicture(NetworkSpec spec, int from);

  /** From pictures to (N, to, s, s). */
  abstract Layer fromPicture(NetworkSpec spec, int to);

  /**
   * From (N, from, size, size) to (N, to, size / 2, size / 2).
   *
   * @param size side of what it takes
   */
  abstract Layer halving(NetworkSpec spec, int from, int to, int size);

  /** From (N, channels, 4, 4) to features. */
  abstract Layer last(NetworkSpec spec, int channels);

  @Override
  public Layer synthesis(NetworkSpec spec) {
    int width = spec.recipe().generator().width();
    List<Layer> stages = new ArrayList<>();
    List<Layer> toPictures = new ArrayList<>();
    for (int i = 0; i <= spec.doublings(); i++) {
      int channels = channels(spec, width, i);
      stages.add(
          i == 0
              ? first(spec, channels)
              : doubling(spec, channels(spec, width, i - 1), channels, NetworkSpec.SMALLEST << i));
      toPictures.add(toPicture(spec, channels));
    }
    return spec.grows()
        ? new GrowingSynthesis(NetworkSpec.SMALLEST, stages, toPictures)
        : inOrder(stages).add(toPictures.get(spec.doublings()));
  }

  @Override
  public Layer trunk(NetworkSpec spec) {
    int width = spec.trunk().width();
    List<Layer> fromPictures = new ArrayList<>();
    List<Layer> halvings = new ArrayList<>();
    for (int i = 0; i <= spec.doublings(); i++) {
      int channels = channels(spec, width, i);
      fromPictures.add(fromPicture(spec, channels));
      if (i > 0) {
        halvings.add(
            halving(spec, channels, channels(spec, width, i - 1), NetworkSpec.SMALLEST << i));
      }
    }
    Layer last = last(spec, channels(spec, width, 0));
    if (spec.grows()) {
      return new GrowingTrunk(NetworkSpec.SMALLEST, fromPictures, halvings, last);
    }
    Collections.reverse(halvings);
    Sequence layers = new Sequence().add(fromPictures.get(spec.doublings()));
    halvings.forEach(layers::add);
    return layers.add(last);
  }

  private static Sequence inOrder(List<Layer> stages) {
    Sequence layers = new Sequence();
    stages.forEach(layers::add);
    return layers;
  }

  /** Channels of a stage, from the smallest side. */
  private static int channels(NetworkSpec spec, int width, int stage) {
    int halvings = Math.max(0, spec.doublings() - 1 - stage);
    return Math.max(width, Math.min(MOST_CHANNELS, width << halvings));
  }
}
