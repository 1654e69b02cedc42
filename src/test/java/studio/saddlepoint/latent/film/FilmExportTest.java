package studio.saddlepoint.latent.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;

/** Where films may go, and what stays of those that come to no end. */
class FilmExportTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(FilmFormat.class)
  void nothingStaysOfWhatIsCancelledOnTheWay(FilmFormat format) throws IOException {
    Path out = folder.resolve("made").resolve("on the way").resolve("it" + format.ending());
    CancelledAt progress = new CancelledAt(0.4);
    assertThrows(
        CancellationException.class,
        () ->
            FilmFixture.export(out, format, FilmFixture.RATE)
                .write(FilmFixture.source(FilmFixture.pictures(60, 32, 32, true)), progress));
    assertEquals(List.of(), FilmFixture.namesIn(folder));
  }

  @ParameterizedTest
  @EnumSource(FilmFormat.class)
  void nothingStaysWhenAFrameFails(FilmFormat format) throws IOException {
    FrameSource failing =
        new FrameSource() {
          @Override
          public int count() {
            return 40;
          }

          @Override
          public List<FilmFrame> range(int from, int to) {
            if (from > 0) {
              throw new StudioException("NaN");
            }
            return FilmFixture.source(FilmFixture.pictures(40, 16, 16, true)).range(from, to);
          }
        };
    assertThrows(
        StudioException.class,
        () ->
            FilmFixture.export(folder.resolve("it" + format.ending()), format, FilmFixture.RATE)
                .write(failing, Progress.NONE));
    assertEquals(List.of(), FilmFixture.namesIn(folder));
  }

  @ParameterizedTest
  @EnumSource(FilmFormat.class)
  void whatIsThereIsReplacedOnlyWhereThatWasAsked(FilmFormat format) throws IOException {
    Path out = folder.resolve("it" + format.ending());
    Files.writeString(out, "dear diary");
    FrameSource source = FilmFixture.source(FilmFixture.pictures(3, 16, 16, true));
    FilmExport export = FilmFixture.export(out, format, FilmFixture.RATE);
    assertThrows(StudioException.class, () -> export.write(source, Progress.NONE));
    assertEquals("dear diary", Files.readString(out));
    if (format != FilmFormat.FRAMES) {
      new FilmExport(new FilmTarget(out, format, true), export.rate(), export.notes())
          .write(source, Progress.NONE);
      assertEquals(List.of("it" + format.ending()), FilmFixture.namesIn(folder));
      assertTrue(Files.size(out) > 10);
    }
  }

  @Test
  void aFolderHasANumberedPngForEachFrame() throws IOException {
    Path out = folder.resolve("frames");
    List<Picture> pictures = FilmFixture.pictures(3, 16, 16, false);
    FilmExport.Written written =
        FilmFixture.export(out, FilmFormat.FRAMES, FilmFixture.RATE)
            .write(FilmFixture.source(pictures, 1, 2, 1), Progress.NONE);
    assertEquals(new FilmExport.Written(16, 16, 3, 4, 0.16), written);
    assertEquals(
        List.of("000000.png", "000001.png", "000002.png", "000003.png"), FilmFixture.namesIn(out));
    BufferedImage third = Pngs.decode(Files.readAllBytes(out.resolve("000002.png")));
    assertArrayEquals(pictures.get(1).argb(), third.getRGB(0, 0, 16, 16, null, 0, 16));
  }

  @Test
  void formatsGoByTheEndingOfTheName() {
    assertEquals(FilmFormat.GIF, FilmFormat.ofFile("walk.GIF").orElseThrow());
    assertEquals(FilmFormat.APNG, FilmFormat.ofFile("walk.png").orElseThrow());
    assertEquals(FilmFormat.APNG, FilmFormat.ofFile("walk.apng").orElseThrow());
    assertEquals(FilmFormat.MP4, FilmFormat.ofFile("walk.mp4").orElseThrow());
    assertTrue(FilmFormat.ofFile("walk").isEmpty());
  }

  /** Cancelled as soon as it hears that so much is done. */
  private static final class CancelledAt implements Progress {
    private final double share;
    private boolean cancelled;

    CancelledAt(double share) {
      this.share = share;
    }

    @Override
    public void report(String stage, double fraction) {
      cancelled |= fraction >= share;
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }
}
