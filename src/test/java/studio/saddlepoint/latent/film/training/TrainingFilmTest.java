package studio.saddlepoint.latent.film.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.film.FilmFrame;
import studio.saddlepoint.latent.film.FrameRate;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.SheetPictures;
import studio.saddlepoint.run.event.Event;

class TrainingFilmTest {
  private static final Instant TIME = Instant.parse("2026-11-01T12:00:00Z");
  private static final FrameRate RATE = new FrameRate(10);

  @TempDir Path folder;

  private RunFolder run() {
    return RunFolder.create(folder, TinyGenerator.recipe(List.of()));
  }

  private static Picture plain(int size, int colour) {
    int[] argb = new int[size * size];
    Arrays.fill(argb, 0xff000000 | colour);
    return new Picture(size, size, argb);
  }

  private static void train(RunFolder run, long from, long to, long every) {
    run.events().append(new Event.Begun(TIME, from, "cpu", from > 0));
    for (long step = from; step <= to; step++) {
      run.events()
          .append(
              new Event.Scalars(
                  TIME,
                  step,
                  Map.of("loss.generator", 2.0 - step / 100.0, "loss.discriminator", 0.5)));
      if (step % every == 0) {
        sheet(run, step, plain(66, (int) step));
      }
    }
  }

  private static void sheet(RunFolder run, long step, Picture picture) {
    String file = run.saveSheet(step, new SheetPictures(picture));
    run.events().append(new Event.Sheet(TIME, step, file, 2, 2, true));
  }

  private static TrainingFilm film(RunFolder run) {
    return TrainingFilm.of(
        run,
        TrainingStory.read(run, Progress.NONE),
        OptionalInt.of(264),
        OptionalDouble.of(2),
        RATE);
  }

  @Test
  void everySheetIsSeenInItsOrderAndTheLastForASecondMore() {
    RunFolder run = run();
    train(run, 0, 50, 10);
    TrainingFilm film = film(run);
    assertEquals(6, film.sheets());
    assertEquals(30, film.frames());
    List<FilmFrame> frames = film.range(0, film.count());
    assertEquals(List.of(3, 3, 4, 3, 3, 14), frames.stream().map(FilmFrame::ticks).toList());
    for (int i = 0; i < frames.size(); i++) {
      Picture picture = frames.get(i).picture();
      assertEquals(264, picture.width());
      assertEquals(264 + 90 + 20, picture.height());
      int middle = picture.argb()[(20 + 132) * 264 + 132];
      assertEquals(0xff000000 | 10 * i, middle);
    }
  }

  @Test
  void theMarkMovesAlongTheSteps() {
    RunFolder run = run();
    train(run, 0, 50, 10);
    TrainingFilm film = film(run);
    int before = -1;
    for (FilmFrame each : film.range(0, film.count())) {
      int mark = mark(each.picture());
      assertTrue(mark > before, mark + " after " + before);
      before = mark;
    }
    assertTrue(before > 250, "it ends at the right: " + before);
  }

  /** The column of the mark's colour in the middle of the chart. */
  private static int mark(Picture picture) {
    int row = (20 + 264 + 50) * 264;
    for (int x = 0; x < 264; x++) {
      int argb = picture.argb()[row + x];
      int red = argb >> 16 & 0xff;
      int blue = argb & 0xff;
      if (red > 150 && blue < 60 && (argb >> 8 & 0xff) > 100) {
        return x;
      }
    }
    return -1;
  }

  @Test
  void stepsThatWereLostAreLeftOut() {
    RunFolder run = run();
    train(run, 0, 50, 10);
    train(run, 20, 30, 10);
    TrainingStory story = TrainingStory.read(run, Progress.NONE);
    assertEquals(List.of(0L, 10L, 20L, 30L), story.sheets().stream().map(Event::step).toList());
    assertEquals(30, story.lastStep());
    long[] steps = story.curves().get(0).steps();
    assertEquals(30, steps[steps.length - 1]);
  }

  @Test
  void sheetsOfNetworksThatGrowAreAllAsLarge() {
    RunFolder run = run();
    sheet(run, 0, plain(6, 10));
    sheet(run, 10, plain(32, 20));
    sheet(run, 20, plain(66, 30));
    for (FilmFrame each : film(run).range(0, 3)) {
      assertEquals(264, each.picture().width());
      int colour = each.picture().argb()[22 * 264 + 2];
      assertEquals(colour, each.picture().argb()[(20 + 261) * 264 + 261]);
    }
  }

  @Test
  void aRunWithoutLossesStillHasItsSheets() {
    RunFolder run = run();
    sheet(run, 0, plain(66, 1));
    sheet(run, 10, plain(66, 2));
    assertEquals(2, film(run).range(0, 2).size());
  }

  @Test
  void aRunWithoutTwoSheetsIsRefused() {
    RunFolder run = run();
    sheet(run, 10, plain(66, 2));
    StudioException told = assertThrows(StudioException.class, () -> film(run));
    assertTrue(told.getMessage().contains("has kept 1 sample sheet so far"), told.getMessage());
    assertTrue(told.getMessage().contains("training.sampleEvery"), told.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 159, 4097})
  void widthsThatAreNoneAreRefused(int width) {
    RunFolder run = run();
    train(run, 0, 20, 10);
    StudioException told =
        assertThrows(
            StudioException.class,
            () ->
                TrainingFilm.of(
                    run,
                    TrainingStory.read(run, Progress.NONE),
                    OptionalInt.of(width),
                    OptionalDouble.empty(),
                    RATE));
    assertTrue(told.getMessage().startsWith("The width is " + width), told.getMessage());
  }

  @Test
  void moreSheetsThanFramesAreThinnedEvenlyWithBothEnds() {
    FilmTiming timing = FilmTiming.of(101, OptionalDouble.of(1.1), RATE);
    assertEquals(List.of(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100), timing.sheets());
    assertEquals(21, timing.ticks().stream().mapToInt(each -> each).sum());
    assertEquals(
        80,
        FilmTiming.of(64, OptionalDouble.empty(), RATE).ticks().stream()
                .mapToInt(each -> each)
                .sum()
            - 10);
  }

  @Test
  void timesThatAreNoneAreRefused() {
    for (double seconds : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(StudioException.class, () -> FilmTiming.of(5, OptionalDouble.of(seconds), RATE));
    }
    StudioException told =
        assertThrows(StudioException.class, () -> FilmTiming.of(5, OptionalDouble.of(1e6), RATE));
    assertTrue(told.getMessage().contains("10,000,000 frames"), told.getMessage());
  }

  @Test
  void thinnedCurvesKeepTheirMean() {
    long[] steps = new long[10_000];
    double[] losses = new double[10_000];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = i;
      losses[i] = i % 2 == 0 ? 1 : 3;
    }
    LossCurve thinned = new LossCurve("generator", steps, losses).thinned(9_999, 100);
    assertEquals(100, thinned.steps().length);
    for (double each : thinned.losses()) {
      assertEquals(2, each, 0.03);
    }
    assertEquals(3, new LossCurve("generator", steps, losses).at(20_000));
    assertTrue(Double.isNaN(new LossCurve("generator", steps, losses).at(-1)));
  }

  @Test
  void axesHaveRoundLinesAndSingleOutliersDoNotFlattenTheRest() {
    double[] losses = new double[1000];
    Arrays.setAll(losses, i -> i == 500 ? 1e6 : i / 1000.0);
    ValueAxis axis = ValueAxis.of(List.of(new LossCurve("g", new long[1000], losses)));
    assertTrue(axis.high() < 2, axis.toString());
    assertEquals(1, axis.place(1e6));
    assertEquals(List.of(0.0, 0.5, 1.0), axis.lines());
    assertEquals("0.5", ValueAxis.text(0.5));
    assertEquals("-2", ValueAxis.text(-2));
    ValueAxis flat = ValueAxis.of(List.of(new LossCurve("g", new long[1], new double[1])));
    assertTrue(flat.high() > flat.low());
  }
}
