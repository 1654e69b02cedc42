package studio.saddlepoint.train.method;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.GrowingSettings;
import studio.saddlepoint.run.event.Event;

/** How far networks have grown (Karras et al. 2018, section 2): by the images seen alone. */
public final class Growth {
  private Growth() {}

  /**
   * The resolution that a training stands at.
   *
   * @param imagesSeen real pictures drawn so far
   * @return empty where nothing grows
   */
  public static Optional<Resolution> of(Recipe recipe, long imagesSeen) {
    GrowingSettings settings = recipe.method().growing();
    return settings.on()
        ? Optional.of(at(settings, recipe.data().size(), imagesSeen))
        : Optional.empty();
  }

  /**
   * The phase that a step has ended in, where that is a new one.
   *
   * @param step steps made with it
   * @param before where the networks stood
   * @param now where they stand
   */
  public static Optional<Event.Grown> phase(
      long step, Resolution before, Optional<Resolution> now) {
    return now.filter(each -> each.size() != before.size() || before.fade() < 1 && each.fade() == 1)
        .map(each -> new Event.Grown(Instant.now(), step, each.size(), each.fade() < 1));
  }

  /** What a step tells of the resolution it was made at. */
  static Map<String, Double> tell(Resolution now) {
    return Map.of("growing.size", (double) now.size(), "growing.fade", now.fade());
  }

  /**
   * How much work images are, beside as many at the largest size: a step's time is about as the
   * side of its pictures.
   *
   * @param imagesSeen before them
   * @param images how many
   * @return {@code images} where nothing grows
   */
  public static double effort(Recipe recipe, long imagesSeen, long images) {
    GrowingSettings settings = recipe.method().growing();
    if (!settings.on()) {
      return images;
    }
    int largest = recipe.data().size();
    long last = imagesSeen + images;
    double effort = 0;
    long begin = 0;
    for (int size = settings.from(); size < largest; size *= 2) {
      // a size is faded in and then stays, but for the first, which is there at once
      long length = settings.stableImages() + (size == settings.from() ? 0 : settings.fadeImages());
      long within = Math.min(last, begin + length) - Math.max(imagesSeen, begin);
      effort += Math.max(0, within) * size / (double) largest;
      begin += length;
    }
    return effort + Math.max(0, last - Math.max(imagesSeen, begin));
  }

  private static Resolution at(GrowingSettings settings, int largest, long imagesSeen) {
    long left = imagesSeen;
    int size = settings.from();
    while (size < largest && left >= settings.stableImages()) {
      left -= settings.stableImages();
      size *= 2;
      if (left < settings.fadeImages()) {
        return new Resolution(size, (double) left / settings.fadeImages());
      }
      left -= settings.fadeImages();
    }
    return Resolution.of(size);
  }
}
