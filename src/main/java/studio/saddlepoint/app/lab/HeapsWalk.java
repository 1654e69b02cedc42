package studio.saddlepoint.app.lab;

import java.util.Locale;

/** What goes on in time between the two heaps. */
enum HeapsWalk {
  /** The generator follows the slope of the Jensen-Shannon divergence. */
  DIVERGENCE,

  /** The generator follows the slope of the best critic. */
  CRITIC,

  /** Earth is carried from bar to bar; the generator rests. */
  EARTH;

  /** The key of its words. */
  String key() {
    return "lab.heaps.walk." + name().toLowerCase(Locale.ROOT);
  }
}
