package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.recipe.method.PlayerNames;

class TrainingWatchTest {
  @Test
  void theLineTellsTheLossOfEveryPlayer() {
    Map<String, Double> latest =
        Map.of("loss.decoder", 0.25, "loss.encoder", 1.5, "loss.judge", 2.0, "loss.class", 9.0);
    assertEquals(
        "  D 0.250  E 1.50  J 2.00",
        TrainingWatch.losses(PlayerNames.of("decoder", "encoder", "judge"), latest));
    assertEquals(
        "  G 0.250  D 1.50",
        TrainingWatch.losses(
            PlayerNames.of("generator", "discriminator"),
            Map.of("loss.generator", 0.25, "loss.discriminator", 1.5)));
    assertEquals("", TrainingWatch.losses(PlayerNames.of("decoder"), Map.of()));
  }
}
