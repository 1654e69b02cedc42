package studio.saddlepoint.app.evaluate.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.metrics.Situation;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.metric.Metrics;

/** The time that an evaluation will take and what more would cost, in sentences for a person. */
public final class Cost {
  private static final List<Integer> MORE = List.of(2048, 10_000, 50_000);

  private Cost() {}

  /**
   * The sentences.
   *
   * @param fit what is asked for
   * @param choices what of it a person chose
   * @param situation what there is
   * @param busy whether a training takes the processors as well
   * @param known whether anything was measured on this computer yet
   * @param seconds how long an evaluation takes
   */
  static String text(
      AffordableEvaluation fit,
      Choices choices,
      Situation situation,
      boolean busy,
      boolean known,
      ToDoubleFunction<AffordableEvaluation> seconds) {
    List<String> sentences = new ArrayList<>();
    double now = seconds.applyAsDouble(fit);
    boolean learns = fit.extractor().learnsData() && !situation.classifierKept();
    sentences.add(
        Messages.text(
            busy ? "evaluate.cost.busy" : "evaluate.cost", Texts.count(fit.samples()), about(now)));
    if (learns) {
      sentences.add(Messages.text("evaluate.cost.learns"));
    }
    if (now > AffordableEvaluation.SECONDS && choices.samples().isEmpty()) {
      sentences.add(Messages.text("evaluate.cost.least"));
    }
    MORE.stream()
        .filter(count -> count > fit.samples())
        .findFirst()
        .ifPresent(
            count ->
                sentences.add(
                    Messages.text(
                        "evaluate.cost.more",
                        Texts.count(count),
                        about(
                            seconds.applyAsDouble(
                                new AffordableEvaluation(
                                    fit.extractor(), count, fit.metrics()))))));
    if (choices.metrics().isEmpty() && !fit.metrics().equals(Metrics.USUAL)) {
      AffordableEvaluation usual =
          new AffordableEvaluation(fit.extractor(), fit.samples(), Metrics.USUAL);
      sentences.add(Messages.text("evaluate.cost.usual", about(seconds.applyAsDouble(usual))));
    }
    if (choices.extractor().isEmpty()
        && fit.extractor() != ClassifierKind.CLASSIFIER
        && situation.labelled() > 0) {
      AffordableEvaluation learning =
          new AffordableEvaluation(ClassifierKind.CLASSIFIER, fit.samples(), fit.metrics());
      sentences.add(
          Messages.text("evaluate.cost.classifier", about(seconds.applyAsDouble(learning))));
    }
    if (!known) {
      sentences.add(Messages.text(choices.open() ? "evaluate.cost.try" : "evaluate.cost.guess"));
    }
    return String.join(" ", sentences);
  }

  /** A time as roughly as it is known. */
  static String about(double seconds) {
    long step = seconds < 10 ? 1 : seconds < 60 ? 5 : seconds < 120 ? 10 : 60;
    long rounded = Math.max(1, Math.round(seconds / step)) * step;
    return rounded < 120 || rounded >= 3600
        ? Texts.duration(Duration.ofSeconds(rounded))
        : Messages.text("evaluate.cost.minutes", rounded / 60);
  }
}
