package studio.saddlepoint.app.evaluate.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.metrics.record.ValueText;

/** What numbers mean in words, where these are easily said wrong. */
class ScoreTextTest {
  @Test
  void everyValueComesWithItsMeaning() {
    assertTrue(ScoreText.meaning("recall", 0.34).contains("34 of 100"));
    assertTrue(ScoreText.meaning("fid", 12).contains("lower is better"));
  }

  @Test
  void aClassThatIsNotHitMayStillAppear() {
    for (double covered : new double[] {0.3, 0.7}) {
      String words = ScoreText.meaning("mode_coverage", covered);
      assertTrue(words.contains("less than a tenth as often as the data has"), words);
      assertFalse(words.contains("never appear"), words);
    }
    assertTrue(ScoreText.meaning("mode_coverage", 1).contains("at least a tenth"));
  }

  /** Naeem et al. 2020, equation 3: generated points in balls around real ones. */
  @Test
  void densityCountsNeighbourhoodsOfRealPictures() {
    String words = ScoreText.meaning("density", 0.8);
    assertTrue(words.contains("neighbourhoods of real pictures a generated one lies in"), words);
  }

  /** The Fréchet distance is of normal distributions alone. */
  @Test
  void fidOfNothingIsNotSaidToBeTheSamePictures() {
    String words = ScoreText.meaning("fid", 0);
    assertTrue(words.contains("means and covariances"), words);
    assertFalse(words.contains("told apart"), words);
    String tip = Messages.text("evaluate.samples.tip");
    assertTrue(tip.contains("at every number"), tip);
  }

  @Test
  void namesSayWhatIsMeasured() {
    assertEquals("Sliced Wasserstein", ValueText.name("sliced_wasserstein"));
    assertEquals("Sliced Wasserstein", Messages.text("evaluate.metric.sliced_wasserstein"));
    assertTrue(
        Messages.text("evaluate.measure.sliced_wasserstein.tip").contains("root mean square"));
    assertEquals("Class balance", ValueText.name("fairness"));
  }
}
