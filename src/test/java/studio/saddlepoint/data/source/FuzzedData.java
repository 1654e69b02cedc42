package studio.saddlepoint.data.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.TestFiles;
import studio.saddlepoint.data.decode.PixelBudget;
import studio.saddlepoint.data.pack.Pack;
import studio.saddlepoint.data.pack.PackContent;
import studio.saddlepoint.recipe.FolderMeaning;

/** Reads changed files of data sets with little memory and keeps nothing. */
public final class FuzzedData {
  private static final PixelBudget BUDGET = new PixelBudget(16 << 20);
  private static final int SIZE = 32;
  private static final int MOST_DRAWN = 100;

  private FuzzedData() {}

  /** Opens a folder of images as evaluations do, and as data sets do. */
  public static void images(Path folder) {
    StudioException refused = null;
    for (OptionalInt size : new OptionalInt[] {OptionalInt.empty(), OptionalInt.of(SIZE)}) {
      try (ImageFolder images = ImageFolder.open(folder, size, BUDGET, 1 << 20, Progress.NONE)) {
        images.look(0, pixels -> pixels.length);
      } catch (StudioException e) {
        refused = e;
      }
    }
    if (refused != null) {
      throw refused;
    }
  }

  /** Opens what a data set is made from, and draws its first images. */
  public static void source(Path path) {
    try (ImportSource source =
        Importers.at(path.toString(), FolderMeaning.CLASSES, Progress.NONE)) {
      PackContent content = source.content(SIZE, Progress.NONE);
      byte[] pixels = new byte[content.shape().pixels()];
      for (int i = 0; i < Math.min(MOST_DRAWN, content.count()); i++) {
        content.label(i);
        content.draw(i, pixels, 0);
      }
    }
  }

  /** Opens a pack. */
  public static void pack(Path file) {
    try {
      Pack.open(file);
    } catch (IOException e) {
      throw new StudioException("refused: " + e.getMessage(), e);
    }
  }

  /** Batches of CIFAR as Python writes them. */
  public static List<byte[]> pickles(String labels) {
    return List.of(
        PickledBatch.cifar(labels, 2, 10, false), PickledBatch.cifar(labels, 2, 10, true));
  }

  /** A pack's file. */
  public static byte[] packed() throws IOException {
    Path folder = Files.createTempDirectory("packed");
    try {
      Path images = Files.createDirectory(folder.resolve("images"));
      TestFiles.picture(images.resolve("a/1.png"), SIZE, SIZE, 0x102030);
      DataSets.open(images.toString(), SIZE, Split.TRAIN, folder, Progress.NONE);
      try (Stream<Path> files = Files.list(folder.resolve("data-sets"))) {
        return Files.readAllBytes(files.findFirst().orElseThrow());
      }
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(java.util.Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
      }
    }
  }
}
