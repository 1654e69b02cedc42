package studio.saddlepoint.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ClassCount;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.LeftOut;
import studio.saddlepoint.data.SizeCount;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.TestFiles;
import studio.saddlepoint.data.file.Listing;
import studio.saddlepoint.data.pack.PackContent;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.recipe.FolderMeaning;

class FolderImportTest {
  @TempDir Path temp;

  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(temp.resolve("pictures"));
  }

  @Test
  void theRootOfADriveHasItsPathAsName() {
    Path root = Path.of("").toAbsolutePath().getRoot();
    Listing files = new Listing(root, List.of(), List.of(), List.of(), List.of());
    assertEquals(root.toString(), FolderSource.of(files, FolderMeaning.CLASSES).name());
  }

  @Test
  void foldersAreClassesHoweverDeep() throws IOException {
    TestFiles.picture(folder.resolve("cats/a.png"), 40, 40, 0xff0000);
    TestFiles.picture(folder.resolve("cats/old/b.jpg"), 40, 40, 0xff0000);
    TestFiles.picture(folder.resolve("dogs/c.JPEG"), 40, 40, 0x0000ff);
    Files.createDirectories(folder.resolve("empty"));
    DataSet set = open(Split.TRAIN);
    assertEquals("pictures", set.name());
    assertEquals(List.of("cats", "dogs"), set.classNames());
    assertEquals(3, set.size());
    assertEquals(Map.of(0, 2L, 1, 1L), Map.of(0, count(set, 0), 1, count(set, 1)));
    assertEquals(3, open(Split.TEST).size(), "too few to hold any back");
  }

  @Test
  void picturesCanBe128PixelsWide() throws IOException {
    TestFiles.picture(folder.resolve("a.png"), 300, 200, 0xff0000);
    TestFiles.picture(folder.resolve("b.png"), 28, 28, 0x00ff00);
    DataSet set =
        DataSets.open(folder.toString(), 128, Split.TRAIN, temp.resolve("large"), Progress.NONE);
    assertEquals(new ImageShape(3, 128, 128), set.shape());
    byte[] pixels = new byte[set.shape().pixels()];
    set.read(0, pixels, 0);
    assertEquals(255, pixels[128 * 128 - 1] & 0xff, "red to the last pixel");
  }

  @Test
  void trainAndTestAreTheSplits() throws IOException {
    for (int i = 0; i < 5; i++) {
      TestFiles.picture(folder.resolve("set/train/cats/" + i + ".png"), 32, 32, 0x010203 * i);
      TestFiles.picture(folder.resolve("set/Test/dogs/" + i + ".png"), 32, 32, 0x030201 * i);
    }
    TestFiles.picture(folder.resolve("set/extra/x.png"), 32, 32, 0);
    TestFiles.picture(folder.resolve("set/train/loose.png"), 32, 32, 0);
    DataSet train = open(Split.TRAIN);
    DataSet test = open(Split.TEST);
    assertEquals(5, train.size());
    assertEquals(5, test.size());
    assertEquals(List.of("cats", "dogs"), train.classNames());
    assertEquals(0, train.label(0));
    assertEquals(1, test.label(0));
    assertEquals(Set.of("set/extra/x.png", "set/train/loose.png"), problems(train).keySet());
  }

  /** Many pictures, some of them in a folder: they are named, and can be had all the same. */
  @Test
  void picturesBesideFoldersAreLeftOutByNameUnlessAllAreWantedAsOne() throws IOException {
    for (int i = 0; i < 120; i++) {
      TestFiles.picture(folder.resolve(i + ".png"), 8, 8, i);
    }
    for (int i = 0; i < 20; i++) {
      TestFiles.picture(folder.resolve("more/" + i + ".png"), 8, 8, i);
    }
    Files.createFile(folder.resolve("nothing.jpg"));
    DataSummary classes = DataSets.inspect(folder.toString(), cache(), Progress.NONE);
    assertEquals(List.of(new ClassCount("more", 20, 20)), classes.classes());
    assertEquals(121, classes.problems().size());
    assertEquals(120, classes.besideFolders());
    Map<String, String> problems = problems(open(Split.TRAIN));
    assertEquals("is empty", problems.get("nothing.jpg"));
    assertEquals("lies beside the folders of the classes", problems.get("7.png"));
    List<LeftOut> reasons = LeftOut.of(classes.problems());
    assertEquals(List.of(120, 1), reasons.stream().map(LeftOut::count).toList());
    assertEquals(
        "120 files, each of which lies beside the folders of the classes: 0.png, 1.png, 10.png, 100.png, 101.png, ...",
        reasons.get(0).text());
    assertEquals("nothing.jpg: is empty", reasons.get(1).text());

    DataSettings all = new DataSettings(folder.toString(), 32, false, FolderMeaning.TOGETHER);
    DataSummary together = DataSets.inspect(all, cache(), Progress.NONE);
    assertEquals(List.of(), together.classes());
    assertEquals(140, together.trainImages() + together.testImages());
    assertFalse(together.testIsTrain());
    assertEquals(List.of(new DataProblem("nothing.jpg", "is empty")), together.problems());
    assertEquals(-1, DataSets.open(all, Split.TRAIN, cache(), Progress.NONE).label(0));
    assertEquals(20, open(Split.TRAIN).size(), "both are kept side by side");
  }

  @Test
  void largeFilesCountForMoreOfTheProgress() throws IOException {
    TestFiles.picture(folder.resolve("a.bmp"), 16, 16, 1);
    TestFiles.picture(folder.resolve("b.bmp"), 400, 400, 1);
    FolderSource source = FolderSource.of(Listing.of(folder, Progress.NONE), FolderMeaning.CLASSES);
    PackContent content = source.content(32, Progress.NONE);
    assertTrue(content.work(1) > 50 * content.work(0), () -> "" + content.work(1));
  }

  private FolderMeaning proposed() {
    return DataSets.proposedMeaning(folder.toString(), Progress.NONE);
  }

  private void pictures(String place, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      TestFiles.picture(folder.resolve(place + i + ".png"), 8, 8, i);
    }
  }

  @Test
  void foldersAreTakenForClassesUnlessMostPicturesLieBesideThemOrAllInOne() throws IOException {
    pictures("", 4);
    assertEquals(FolderMeaning.CLASSES, proposed(), "there are none");
    Files.createDirectories(folder.resolve("empty"));
    Files.writeString(folder.resolve("empty/notes.txt"), "no picture");
    assertEquals(FolderMeaning.CLASSES, proposed(), "none with pictures");
    pictures("cats/", 3);
    assertEquals(FolderMeaning.TOGETHER, proposed(), "one");
    pictures("dogs/", 1);
    assertEquals(FolderMeaning.CLASSES, proposed(), "as many as beside them");
    pictures("loose", 1);
    assertEquals(FolderMeaning.TOGETHER, proposed(), "fewer than beside them");
    assertEquals(FolderMeaning.CLASSES, DataSets.proposedMeaning("shapes", Progress.NONE));
  }

  @Test
  void foldersOfSplitsAreTakenForWhatTheySay() throws IOException {
    pictures("train/cats/", 2);
    pictures("test/cats/", 2);
    pictures("", 9);
    assertEquals(FolderMeaning.CLASSES, proposed());
  }

  @Test
  void allPicturesAsOneKeepsWhatIsHeldBack() throws IOException {
    for (int i = 0; i < 5; i++) {
      TestFiles.picture(folder.resolve("train/cats/" + i + ".png"), 8, 8, i);
      TestFiles.picture(folder.resolve("test/" + i + ".png"), 8, 8, i);
    }
    TestFiles.picture(folder.resolve("extra/x.png"), 8, 8, 0);
    TestFiles.picture(folder.resolve("loose.png"), 8, 8, 0);
    DataSettings all = new DataSettings(folder.toString(), 32, false, FolderMeaning.TOGETHER);
    DataSummary summary = DataSets.inspect(all, cache(), Progress.NONE);
    assertEquals(7, summary.trainImages());
    assertEquals(5, summary.testImages());
    assertEquals(List.of(), summary.problems());
  }

  @Test
  void withoutSplitsOneInTenIsHeldBackForEver() throws IOException {
    for (int i = 0; i < 200; i++) {
      TestFiles.picture(folder.resolve("a/" + i + ".png"), 8, 8, i);
    }
    DataSet train = open(Split.TRAIN);
    DataSet test = open(Split.TEST);
    assertEquals(200, train.size() + test.size());
    assertTrue(test.size() >= 8 && test.size() <= 35, "held back " + test.size());
    Set<Integer> seen = new HashSet<>();
    for (DataSet set : List.of(train, test)) {
      for (int i = 0; i < set.size(); i++) {
        seen.add(TestFiles.pixels(set, i)[2 * 1024]);
      }
    }
    assertEquals(200, seen.size());
    assertNotEquals(train.fingerprint(), test.fingerprint());
  }

  @Test
  void greyImagesStayGreyUnlessOneHasColour() throws IOException {
    TestFiles.picture(folder.resolve("a.png"), 16, 16, 77, BufferedImage.TYPE_BYTE_GRAY);
    TestFiles.picture(folder.resolve("b.png"), 16, 16, 0x4d4d4d);
    TestFiles.picture(folder.resolve("c.jpg"), 16, 16, 77, BufferedImage.TYPE_BYTE_GRAY);
    DataSet grey = open(Split.TRAIN);
    assertEquals(new ImageShape(1, 32, 32), grey.shape());
    assertEquals(List.of(), grey.classNames());
    for (int i = 0; i < 3; i++) {
      assertEquals(77, TestFiles.pixels(grey, i)[500]);
    }
    TestFiles.picture(folder.resolve("d.png"), 16, 16, 0xff8000);
    DataSet colour = open(Split.TRAIN);
    assertEquals(new ImageShape(3, 32, 32), colour.shape());
    assertArrayEquals(
        new int[] {255, 128, 0},
        new int[] {
          TestFiles.pixels(colour, 3)[9],
          TestFiles.pixels(colour, 3)[1024 + 9],
          TestFiles.pixels(colour, 3)[2048 + 9]
        });
  }

  @Test
  void everyLayoutOfPixelsIsRead() throws IOException {
    int orange = 0xffff8000;
    TestFiles.picture(folder.resolve("a.png"), 9, 9, orange, BufferedImage.TYPE_4BYTE_ABGR);
    TestFiles.picture(folder.resolve("b.png"), 9, 9, orange, BufferedImage.TYPE_3BYTE_BGR);
    TestFiles.picture(folder.resolve("c.png"), 9, 9, -1, BufferedImage.TYPE_BYTE_BINARY);
    BufferedImage deep = new BufferedImage(9, 9, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setPixels(0, 0, 9, 9, filled(81, 77 << 8));
    TestFiles.write(folder.resolve("d.png"), deep);
    byte[] ramp = {(byte) 255, 10};
    IndexColorModel palette = new IndexColorModel(8, 2, ramp, ramp, ramp, 1);
    BufferedImage indexed = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_INDEXED, palette);
    indexed.getRaster().setPixels(0, 0, 9, 9, filled(81, 1));
    TestFiles.write(folder.resolve("e.png"), indexed);
    DataSet set = open(Split.TRAIN);
    assertEquals(List.of(), set.problems());
    int[][] expected = {
      {255, 128, 0}, {255, 128, 0}, {255, 255, 255}, {77, 77, 77}, {255, 255, 255}
    };
    for (int i = 0; i < expected.length; i++) {
      int[] pixels = TestFiles.pixels(set, i);
      int[] first = {pixels[0], pixels[1024], pixels[2048]};
      assertArrayEquals(expected[i], first, "image " + i);
    }
  }

  private static int[] filled(int length, int value) {
    int[] values = new int[length];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void theMiddleSquareIsTakenAndTransparencyIsWhite() throws IOException {
    BufferedImage wide = new BufferedImage(96, 32, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 96; x++) {
        boolean middle = x >= 32 && x < 64;
        wide.setRGB(x, y, !middle ? 0xff00ff00 : y < 16 ? 0xff102030 : 0x00102030);
      }
    }
    TestFiles.write(folder.resolve("wide.png"), wide);
    int[] pixels = TestFiles.pixels(open(Split.TRAIN), 0);
    for (int i = 0; i < 1024; i++) {
      assertEquals(i < 512 ? 0x10 : 255, pixels[i]);
      assertEquals(i < 512 ? 0x20 : 255, pixels[1024 + i]);
      assertEquals(i < 512 ? 0x30 : 255, pixels[2048 + i]);
    }
  }

  @Test
  void makingSmallerAveragesInsteadOfSkipping() throws IOException {
    BufferedImage noise = new BufferedImage(2000, 1500, BufferedImage.TYPE_BYTE_GRAY);
    Random random = new Random(1);
    for (int y = 0; y < 1500; y++) {
      for (int x = 0; x < 2000; x++) {
        noise.getRaster().setSample(x, y, 0, random.nextInt(256));
      }
    }
    TestFiles.write(folder.resolve("noise.png"), noise);
    int[] pixels = TestFiles.pixels(open(Split.TRAIN), 0);
    int low = Arrays.stream(pixels).min().orElseThrow();
    int high = Arrays.stream(pixels).max().orElseThrow();
    assertTrue(low > 100 && high < 155, low + " to " + high);
  }

  @Test
  void brokenFilesAreNamedAndLeftOut() throws IOException {
    TestFiles.picture(folder.resolve("good.png"), 20, 20, 0x123456);
    TestFiles.picture(folder.resolve("one.png"), 1, 1, 0x123456);
    Files.write(folder.resolve("zero.png"), new byte[0]);
    Files.writeString(folder.resolve("text.jpg"), "this is text");
    Files.write(folder.resolve("huge.png"), TestFiles.pngHeader(30_000, 30_000));
    Files.write(folder.resolve("header.png"), TestFiles.pngHeader(100, 100));
    cutShort(noise("cut.png"));
    cutShort(noise("cut.jpg"));
    Files.writeString(folder.resolve("notes.txt"), "not an image, not meant to be");
    Files.writeString(folder.resolve("._good.png"), "hidden");
    DataSet set = open(Split.TRAIN);
    assertEquals(1, set.size());
    Map<String, String> problems = problems(set);
    assertEquals(
        Set.of("one.png", "zero.png", "text.jpg", "huge.png", "header.png", "cut.png", "cut.jpg"),
        problems.keySet());
    assertEquals("has only 1x1 pixels, at least 8x8 are needed", problems.get("one.png"));
    assertEquals("is empty", problems.get("zero.png"));
    assertEquals("is a text file, no image", problems.get("text.jpg"));
    assertEquals(
        "has 30,000x30,000 pixels, more than 50 million: scale it down", problems.get("huge.png"));
    assertEquals("is cut short", problems.get("cut.jpg"));
    assertEquals("is cut short", problems.get("cut.png"));
  }

  @Test
  void theSummaryTellsSizesAndProblems() throws IOException {
    TestFiles.picture(folder.resolve("a/1.png"), 20, 30, 0x123456);
    TestFiles.picture(folder.resolve("a/2.png"), 20, 30, 0x123456);
    TestFiles.picture(folder.resolve("b/3.png"), 50, 40, 0x123456);
    Files.write(folder.resolve("b/4.png"), new byte[0]);
    DataSummary summary = DataSets.inspect(folder.toString(), cache(), Progress.NONE);
    assertEquals(DataKind.FOLDER, summary.kind());
    assertEquals(
        List.of(new SizeCount(20, 30, 2), new SizeCount(50, 40, 1)), summary.originalSizes());
    assertEquals(List.of(new ClassCount("a", 2, 2), new ClassCount("b", 1, 1)), summary.classes());
    assertTrue(summary.testIsTrain());
    assertEquals(1, summary.problems().size());
    assertTrue(summary.bytes() > 0);
  }

  @Test
  void aChangedFolderIsReadAgain() throws IOException {
    TestFiles.picture(folder.resolve("a.png"), 20, 20, 0x123456);
    String before = open(Split.TRAIN).fingerprint();
    TestFiles.picture(folder.resolve("b.png"), 20, 20, 0x654321);
    DataSet after = open(Split.TRAIN);
    assertEquals(2, after.size());
    assertNotEquals(before, after.fingerprint());
    try (var packs = Files.list(cache().resolve("data-sets"))) {
      assertEquals(1, packs.count());
    }
  }

  @Test
  void anEmptyFolderIsRefused() {
    assertTold("pictures", "it is empty", "Choose a folder");
  }

  @Test
  void aFolderWithoutAUsableImageIsRefused() throws IOException {
    Files.write(folder.resolve("zero.png"), new byte[0]);
    assertTold("None of the images", "pictures", "zero.png is empty", "8x8");
    try (var left = Files.list(cache().resolve("data-sets"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void aFolderOfOtherFilesIsRefused() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "text");
    assertTold("holds no images (1 other file)");
    Files.write(folder.resolve("images.zip"), new byte[] {'P', 'K', 3, 4});
    assertTold("images.zip", "Choose that instead");
  }

  @Test
  void aSplitWithoutAUsableImageIsRefused() throws IOException {
    TestFiles.picture(folder.resolve("train/a.png"), 20, 20, 0x123456);
    Files.createDirectories(folder.resolve("test"));
    Files.write(folder.resolve("test/b.png"), new byte[0]);
    assertEquals(1, open(Split.TRAIN).size());
    TestFiles.assertTold(() -> open(Split.TEST), "no usable images in its test part", "b.png");
  }

  @Test
  void aSingleImageIsRefused() throws IOException {
    Path image = TestFiles.picture(folder.resolve("a.png"), 20, 20, 0x123456);
    TestFiles.assertTold(
        () -> DataSets.open(image.toString(), 32, Split.TRAIN, cache(), Progress.NONE),
        "a.png",
        "Choose the folder");
  }

  @Test
  void anUnreadableFolderIsRefused() throws IOException {
    TestFiles.picture(folder.resolve("a.png"), 20, 20, 0x123456);
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "needs POSIX permissions");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(folder), "the administrator may read everything");
      assertTold("pictures", "cannot be read", "Check that you may read it");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private Path noise(String name) throws IOException {
    BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(2);
    for (int i = 0; i < 10_000; i++) {
      image.setRGB(i % 100, i / 100, random.nextInt(1 << 24));
    }
    return TestFiles.write(folder.resolve(name), image);
  }

  private static void cutShort(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
  }

  private static Map<String, String> problems(DataSet set) {
    return set.problems().stream()
        .collect(Collectors.toMap(DataProblem::file, DataProblem::reason));
  }

  private static long count(DataSet set, int label) {
    long count = 0;
    for (int i = 0; i < set.size(); i++) {
      count += set.label(i) == label ? 1 : 0;
    }
    return count;
  }

  private void assertTold(String... texts) {
    TestFiles.assertTold(() -> open(Split.TRAIN), texts);
  }

  private DataSet open(Split split) {
    return DataSets.open(folder.toString(), 32, split, cache(), Progress.NONE);
  }

  private Path cache() {
    return temp.resolve("cache");
  }
}
