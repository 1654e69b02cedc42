package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import studio.saddlepoint.app.command.Drawing;
import studio.saddlepoint.app.command.EvaluateCommands;
import studio.saddlepoint.app.command.GeneratorCommands;
import studio.saddlepoint.app.command.RunCommands;
import studio.saddlepoint.app.command.TrainCommands;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.latent.walk.Easing;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.ExtractorSetting;
import studio.saddlepoint.metrics.extractor.ExtractorVariant;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.recipe.OtherData;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;

/** What the window copies as a command is read by the commands as what the window does. */
class CopiedCommandsTest {
  @TempDir private Path root;

  private final CommandOutput console =
      new CommandOutput(
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
          false);

  private Home home() {
    return Home.at(root);
  }

  /** Parses what follows the command's names. */
  private static <C> C parsed(C command, ShellLine line, int names) {
    List<String> words = line.words();
    line(command).parseArgs(words.subList(1 + names, words.size()).toArray(String[]::new));
    return command;
  }

  private static CommandLine line(Object command) {
    CommandLine line = new CommandLine(command);
    line.setExpandAtFiles(false);
    return line;
  }

  private static ParseResult options(Object command, ShellLine line, int names) {
    List<String> words = line.words();
    return line(command).parseArgs(words.subList(1 + names, words.size()).toArray(String[]::new));
  }

  private Recipe trained(Recipe recipe) {
    ShellLine line = TrainCommands.of(recipe, Optional.empty());
    assertEquals(List.of("saddlepoint", "train"), line.words().subList(0, 2));
    return parsed(new TrainCommand(console, home(), "auto"), line, 1).recipe();
  }

  @Test
  void trainsTheSameRecipe() throws IOException {
    Path photos = Files.createDirectory(root.resolve("My Photos"));
    for (String each : List.of("dcgan-shapes", "stylegan2-strokes")) {
      assertEquals(Recipes.load(each), trained(Recipes.load(each)));
    }
    Recipe changed =
        Recipes.load("wgan-gp-strokes")
            .with("title", "It's a \"test\" = $HOME, 100 %")
            .with("name", "mine")
            .with("training.batchSize", 16)
            .with("generator.optimizer.learningRate", "linear(2e-4..0, 100%)")
            .with("training.tensorBoard", true)
            .with("data.source", photos.toString());
    assertEquals(changed.training(), trained(changed).training());
    assertEquals(changed, trained(changed));
    Recipe other = OtherData.of(Recipes.load("dcgan-strokes"), photos.toString());
    assertEquals(
        List.of("saddlepoint", "train", "dcgan-strokes", "--data", photos.toString()),
        TrainCommands.of(other, Optional.empty()).words());
    assertEquals(other, trained(other));
  }

  private Drawing drawing() {
    return new Drawing(
        root.resolve("a run"),
        "1500",
        false,
        1.5,
        WTruncation.NONE,
        Optional.of(new KeepBest(0.5, KeepBest.By.REALISM)));
  }

  private static String value(ParseResult parsed, String option) {
    return String.valueOf(parsed.matchedOptionValue(option, (Object) "none"));
  }

  @Test
  void drawsTheSameSamples() {
    ShellLine line =
        GeneratorCommands.samples(
            drawing(), 100, -7, Optional.of("-3"), true, root.resolve("out dir"));
    ParseResult parsed = options(new SampleCommand(console, home()), line, 1);
    assertEquals("100", value(parsed, "--n"));
    assertEquals("-7", value(parsed, "--seed"));
    assertEquals("-3", value(parsed, "--class"));
    assertEquals("1500", value(parsed, "--checkpoint"));
    assertEquals("1.5", value(parsed, "--truncation"));
    assertEquals("0.5", value(parsed, "--keep-best"));
    assertEquals("realism", value(parsed, "--by"));
    assertEquals("true", value(parsed, "--raw"));
    assertEquals("true", value(parsed, "--labels"));
    assertEquals(root.resolve("out dir").toString(), value(parsed, "--out"));
    assertEquals(root.resolve("a run").toString(), parsed.matchedPositionalValue(0, ""));
  }

  @Test
  void drawsTheSamePictureWalkAndFilm() {
    Drawing styled =
        new Drawing(
            root,
            "best",
            true,
            Double.POSITIVE_INFINITY,
            new WTruncation(0.7, 4, true),
            Optional.empty());
    ParseResult picture =
        options(
            new ExplorePictureCommand(console, home()),
            GeneratorCommands.picture(
                styled, "slerp(42,7,0.3)", Optional.empty(), root.resolve("a.png")),
            2);
    assertEquals("slerp(42,7,0.3)", value(picture, "--code"));
    assertEquals("0.7", value(picture, "--psi"));
    assertEquals("4", value(picture, "--cutoff"));
    assertEquals("true", value(picture, "--psi-class"));
    assertEquals("none", value(picture, "--truncation"));
    GeneratorCommands.Times times =
        new GeneratorCommands.Times(OptionalDouble.of(2.5), 12, OptionalInt.of(256));
    ParseResult walk =
        options(
            new ExploreWalkCommand(console, home()),
            GeneratorCommands.walk(
                styled,
                new GeneratorCommands.Way("-1,vary(7,0.25,9)", "slerp", "w", Easing.SMOOTHER, true),
                Optional.of("cat"),
                times,
                root.resolve("a.gif")),
            2);
    assertEquals("-1,vary(7,0.25,9)", value(walk, "--keys"));
    assertEquals("smoother", value(walk, "--easing"));
    assertEquals("w", value(walk, "--in"));
    assertEquals("2.5", value(walk, "--seconds"));
    assertEquals("12.0", value(walk, "--fps"));
    assertEquals("256", value(walk, "--size"));
    ParseResult film =
        options(
            new ExploreFilmCommand(console, home()),
            GeneratorCommands.training(root, times, root.resolve("a.mp4")),
            2);
    assertEquals("2.5", value(film, "--seconds"));
    assertEquals(root.toString(), film.matchedPositionalValue(0, ""));
  }

  @Test
  void measuresTheSame() throws Exception {
    Path script = Files.createFile(root.resolve("my net.pt"));
    for (ExtractorKind kind : Extractors.ALL) {
      List<ExtractorSetting> settings =
          kind.takesFile()
              ? List.of(new ExtractorSetting.ScriptFile(script))
              : kind.seeded()
                  ? List.of(new ExtractorSetting.Seed(5))
                  : kind.variants().isEmpty()
                      ? List.of(ExtractorSetting.NONE)
                      : kind.variants().stream().map(ExtractorVariant::setting).toList();
      for (ExtractorSetting setting : settings) {
        Set<Metric> metrics =
            Metrics.those(each -> each.fits(kind) && each.valueNames().size() > 0);
        EvaluationRequest request =
            new EvaluationRequest(
                new ExtractorChoice(kind, setting),
                1000,
                OptionalDouble.of(1.5),
                Optional.of(new KeepBest(0.5, KeepBest.By.REALISM)),
                metrics,
                1,
                true);
        ShellLine line = EvaluateCommands.of(drawing(), List.of(request), Optional.empty());
        assertEquals(
            List.of(request),
            parsed(new EvaluateCommand(console, home()), line, 1).requests(),
            line.text(ShellLine.Shell.POSIX));
      }
    }
  }

  @Test
  void writesTheSameFiles() {
    ParseResult report =
        options(
            new ReportCommand(console, home()),
            RunCommands.report(root, root.resolve("a.html")),
            1);
    assertEquals(root.resolve("a.html").toString(), value(report, "--out"));
    ParseResult export =
        options(
            new ExportCommand(console, home()),
            RunCommands.tensorBoard(root, root.resolve("board")),
            1);
    assertEquals(root.resolve("board").toString(), value(export, "--tensorboard"));
  }
}
