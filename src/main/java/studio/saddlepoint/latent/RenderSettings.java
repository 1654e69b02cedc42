package studio.saddlepoint.latent;

import java.util.List;

/**
 * How a snapshot draws: what happens to codes on their way, beside its weights.
 *
 * @param inW truncation in w
 * @param noise that layers add
 * @param shifts along directions: in z before the mapping, in w after the truncation
 * @param mix a second class
 */
record RenderSettings(WTruncation inW, PassNoise noise, List<Shift> shifts, ClassMix mix) {
  /** Codes and noise as they are. */
  static final RenderSettings PLAIN =
      new RenderSettings(WTruncation.NONE, PassNoise.FIXED, List.of(), ClassMix.NONE);

  RenderSettings {
    shifts = List.copyOf(shifts);
  }

  RenderSettings with(WTruncation other) {
    return new RenderSettings(other, noise, shifts, mix);
  }

  RenderSettings with(PassNoise other) {
    return new RenderSettings(inW, other, shifts, mix);
  }

  RenderSettings with(List<Shift> others) {
    return new RenderSettings(inW, noise, others, mix);
  }

  RenderSettings with(ClassMix other) {
    return new RenderSettings(inW, noise, shifts, other);
  }

  /** The shifts in a space. */
  List<Shift> in(Space space) {
    return shifts.stream().filter(each -> each.space() == space).toList();
  }
}
