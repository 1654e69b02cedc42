package studio.saddlepoint.train.method;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.recipe.network.OptimizerSettings;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;
import studio.saddlepoint.train.step.GanPlayers;
import studio.saddlepoint.train.step.LabelledImages;
import studio.saddlepoint.train.step.MethodState;
import studio.saddlepoint.train.step.UpdateContext;

/**
 * The discriminator is an autoencoder that reconstructs real pictures better than generated ones; a
 * number k in 0..1 keeps the balance (BEGAN, Berthelot et al. 2017, section 3.4).
 *
 * @param settings all of them at this step; those of regularizers are not used
 */
public record BeganUpdates(MethodSettings settings) implements GanUpdates {
  private static final String K = "began.k";
  private static final String REAL = "began.real";
  private static final String CONVERGENCE = "began.convergence";
  private static final String RATE = "began.rate";
  private static final String BEST = "began.best";
  private static final String SMOOTH = "began.smooth";
  private static final String WAITED = "began.waited";

  /** How much of the smoothed convergence stays from step to step. */
  private static final double SMOOTHING = 0.99;

  @Override
  public Map<String, NDArray> moveDiscriminator(UpdateContext context) {
    NDArray ofReal = error(context, context.real().get());
    NDArray ofFake = error(context, context.fake());
    NDArray loss = discriminator(ofReal, ofFake, context.methodState().number(K, 0));
    GanPlayers players = context.players();
    List<NDArray> gradients = Autograd.gradients(loss, players.discriminator().weights());
    NDArray norm = Ops.norm(gradients);
    players.discriminator().step(gradients, rates(context));
    Map<String, NDArray> scalars = new LinkedHashMap<>();
    scalars.put(REAL, ofReal);
    scalars.put("began.fake", ofFake);
    scalars.put("loss.discriminator", loss);
    scalars.put("gradient.discriminator", norm);
    return scalars;
  }

  @Override
  public Map<String, NDArray> moveGenerator(UpdateContext context) {
    NDArray loss = error(context, context.fake());
    List<NDArray> gradients = Autograd.gradients(loss, context.players().generator().weights());
    NDArray norm = Ops.norm(gradients);
    context.players().generator().step(gradients, rates(context));
    Map<String, NDArray> scalars = new LinkedHashMap<>();
    scalars.put("loss.generator", loss);
    scalars.put("gradient.generator", norm);
    return scalars;
  }

  @Override
  public Map<String, Double> learn(
      Map<String, Double> scalars, MethodState methodState, long pictures) {
    Double ofReal = scalars.get(REAL);
    Double ofFake = scalars.get("loss.generator");
    double k = methodState.number(K, 0);
    if (ofReal == null || ofFake == null) {
      return Map.of(K, k);
    }
    double gamma = settings.began().gamma();
    k = nextK(k, ofReal, ofFake, gamma, settings.began().speed());
    methodState.remember(K, k);
    double convergence = convergence(ofReal, ofFake, gamma);
    if (settings.began().patience() == 0) {
      return Map.of(K, k, CONVERGENCE, convergence);
    }
    halveOnPlateau(convergence, methodState);
    return Map.of(K, k, CONVERGENCE, convergence, RATE, methodState.number(RATE, 1));
  }

  /** Halves the rates when the smoothed convergence has not improved for long (section 4.1). */
  private void halveOnPlateau(double convergence, MethodState methodState) {
    double smooth =
        SMOOTHING * methodState.number(SMOOTH, convergence) + (1 - SMOOTHING) * convergence;
    methodState.remember(SMOOTH, smooth);
    double waited = methodState.number(WAITED, 0) + 1;
    if (smooth < methodState.number(BEST, Double.POSITIVE_INFINITY)) {
      methodState.remember(BEST, smooth);
      waited = 0;
    } else if (waited >= settings.began().patience()) {
      methodState.remember(RATE, methodState.number(RATE, 1) / 2);
      waited = 0;
    }
    methodState.remember(WAITED, waited);
  }

  private static OptimizerSettings rates(UpdateContext context) {
    return context.rates().times(context.methodState().number(RATE, 1));
  }

  /** L(x) - k L(G(z)), what the discriminator minimises; k is a constant. */
  public static NDArray discriminator(NDArray ofReal, NDArray ofFake, double k) {
    return ofReal.sub(Scalars.mul(ofFake, (float) k));
  }

  /**
   * The mean absolute error of a reconstruction.
   *
   * @param pictures any shape
   * @param reconstruction the same shape
   */
  public static NDArray error(NDArray pictures, NDArray reconstruction) {
    return pictures.sub(reconstruction).abs().mean();
  }

  /** k + speed (gamma L(x) - L(G(z))), within 0..1. */
  public static double nextK(double k, double ofReal, double ofFake, double gamma, double speed) {
    return Math.min(1, Math.max(0, k + speed * (gamma * ofReal - ofFake)));
  }

  /** L(x) + |gamma L(x) - L(G(z))|, which falls as the pictures get better. */
  public static double convergence(double ofReal, double ofFake, double gamma) {
    return ofReal + Math.abs(gamma * ofReal - ofFake);
  }

  /** The error of the discriminator as an autoencoder, of what it is shown. */
  private static NDArray error(UpdateContext context, LabelledImages what) {
    NDArray seen = context.transform().of(what.pictures(), context.random());
    return context
        .players()
        .judge()
        .of(seen, what.labels(), context.random())
        .reconstruction()
        .map(found -> error(seen, found))
        .orElseThrow(
            () ->
                new StudioException(
                    "method.kind is began, which needs a discriminator that reconstructs pictures: choose another architecture or method."));
  }
}
