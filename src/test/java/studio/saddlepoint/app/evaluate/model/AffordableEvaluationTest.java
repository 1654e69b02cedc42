package studio.saddlepoint.app.evaluate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.Situation;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.InceptionKind;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.extractor.RandomConvolutionKind;
import studio.saddlepoint.metrics.extractor.VggKind;
import studio.saddlepoint.metrics.metric.KidMetric;
import studio.saddlepoint.metrics.metric.MemorisationMetric;
import studio.saddlepoint.metrics.metric.Metrics;

class AffordableEvaluationTest {
  private static final ImageShape DIGITS = new ImageShape(1, 28, 28);
  private static final Choices FREE =
      new Choices(Optional.empty(), OptionalInt.empty(), Optional.empty());

  private static Situation situation(int labelled, boolean kept) {
    return new Situation(DIGITS, 60_000, 10_000, labelled, kept, "dcgan-16");
  }

  /**
   * A computer that takes so many seconds a thousand pictures, and as many for KID and to learn.
   */
  private static ToDoubleFunction<AffordableEvaluation> seconds(
      double aThousand, double kid, double learning) {
    return fit ->
        fit.samples() / 1000.0 * aThousand
            + (fit.metrics().contains(KidMetric.KID) ? kid : 0)
            + (fit.extractor() == ClassifierKind.CLASSIFIER ? learning : 0);
  }

  @Test
  void isAllThatIsUsualWhereThatFits() {
    AffordableEvaluation fit =
        AffordableEvaluation.of(FREE, situation(60_000, true), seconds(5, 5, 0));
    assertEquals(new AffordableEvaluation(ClassifierKind.CLASSIFIER, 2048, Metrics.USUAL), fit);
    // Ever more pictures would be compared with nothing.
    assertEquals(fit, AffordableEvaluation.of(FREE, situation(60_000, true), seconds(0.01, 0, 0)));
  }

  @Test
  void leavesSlowMetricsOutBeforePictures() {
    AffordableEvaluation fit =
        AffordableEvaluation.of(FREE, situation(60_000, true), seconds(10, 20, 0));
    assertEquals(2048, fit.samples());
    assertFalse(fit.metrics().contains(KidMetric.KID));
    assertTrue(fit.metrics().contains(MemorisationMetric.MEMORISATION));
  }

  @Test
  void takesFewerPicturesBeforeItTakesTooLong() {
    assertEquals(
        1024, AffordableEvaluation.of(FREE, situation(60_000, true), seconds(20, 0, 0)).samples());
  }

  @Test
  void neverTakesSoFewThatTheySayNothing() {
    AffordableEvaluation fit =
        AffordableEvaluation.of(FREE, situation(60_000, true), seconds(200, 50, 0));
    assertEquals(1024, fit.samples());
    assertFalse(fit.metrics().contains(KidMetric.KID));
    Choices inception =
        new Choices(Optional.of(InceptionKind.INCEPTION), OptionalInt.empty(), Optional.empty());
    // No fewer than there are features, about.
    assertEquals(
        2048,
        AffordableEvaluation.of(inception, situation(60_000, true), seconds(200, 50, 0)).samples());
  }

  @Test
  void doesNotWaitForAClassifierThatHasToLearnForMinutes() {
    ToDoubleFunction<AffordableEvaluation> slow = seconds(5, 5, 200);
    assertEquals(
        RandomConvolutionKind.RANDOM,
        AffordableEvaluation.of(FREE, situation(60_000, false), slow).extractor());
    // One that learns quickly is worth it.
    assertEquals(
        ClassifierKind.CLASSIFIER,
        AffordableEvaluation.of(FREE, situation(600, false), seconds(5, 5, 10)).extractor());
    // One that is there is taken, also if it takes long.
    assertEquals(
        ClassifierKind.CLASSIFIER,
        AffordableEvaluation.of(FREE, situation(60_000, true), slow).extractor());
  }

  @Test
  void takesWhatNeedsNoLabelsWhereThereAreNone() {
    assertEquals(
        RandomConvolutionKind.RANDOM,
        AffordableEvaluation.of(FREE, situation(0, false), seconds(1, 1, 0)).extractor());
    Situation tiny = new Situation(new ImageShape(1, 2, 2), 99, 0, 0, false, "mlp-16");
    assertEquals(
        PixelKind.PIXELS, AffordableEvaluation.of(FREE, tiny, seconds(1, 1, 0)).extractor());
  }

  @Test
  void keepsWhatAPersonChose() {
    Choices chosen =
        new Choices(
            Optional.of(VggKind.VGG), OptionalInt.of(50_000), Optional.of(Set.of(KidMetric.KID)));
    assertEquals(
        new AffordableEvaluation(VggKind.VGG, 50_000, Set.of(KidMetric.KID)),
        AffordableEvaluation.of(chosen, situation(60_000, true), seconds(100, 100, 0)));
    Choices number = new Choices(Optional.empty(), OptionalInt.of(10_000), Optional.empty());
    AffordableEvaluation fit =
        AffordableEvaluation.of(number, situation(60_000, true), seconds(2, 20, 0));
    assertEquals(10_000, fit.samples());
    assertFalse(fit.metrics().contains(KidMetric.KID));
  }

  @Test
  void saysWhatItTakesAndWhatMoreWouldCost() {
    ToDoubleFunction<AffordableEvaluation> seconds = seconds(10, 5, 0);
    AffordableEvaluation fit = AffordableEvaluation.of(FREE, situation(60_000, true), seconds);
    assertEquals(
        "2,048 pictures: about 25 s. 10,000: about 1 min 50 s, with narrower intervals.",
        Cost.text(fit, FREE, situation(60_000, true), false, true, seconds));
  }

  @Test
  void saysWhyItIsNotWhatIsUsual() {
    Situation unlearnt = situation(60_000, false);
    ToDoubleFunction<AffordableEvaluation> seconds = seconds(10, 20, 180);
    String text =
        Cost.text(
            AffordableEvaluation.of(FREE, unlearnt, seconds), FREE, unlearnt, true, false, seconds);
    assertEquals(
        "2,048 pictures: about 20 s while it trains. 10,000: about 1 min 40 s, with narrower intervals."
            + " With all usual metrics: about 40 s."
            + " With the data-set classifier: about 3 min, as it learns this data first, once only."
            + " Nothing was measured here yet, so these are guesses: Measure begins with a short try.",
        text);
    Choices classifier =
        new Choices(Optional.of(ClassifierKind.CLASSIFIER), OptionalInt.empty(), Optional.empty());
    text =
        Cost.text(
            AffordableEvaluation.of(classifier, unlearnt, seconds),
            classifier,
            unlearnt,
            false,
            true,
            seconds);
    assertTrue(text.contains("Most of that once only"), text);
    assertTrue(text.contains("Fewer would say little."), text);
  }

  @Test
  void saysTimesAsRoughlyAsTheyAreKnown() {
    assertEquals("1 s", Cost.about(0.2));
    assertEquals("8 s", Cost.about(7.7));
    assertEquals("25 s", Cost.about(23.4));
    assertEquals("1 min 30 s", Cost.about(88));
    assertEquals("4 min", Cost.about(226));
    assertEquals("1 h 2 min", Cost.about(3700));
  }
}
