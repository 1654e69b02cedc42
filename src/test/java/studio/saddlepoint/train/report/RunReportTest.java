package studio.saddlepoint.train.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.SheetPictures;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;

class RunReportTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  /** What would run or break out if it were not escaped. */
  private static final String EVIL = "\"'><script>alert(1)</script>&\u202e";

  @TempDir private Path root;

  private RunFolder run;

  @BeforeEach
  void make() {
    run =
        RunFolder.create(
            root, Recipes.load("dcgan-strokes").with("training.batchSize", 32).with("seed", 7L));
  }

  private void tell(Event... events) {
    List.of(events).forEach(run.events()::append);
  }

  private void train() {
    tell(new Event.Begun(NOW, 0, "cpu", false));
    for (int step = 1; step <= 40; step++) {
      tell(
          new Event.Scalars(
              NOW.plusSeconds(step),
              step,
              Map.of("loss.generator", 1.0 + step % 3, "loss.discriminator", 0.5)));
    }
    int[] argb = new int[6];
    Arrays.fill(argb, 0xFF336699);
    for (long step : new long[] {10, 20, 30, 40}) {
      String file = run.saveSheet(step, new SheetPictures(new Picture(3, 2, argb)));
      tell(new Event.Sheet(NOW, step, file, 3, 2, true));
    }
    tell(
        new Event.Changed(NOW, 40, "training.steps", "10", EVIL),
        new Event.Found(
            NOW, 40, "mode-collapse", EVIL, EVIL, EVIL, EVIL, EVIL, List.of(), EVIL, false),
        new Event.Ended(NOW, 40, EVIL));
    run.saveScore(
        new ScoreCard(
            NOW,
            40,
            "averaged",
            EVIL,
            ScoreSettings.NONE,
            Map.of("fid", 12.5, "fid.low", 11.0, "fid.high", 14.0)));
  }

  private String page() {
    return RunReport.of(run, root.resolve("caches"), Progress.NONE);
  }

  @Test
  void tellsAllOfARun() {
    train();
    String page = page();
    for (String part : List.of("charts", "samples", "scores", "findings", "recipe", "history")) {
      assertTrue(page.contains("<section id=\"" + part + "\">"), part);
      assertTrue(page.contains("href=\"#" + part + "\""), part);
    }
    assertTrue(page.contains(">40 of "), page);
    assertTrue(page.contains("12.50") && page.contains("11.00 to 14.00"), "a score's interval");
    assertTrue(page.contains("training.batchSize"), "differences");
    assertTrue(page.contains("2 differences from "), "two values were set");
    assertEquals(4, page.split("data:image/png;base64,", -1).length - 1);
  }

  @Test
  void letsNothingOfOthersBecomePartOfThePage() {
    train();
    run.about(new RunAbout(EVIL, EVIL));
    String page = page();
    assertFalse(page.contains("<script"), "a script");
    assertFalse(page.contains("\u202e"), "a change of direction");
    Set<String> tags = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>();
    Set<String> single = Set.of("meta", "img");
    Matcher tag =
        Pattern.compile("<(/?)([a-z0-9]+)((?: [a-zA-Z0-9-]+=\"[^\"<>]*\")*)>").matcher(page);
    int brackets = 0;
    while (tag.find()) {
      brackets++;
      tags.add(tag.group(2));
      if (!tag.group(1).isEmpty()) {
        assertEquals(open.pop(), tag.group(2));
      } else if (!single.contains(tag.group(2))) {
        open.push(tag.group(2));
      }
      assertFalse(tag.group(3).matches("(?i).*\\bon[a-z]+=.*"), tag.group());
    }
    assertEquals(List.of(), List.copyOf(open));
    assertEquals(page.chars().filter(each -> each == '<').count() - 1, brackets, "and DOCTYPE");
    assertTrue(tags.containsAll(Set.of("svg", "table", "figure")), "" + tags);
  }

  @Test
  void needsNothingElse() {
    train();
    Matcher links = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(page());
    while (links.find()) {
      assertTrue(links.group(1).matches("(data:image/png;base64,|#).*"), links.group(1));
    }
    assertFalse(page().contains("url("), "a style sheet's");
  }

  @Test
  void isThereForARunThatHasNotBegun() {
    String page = page();
    assertTrue(page.contains("<section id=\"recipe\">"));
    assertFalse(page.contains("<section id=\"charts\">"));
    assertFalse(page.contains("NaN"), page);
  }

  @Test
  void leavesOutASheetThatIsDamagedOrGone() throws IOException {
    train();
    Files.write(run.path().resolve("samples/step-0000000010.png"), new byte[] {1, 2, 3});
    Files.delete(run.path().resolve("samples/step-0000000020.png"));
    assertEquals(2, page().split("data:image/png;base64,", -1).length - 1);
  }

  @Test
  void writesAFileWholeOrSaysWhyNot() throws IOException {
    Path file = root.resolve("reports/a.html");
    RunReport.write(run, root.resolve("caches"), file, Progress.NONE);
    assertTrue(Files.readString(file).startsWith("<!DOCTYPE html>"));
    Path inTheWay = Files.createFile(root.resolve("in-the-way"));
    StudioException refused =
        assertThrows(
            StudioException.class,
            () ->
                RunReport.write(
                    run, root.resolve("caches"), inTheWay.resolve("a.html"), Progress.NONE));
    assertTrue(refused.getMessage().contains("a.html cannot be written"), refused.getMessage());
  }
}
