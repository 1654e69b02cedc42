package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Well-known data sets by name; what is downloaded is tried where the files are got. */
class DataGetTest {
  @TempDir Path home;

  private CommandLineRun run(String... args) {
    return CommandLineRun.of(home, args);
  }

  @Test
  void aNameThatIsNotKnownIsBadUse() {
    CommandLineRun slip = run("data", "get", "mnits");
    assertEquals(Main.BAD_USE, slip.code());
    assertTrue(slip.err().contains("Did you mean mnist"), slip.err());
    CommandLineRun unknown = run("data", "get", "imagenet");
    assertEquals(Main.BAD_USE, unknown.code());
    assertTrue(unknown.err().contains("There are: mnist, fashion-mnist, "), unknown.err());
  }

  @Test
  void whatDoesNotGoTogetherIsBadUse() {
    String here = home.toString();
    assertEquals(
        Main.BAD_USE,
        run("data", "get", "mnist", "--from", here, "--mirror", "http://a.org").code());
    assertEquals(Main.BAD_USE, run("data", "get", "mnist", "--mirror", "ftp://a.org").code());
    assertEquals(Main.BAD_USE, run("data", "get", "mnist", "--from", here + "/nowhere").code());
  }

  @Test
  void aFolderWithoutTheFilesIsToldWhatItLacks() {
    CommandLineRun run = run("data", "get", "cifar-10", "--from", home.toString());
    assertEquals(Main.FAILED, run.code());
    assertTrue(run.err().contains("it has no file cifar-10-binary.tar.gz"), run.err());
  }

  @Test
  void aNameStandsForTheDataSetOnceItIsHere() throws IOException {
    CommandLineRun before = run("data", "info", "mnist");
    assertEquals(Main.BAD_USE, before.code());
    assertTrue(before.err().contains("saddlepoint data get mnist"), before.err());
    mnist(2);
    CommandLineRun after = run("data", "info", "mnist");
    assertEquals(Main.DONE, after.code(), after.err());
    assertTrue(after.out().startsWith("MNIST, IDX"), after.out());
    CommandLineRun again = run("data", "get", "mnist", "--json");
    assertEquals(Main.DONE, again.code(), again.err());
    assertEquals("MNIST", again.json().getAsJsonObject().get("title").getAsString());
  }

  @Test
  void aRecipeOfADataSetThatIsNotHereTellsHowToGetIt() {
    CommandLineRun refused = run("train", "dcgan-strokes", "--set", "data.source=mnist");
    assertEquals(Main.BAD_USE, refused.code());
    assertTrue(refused.err().contains("saddlepoint data get mnist"), refused.err());
    CommandLineRun photos = run("train", "dcgan-strokes", "--set", "data.source=cifar-10");
    assertTrue(photos.err().contains("saddlepoint data get cifar-10"), photos.err());
  }

  private void mnist(int count) throws IOException {
    Path mnist = Files.createDirectories(home.resolve("data-sets/MNIST"));
    byte[] images = new byte[16 + count * 28 * 28];
    new Random(1).nextBytes(images);
    byte[] head = {0, 0, 8, 3, 0, 0, 0, (byte) count, 0, 0, 0, 28, 0, 0, 0, 28};
    System.arraycopy(head, 0, images, 0, head.length);
    Files.write(mnist.resolve("train-images-idx3-ubyte"), images);
  }

  @Test
  void theNameServesAsRealImagesToo() throws IOException {
    String out = home.resolve("mnist.npz").toString();
    String[] export = {
      "evaluate", "--real", "MNIST", "--extractor", "pixels", "--export-stats", out
    };
    CommandLineRun before = run(export);
    assertEquals(Main.BAD_USE, before.code());
    assertTrue(before.err().contains("saddlepoint data get mnist"), before.err());
    mnist(12);
    CommandLineRun after = run(export);
    assertEquals(Main.DONE, after.code(), after.err());
    assertTrue(after.out().startsWith("Statistics of MNIST are in "), after.out());
    CommandLineRun none = run("evaluate", "--real", "mnits", "--export-stats", out);
    assertEquals(Main.BAD_USE, none.code());
    assertTrue(none.err().contains("there is no such file or folder"), none.err());
  }
}
