package studio.saddlepoint.latent.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;

class GifFilmTest {
  @TempDir Path folder;

  private record Gif(List<Picture> frames, List<Integer> delays) {}

  private static Gif read(Path file) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      List<Picture> frames = new ArrayList<>();
      List<Integer> delays = new ArrayList<>();
      for (int i = 0; i < reader.getNumImages(true); i++) {
        BufferedImage image = reader.read(i);
        int width = image.getWidth();
        int height = image.getHeight();
        frames.add(new Picture(width, height, image.getRGB(0, 0, width, height, null, 0, width)));
        IIOMetadataNode root =
            (IIOMetadataNode)
                reader
                    .getImageMetadata(i)
                    .getAsTree(reader.getImageMetadata(i).getNativeMetadataFormatName());
        IIOMetadataNode control =
            (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        delays.add(Integer.parseInt(control.getAttribute("delayTime")));
      }
      return new Gif(frames, delays);
    } finally {
      reader.dispose();
    }
  }

  private Gif written(List<Picture> pictures, FrameRate rate, int... ticks) throws IOException {
    Path file = folder.resolve("it.gif");
    Files.deleteIfExists(file);
    FilmFixture.export(file, FilmFormat.GIF, rate)
        .write(FilmFixture.source(pictures, ticks), Progress.NONE);
    return read(file);
  }

  private static void assertSame(List<Picture> expected, List<Picture> found) {
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i).argb(), found.get(i).argb(), "frame " + i);
    }
  }

  @Test
  void greyPicturesAreExact() throws IOException {
    List<Picture> pictures = FilmFixture.pictures(5, 32, 32, true);
    assertSame(pictures, written(pictures, FilmFixture.RATE).frames());
  }

  @Test
  void coloursAreExactWhereAFrameHasNoMoreThan256() throws IOException {
    List<Picture> pictures = FilmFixture.pictures(5, 16, 16, false);
    assertSame(pictures, written(pictures, FilmFixture.RATE).frames());
    List<Picture> few = FilmFixture.pictures(3, 5, 1, false);
    assertSame(few.stream().map(each -> at(each, 8)).toList(), writtenAt(few, 8).frames());
  }

  private static Picture at(Picture picture, int size) {
    return new FrameScale(java.util.OptionalInt.of(size), false).apply(picture);
  }

  private Gif writtenAt(List<Picture> pictures, int size) throws IOException {
    Path file = folder.resolve("small.gif");
    FilmFixture.export(file, FilmFormat.GIF, FilmFixture.RATE)
        .write(FilmFixture.at(size, FilmFixture.source(pictures)), Progress.NONE);
    return read(file);
  }

  @Test
  void manyColoursAreChosenWell() throws IOException {
    Picture picture = FilmFixture.gradient(128);
    assertTrue(Histogram.of(picture.argb()).colours().length > 4_000);
    Picture found = written(List.of(picture), FilmFixture.RATE).frames().get(0);
    double ratio = FilmFixture.psnr(picture, found);
    double web = FilmFixture.psnr(picture, ofSixLevels(picture));
    assertTrue(ratio > 31, "PSNR " + ratio);
    assertTrue(ratio > web + 6, ratio + " against " + web + " of a fixed palette");
  }

  /** The palette of 6 x 6 x 6 colours that the web once had. */
  private static Picture ofSixLevels(Picture picture) {
    int[] argb = picture.argb().clone();
    for (int i = 0; i < argb.length; i++) {
      int colour = 0xff;
      for (int channel = 0; channel < 3; channel++) {
        int level = (int) Math.round(Histogram.channel(argb[i], channel) / 51.0) * 51;
        colour = colour << 8 | level;
      }
      argb[i] = colour;
    }
    return new Picture(picture.width(), picture.height(), argb);
  }

  @Test
  void timesAreRightToTheHundredthAndNeverAddUpToAnError() throws IOException {
    List<Picture> pictures = FilmFixture.pictures(60, 8, 8, true);
    assertEquals(4, written(pictures, FilmFixture.RATE).delays().get(7));
    List<Integer> thirds = written(pictures, new FrameRate(30)).delays();
    assertEquals(List.of(3, 4, 3), thirds.subList(0, 3));
    assertEquals(200, thirds.stream().mapToInt(each -> each).sum());
    List<Integer> held = written(pictures.subList(0, 2), FilmFixture.RATE, 1, 26).delays();
    assertEquals(List.of(4, 104), held);
  }

  @Test
  void ratesThatGifCannotSayAreToldOrRefused() {
    assertTrue(FilmFormat.GIF.remark(new FrameRate(25)).isEmpty());
    assertEquals(
        "GIF counts in hundredths of a second: its frames are shown for 3 or 4 of them, so that 30 a second is right on average.",
        FilmFormat.GIF.remark(new FrameRate(30)).orElseThrow());
    assertTrue(FilmFormat.APNG.remark(new FrameRate(30)).isEmpty());
    StudioException told =
        assertThrows(
            StudioException.class,
            () -> written(FilmFixture.pictures(2, 8, 8, true), new FrameRate(60)));
    assertTrue(told.getMessage().startsWith("A GIF shows at most 50 frames a second, not 60"));
  }

  @Test
  void itBeginsAgainForEverAndTellsWhereItIsFrom() throws IOException {
    written(FilmFixture.pictures(2, 8, 8, true), FilmFixture.RATE);
    byte[] bytes = Files.readAllBytes(folder.resolve("it.gif"));
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertTrue(text.startsWith("GIF89a"));
    assertTrue(text.contains("NETSCAPE2.0" + (char) 3 + (char) 1 + (char) 0 + (char) 0));
    assertTrue(text.contains("run: my-run"));
    assertTrue(text.contains("class: Süß"));
  }

  @Test
  void ffmpegReadsTheSameFrames() throws IOException, InterruptedException {
    List<Picture> pictures = FilmFixture.pictures(5, 16, 16, false);
    written(pictures, FilmFixture.RATE);
    assertSame(pictures, FilmFixture.decoded(folder.resolve("it.gif"), 16, 16));
  }
}
