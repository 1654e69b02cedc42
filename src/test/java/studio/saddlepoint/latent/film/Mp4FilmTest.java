package studio.saddlepoint.latent.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.export.OutputPlace;

class Mp4FilmTest {
  @TempDir Path folder;

  private Path written(List<Picture> pictures, int size, int... ticks) {
    assumeTrue(Ffmpeg.onPath().isPresent(), "ffmpeg is not on the path: no MP4 is made");
    Path file = folder.resolve("it.mp4");
    FilmFixture.export(file, FilmFormat.MP4, FilmFixture.RATE)
        .write(FilmFixture.at(size, FilmFixture.source(pictures, ticks)), Progress.NONE);
    return file;
  }

  @Test
  void ffprobeFindsTheFramesTheRateAndTheSize() throws IOException, InterruptedException {
    Path file = written(FilmFixture.pictures(6, 33, 21, false), 66, 1, 1, 1, 1, 1, 5);
    String told =
        FilmFixture.probed(
            file,
            "stream=nb_read_frames,width,height,r_frame_rate,pix_fmt,color_space,duration:format_tags=comment");
    assertTrue(told.contains("nb_read_frames=10"), told);
    assertTrue(told.contains("width=66"), told);
    assertTrue(told.contains("height=42"), told);
    assertTrue(told.contains("r_frame_rate=25/1"), told);
    assertTrue(told.contains("pix_fmt=yuv420p"), told);
    assertTrue(told.contains("color_space=bt709"), told);
    assertTrue(told.contains("duration=0.4000"), told);
    assertTrue(told.contains("run: my-run"), told);
  }

  @Test
  void oddSidesGetOneMorePixel() throws IOException, InterruptedException {
    Path file = written(FilmFixture.pictures(2, 33, 21, true), 33);
    String told = FilmFixture.probed(file, "stream=width,height");
    assertTrue(told.contains("width=34"), told);
    assertTrue(told.contains("height=22"), told);
  }

  @Test
  void picturesComeBackNearlyAsTheyWere() throws IOException, InterruptedException {
    Picture picture = FilmFixture.gradient(64);
    Path file = written(List.of(picture, picture, picture), 64);
    double ratio = FilmFixture.psnr(picture, FilmFixture.decoded(file, 64, 64).get(2));
    assertTrue(ratio > 34, "PSNR " + ratio);
  }

  @Test
  void theFirstExecutableOnThePathIsTaken() throws IOException {
    Path none = Files.createDirectory(folder.resolve("none"));
    Path bin = Files.createDirectory(folder.resolve("bin"));
    assertEquals(Optional.empty(), Ffmpeg.on(""));
    assertEquals(Optional.empty(), Ffmpeg.on(none + File.pathSeparator + bin));
    boolean windows = File.separatorChar == '\\';
    Path program = Files.createFile(bin.resolve(windows ? "ffmpeg.exe" : "ffmpeg"));
    assumeTrue(program.toFile().setExecutable(true));
    assertEquals(
        Optional.of(new Ffmpeg(program)),
        Ffmpeg.on(none + File.pathSeparator + File.pathSeparator + bin));
  }

  @Test
  void withoutFfmpegFramesAreWrittenByTheProgramItself() throws Exception {
    List<Picture> pictures = FilmFixture.pictures(3, 33, 21, false);
    Path file = folder.resolve("own.mp4");
    byJcodec(file, pictures, 2);
    String told =
        FilmFixture.probed(
            file, "stream=codec_name,nb_read_frames,width,height,r_frame_rate,duration");
    assertTrue(told.contains("codec_name=h264"), told);
    assertTrue(told.contains("nb_read_frames=6"), told);
    assertTrue(told.contains("width=34"), told);
    assertTrue(told.contains("height=22"), told);
    assertTrue(told.contains("r_frame_rate=25/1"), told);
    assertTrue(told.contains("duration=0.24"), told);
    assertEquals(List.of("own.mp4"), FilmFixture.namesIn(folder));
  }

  @Test
  void thoseComeBackNearlyAsTheyWereToo() throws Exception {
    Picture picture = FilmFixture.gradient(64);
    Path file = folder.resolve("own.mp4");
    byJcodec(file, List.of(picture, picture, picture), 1);
    double ratio = FilmFixture.psnr(picture, FilmFixture.decoded(file, 64, 64).get(2));
    assertTrue(ratio > 30, "PSNR " + ratio);
  }

  private static void byJcodec(Path file, List<Picture> pictures, int ticks) throws IOException {
    try (FilmWriter film =
        new JcodecFilm(new OutputPlace(file, false, false).staging(), FilmFixture.RATE)) {
      for (Picture each : pictures) {
        film.add(new FilmFrame(each, ticks));
      }
      film.finish();
    }
  }

  @Test
  void nothingStaysOfOneThatIsNotFinished() throws IOException {
    try (FilmWriter film =
        new JcodecFilm(
            new OutputPlace(folder.resolve("own.mp4"), false, false).staging(), FilmFixture.RATE)) {
      film.add(new FilmFrame(FilmFixture.gradient(32)));
    }
    assertEquals(List.of(), FilmFixture.namesIn(folder));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatItSaysOfAFailureIsToldAndNothingStays() throws IOException {
    Path file = folder.resolve("it.mp4");
    IOException told =
        assertThrows(
            IOException.class,
            () ->
                film(
                    file,
                    """
                    #!/bin/sh
                    if [ "$2" = -encoders ]; then echo " V..... libx264 H.264"; exit 0; fi
                    cat > /dev/null
                    echo "no space left" >&2
                    exit 1
                    """));
    assertTrue(told.getMessage().endsWith(" says: no space left"), told.getMessage());
    assertEquals(List.of("ffmpeg"), FilmFixture.namesIn(folder));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void oneThatEndsAtOnceIsToldToo() throws IOException {
    Path file = folder.resolve("it.mp4");
    IOException told =
        assertThrows(
            IOException.class,
            () ->
                film(
                    file,
                    """
                    #!/bin/sh
                    if [ "$2" = -encoders ]; then echo " V..... mpeg4 MPEG-4"; exit 0; fi
                    echo "unknown option" >&2
                    exit 1
                    """));
    assertTrue(told.getMessage().endsWith(" says: unknown option"), told.getMessage());
    assertEquals(List.of("ffmpeg"), FilmFixture.namesIn(folder));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void itsEncoderIsTheBestThatItHas() throws IOException {
    assertEquals(Optional.empty(), program("#!/bin/sh\necho none\n").encoder());
    assertEquals(Optional.empty(), program("no program at all").encoder());
    assertEquals(
        Optional.of("mpeg4"), program("#!/bin/sh\necho ' V..... mpeg4 MPEG-4'\n").encoder());
  }

  private Ffmpeg program(String script) throws IOException {
    Path program = Files.writeString(folder.resolve("ffmpeg"), script);
    assumeTrue(program.toFile().setExecutable(true));
    return new Ffmpeg(program);
  }

  private void film(Path file, String script) throws IOException {
    Ffmpeg program = program(script);
    try (FilmWriter film =
        new FfmpegFilm(
            new FfmpegFilm.Encoder(program, "libx264"),
            new OutputPlace(file, false, false).staging(),
            FilmFixture.RATE,
            Map.of())) {
      for (Picture each : FilmFixture.pictures(3, 256, 256, false)) {
        film.add(new FilmFrame(each));
      }
      film.finish();
    }
  }
}
