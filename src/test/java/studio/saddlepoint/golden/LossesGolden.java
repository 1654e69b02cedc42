package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.Map;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.train.*;
import studio.saddlepoint.train.loss.AdversarialLoss;
import studio.saddlepoint.train.loss.Losses;
import studio.saddlepoint.train.loss.Target;
import studio.saddlepoint.train.method.BeganUpdates;

/** Golden operations of adversarial losses. */
final class LossesGolden {
  static final Map<String, GoldenOp> OPS = new HashMap<>();

  static {
    OPS.put("loss_minimax", run -> loss(run, Loss.MINIMAX, Target.REAL));
    OPS.put("loss_non_saturating", run -> loss(run, Loss.NON_SATURATING, Target.REAL));
    OPS.put("loss_wasserstein", run -> loss(run, Loss.WASSERSTEIN, Target.REAL));
    OPS.put("loss_hinge", run -> loss(run, Loss.HINGE, Target.REAL));
    OPS.put("loss_relativistic_average", run -> loss(run, Loss.RELATIVISTIC_AVERAGE, Target.REAL));
    OPS.put("loss_relativistic_paired", run -> loss(run, Loss.RELATIVISTIC_PAIRED, Target.REAL));
    OPS.put(
        "loss_bce_smooth",
        run -> loss(run, Loss.NON_SATURATING, new Target.Same(run.number("smooth"))));
    OPS.put("loss_bce_labels", LossesGolden::labelled);
    OPS.put("loss_least_squares", LossesGolden::leastSquares);
    OPS.put("loss_began", LossesGolden::began);
  }

  private LossesGolden() {}

  private static void loss(GoldenRun run, Loss loss, Target realTarget) {
    put(run, Losses.of(loss), realTarget, Target.FAKE);
  }

  private static void leastSquares(GoldenRun run) {
    put(
        run,
        new Losses.LeastSquares(run.number("a"), run.number("b"), run.number("c")),
        Target.REAL,
        Target.FAKE);
  }

  private static void put(
      GoldenRun run, AdversarialLoss loss, Target realTarget, Target fakeTarget) {
    NDArray real = run.parameter("real");
    NDArray fake = run.parameter("fake");
    put(
        run,
        real,
        fake,
        loss.discriminator(real, fake, realTarget, fakeTarget),
        loss.generator(() -> real, fake));
  }

  private static void labelled(GoldenRun run) {
    NDArray real = run.parameter("real");
    NDArray fake = run.parameter("fake");
    NDArray discriminator =
        Losses.of(Loss.NON_SATURATING)
            .discriminator(
                real,
                fake,
                new Target.Each(run.array("label_real")),
                new Target.Each(run.array("label_fake")));
    Target wanted = new Target.Each(run.array("label_g"));
    put(run, real, fake, discriminator, Losses.crossEntropy(fake, wanted));
  }

  private static void began(GoldenRun run) {
    Map<String, NDArray> inputs = new HashMap<>();
    for (String name : new String[] {"real", "fake", "recon_real", "recon_fake"}) {
      inputs.put(name, run.parameter(name));
    }
    NDArray ofReal = BeganUpdates.error(inputs.get("real"), inputs.get("recon_real"));
    NDArray ofFake = BeganUpdates.error(inputs.get("fake"), inputs.get("recon_fake"));
    double k = run.number("k");
    double gamma = run.number("gamma");
    NDArray discriminator = BeganUpdates.discriminator(ofReal, ofFake, k);
    run.put("d_loss", discriminator);
    run.put("g_loss", ofFake);
    double real = ofReal.getFloat();
    double fake = ofFake.getFloat();
    run.put("new_k", BeganUpdates.nextK(k, real, fake, gamma, run.number("lambda_k")));
    run.put("convergence", BeganUpdates.convergence(real, fake, gamma));
    run.putGradients("d_grad_", discriminator, inputs);
    run.putGradients("g_grad_", ofFake, inputs);
  }

  private static void put(
      GoldenRun run, NDArray real, NDArray fake, NDArray discriminator, NDArray generator) {
    Map<String, NDArray> inputs = Map.of("real", real, "fake", fake);
    run.put("d_loss", discriminator);
    run.put("g_loss", generator);
    run.putGradients("d_grad_", discriminator, inputs);
    run.putGradients("g_grad_", generator, inputs);
  }
}
