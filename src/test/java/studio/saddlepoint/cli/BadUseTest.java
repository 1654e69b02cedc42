package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;

/** What is wrong on the command line ends with 2 and one clear line. */
class BadUseTest {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trian | There is no command trian. Did you mean train? See saddlepoint --help.",
        "trian dcgan-strokes | There is no command trian. Did you mean train? See saddlepoint --help.",
        "nonsense | There is no command nonsense. There are: recipes, plan, train, resume,",
        "train dcgan-strokes mlp-strokes | There is no place for mlp-strokes here.",
        "train nowhere/mine.json | There is no recipe file nowhere/mine.json: check the path,",
        "train src | src is a folder: name a recipe's JSON file, or an embedded recipe",
        "train | Missing required parameter: 'RECIPE', or a run to fine-tune: --from RUN. See saddlepoint train --help.",
        "train dcgan-strokes --stepz 3 | Did you mean --steps?",
        "train nothing | There is no recipe file or embedded recipe \"nothing\".",
        "train dcgan-strokes --steps 0 | training.steps is 0: it must be between",
        "train dcgan-strokes --steps many | training.steps is many: it must be a whole number.",
        "train dcgan-strokes --set generator.widht=3 | did you mean generator.width?",
        "train dcgan-strokes --set generator.width | --set generator.width has no value",
        "train dcgan-strokes --set generator.optimizer.learningRate=-1 | generator.optimizer.learningRate is -1",
        "train dcgan-strokes --set method.gradientPenalty=10 | discriminator.normalization is batch",
        "train dcgan-strokes --set generator.architecture=mlp | discriminators have no batch norm. Set it to none",
        "train dcgan-strokes --data nowhere/at/all | There is no data set \"nowhere/at/all\"",
        "train dcgan-strokes --set data.source=nowhere | There is no data set \"nowhere\"",
        "resume nothing | There is no run \"nothing\"",
        "sample nothing --out a.png | There is no run \"nothing\"",
        "sample nothing --out src | --out: src has something in it, which is never overwritten: name a new folder",
        "sample nothing --out LICENSE | --out: LICENSE is a file: name a new folder",
        "sample nothing --out a.jpg | --out is a.jpg: name a file that ends with .png, .zip or .npz, or a folder.",
        "sample nothing | Missing required option: '--out=PNG|DIR|ZIP|NPZ'",
        "sample nothing --out a.png --n 10001 | --n is 10001: it must be between 1 and 10000.",
        "sample nothing --out a.zip --n 1000001 | --n is 1000001: it must be between 1 and 1000000.",
        "sample nothing --out a.png --labels | --labels is for a folder, a .zip or an .npz",
        "sample nothing --out a.npz --columns 3 | --columns is for all pictures in one .png.",
        "sample nothing --out a.png --n 0 | --n is 0: it must be between 1 and 10000.",
        "sample nothing --out a.png --n three | 'three' is not an int",
        "evaluate nothing --metrics fdi | --metrics has \"fdi\": did you mean fid? There are fid, fid-infinity, kid,",
        "evaluate nothing --metrics precison | --metrics has \"precison\": did you mean precision?",
        "evaluate --real . --fake . --seed 3 | --seed is for a run; a folder's images are as they are.",
        "evaluate --real . --fake . --truncation 1 | --truncation is for a run",
        "evaluate --real . --fake . --metrics memorisation | --metrics has memorisation, which compares with",
        "evaluate --real . --export-stats nowhere/a.npz | but there is no folder",
        "evaluate --real . --export-stats . | --export-stats is \".\", which is a folder",
        "evaluate --real pom.xml --export-stats a.npz | pom.xml is statistics already",
        "evaluate nothing --extractor inceptoin | Did you mean inception?",
        "evaluate | Name a run, or folders of images with --real and --fake.",
        "evaluate nothing --fake . | Name a run or a folder with --fake, not both.",
        "evaluate --fake . | --fake needs --real",
        "evaluate --real . | --real needs --fake, a run, or --export-stats",
        "evaluate --real nowhere --fake . | --real is \"nowhere\": there is no such file or folder.",
        "evaluate --real . --fake nowhere | --fake is \"nowhere\": there is no such file or folder.",
        "evaluate --real . --fake . --n 3 | --n is 3: fewer than 10 images say nothing.",
        "evaluate --real . --fake . --size 2 | --size is 2: it must be between 8 and 4096.",
        "evaluate --real . --fake . --extractor pixels --download | --download is for --extractor inception",
        "sample --out a.png | Missing required parameter: 'RUN'",
        "evaluate nothing --n 1 | An evaluation of 1 samples says nothing.",
        "evaluate nothing --truncation 0.001 | it must be at least 0.01",
        "evaluate nothing --truncation -1 | --truncation is -1.0",
        "evaluate nothing --psi 1.5 | psi is 1.5: it must be between 0 (the mean code) and 1",
        "evaluate nothing --cutoff 3 | --cutoff is for --psi: name one, such as --psi 0.7.",
        "evaluate nothing --psi 0.7 --cutoff 0 | The cutoff is 0: it must be 1 or more",
        "evaluate --real . --fake . --psi 0.7 | --psi is for a run",
        "evaluate nothing --extractor no.pt | --extractor is \"no.pt\"",
        "data | Missing required subcommand",
        "data info nowhere | There is no data set \"nowhere\"",
        "recipes nothing | There is no recipe file or embedded recipe \"nothing\".",
        "bench --rounds 0 | --rounds is 0: it must be at least 1.",
        "bench photos --n 9 | --n is 9: it must be at least 10.",
        "bench window --rounds 0 | --rounds is 0: it must be at least 1.",
        "bench methods --seconds 0 | --seconds must be at least 1, and --samples at least 10.",
        "bench methods --recipes nothing | There is no recipe file or embedded recipe \"nothing\".",
        "bench --width 1 | generator.width is 1: it must be between 4 and 768.",
      })
  void isToldInOneLine(String command, String message) {
    CommandLineRun run = CommandLineRun.of(home, command.split(" "));
    assertEquals(Main.BAD_USE, run.code(), run.err());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("saddlepoint: "), run.err());
    assertTrue(run.err().contains(message), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void anEmptyWordIsNotTheWorkingFolder() {
    for (String[] command :
        List.of(
            new String[] {"data", "info", ""},
            new String[] {"train", "dcgan-strokes", "--data", " "},
            new String[] {"sample", "", "--out", "a.png"},
            new String[] {"resume", ""},
            new String[] {"evaluate", ""},
            new String[] {"train", ""},
            new String[] {"evaluate", "--real", "", "--fake", "."},
            new String[] {"evaluate", "--real", ".", "--fake", ""})) {
      CommandLineRun run = CommandLineRun.of(home, command);
      assertEquals(Main.BAD_USE, run.code(), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
    }
  }

  @Test
  void showsWhereItCameFromOnRequest() {
    CommandLineRun run = CommandLineRun.of(home, "train", "nothing", "--debug");
    assertEquals(Main.BAD_USE, run.code());
    assertTrue(run.err().contains("at studio.saddlepoint.cli.RecipeChoice.load"), run.err());
  }

  @Test
  void namesTheUnknownKeyOfARecipeFile() throws IOException {
    Path file = Files.writeString(home.resolve("my.json"), "{\"generatr\": {}}");
    CommandLineRun run = CommandLineRun.of(home, "train", file.toString());
    assertEquals(Main.BAD_USE, run.code());
    assertTrue(run.err().contains("my.json") && run.err().contains("generatr"), run.err());
  }

  @Test
  void refusesToChangeInARunWhatOnlyANewOneCanHave() {
    RunFolder run = RunFolder.create(home.resolve("runs"), Recipe.defaults());
    CommandLineRun told = CommandLineRun.of(home, "resume", run.id(), "--set", "generator.width=8");
    assertEquals(Main.BAD_USE, told.code());
    assertTrue(told.err().contains("train a new one with --set generator.width=8"));
  }

  @Test
  void saysThatARunHasNoCheckpointYet() {
    RunFolder run = RunFolder.create(home.resolve("runs"), Recipe.defaults());
    CommandLineRun told = CommandLineRun.of(home, "sample", run.id(), "--out", "a.png");
    assertEquals(Main.BAD_USE, told.code());
    assertTrue(told.err().contains("has no checkpoint yet"), told.err());
  }

  @Test
  void aDataSetThatCannotBeReadIsAFailure() throws IOException {
    Path folder = Files.createDirectory(home.resolve("empty"));
    CommandLineRun told = CommandLineRun.of(home, "data", "info", folder.toString());
    assertEquals(Main.FAILED, told.code());
    assertTrue(told.err().contains("holds no images"), told.err());
    assertFalse(told.err().contains("\tat "), told.err());
  }
}
