package studio.saddlepoint.latent.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.core.Progress;

class ApngFilmTest {
  @TempDir Path folder;

  private final List<Picture> pictures = FilmFixture.pictures(7, 33, 20, false);
  private Path file = Path.of("");

  @BeforeEach
  void write() {
    file = folder.resolve("it.png");
    FilmFixture.export(file, FilmFormat.APNG, FilmFixture.RATE)
        .write(FilmFixture.source(pictures, 1, 1, 1, 1, 1, 1, 26), Progress.NONE);
  }

  private void assertSame(List<Picture> found) {
    assertEquals(pictures.size(), found.size());
    for (int i = 0; i < found.size(); i++) {
      assertArrayEquals(pictures.get(i).argb(), found.get(i).argb(), "frame " + i);
    }
  }

  @Test
  void everyFrameIsThereWithoutLossAndForItsTime() throws IOException {
    FilmFixture.Apng apng = FilmFixture.apng(file);
    assertSame(apng.frames());
    assertEquals(Collections.nCopies(6, 0.04), apng.seconds().subList(0, 6));
    assertEquals(1.04, apng.seconds().get(6));
    assertEquals(
        List.of("IHDR", "acTL", "iTXt", "iTXt", "fcTL", "IDAT", "fcTL", "fdAT"),
        apng.chunks().subList(0, 8));
  }

  @Test
  void programsThatKnowNoAnimationsShowTheFirstFrame() throws IOException {
    int[] shown = Pngs.decode(Files.readAllBytes(file)).getRGB(0, 0, 33, 20, null, 0, 33);
    assertArrayEquals(pictures.get(0).argb(), shown);
  }

  @Test
  void ffmpegReadsTheSameFrames() throws IOException, InterruptedException {
    assertSame(FilmFixture.decoded(file, 33, 20));
    String told = FilmFixture.probed(file, "stream=codec_name,nb_read_frames,width,height");
    assertTrue(told.contains("codec_name=apng"), told);
    assertTrue(told.contains("nb_read_frames=7"), told);
  }

  @ParameterizedTest
  @CsvSource({
    "25, 1, 1, 25",
    "25, 25, 25, 25",
    "12.5, 1, 2, 25",
    "0.1, 3, 30, 1",
    "23.976, 1, 125, 2997",
    "120, 36000, 36000, 120",
    "29.97002997, 1, 33, 1000",
    "0.1, 36000, 65535, 1"
  })
  void timesAreFractions(double rate, int ticks, int numerator, int denominator) {
    assertEquals(new ApngDelay(numerator, denominator), ApngDelay.of(new FrameRate(rate), ticks));
  }
}
