package studio.saddlepoint.metrics.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.metrics.*;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.KidMetric;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.ScoreCard;

class EvaluationRecordTest {
  private static final Warning WARNING =
      new Warning("Few: a warning.", Set.of(FidMetric.FID, KidMetric.KID));
  private static final MetricProtocol HOW = Made.measured("pixels", 10, "fid");
  private static final double[] SCORES = {0.5, Double.POSITIVE_INFINITY, 0.25, 1.5};

  @TempDir private Path folder;
  private RunFolder run;

  private final ScoreCard card = Made.score(HOW, Map.of("realism", 0.5));

  @BeforeEach
  void createRun() {
    run = RunFolder.create(folder, Recipe.defaults());
  }

  private static Picture picture(int shade) {
    int[] argb = new int[6];
    java.util.Arrays.fill(argb, 0xff000000 | shade);
    return new Picture(3, 2, argb);
  }

  private static EvaluationResult result() {
    return new EvaluationResult(
        Map.of("realism", 0.5),
        Map.of(),
        Optional.of(new ClassBalance(List.of("a", "b"), new double[] {1, 0}, new double[] {0, 1})),
        List.of(
            new Neighbours(picture(1), List.of(picture(2), picture(3)), new double[] {1, 2}, 1.5)),
        Optional.of(
            new RealismScores(
                SCORES,
                List.of("0", "1", "2", "3"),
                List.of(
                    new RealismScores.Scored(1, picture(4), SCORES[1]),
                    new RealismScores.Scored(3, picture(5), SCORES[3])),
                List.of(
                    new RealismScores.Scored(2, picture(6), SCORES[2]),
                    new RealismScores.Scored(0, picture(7), SCORES[0])))),
        HOW,
        Duration.ofSeconds(3),
        List.of(WARNING));
  }

  @Test
  void givesBackWhatWasKept() {
    EvaluationRecord.save(run, card, result());
    EvaluationResult kept = EvaluationRecord.load(run, card);
    assertEquals(Duration.ofSeconds(3), kept.took());
    assertEquals(List.of(WARNING), kept.warnings());
    assertEquals(HOW, kept.how());
    assertArrayEquals(new double[] {0, 1}, kept.classes().orElseThrow().generated());
    Neighbours neighbours = kept.neighbours().get(0);
    assertArrayEquals(new double[] {1, 2}, neighbours.distances());
    assertEquals(0xff000003, neighbours.nearest().get(1).argb()[0]);
    RealismScores realism = kept.realism().orElseThrow();
    assertArrayEquals(SCORES, realism.scores());
    assertEquals(List.of("0", "1", "2", "3"), realism.names());
    assertEquals(
        List.of(4, 5, 6, 7),
        Stream.concat(realism.most().stream(), realism.least().stream())
            .map(each -> each.picture().argb()[5] & 0xff)
            .toList());
    assertEquals(List.of(1, 3), realism.most().stream().map(each -> each.index()).toList());
    assertEquals(0.25, realism.least().get(0).score());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"warnings\":null}",
        "{\"warnings\":[null]}",
        "{\"about\":[null]}",
        "{\"warnings\":[\"w\"],\"about\":[null]}",
        "{\"classes\":{\"names\":[\"a\"]}}",
        "{\"classes\":{\"names\":[\"a\"],\"real\":[1,2],\"generated\":[1]}}",
        "{\"neighbours\":[{\"distances\":[1],\"realism\":\"x\"}]}",
        "{\"neighbours\":[null]}",
        "{\"realism\":{\"scores\":null}}"
      })
  void takesWhatCannotBeShownForLost(String json) throws Exception {
    EvaluationRecord.save(run, card, result());
    Path file = run.path().resolve("evaluations/" + card.time().toEpochMilli() + ".json");
    Files.writeString(file, json);
    assertEquals(0.5, EvaluationRecord.load(run, card).values().get("realism"));
    assertEquals(0, EvaluationRecord.read(run, card).realism().length);
  }

  @Test
  void givesTheNumbersAloneWhereTheRestIsLostOrBroken() throws Exception {
    EvaluationRecord.save(run, card, result());
    List<Path> files;
    try (Stream<Path> found = Files.list(run.path().resolve("evaluations"))) {
      files = found.sorted().toList();
    }
    assertEquals(3, files.size(), files.toString());
    for (int i : IntStream.range(0, files.size()).toArray()) {
      byte[] whole = Files.readAllBytes(files.get(i));
      Files.write(files.get(i), i == 0 ? new byte[0] : new byte[] {'x'});
      EvaluationResult kept = EvaluationRecord.load(run, card);
      assertEquals(0.5, kept.values().get("realism"));
      Files.write(files.get(i), whole);
      assertTrue(EvaluationRecord.load(run, card).realism().isPresent());
      Files.delete(files.get(i));
      assertEquals(0.5, EvaluationRecord.load(run, card).values().get("realism"));
      Files.write(files.get(i), whole);
    }
  }
}
