package studio.saddlepoint.app.lab;

import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.orbit.OrbitRule;
import studio.saddlepoint.lab.orbit.OrbitTheory;

/** Tells in a sentence what is seen of the two players. */
final class OrbitWords {
  /** A factor that is this near to 1 keeps the distance for as long as anybody looks. */
  private static final double STAYS = 1e-5;

  private OrbitWords() {}

  /** The sentence of a moment. */
  static String of(OrbitMoment moment) {
    if (moment.state().lost()) {
      return Messages.text("lab.orbit.tell.lost");
    }
    OrbitRule rule = moment.rule();
    double factor = OrbitTheory.factor(rule);
    String number = factor(factor);
    List<String> said = new ArrayList<>();
    if (rule.history() > 0 && factor < 1 + STAYS) {
      said.add(
          Messages.text("lab.orbit.tell.history", English.of("%.2f", -OrbitTheory.power(rule))));
    } else if (factor > 1 + STAYS) {
      said.add(Messages.text(plain(rule) ? "lab.orbit.tell.out" : "lab.orbit.tell.still", number));
    } else if (factor > 1 - STAYS) {
      said.add(Messages.text("lab.orbit.tell.stays"));
    } else {
      said.add(Messages.text("lab.orbit.tell.in", number, why(rule)));
    }
    if (rule.averaging() > 0 && moment.state().step() > 0) {
      said.add(
          Messages.text("lab.orbit.tell.mean", English.of("%.3g", moment.state().meanDistance())));
    }
    return String.join(" ", said);
  }

  /** A factor with as many digits as tell it from 1. */
  static String factor(double factor) {
    return English.of(Math.abs(factor - 1) < 0.001 && factor != 1 ? "%.6f" : "%.4f", factor);
  }

  private static boolean plain(OrbitRule rule) {
    return rule.momentum() == 0 && rule.history() == 0 && rule.penalty() == 0 && !rule.optimistic();
  }

  private static String why(OrbitRule rule) {
    List<String> reasons = new ArrayList<>();
    if (rule.optimistic()) {
      reasons.add(Messages.text("lab.orbit.why.optimistic"));
    }
    if (rule.penalty() > 0) {
      reasons.add(Messages.text("lab.orbit.why.penalty"));
    }
    if (rule.momentum() < 0) {
      reasons.add(Messages.text("lab.orbit.why.momentum"));
    }
    return String.join(", ", reasons);
  }
}
