package studio.saddlepoint.train.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.StudioException;

/** The two tables of the planner: what they say, and what is wrong with others. */
class PlanTablesTest {
  private static final PlanCandidate ANY = new PlanCandidate("a", "dcgan-strokes", Map.of(), "So.");

  private static PastScores scores(String... rows) {
    return new PastScores(
        PlanFile.of(
            "scores.json", "{\"format\": 1, \"scores\": [" + String.join(",", rows) + "]}"));
  }

  private static String row(String recipe, String data, int images, int fid, String more) {
    return String.format(
        Locale.ROOT,
        "{\"recipe\": \"%s\", \"kind\": \"grey\", \"data\": \"%s\", \"images\": %d, \"fid\": %d, \"extractor\": \"dots\"%s}",
        recipe,
        data,
        images,
        fid,
        more);
  }

  private static Outlook outlook(PastScores scores, String data, double images) {
    return scores.outlook(ANY, PictureKind.GREY, data, images);
  }

  @Test
  void betweenTwoPointsAPowerOfTheImagesIsExpected() {
    PastScores scores =
        scores(row("a", "Cloth", 100_000, 40, ""), row("a", "Cloth", 400_000, 10, ""));
    Outlook half = outlook(scores, "cloth", 200_000);
    assertEquals(20 / 1.3, half.low(), 1e-9);
    assertEquals(20 * 1.3, half.high(), 1e-9);
    assertTrue(half.text().contains("about 15 to 26"), half.text());
    assertTrue(half.text().contains("dots"), half.text());
    assertFalse(half.text().contains("other pictures"), half.text());
    assertTrue(outlook(scores, "Hats", 200_000).text().contains("On other pictures"));
  }

  @Test
  void beyondThePointsOnlyABoundIsTold() {
    PastScores scores =
        scores(row("a", "Cloth", 400_000, 10, ""), row("a", "Cloth", 100_000, 40, ""));
    Outlook early = outlook(scores, "Cloth", 60_000);
    assertEquals(40, early.low());
    assertEquals(Double.POSITIVE_INFINITY, early.high());
    assertTrue(early.text().contains("more than a FID of 40"), early.text());
    Outlook late = outlook(scores, "Cloth", 700_000);
    assertEquals(0, late.low());
    assertEquals(13, late.high(), 1e-9);
    assertTrue(late.text().contains("FID of 10 or less"), late.text());
    assertEquals(40 / 1.3, outlook(scores, "Cloth", 70_000).low(), 1e-9);
    assertEquals(10 / 1.3, outlook(scores, "Cloth", 590_000).low(), 1e-9);
  }

  @Test
  void aCandidatesOwnScoresGoBeforeItsRecipesAndItsDatasBeforeOthers() {
    PastScores scores =
        scores(
            row("dcgan-strokes", "Cloth", 100_000, 90, ""),
            row("a", "Hats", 100_000, 50, ""),
            row("a", "Cloth", 100_000, 40, ""));
    assertEquals(40 * 1.3, outlook(scores, "Cloth", 100_000).high(), 1e-9);
    assertEquals(50 * 1.3, outlook(scores, "Shoes", 100_000).high(), 1e-9);
    PastScores recipe = scores(row("dcgan-strokes", "Cloth", 100_000, 90, ""));
    assertEquals(90 * 1.3, outlook(recipe, "Cloth", 100_000).high(), 1e-9);
  }

  @Test
  void whereFeaturesKnewTheLabelsThatIsTold() {
    Outlook told = outlook(scores(row("a", "Cloth", 9, 9, ", \"knewLabels\": true")), "Cloth", 9);
    assertTrue(told.text().contains("flatters"), told.text());
    assertFalse(
        outlook(scores(row("a", "Cloth", 9, 9, "")), "Cloth", 9).text().contains("flatter"));
  }

  @Test
  void whatNobodyMeasuredIsToldSo() {
    Outlook none = outlook(scores(), "Cloth", 9);
    assertTrue(none.text().startsWith("Nobody has measured it on grey pictures yet"), none.text());
    assertEquals(Double.POSITIVE_INFINITY, none.high());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"kind\": \"grey\"|\"kind\": \"gray\"|scores[0].kind is \"gray\": use glyphs, grey, drawings or photos.",
        "\"fid\": 9|\"fid\": 0|scores[0].fid must be a number above 0.",
        "\"fid\": 9|\"fid\": \"9\"|scores[0].fid must be a number above 0.",
        "\"images\": 9|\"image\": 9|scores[0].images must be a number above 0.",
        "\"dots\"|\"\"|scores[0].extractor must be a text in quotes.",
        "\"dots\"|\"dots\", \"knewLabels\": 1|scores[0].knewLabels must be true or false."
      })
  void scoresThatAreWrongAreToldWithTheirField(String from, String to, String message) {
    String wrong = row("a", "Cloth", 9, 9, "").replace(from, to);
    StudioException refused = assertThrows(StudioException.class, () -> scores(wrong));
    assertEquals("scores.json: " + message, refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"format\": 1|\"format\": 2|has format 2",
        "\"clusters\": [\"clusters-wgan-gp-strokes\"]|\"clusters\": 1|clusters must be a list",
        "\"clusters\": [\"clusters-wgan-gp-strokes\"]|\"clusters\": [1]|clusters must be a list of texts",
        "\"best\": [\"dcgan-shapes\", \"wgan-gp-strokes\"]|\"best\": [\"none-such\"]|best names \"none-such\", which is not among candidates",
        "\"best\": [\"dcgan-shapes\", \"wgan-gp-strokes\"]|\"best\": []|best must name a candidate",
        "\"name\": \"sngan-strokes\"|\"name\": \"dcgan-strokes\"|is \"dcgan-strokes\", which is there already",
        "{\"kind\": \"photos\", \"time\": \"short\", \"labels\": true|{\"kind\": \"photos\", \"time\": \"long\", \"labels\": true|is there with that time and labels already",
        "\"time\": \"short\", \"labels\": true|\"time\": \"soon\", \"labels\": true|time is \"soon\": use short, medium or long",
        "\"settings\": {\"generator.width\": 32|\"settings\": {\"generator.width\": [1]|settings.generator.width must be a number"
      })
  void tablesThatAreWrongAreToldWithTheirField(String from, String to, String message) {
    String text = PlanFiles.text("candidates.json");
    assertTrue(text.contains(from), from);
    StudioException refused =
        assertThrows(
            StudioException.class,
            () -> new PlanTable(PlanFile.of("candidates.json", text.replace(from, to))));
    assertTrue(refused.getMessage().startsWith("candidates.json"), refused.getMessage());
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }

  @Test
  void aCaseThatIsMissingIsTold() {
    String text = PlanFiles.text("candidates.json");
    String less =
        text.replaceFirst(
            "(?m),?\\s*\\{\"kind\": \"photos\", \"time\": \"long\", \"labels\": false.*$", "");
    StudioException refused =
        assertThrows(
            StudioException.class, () -> new PlanTable(PlanFile.of("candidates.json", less)));
    assertEquals(
        "candidates.json: choices has no row with kind photos, time long and labels false.",
        refused.getMessage());
  }

  @Test
  void whatIsNoJsonIsTold() {
    for (String text : new String[] {"{", "[]", "1"}) {
      StudioException refused =
          assertThrows(StudioException.class, () -> PlanFile.of("scores.json", text));
      assertTrue(refused.getMessage().startsWith("scores.json "), refused.getMessage());
    }
  }
}
