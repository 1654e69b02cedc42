package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;

/** Folders of small grey pictures for tests. */
final class TestPictures {
  private static final int SIZE = 28;

  private TestPictures() {}

  /** Writes pictures, each of one random grey with a bar across. */
  static Path folder(Path folder, int count) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < count; i++) {
      int[] argb = new int[SIZE * SIZE];
      Arrays.fill(argb, 0xff000000 | random.nextInt(64) * 0x010101);
      int row = random.nextInt(SIZE);
      Arrays.fill(argb, row * SIZE, (row + 1) * SIZE, 0xffffffff);
      Pngs.write(folder.resolve(i + ".png"), new Picture(SIZE, SIZE, argb));
    }
    return folder;
  }
}
