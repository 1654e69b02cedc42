package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.metrics.record.EvaluationRecord;
import studio.saddlepoint.metrics.record.JsonReport;
import studio.saddlepoint.metrics.record.RunScores;
import studio.saddlepoint.metrics.record.ScoreFormat;
import studio.saddlepoint.metrics.record.ScoreGroup;
import studio.saddlepoint.metrics.record.ScoreReport;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.list.RunList;

/** The commands from end to end, on a network small enough to train in seconds. */
class CommandsTest {
  @TempDir Path home;

  @Test
  void listsTheRecipesAndPrintsOneToBeginAFileWith() {
    CommandLineRun list = CommandLineRun.of(home, "recipes", "--json");
    assertEquals(Main.DONE, list.code());
    assertEquals(Recipes.embedded().size(), list.json().getAsJsonArray().size());
    CommandLineRun one = CommandLineRun.of(home, "recipes", "dcgan-strokes");
    assertEquals(Recipes.load("dcgan-strokes"), RecipeJson.read(one.out(), "output"));
  }

  @Test
  void showsHelpForEveryCommand() {
    for (String command :
        new String[] {
          "recipes",
          "train",
          "resume",
          "sample",
          "mix",
          "explore",
          "evaluate",
          "clusters",
          "scores",
          "data",
          "bench"
        }) {
      CommandLineRun help = CommandLineRun.of(home, command, "--help");
      assertEquals(Main.DONE, help.code());
      assertTrue(help.out().startsWith("Usage: saddlepoint " + command), help.out());
    }
  }

  @Test
  void measuresHowFastMetricsAre() {
    CommandLineRun bench =
        CommandLineRun.of(
            home, "bench", "metrics", "--images", "60", "--features", "16", "--each", "--json");
    assertEquals(Main.DONE, bench.code(), bench.err());
    JsonObject found = bench.json().getAsJsonObject();
    for (String key :
        new String[] {
          "precisionRecallSeconds",
          "neighboursSeconds",
          "kidSeconds",
          "statisticsSeconds",
          "fidDistanceSeconds",
          "fidDistanceSingularSeconds",
          "classifierImagesPerSecond"
        }) {
      assertTrue(found.get(key).getAsDouble() > 0, key);
    }
    assertEquals(
        Metrics.those(
                each -> !each.needs(Metric.Need.GENERATOR) && !each.needs(Metric.Need.ENCODER))
            .stream()
            .map(Metric::key)
            .toList(),
        List.copyOf(found.getAsJsonObject("eachSeconds").keySet()));
    assertEquals(Main.BAD_USE, CommandLineRun.of(home, "bench", "metrics", "--images", "3").code());
  }

  @Test
  void measuresWhatPhotosTake() {
    CommandLineRun bench = CommandLineRun.of(home, "bench", "photos", "--n", "10", "--json");
    assertEquals(Main.DONE, bench.code(), bench.err());
    JsonObject found = bench.json().getAsJsonObject();
    for (String key :
        new String[] {
          "importImagesPerSecond",
          "importHeapPeakBytes",
          "scoreImagesPerSecond",
          "scoreHeapPeakBytes"
        }) {
      assertTrue(found.get(key).getAsDouble() > 0, key);
    }
  }

  @Test
  void callsARunAfterTheDataItIsTrainedOn() throws IOException {
    Path folder = Files.createDirectories(home.resolve("My Pictures"));
    Recipe changed =
        RecipeChoice.on(Recipes.load("dcgan-strokes"), folder.toString(), Home.at(folder));
    assertEquals("dcgan-My-Pictures", changed.name());
    assertEquals("DCGAN on My Pictures", changed.title());
    assertEquals(folder.toAbsolutePath().toString(), changed.data().source());
  }

  @Test
  void trainsResumesSamplesAndEvaluates() throws IOException {
    Path data = strokes();
    Path recipe = Files.writeString(home.resolve("tiny.json"), RecipeJson.write(tiny(data)));
    Path out = home.resolve("elsewhere");

    CommandLineRun trained =
        CommandLineRun.of(
            home,
            "train",
            recipe.toString(),
            "--out",
            out.toString(),
            "--set",
            "method.generatorEvery=2",
            "--json");
    assertEquals(Main.DONE, trained.code(), trained.err());
    JsonObject end = trained.json().getAsJsonObject();
    assertEquals("finished", end.get("state").getAsString());
    assertEquals(3, end.get("step").getAsLong());
    assertEquals(1, end.get("generatorMoves").getAsLong());
    assertEquals(3 * 8, end.get("imagesSeen").getAsLong());
    assertTrue(end.getAsJsonObject("values").has("loss.generator"));
    Path run = Path.of(end.get("run").getAsString());
    assertTrue(run.startsWith(out.toAbsolutePath()));

    CommandLineRun resumed = CommandLineRun.of(home, "resume", run.toString(), "--steps", "5");
    assertEquals(Main.DONE, resumed.code(), resumed.err());
    String said = "Finished at step 5 (2 generator moves, 40 images seen)";
    assertTrue(resumed.out().startsWith(said), resumed.out());

    Path sheet = home.resolve("new folder").resolve("sheet.png");
    CommandLineRun drawn =
        CommandLineRun.of(
            home,
            "sample",
            run.toString(),
            "--n",
            "6",
            "--truncation",
            "1.5",
            "--out",
            sheet.toString());
    assertEquals(Main.DONE, drawn.code(), drawn.err());
    assertTrue(drawn.out().startsWith("6 pictures of step 5, averaged"), drawn.out());
    assertEquals(3 * 34 - 2, ImageIO.read(sheet.toFile()).getWidth());

    CommandLineRun classless =
        CommandLineRun.of(
            home, "sample", run.toString(), "--class", "3", "--out", sheet.toString());
    assertEquals(Main.BAD_USE, classless.code());
    assertTrue(classless.err().contains("is not told the class"), classless.err());

    CommandLineRun measured =
        CommandLineRun.of(
            home, "evaluate", run.toString(), "--extractor", "pixels", "--n", "64", "--json");
    assertEquals(Main.DONE, measured.code(), measured.err());
    JsonObject values = measured.json().getAsJsonObject().getAsJsonObject("values");
    assertTrue(values.get("fid").getAsDouble() > 0);
    assertTrue(values.has("precision") && values.has("recall") && values.has("f1"));
    assertEquals(1, RunFolder.open(run).scores().size());
    keepsWhatTheWindowKeeps(run, values);
    keepsAScoreOfEachExtractor(run);
    tellsAllScoresAsTheWindowDoes(run);
    comparesWithFoldersAndStatistics(run, data, values.get("fid").getAsDouble());
  }

  /** The window shows the score again with its warnings, not the numbers alone. */
  private static void keepsWhatTheWindowKeeps(Path run, JsonObject values) {
    RunFolder folder = RunFolder.open(run);
    ScoreCard card = folder.scores().get(0);
    Path details = run.resolve("evaluations").resolve(card.time().toEpochMilli() + ".json");
    assertTrue(Files.isRegularFile(details), details.toString());
    EvaluationResult shown = EvaluationRecord.load(folder, card);
    assertEquals(values.get("fid").getAsDouble(), shown.values().get("fid"));
    assertFalse(shown.took().isZero());
    assertEquals(
        Warning.texts(shown.warnings()), Warning.texts(EvaluationRecord.warnings(folder, card)));
  }

  private void keepsAScoreOfEachExtractor(Path run) {
    CommandLineRun both =
        CommandLineRun.of(
            home,
            "evaluate",
            run.toString(),
            "--extractor=pixels",
            "--extractor=random=pr",
            "--n=64",
            "--json");
    assertEquals(Main.DONE, both.code(), both.err());
    RunFolder folder = RunFolder.open(run);
    assertEquals(3, folder.scores().size());
    assertEquals(2, ScoreGroup.of(folder.scores()).size());
    folder
        .scores()
        .forEach(each -> assertFalse(EvaluationRecord.load(folder, each).took().isZero()));
  }

  private void tellsAllScoresAsTheWindowDoes(Path run) throws IOException {
    RunFolder folder = RunFolder.open(run);
    ScoreReport report = ScoreReport.of(folder, ScoreGroup.of(RunScores.read(folder)));
    for (ScoreFormat format : ScoreFormat.values()) {
      Path file = home.resolve("scores." + format.ending());
      CommandLineRun told =
          CommandLineRun.of(home, "scores", run.toString(), "--out", file.toString());
      assertEquals(Main.DONE, told.code(), told.err());
      assertEquals(format.write(report), Files.readString(file));
    }
    JsonObject document =
        CommandLineRun.of(home, "scores", run.toString(), "--json").json().getAsJsonObject();
    assertEquals(JsonReport.document(report), document);
    CommandLineRun other = CommandLineRun.of(home, "scores", run.toString(), "--out", "a.txt");
    assertEquals(Main.BAD_USE, other.code());
    assertTrue(other.err().contains("must end with .csv, .json, .md"), other.err());
  }

  @Test
  void knowsACheckpointThatAKilledTrainingDidNotTell() throws IOException {
    Path recipe = Files.writeString(home.resolve("tiny.json"), RecipeJson.write(tiny(strokes())));
    CommandLineRun trained = CommandLineRun.of(home, "train", recipe.toString(), "--json");
    Path run = Path.of(trained.json().getAsJsonObject().get("run").getAsString());
    Path log = run.resolve("events.jsonl");
    List<String> lines = Files.readAllLines(log);
    int saved = lines.size() - 1;
    while (!lines.get(saved).contains("step-3")) {
      saved--;
    }
    assertTrue(lines.get(saved).contains("checkpointed"), lines.get(saved));
    Files.write(log, lines.subList(0, saved));
    Path sheet = home.resolve("sheet.png");
    CommandLineRun drawn =
        CommandLineRun.of(home, "sample", run.toString(), "--n", "4", "--out", sheet.toString());
    assertTrue(drawn.out().startsWith("4 pictures of step 3"), drawn.out() + drawn.err());
    CommandLineRun resumed = CommandLineRun.of(home, "resume", run.toString(), "--steps", "4");
    assertTrue(resumed.out().startsWith("Finished at step 4 "), resumed.out() + resumed.err());
  }

  /** The folder that the run was trained on, and its statistics, give the run's own FID. */
  private void comparesWithFoldersAndStatistics(Path run, Path data, double fid) {
    Path statistics = home.resolve("data.npz");
    CommandLineRun exported = evaluate(run, "--export-stats", statistics.toString());
    assertEquals(Main.DONE, exported.code(), exported.err());
    CommandLineRun folder = evaluate(run, "--real", data.toString(), "--size", "32");
    assertEquals(Main.DONE, folder.code(), folder.err());
    CommandLineRun published = evaluate(run, "--real", statistics.toString());
    assertEquals(Main.DONE, published.code(), published.err());
    for (CommandLineRun each : new CommandLineRun[] {folder, published}) {
      JsonObject document = each.json().getAsJsonObject();
      assertEquals(64, document.get("realImages").getAsInt());
      assertEquals(64, document.get("fakeImages").getAsInt());
      double found = document.getAsJsonObject("values").get("fid").getAsDouble();
      assertEquals(fid, found, 1e-5 * fid);
    }
  }

  private CommandLineRun evaluate(Path run, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "evaluate",
                run.toString(),
                "--extractor",
                "pixels",
                "--metrics",
                "fid",
                "--no-intervals",
                "--n",
                "64",
                "--json"));
    args.addAll(List.of(more));
    return CommandLineRun.of(home, args.toArray(String[]::new));
  }

  @Test
  void leavesNoRunOfATrainingThatIsRefused() throws IOException {
    Path recipe =
        Files.writeString(
            home.resolve("tiny.json"),
            RecipeJson.write(tiny(strokes()).with("training.batchSize", 65)));
    CommandLineRun run = CommandLineRun.of(home, "train", recipe.toString());
    assertEquals(Main.FAILED, run.code(), run.out() + run.err());
    assertTrue(run.err().contains("lower the batch size"), run.err());
    assertFalse(run.err().contains("Run tiny"), run.err());
    assertEquals(List.of(), RunList.of(Home.at(home).runs()));
    try (Stream<Path> left = Files.list(Home.at(home).runs())) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void stopsAndSaysWhyWhenTheTrainingDiverges() throws IOException {
    Recipe mad =
        tiny(strokes())
            .with("training.steps", 200)
            .with("generator.optimizer.learningRate", 1e9)
            .with("discriminator.optimizer.learningRate", 1e9);
    Path recipe = Files.writeString(home.resolve("mad.json"), RecipeJson.write(mad));
    CommandLineRun run = CommandLineRun.of(home, "train", recipe.toString());
    assertEquals(Main.FAILED, run.code(), run.out() + run.err());
    assertTrue(run.err().contains("saddlepoint: The training stopped itself."), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  /** A few pictures in a folder: nothing to be made ready for long. */
  private Path strokes() throws IOException {
    return TestPictures.folder(home.resolve("pictures"), 64);
  }

  private static Recipe tiny(Path data) {
    return Recipe.defaults()
        .with("name", "tiny")
        .with("data.source", data.toString())
        .with("generator.width", 4)
        .with("discriminator.width", 4)
        .with("generator.latentSize", 8)
        .with("training.batchSize", 8)
        .with("training.steps", 3)
        .with("training.sampleCount", 4)
        .with("training.evaluateEvery", 0)
        .with("training.device", "cpu");
  }
}
