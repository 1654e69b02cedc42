package studio.saddlepoint.app.lab;

import java.util.Optional;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.plane.PlaneLook;

/** Tells in a sentence what is seen of the planes. */
final class PlaneWords {
  /** Steps after which it may be told what became of a training. */
  private static final long EARLY = 100;

  /** A mean pull below this moves nothing. */
  private static final double NO_PULL = 0.05;

  private static final double FEW = 0.35;
  private static final double MOST = 0.85;

  private PlaneWords() {}

  /** The sentence of a moment. */
  static String of(PlaneMoment moment, PlaneDifference difference) {
    if (moment.looks().isEmpty()) {
      return Messages.text("lab.plane.tell.nothing");
    }
    String first = of(moment.looks().get(0));
    return second(moment, difference)
        .map(words -> Messages.text("lab.plane.tell.left") + " " + first + " " + words)
        .orElse(first);
  }

  private static Optional<String> second(PlaneMoment moment, PlaneDifference difference) {
    if (moment.looks().size() < 2 || moment.step() == 0) {
      return Optional.empty();
    }
    PlaneLook look = moment.looks().get(1);
    return Optional.of(
        Messages.text(
            look.diverged() ? "lab.plane.tell.right.lost" : "lab.plane.tell.right",
            difference.words(),
            look.modes(),
            look.allModes(),
            percent(look.off())));
  }

  private static String of(PlaneLook look) {
    if (look.diverged()) {
      return Messages.text("lab.plane.tell.lost");
    }
    if (look.step() == 0) {
      return Messages.text("lab.plane.tell.begin");
    }
    double pull = pull(look);
    double modes = (double) look.modes() / look.allModes();
    String key =
        pull < NO_PULL && look.off() > 0.5
            ? "vanishing"
            : look.step() < EARLY
                ? "early"
                : modes < FEW ? "collapse" : modes > MOST && look.off() < 0.3 ? "good" : "between";
    return Messages.text(
        "lab.plane.tell." + key,
        look.modes(),
        look.allModes(),
        percent(look.off()),
        English.of("%.3f", pull));
  }

  /** The mean length of the pull on generated points. */
  static double pull(PlaneLook look) {
    double sum = 0;
    for (int i = 0; i < look.pull().length; i += 2) {
      sum += Math.hypot(look.pull()[i], look.pull()[i + 1]);
    }
    return 2 * sum / look.pull().length;
  }

  /** A share in words. */
  static String percent(double share) {
    return English.of("%.0f %%", 100 * share);
  }
}
