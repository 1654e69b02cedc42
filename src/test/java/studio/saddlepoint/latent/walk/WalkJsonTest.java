package studio.saddlepoint.latent.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Interpolation;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.film.FrameRate;

class WalkJsonTest {
  @Test
  void aWalkComesBackAsItWas() {
    Walk walk =
        new Walk(
            List.of(
                new LatentPoint.Seed(42),
                LatentPoint.parse("vary(slerp(42,7,0.3),0.25,9)"),
                LatentPoint.parse("code(0.5,-1.25)")),
            Interpolation.LERP,
            Easing.SMOOTHER,
            false,
            1.75,
            new FrameRate(23.976));
    assertEquals(walk, WalkJson.read(WalkJson.write(walk), "walk.json"));
  }

  @Test
  void aWalkThroughWComesBackAndOneThroughZIsAsEver() {
    Walk inW =
        new Walk(
            List.of(new LatentPoint.Seed(42), new LatentPoint.Seed(7)),
            Interpolation.SLERP,
            Space.W,
            Easing.SMOOTH,
            true,
            2,
            FrameRate.USUAL);
    assertEquals(inW, WalkJson.read(WalkJson.write(inW), "walk.json"));
    assertEquals(new LatentPoint.Seed(42), inW.point(0));
    assertTrue(inW.point(1).inW());
    Walk inZ = WalkJson.read("{\"keys\": [1, 2]}", "walk.json");
    assertEquals(Space.Z, inZ.space());
    assertTrue(!WalkJson.write(inZ).contains("space"));
  }

  @Test
  void whatIsLeftOutIsAsUsual() {
    Walk walk = WalkJson.read("{\"keys\": [\"42\", 7]}", "walk.json");
    assertEquals(
        new Walk(
            List.of(new LatentPoint.Seed(42), new LatentPoint.Seed(7)),
            Interpolation.SLERP,
            Easing.SMOOTH,
            true,
            2,
            FrameRate.USUAL),
        walk);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "no walk at all | my.json is not JSON",
        "[1] | my.json holds no walk: a walk begins with {.",
        "{} | its \"keys\" must be a list of codes",
        "{\"keys\": [[1], 2]} | its \"keys\" must be a list of codes",
        "{\"keys\": [\"42\"]} | The walk has 1 key: name 2 to 1,000",
        "{\"keys\": [\"42\", \"cat\"]} | \"cat\" is no latent code",
        "{\"keys\": [1, 2], \"way\": \"detour\"} | its \"way\" must be slerp or lerp.",
        "{\"keys\": [1, 2], \"space\": \"v\"} | \"v\" is no space of codes",
        "{\"keys\": [1, 2], \"easing\": 3} | its \"easing\" must be a text",
        "{\"keys\": [1, 2], \"easing\": \"late\"} | easing is late: it must be one of",
        "{\"keys\": [1, 2], \"loop\": \"yes\"} | its \"loop\" must be true or false",
        "{\"keys\": [1, 2], \"framesPerSecond\": \"25\"} | must be a number, such as 25.0",
        "{\"keys\": [1, 2], \"framesPerSecond\": 1e9} | The frame rate is 1000000000",
        "{\"keys\": [1, 2], \"secondsBetweenKeys\": 1e9} | frames, and the longest has 36,000",
        "{\"keys\": [1, 2], \"speed\": 3} | it has \"speed\", which is unknown",
        "{\"keys\": [1, 2], \"format\": 2} | written by a later version"
      })
  void whatIsNoWalkIsRefusedWithTheKey(String json, String message) {
    StudioException told =
        assertThrows(StudioException.class, () -> WalkJson.read(json, "my.json"));
    assertTrue(told.getMessage().contains(message), told.getMessage());
    assertTrue(told.getMessage().startsWith("my.json "), told.getMessage());
  }
}
