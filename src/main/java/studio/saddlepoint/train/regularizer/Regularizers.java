package studio.saddlepoint.train.regularizer;

import java.util.List;
import java.util.Optional;
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
          new HistoricalAveraging(),
          new PathLength());

  private Regularizers() {}

  /** Those that are on. */
  public static List<Regularizer> of(MethodSettings settings) {
    return ALL.stream().filter(each -> each.on(settings)).toList();
  }

  /** Those that are on and a part of the loss. */
  public static List<Regularizer> ofLoss(MethodSettings settings) {
    return of(settings).stream().filter(each -> each.every(settings) == 1).toList();
  }

  /** The one that moves the discriminator by itself, if any does: see {@link Regularizer#every}. */
  public static Optional<Regularizer> lazyOfDiscriminator(MethodSettings settings) {
    return lazy(new R1(), settings);
  }

  /** The one that moves the generator by itself, if any does: see {@link Regularizer#every}. */
  public static Optional<Regularizer> lazyOfGenerator(MethodSettings settings) {
    return lazy(new PathLength(), settings);
  }

  private static Optional<Regularizer> lazy(Regularizer one, MethodSettings settings) {
    return one.on(settings) && one.every(settings) > 1 ? Optional.of(one) : Optional.empty();
  }
}
