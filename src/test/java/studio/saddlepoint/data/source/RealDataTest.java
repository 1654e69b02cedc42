package studio.saddlepoint.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.TestFiles;

/** Reads the real data sets in the folder that {@code -Dsaddlepoint.realdata} names. */
class RealDataTest {
  @TempDir Path cache;

  @ParameterizedTest
  @CsvSource({"mnist, 5923, 33", "fashion-mnist, 6000, 73"})
  void readsTheMnistFamily(String name, int ofFirstClass, int meanBrightness) {
    String root = System.getProperty("saddlepoint.realdata", "");
    Path folder = Path.of(root, name);
    assumeTrue(
        !root.isEmpty() && Files.isDirectory(folder),
        "-Dsaddlepoint.realdata names no folder with " + name);
    DataSummary summary = DataSets.inspect(folder.toString(), cache, Progress.NONE);
    assertEquals(60_000, summary.trainImages());
    assertEquals(10_000, summary.testImages());
    assertEquals(ofFirstClass, summary.classes().get(0).train());
    DataSet train = DataSets.open(folder.toString(), 32, Split.TRAIN, cache, Progress.NONE);
    long sum = 0;
    for (int i = 0; i < train.size(); i++) {
      for (int pixel : TestFiles.pixels(train, i)) {
        sum += pixel;
      }
    }
    assertEquals(meanBrightness, Math.round(sum / (60_000.0 * 28 * 28)));
  }
}
