package studio.saddlepoint.latent.walk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Interpolation;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.film.FilmFrame;
import studio.saddlepoint.latent.film.FrameRate;

class WalkFilmTest {
  private static Walk walk(LatentPoint... keys) {
    return new Walk(
        List.of(keys), Interpolation.SLERP, Easing.SMOOTH, true, 0.2, new FrameRate(20));
  }

  @Test
  void framesAtKeysAreThePicturesOfTheirCodes() {
    try (Snapshot snapshot = TinyGenerator.snapshot(List.of("cat", "dog"), 3)) {
      Walk walk = walk(new LatentPoint.Seed(42), new LatentPoint.Seed(7));
      List<FilmFrame> frames = new WalkFilm(snapshot, walk, 1, 1.5).range(0, walk.frames());
      assertEquals(8, frames.size());
      float[][] code = {new LatentPoint.Seed(7).code(8, 1.5)};
      Picture expected = snapshot.render(code, new int[] {1}, 1.5).get(0);
      assertEquals(32, expected.width());
      assertArrayEquals(expected.argb(), frames.get(walk.frameOf(1)).picture().argb());
    }
  }

  @Test
  void notesTellAllThatBringsItBack() {
    try (Snapshot snapshot = TinyGenerator.snapshot(List.of("cat", "dog"), 3)) {
      Walk walk = walk(new LatentPoint.Seed(42), new LatentPoint.Seed(7));
      Map<String, String> notes = new WalkFilm(snapshot, walk, 1, 1.5).notes("my-run");
      assertEquals("my-run", notes.get("run"));
      assertEquals("5", notes.get("step"));
      assertEquals("dog", notes.get("class"));
      assertEquals("1.5", notes.get("truncation"));
      assertEquals(walk, WalkJson.read(notes.get("walk"), "notes"));
    }
  }

  @Test
  void aKeyOfAnotherGeneratorIsRefused() {
    try (Snapshot snapshot = TinyGenerator.snapshot(List.of(), 1)) {
      Walk walk = walk(new LatentPoint.Seed(42), LatentPoint.parse("code(1,2,3)"));
      StudioException told =
          assertThrows(StudioException.class, () -> new WalkFilm(snapshot, walk, 0, 1.5));
      assertTrue(told.getMessage().contains("does not fit this generator"), told.getMessage());
    }
  }
}
