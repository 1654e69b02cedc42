package studio.saddlepoint.app.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.curve.Series;

class ChartFileTest {
  private static ChartRequest request() {
    Series series = new Series();
    for (int step = 1; step <= 100; step++) {
      series.add(step, 1.0 / step);
    }
    return new ChartRequest(
        480,
        240,
        2,
        List.of(new ChartRequest.Curve("G & <D>", series.points(), Color.RED)),
        List.of(
            new ChartRequest.Mark(ChartRequest.Kind.CHANGE, 20, "rate", "rate"),
            new ChartRequest.Mark(ChartRequest.Kind.FINDING, 40, "", "collapse"),
            new ChartRequest.Mark(ChartRequest.Kind.CHECKPOINT, 60, "", "checkpoint")),
        XScale.STEPS,
        0,
        120,
        true,
        0.6,
        Double.NaN,
        Double.NaN,
        List.of(new ChartRequest.Level(0.5, "draw")),
        new ChartColours(Color.WHITE, Color.LIGHT_GRAY, Color.BLACK, Color.ORANGE, Color.MAGENTA));
  }

  @Test
  void aPictureHasTwiceThePixels() throws Exception {
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(ChartFile.png(request(), "Losses")));
    assertEquals(960, image.getWidth());
    assertEquals(480, image.getHeight());
    int red = 0;
    for (int argb : image.getRGB(0, 0, 960, 480, null, 0, 960)) {
      Color colour = new Color(argb);
      red += colour.getRed() > 200 && colour.getGreen() < 80 && colour.getBlue() < 80 ? 1 : 0;
    }
    assertTrue(red > 500, "the curve is drawn: " + red);
  }

  @Test
  void aVectorPictureIsXmlWithTheCurveItsNameAndTheMarks() throws Exception {
    String svg = ChartFile.svg(request(), "Losses");
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertEquals("svg", document.getDocumentElement().getNodeName());
    assertEquals("480", document.getDocumentElement().getAttribute("width"));
    NodeList texts = document.getElementsByTagName("text");
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < texts.getLength(); i++) {
      words.append(texts.item(i).getTextContent()).append('|');
    }
    for (String word : List.of("Losses|", "G & <D>|", "rate|", "draw|", "100|")) {
      assertTrue(words.indexOf(word) >= 0, word + " in " + words);
    }
    assertTrue(svg.contains("stroke=\"#ff0000\""), "the curve");
    assertTrue(svg.contains("fill=\"#ff00ff\""), "the finding");
    assertTrue(!svg.contains("NaN") && !svg.contains("Infinity"));
  }

  @Test
  void whereItCannotBeWrittenItSaysSoAndNothingIsLeft(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("missing").resolve("chart.svg");
    StudioException e =
        assertThrows(StudioException.class, () -> ChartFile.write(file, new byte[] {1}));
    assertTrue(e.getMessage().contains("chart.svg cannot be written"), e.getMessage());
    Path good = folder.resolve("chart.svg");
    ChartFile.write(good, new byte[] {1, 2});
    assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(good));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }
}
