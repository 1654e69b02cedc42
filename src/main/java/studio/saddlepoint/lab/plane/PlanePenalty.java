package studio.saddlepoint.lab.plane;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import studio.saddlepoint.recipe.method.MethodSettings;

/** What holds a discriminator of points down: one term of a recipe, or the bound of its weights. */
public enum PlanePenalty {
  NONE("", settings -> 0),
  GRADIENT_PENALTY("method.gradientPenalty", MethodSettings::gradientPenalty),
  ZERO_CENTRED("method.zeroCentered.weight", settings -> settings.zeroCentered().weight()),
  R1("method.r1.weight", settings -> settings.r1().weight()),
  R2("method.r2.weight", settings -> settings.r2().weight()),
  DRAGAN("method.dragan.weight", settings -> settings.dragan().weight()),
  LECAM("method.lecam.weight", settings -> settings.lecam().weight()),
  DRIFT("method.drift", MethodSettings::drift),
  HISTORICAL_AVERAGING(
      "method.historicalAveraging.weight", settings -> settings.historicalAveraging().weight()),
  CLIPPING("method.weightClip", MethodSettings::weightClip);

  private final String key;
  private final ToDoubleFunction<MethodSettings> weight;

  PlanePenalty(String key, ToDoubleFunction<MethodSettings> weight) {
    this.key = key;
    this.weight = weight;
  }

  /**
   * The changes of a recipe that switch this one on and all others off.
   *
   * @param weightOrBound of the term; above 0
   */
  public Map<String, Object> changes(double weightOrBound) {
    Map<String, Object> changes = new HashMap<>();
    for (PlanePenalty each : values()) {
      if (each != NONE) {
        changes.put(each.key, each == this ? weightOrBound : 0.0);
      }
    }
    return changes;
  }

  /** The one that is on, the first of several; {@link #NONE} where none is. */
  public static PlanePenalty of(MethodSettings settings) {
    for (PlanePenalty each : values()) {
      if (each.weight.applyAsDouble(settings) > 0) {
        return each;
      }
    }
    return NONE;
  }

  /** The weight of the one that is on; 0 where none is. */
  public static double weight(MethodSettings settings) {
    return of(settings).weight.applyAsDouble(settings);
  }

  /** The key of the hyper-parameter that weighs it; empty for none. */
  public String key() {
    return key;
  }
}
