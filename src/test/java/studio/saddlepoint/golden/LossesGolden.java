package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.Map;
import studio.saddlepoint.recipe.Loss;
import studio.saddlepoint.train.Losses;

/** Golden operations of adversarial losses. */
final class LossesGolden {
    static final Map<String, GoldenOp> OPS = new HashMap<>();

    static {
        OPS.put("loss_minimax", run -> loss(run, Loss.MINIMAX, 1));
        OPS.put("loss_non_saturating", run -> loss(run, Loss.NON_SATURATING, 1));
        OPS.put("loss_wasserstein", run -> loss(run, Loss.WASSERSTEIN, 1));
        OPS.put("loss_hinge", run -> loss(run, Loss.HINGE, 1));
        OPS.put("loss_bce_smooth", run -> loss(run, Loss.NON_SATURATING, run.number("smooth")));
        OPS.put("loss_least_squares", LossesGolden::leastSquares);
    }

    private LossesGolden() {}

    private static void loss(GoldenRun run, Loss loss, double realTarget) {
        NDArray real = run.parameter("real");
        NDArray fake = run.parameter("fake");
        put(
                run,
                real,
                fake,
                Losses.discriminator(loss, real, fake, realTarget),
                Losses.generator(loss, fake));
    }

    private static void leastSquares(GoldenRun run) {
        NDArray real = run.parameter("real");
        NDArray fake = run.parameter("fake");
        NDArray discriminator =
                Losses.leastSquares(real, run.number("b"))
                        .add(Losses.leastSquares(fake, run.number("a")));
        put(run, real, fake, discriminator, Losses.leastSquares(fake, run.number("c")));
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
