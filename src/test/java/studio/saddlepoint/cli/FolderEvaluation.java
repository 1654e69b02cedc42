package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.torch.OperatorArchive;

/**
 * Runs the command evaluate on folders of painted images.
 *
 * @param home the program's home, where the folders are painted too
 * @param real 40 images
 * @param fake 30 brighter ones
 */
record FolderEvaluation(Path home, Path real, Path fake) {
  /** Height and width of the images. */
  static final int SIZE = 8;

  static FolderEvaluation in(Path home) {
    return new FolderEvaluation(
        home,
        paint(home.resolve("real"), 40, SIZE, 1, 0),
        paint(home.resolve("fake"), 30, SIZE, 2, 40));
  }

  /** A folder of coloured noise, brighter by an amount. */
  Path paint(String name, int count, int size, long seed, int brighter) {
    return paint(home.resolve(name), count, size, seed, brighter);
  }

  private static Path paint(Path folder, int count, int size, long seed, int brighter) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      int[] argb = new int[size * size];
      for (int p = 0; p < argb.length; p++) {
        argb[p] =
            0xff000000
                | random.nextInt(100) + brighter << 16
                | random.nextInt(150) + brighter << 8
                | random.nextInt(200) + brighter;
      }
      Pngs.write(folder.resolve(i + ".png"), new Picture(size, size, argb));
    }
    return folder;
  }

  /** A TorchScript file that makes features of images x. */
  Path module(String features, String name) throws IOException {
    return Files.write(
        home.resolve(name),
        OperatorArchive.pack(
            English.of(
                """
                        class Ops(Module):
                          __parameters__ = []
                          __buffers__ = []
                          training : bool
                          def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                            return %s
                        """,
                features)));
  }

  /** All metrics, as JSON. */
  JsonObject evaluate(Path real, Path fake, String extractor) {
    CommandLineRun run = run(real, fake, "--extractor", extractor, "--metrics", "all", "--json");
    assertEquals(Main.DONE, run.code(), run.err());
    return run.json().getAsJsonObject();
  }

  CommandLineRun run(Path real, Path fake, String... more) {
    List<String> all =
        new ArrayList<>(List.of("evaluate", "--real", real.toString(), "--fake", fake.toString()));
    all.addAll(List.of(more));
    return CommandLineRun.of(home, all.toArray(String[]::new));
  }

  /** Runs what must fail for a reason; returns the message. */
  String refused(String reason, Path real, Path fake, String... more) {
    CommandLineRun run = run(real, fake, more);
    assertEquals(Main.FAILED, run.code(), run.out() + run.err());
    assertEquals("", run.out());
    assertTrue(run.err().contains(reason), run.err());
    return run.err();
  }

  static double value(JsonObject scores, String name) {
    return scores.getAsJsonObject("values").get(name).getAsDouble();
  }
}
