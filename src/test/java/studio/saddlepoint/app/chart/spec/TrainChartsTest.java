package studio.saddlepoint.app.chart.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.recipe.method.PlayerNames;

/** Which charts and curves there are, by the players of a method alone. */
class TrainChartsTest {
  private static final PlayerNames GAN = MethodKind.ADVERSARIAL.players();
  private static final PlayerNames THREE = PlayerNames.of("decoder", "encoder", "judge");

  private static ChartSpec chart(String id) {
    return TrainCharts.ALL.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> lines(String id, PlayerNames players) {
    return chart(id).lines(players, List.of()).stream()
        .map(line -> line.key() + " " + line.name() + " " + line.colour())
        .toList();
  }

  @Test
  void everyPlayerHasALossAndAGradient() {
    assertEquals(
        List.of(
            "loss.decoder Decoder series-a",
            "loss.encoder Encoder series-b",
            "loss.judge Judge series-d",
            "penalty Penalty series-c"),
        lines("loss", THREE));
    assertEquals(
        List.of(
            "gradient.decoder Decoder series-a",
            "gradient.encoder Encoder series-b",
            "gradient.judge Judge series-d"),
        lines("gradient", THREE));
    assertEquals(
        List.of("gradient.decoder Decoder series-a"), lines("gradient", PlayerNames.of("decoder")));
  }

  @Test
  void logsOfGansKeepTheirCurvesNamesAndColours() {
    assertEquals(
        List.of(
            "loss.generator Generator series-a",
            "loss.discriminator Discriminator series-b",
            "penalty Penalty series-c"),
        lines("loss", GAN));
    assertEquals(
        List.of(
            "gradient.generator Generator series-a",
            "gradient.discriminator Discriminator series-b"),
        lines("gradient", GAN));
    assertEquals(
        List.of(
            "loss",
            "terms",
            "bound",
            "code",
            "balance",
            "overfitting",
            "judgement",
            "output",
            "critic",
            "accuracy",
            "slope",
            "lengths",
            "growing",
            "clusters",
            "rates",
            "schedules",
            "gradient",
            "update",
            "updateLayers1",
            "updateLayers2",
            "gradientLayers1",
            "gradientLayers2",
            "speed",
            "fid"),
        TrainCharts.ALL.stream().map(ChartSpec::id).toList());
  }

  @Test
  void thereIsAChartOfJudgementsUntilAnotherShowsThem() {
    ChartSpec judgement = chart("judgement");
    assertTrue(judgement.shown().now(GAN, "judgement", id -> false));
    assertFalse(judgement.shown().now(GAN, "judgement", "critic"::equals));
    assertTrue(judgement.shown().now(GAN, "judgement", Set.of("critic", "judgement")::contains));
    assertFalse(judgement.shown().now(THREE, "judgement", id -> false));
    assertTrue(chart("loss").shown().now(THREE, "loss", id -> false));
    assertFalse(chart("fid").shown().now(GAN, "fid", id -> false));
  }

  @Test
  void layersAreInTheirOrderFromTheInputOn() {
    List<String> keys =
        List.of(
            "update.generator.layer10",
            "update.generator.layer2",
            "update.generator",
            "update.generator.layerx",
            "update.discriminator.layer1");
    ChartSpec first =
        TrainCharts.ALL.stream()
            .filter(each -> each.id().equals("updateLayers1"))
            .findFirst()
            .orElseThrow();
    assertEquals("Update ratio by layer: Generator", first.title(GAN));
    assertEquals(
        List.of("update.generator.layer2 layer-0", "update.generator.layer10 layer-9"),
        first.lines(GAN, keys).stream().map(each -> each.key() + " " + each.colour()).toList());
    assertEquals(List.of(), first.lines(THREE, keys));
  }
}
