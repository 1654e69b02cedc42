package studio.saddlepoint.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ClassCount;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.SizeCount;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.TestFiles;

class IdxImportTest {
  private static final String TRAIN = "train-images-idx3-ubyte";
  private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  private static final String TEST = "t10k-images-idx3-ubyte";
  private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  @TempDir Path temp;

  private Path folder;

  @BeforeEach
  void writeSet() throws IOException {
    folder = Files.createDirectories(temp.resolve("digits"));
    put(TRAIN + ".gz", TestFiles.gzip(TestFiles.idxImages(120, 28, 28)));
    put(TRAIN_LABELS + ".gz", TestFiles.gzip(TestFiles.idxLabels(120, 10)));
    put(TEST, TestFiles.idxImages(30, 28, 28));
    put(TEST_LABELS, TestFiles.idxLabels(30, 10));
  }

  @Test
  void readsTheFourFilesPlainOrCompressed() {
    DataSet train = open(folder, Split.TRAIN);
    DataSet test = open(folder, Split.TEST);
    assertEquals("digits", train.name());
    assertEquals(120, train.size());
    assertEquals(30, test.size());
    assertEquals(10, train.classNames().size());
    assertEquals(7, train.label(117));
    assertEquals(9, test.label(29));
    assertNotEquals(train.fingerprint(), test.fingerprint());
  }

  @Test
  void twentyEightIsPaddedWithBlack() {
    int[] pixels = TestFiles.pixels(open(folder, Split.TRAIN), 99);
    for (int i = 0; i < pixels.length; i++) {
      int row = i / 32;
      int column = i % 32;
      boolean border = Math.min(row, column) < 2 || Math.max(row, column) > 29;
      assertEquals(border ? 0 : 99, pixels[i]);
    }
  }

  @Test
  void twentyEightStaysAsItIsAtItsOwnSize() {
    DataSet set = DataSets.open(folder.toString(), 28, Split.TRAIN, cache(), Progress.NONE);
    assertEquals(new ImageShape(1, 28, 28), set.shape());
    for (int pixel : TestFiles.pixels(set, 99)) {
      assertEquals(99, pixel);
    }
  }

  @Test
  void sixtyFourIsMadeLarger() {
    DataSet set = DataSets.open(folder.toString(), 64, Split.TRAIN, cache(), Progress.NONE);
    assertEquals(new ImageShape(1, 64, 64), set.shape());
    int[] pixels = TestFiles.pixels(set, 99);
    assertEquals(0, pixels[64 * 2 + 2]);
    assertEquals(99, pixels[64 * 32 + 32]);
    assertEquals(99, pixels[64 * 6 + 6]);
  }

  @Test
  void theSameImagesElsewhereHaveTheSameFingerprint() throws IOException {
    String before = open(folder, Split.TRAIN).fingerprint();
    Path moved = Files.move(folder, temp.resolve("moved"));
    folder = moved;
    assertEquals(before, open(moved, Split.TRAIN).fingerprint());
    put(TEST_LABELS, TestFiles.idxLabels(30, 9));
    assertNotEquals(before, open(moved, Split.TRAIN).fingerprint());
  }

  @Test
  void theSummaryNamesTheKind() {
    DataSummary summary = DataSets.inspect(folder.toString(), cache(), Progress.NONE);
    assertEquals(DataKind.IDX, summary.kind());
    assertEquals(new ClassCount("3", 12, 3), summary.classes().get(3));
    assertEquals(List.of(new SizeCount(28, 28, 150)), summary.originalSizes());
    assertEquals(1, summary.channels());
  }

  @Test
  void oneFileTakesTheLabelsBesideIt() {
    DataSet train = open(folder.resolve(TRAIN + ".gz"), Split.TRAIN);
    DataSet test = open(folder.resolve(TRAIN + ".gz"), Split.TEST);
    assertEquals(120, train.size() + test.size());
    assertEquals(10, train.classNames().size());
  }

  @Test
  void withoutLabelsImagesAreUnlabelled() throws IOException {
    Files.delete(folder.resolve(TEST_LABELS));
    DataSet set = open(folder.resolve(TEST), Split.TRAIN);
    assertEquals(30, set.size());
    assertEquals(List.of(), set.classNames());
    assertEquals(-1, set.label(3));
    assertEquals(30, open(folder.resolve(TEST), Split.TEST).size());
  }

  @Test
  void classesTxtNamesTheClasses() throws IOException {
    put("classes.txt", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n".getBytes(StandardCharsets.US_ASCII));
    assertEquals("c", open(folder, Split.TRAIN).classNames().get(2));
  }

  @Test
  void namesOfClassesInAnotherCharacterSetAreTold() throws IOException {
    put("classes.txt", "K\u00e4fer\n".getBytes(StandardCharsets.ISO_8859_1));
    assertTold(folder, "classes.txt", "UTF-8");
  }

  @Test
  void aClassWithoutImagesDoesNotExist() throws IOException {
    put(TRAIN_LABELS + ".gz", TestFiles.gzip(labels(120, 1, 26)));
    put(TEST_LABELS, labels(30, 1, 26));
    DataSet train = open(folder, Split.TRAIN);
    assertEquals(26, train.classNames().size());
    assertEquals("1", train.classNames().get(0));
    assertEquals("26", train.classNames().get(25));
    assertEquals(0, train.label(0));
    assertEquals(25, train.label(25));
    assertEquals(3, open(folder, Split.TEST).label(29));
    put("classes.txt", "none\na\nb\n".getBytes(StandardCharsets.US_ASCII));
    put(TRAIN_LABELS + ".gz", TestFiles.gzip(labels(120, 1, 2)));
    put(TEST_LABELS, labels(30, 1, 2));
    assertEquals(List.of("a", "b"), open(folder, Split.TRAIN).classNames());
  }

  @Test
  void theMappingOfEmnistNamesTheClasses() throws IOException {
    Path letters = Files.createDirectories(temp.resolve("emnist"));
    Path images = letters.resolve("emnist-letters-" + TRAIN);
    Files.write(images, TestFiles.idxImages(120, 28, 28));
    Files.write(letters.resolve("emnist-letters-" + TRAIN_LABELS), labels(120, 1, 3));
    Path mapping = letters.resolve("emnist-letters-mapping.txt");
    Files.writeString(mapping, "1 65 97\n2 66 98\n3 67 99\n");
    assertEquals(List.of("Aa", "Bb", "Cc"), open(letters, Split.TRAIN).classNames());
    assertEquals(List.of("Aa", "Bb", "Cc"), open(images, Split.TRAIN).classNames());
    DataSummary summary = DataSets.inspect(letters.toString(), cache(), Progress.NONE);
    assertTrue(
        summary.notes().get(0).contains("rows and columns exchanged"), summary.notes().toString());
    Files.writeString(mapping, "<html>");
    assertTold(letters, "emnist-letters-mapping.txt", "<html>");
  }

  /** Labels in turn from the first to the last. */
  private static byte[] labels(int count, int first, int last) throws IOException {
    byte[] labels = TestFiles.idxLabels(count, last - first + 1);
    for (int i = 8; i < labels.length; i++) {
      labels[i] += (byte) first;
    }
    return labels;
  }

  @Test
  void aFolderInAFolderIsFound() throws IOException {
    Path outer = Files.createDirectories(temp.resolve("outer"));
    Files.move(folder, outer.resolve("raw"));
    assertEquals(120, open(outer, Split.TRAIN).size());
  }

  @Test
  void aTextFileIsRefused() throws IOException {
    Path text = put("readme.txt", "Hello, this is text.".getBytes(StandardCharsets.US_ASCII));
    assertTold(text, "readme.txt", "no IDX file", "Hell", "Choose an IDX file");
  }

  @Test
  void aTextFileUnderTheUsualNameIsRefused() throws IOException {
    Files.delete(folder.resolve(TRAIN + ".gz"));
    put(TRAIN, "<html>not found</html>".getBytes(StandardCharsets.US_ASCII));
    assertTold(folder, TRAIN, "<htm");
  }

  @Test
  void aWrongMagicNumberIsRefused() throws IOException {
    byte[] floats = TestFiles.idxImages(4, 28, 28);
    floats[2] = 0x0d;
    assertTold(put("floats-images", floats), "begins with 00000d03", "00000803");
  }

  @Test
  void labelsInPlaceOfImagesAreRefused() {
    assertTold(folder.resolve(TEST_LABELS), "holds labels where images are needed");
  }

  @Test
  void aGzipFileCutShortIsRefused() throws IOException {
    byte[] whole = TestFiles.gzip(TestFiles.idxImages(120, 28, 28));
    put(TRAIN + ".gz", Arrays.copyOf(whole, whole.length / 2));
    assertTold(folder, TRAIN + ".gz", "cut short or damaged", "Download it again");
  }

  @Test
  void aPlainFileCutShortIsRefused() throws IOException {
    byte[] whole = TestFiles.idxImages(30, 28, 28);
    put(TEST, Arrays.copyOf(whole, whole.length - 100));
    assertTold(folder, TEST, "announces 23,520 bytes", "holds 23,420");
    put(TEST, Arrays.copyOf(whole, 11));
    assertTold(folder, TEST, "within its header");
    put(TEST, new byte[0]);
    assertTold(folder, TEST, "it is empty");
    put(TEST, Arrays.copyOf(whole, whole.length + 1));
    assertTold(folder, TEST, "goes on after");
  }

  @Test
  void anAbsurdHeaderIsRefusedWithoutReadingOn() throws IOException {
    byte[] absurd = TestFiles.idxImages(1, 28, 28);
    absurd[4] = 0x7f;
    assertTold(put("absurd-images", absurd), "absurd-images", "cannot be used");
    byte[] tiny = TestFiles.idxImages(5, 1, 1);
    assertTold(put("tiny-images", tiny), "tiny-images", "8 to 4,096 pixels");
  }

  @Test
  void labelsOfAnotherLengthAreRefused() throws IOException {
    put(TEST_LABELS, TestFiles.idxLabels(29, 10));
    assertTold(folder, TEST_LABELS, "29 labels", "30 images");
  }

  @Test
  void labelsOutOfRangeAreRefused() throws IOException {
    byte[] labels = TestFiles.idxLabels(30, 10);
    labels[8 + 5] = 77;
    put(TEST_LABELS, labels);
    assertTold(folder, TEST_LABELS, "image 5", "label 77", "0 to 9");
  }

  @Test
  void severalSetsInOneFolderAreRefused() throws IOException {
    put("emnist-letters-" + TRAIN, TestFiles.idxImages(10, 28, 28));
    assertTold(folder, "several IDX data sets", "emnist-letters");
  }

  @Test
  void trainAndTestOfDifferentSizesAreRefused() throws IOException {
    put(TEST, TestFiles.idxImages(30, 20, 20));
    assertTold(folder, "28x28", "20x20");
  }

  @Test
  void aFileWithoutExtensionIsNotTakenForWhatItsNameSpells() throws IOException {
    for (String name : List.of("tar", "zip", "png")) {
      Path file = put(name, "nothing of the kind".getBytes(StandardCharsets.UTF_8));
      String said = assertThrows(StudioException.class, () -> open(file, Split.TRAIN)).getMessage();
      assertFalse(said.contains("archive") || said.contains("single image"), said);
      assertTrue(said.contains(file.toString()), said);
    }
  }

  @Test
  void whatIsOnlyTheBeginningOfAZipFileIsRefused() throws IOException {
    assertTold(put("mnist.zip", new byte[] {'P', 'K', 3, 4}), "mnist.zip", "damaged");
    assertTold(put("mnist-images", new byte[] {'P', 'K', 3, 4}), "mnist-images", "damaged");
    assertTold(put("mnist.tar.gz", new byte[] {0x1f, (byte) 0x8b}), "mnist.tar.gz", "Unpack");
  }

  @Test
  void aPathThatIsNotThereIsTold() {
    assertTold(temp.resolve("nowhere"), "nowhere", "strokes");
  }

  @Test
  void otherSizesAreRefused() {
    TestFiles.assertTold(
        () -> DataSets.open("strokes", 48, Split.TRAIN, cache(), Progress.NONE),
        "32, 64 or 128",
        "48");
  }

  private void assertTold(Path source, String... texts) {
    TestFiles.assertTold(() -> open(source, Split.TRAIN), texts);
  }

  private Path put(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private DataSet open(Path source, Split split) {
    return DataSets.open(source.toString(), 32, split, cache(), Progress.NONE);
  }

  private Path cache() {
    return temp.resolve("cache");
  }
}
