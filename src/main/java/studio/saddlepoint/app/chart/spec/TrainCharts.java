package studio.saddlepoint.app.chart.spec;

import static studio.saddlepoint.app.chart.spec.SeriesSpec.each;
import static studio.saddlepoint.app.chart.spec.SeriesSpec.layers;
import static studio.saddlepoint.app.chart.spec.SeriesSpec.maybe;
import static studio.saddlepoint.app.chart.spec.SeriesSpec.one;

import java.util.List;

/**
 * All charts of the Train page, from top to bottom, for a training as for a run's log. A new curve
 * is one line here and its name in the bundle.
 */
public final class TrainCharts {
  /** From top to bottom. */
  public static final List<ChartSpec> ALL =
      List.of(
          ChartSpec.always(
                  "loss", each("loss.PLAYER"), maybe("penalty", "line.penalty", "series-c"))
              .canBeLog(),
          ChartSpec.withData(
                  "terms",
                  maybe("penalty.r1", "line.r1", "series-a"),
                  maybe("penalty.r2", "line.r2", "series-b"),
                  maybe("penalty.dragan", "line.dragan", "series-c"),
                  maybe("penalty.zeroCentered", "line.zeroCentered", "series-d"),
                  maybe("penalty.drift", "line.drift", "series-d"),
                  maybe("penalty.lecam", "line.lecam", "series-e"),
                  maybe("penalty.consistency", "line.consistency", "series-f"),
                  maybe("penalty.featureMatching", "line.featureMatching", "series-a"),
                  maybe("penalty.historicalAveraging", "line.historicalAveraging", "series-b"),
                  maybe(
                      "penalty.historicalAveraging.generator",
                      "line.historicalAveragingG",
                      "series-e"),
                  maybe("penalty.pathLength", "line.pathLength", "series-f"),
                  maybe("loss.class", "line.class", "series-c"),
                  maybe("loss.class.generator", "line.classG", "series-d"))
              .canBeLog(),
          ChartSpec.withData("bound", one("vae.bound", "line.bound", "series-c")),
          ChartSpec.withData(
                  "code",
                  one("vae.kl", "line.kl", "series-a"),
                  one("vae.activeUnits", "line.activeUnits", "series-b"))
              .from(0, Double.NaN),
          ChartSpec.withData(
                  "balance",
                  maybe("began.k", "line.beganK", "series-a"),
                  maybe("began.convergence", "line.beganConvergence", "series-b"),
                  maybe("began.rate", "line.beganRate", "series-d"),
                  maybe("augment.probability", "line.augment", "series-c"))
              .from(0, Double.NaN),
          ChartSpec.withData("overfitting", maybe("augment.sign", "line.sign", "series-c"))
              .from(-1, 1),
          ChartSpec.withData(
                  "judgement",
                  one("d.real", "line.real", "series-c"),
                  one("d.fake", "line.fake", "series-d"))
              .from(0, 1)
              .orWhereJudges("discriminator", "critic", "output", "balance")
              .besides(300),
          ChartSpec.withData(
                  "output",
                  one("output.real", "line.real", "series-c"),
                  one("output.fake", "line.fake", "series-d"))
              .besides(300),
          ChartSpec.withData(
                  "critic",
                  one("critic.real", "line.real", "series-c"),
                  one("critic.fake", "line.fake", "series-d"))
              .besides(300),
          ChartSpec.withData(
                  "accuracy",
                  maybe("accuracy.real", "line.real", "series-c"),
                  maybe("accuracy.fake", "line.fake", "series-d"))
              .from(0, 1)
              .besides(300),
          ChartSpec.withData(
                  "slope",
                  maybe("critic.gradientNorm.between", "line.between", "series-a"),
                  maybe("critic.gradientNorm.around", "line.around", "series-b"),
                  maybe("critic.gradientNorm.real", "line.real", "series-c"),
                  maybe("critic.gradientNorm.fake", "line.fake", "series-d"))
              .canBeLog()
              .from(0, Double.NaN),
          ChartSpec.withData("lengths", one("pathLength.mean", "line.meanPathLength", "series-a"))
              .canBeLog()
              .from(0, Double.NaN),
          ChartSpec.withData("growing", one("growing.size", "line.growingSize", "series-a"))
              .canBeLog()
              .from(0, Double.NaN)
              .unsmoothed(),
          ChartSpec.withData(
                  "clusters",
                  maybe("clusters.nmi", "line.nmi", "series-a"),
                  maybe("clusters.purity", "line.purity", "series-b"),
                  maybe("clusters.moved", "line.moved", "series-d"),
                  one("clusters.largest", "line.largestCluster", "series-e"))
              .from(0, 1)
              .unsmoothed(),
          ChartSpec.withData("rates", each("schedule.SETTINGS.optimizer.learningRate"))
              .canBeLog()
              .unsmoothed(),
          ChartSpec.withData(
                  "schedules",
                  maybe("schedule.method.instanceNoise", "line.instanceNoise", "series-a"),
                  maybe("schedule.method.gradientPenalty", "line.gradientPenalty", "series-b"),
                  maybe("schedule.method.r1.weight", "line.r1", "series-c"),
                  maybe("schedule.method.topK.share", "line.topK", "series-d"),
                  maybe("schedule.generator.emaDecay", "line.emaDecay", "series-e"),
                  maybe("schedule.training.batchSize", "line.batchSize", "series-f"))
              .canBeLog()
              .unsmoothed(),
          ChartSpec.always("gradient", each("gradient.PLAYER")).canBeLog().besides(300),
          ChartSpec.withData("update", each("update.PLAYER")).log().besides(300),
          ChartSpec.withData("updateLayers1", layers("update", 0)).log().onRequest(),
          ChartSpec.withData("updateLayers2", layers("update", 1)).log().onRequest(),
          ChartSpec.withData("gradientLayers1", layers("gradient", 0)).log().onRequest(),
          ChartSpec.withData("gradientLayers2", layers("gradient", 1)).log().onRequest(),
          ChartSpec.always("speed", one("speed.imagesPerSecond", "line.speed", "series-e"))
              .from(0, Double.NaN)
              .besides(300),
          ChartSpec.withData("fid", one("score.fid", "line.fid", "series-f"))
              .canBeLog()
              .from(0, Double.NaN)
              .besides(300)
              .unsmoothed());

  private TrainCharts() {}
}
