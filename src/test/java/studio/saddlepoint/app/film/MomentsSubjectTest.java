package studio.saddlepoint.app.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.film.FilmFormat;
import studio.saddlepoint.latent.film.FilmFrame;
import studio.saddlepoint.latent.film.FrameRate;
import studio.saddlepoint.latent.walk.Easing;

/** Moments as a film: each is shown as long as there is time for. */
class MomentsSubjectTest {
  private final List<Integer> painted = new ArrayList<>();

  private MomentsSubject subject(int moments) {
    return new MomentsSubject(
        "An experiment",
        "lab-x",
        moments,
        0.5,
        Runnable::run,
        (moment, width) -> {
          painted.add(moment);
          return new Picture(width, 1, new int[width]);
        });
  }

  private static FilmSettings settings(double seconds, double rate, int width) {
    return new FilmSettings(
        FilmFormat.GIF,
        OptionalInt.of(width),
        new FrameRate(rate),
        seconds,
        "",
        Easing.LINEAR,
        false);
  }

  @Test
  void everyMomentIsSeenWhereThereIsTimeAndTheirTimesFillTheFilm() {
    Film film = subject(7).film(settings(2, 25, 64));
    List<FilmFrame> frames = film.source().range(0, film.source().count());
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6), painted);
    assertEquals(50, film.frames());
    assertEquals(50, frames.stream().mapToInt(FilmFrame::ticks).sum());
    assertEquals(64, frames.get(0).picture().width());
  }

  @Test
  void whereThereIsLittleTimeSomeAreSeenTheFirstAndTheLastToo() {
    Film film = subject(101).film(settings(1, 5, 64));
    film.source().range(0, film.source().count());
    assertEquals(List.of(0, 25, 50, 75, 100), painted);
  }

  @Test
  void sizesAndLengthsBeyondAllBoundsAreRefused() {
    assertThrows(StudioException.class, () -> subject(3).film(settings(2, 25, 5000)));
    assertThrows(StudioException.class, () -> subject(3).film(settings(1e6, 25, 64)));
    assertThrows(StudioException.class, () -> subject(3).film(settings(0, 25, 64)));
  }
}
