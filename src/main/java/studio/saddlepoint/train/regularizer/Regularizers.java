package studio.saddlepoint.train.regularizer;

import java.util.List;
import studio.saddlepoint.recipe.method.MethodSettings;

/** Every regularizer that a recipe can ask for. */
public final class Regularizers {
  /** In the order in which they are added to the loss, and draw random numbers. */
  static final List<Regularizer> ALL =
      List.of(
          new WganGp(),
          new ZeroCentered(),
          new Dragan(),
          new R1(),
          new R2(),
          new Drift(),
          new LeCam(),
          new BalancedConsistency(),
          new ClassLoss(),
          new FeatureMatching(),
          new HistoricalAveraging());

  private Regularizers() {}

  /** Those that are on. */
  public static List<Regularizer> of(MethodSettings settings) {
    return ALL.stream().filter(each -> each.on(settings)).toList();
  }
}
