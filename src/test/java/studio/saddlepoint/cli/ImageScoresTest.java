package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ImageScoresTest {
  @TempDir private Path home;

  private CommandLineRun evaluate(Path real, Path table, String... more) {
    List<String> all =
        new java.util.ArrayList<>(
            List.of(
                "evaluate",
                "--real",
                real.toString(),
                "--extractor",
                "pixels",
                "--image-scores",
                table.toString(),
                "--json"));
    all.addAll(Arrays.asList(more));
    return CommandLineRun.of(home, all.toArray(String[]::new));
  }

  @Test
  void writesTheRealismOfEachImageOfAFolder() throws Exception {
    Path real = TestPictures.folder(home.resolve("real"), 40);
    Path fake = TestPictures.folder(home.resolve("fake, \"new\""), 12);
    Path odd = fake.resolve("a, \"b\".png");
    Files.move(fake.resolve("11.png"), odd);
    Path table = home.resolve("realism.csv");
    CommandLineRun run = evaluate(real, table, "--fake", fake.toString(), "--metrics", "fid");
    assertEquals(Main.DONE, run.code(), run.err());
    List<String> lines = Files.readAllLines(table);
    assertEquals("image,realism", lines.get(0));
    assertEquals(13, lines.size());
    assertTrue(
        lines.stream().anyMatch(each -> each.startsWith("\"a, \"\"b\"\".png\",")),
        lines.toString());
    double[] scores =
        IntStream.range(1, 13)
            .mapToDouble(
                i -> {
                  String line = lines.get(i);
                  return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
                })
            .sorted()
            .toArray();
    assertEquals(
        scores[5],
        run.json().getAsJsonObject().getAsJsonObject("values").get("realism").getAsDouble());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file can be called so there")
  void aNameBreaksNoLineAndIsNoFormula() throws Exception {
    Path real = TestPictures.folder(home.resolve("real"), 20);
    Path fake = TestPictures.folder(home.resolve("fake"), 12);
    List<String> odd = List.of("=1+2.png", "@SUM(1).png", "-1.png", "+1.png", "a\nb.png");
    for (int i = 0; i < odd.size(); i++) {
      Files.move(fake.resolve(i + ".png"), fake.resolve(odd.get(i)));
    }
    Path table = home.resolve("realism.csv");
    CommandLineRun run = evaluate(real, table, "--fake", fake.toString(), "--metrics", "fid");
    assertEquals(Main.DONE, run.code(), run.err());
    String text = Files.readString(table);
    assertEquals(13, text.split("\r\n").length, text);
    for (String written :
        List.of("./=1+2.png", "./@SUM(1).png", "./-1.png", "./+1.png", "\"a\nb.png\"")) {
      assertTrue(text.contains("\r\n" + written + ","), text);
    }
    assertTrue(Files.exists(fake.resolve("./=1+2.png")));
  }

  @Test
  void saysWhatStatisticsAloneCannotTell() {
    Path real = TestPictures.folder(home.resolve("real"), 20);
    Path statistics = home.resolve("real.npz");
    CommandLineRun.of(
        home,
        "evaluate",
        "--real",
        real.toString(),
        "--extractor",
        "pixels",
        "--export-stats",
        statistics.toString());
    Path table = home.resolve("realism.csv");
    CommandLineRun run = evaluate(statistics, table, "--fake", real.toString());
    assertEquals(Main.FAILED, run.code());
    assertTrue(run.err().contains("no scores of single images for " + table), run.err());
    assertFalse(Files.exists(table));
  }
}
