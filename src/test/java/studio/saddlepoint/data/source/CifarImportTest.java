package studio.saddlepoint.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.TestFiles;

class CifarImportTest {
  private static final int RECORD = 3073;

  @TempDir Path temp;

  @Test
  void readsTheBatchesInTheOrderOfTheirNumbers() throws IOException {
    Path folder = set();
    DataSet train = open(folder, Split.TRAIN);
    DataSet test = open(folder, Split.TEST);
    assertEquals(new ImageShape(3, 32, 32), train.shape());
    assertEquals(100, train.size());
    assertEquals(20, test.size());
    assertEquals(3, train.label(53));
    assertEquals("cat", train.classNames().get(3));
    int[] pixels = TestFiles.pixels(train, 53);
    assertEquals(3, pixels[0]);
    assertEquals(103, pixels[1024]);
    assertEquals(203, pixels[2048]);
    assertEquals(
        DataKind.CIFAR10, DataSets.inspect(folder.toString(), cache(), Progress.NONE).kind());
  }

  @Test
  void takesTheClassesOfTheMetaFile() throws IOException {
    Path folder = set();
    Files.writeString(
        folder.resolve("batches.meta.txt"), "k0\nk1\nk2\nk3\nk4\nk5\nk6\nk7\nk8\nk9\n\n");
    assertEquals("k3", open(folder, Split.TRAIN).classNames().get(3));
  }

  @Test
  void aBatchCutShortIsRefused() throws IOException {
    Path folder = set();
    Path file = folder.resolve("data_batch_2.bin");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100_000));
    assertTold(folder, "data_batch_2.bin", "100,000 bytes", "Download it again");
    Files.write(file, new byte[0]);
    assertTold(folder, "data_batch_2.bin", "cut short");
  }

  @Test
  void aLabelOutOfRangeIsRefused() throws IOException {
    Path folder = set();
    Path file = folder.resolve("test_batch.bin");
    byte[] bytes = Files.readAllBytes(file);
    bytes[4 * RECORD] = 10;
    Files.write(file, bytes);
    assertTold(folder, "test_batch.bin", "image 4", "label 10", "0 to 9");
  }

  @Test
  void oneBatchAloneIsRefused() throws IOException {
    assertTold(set().resolve("data_batch_1.bin"), "Choose the folder");
  }

  private Path set() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("cifar-10-batches-bin"));
    Files.write(folder.resolve("data_batch_1.bin"), batch(50));
    Files.write(folder.resolve("data_batch_2.bin"), batch(50));
    Files.write(folder.resolve("test_batch.bin"), batch(20));
    return folder;
  }

  private static byte[] batch(int count) {
    byte[] bytes = new byte[count * RECORD];
    for (int i = 0; i < count; i++) {
      int label = i % 10;
      int at = i * RECORD;
      bytes[at] = (byte) label;
      for (int c = 0; c < 3; c++) {
        int from = at + 1 + c * 1024;
        Arrays.fill(bytes, from, from + 1024, (byte) (label + 100 * c));
      }
    }
    return bytes;
  }

  private void assertTold(Path source, String... texts) {
    TestFiles.assertTold(() -> open(source, Split.TRAIN), texts);
  }

  private DataSet open(Path source, Split split) {
    return DataSets.open(source.toString(), 32, split, cache(), Progress.NONE);
  }

  private Path cache() {
    return temp.resolve("cache");
  }
}
