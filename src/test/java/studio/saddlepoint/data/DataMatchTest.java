package studio.saddlepoint.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.source.DataSets;

/** The words for a data set that is not what networks learnt from, and the match of its labels. */
class DataMatchTest {
  private static final String BEGAN = "when the run began";
  private static final int GREY = 0x808080;

  @TempDir Path temp;
  private Path images;

  @BeforeEach
  void makeTwoClasses() throws IOException {
    images = temp.resolve("animals");
    for (int i = 0; i < 3; i++) {
      picture("ape", i, GREY + i * 0x010101);
      picture("bear", i, GREY - i * 0x010101);
    }
  }

  private void picture(String name, int number, int rgb) throws IOException {
    Path folder = Files.createDirectories(images.resolve(name));
    TestFiles.picture(folder.resolve(number + ".png"), 32, 32, rgb);
  }

  private DataSet open() {
    return open(32);
  }

  private DataSet open(int size) {
    return DataSets.open(
        images.toString(), size, Split.TRAIN, temp.resolve("caches"), Progress.NONE);
  }

  private static DataMatch match(Fingerprint before, DataSet now) {
    return new DataMatch(before, BEGAN, now);
  }

  private static String change(Fingerprint before, DataSet now) {
    return match(before, now).change().orElseThrow();
  }

  @Test
  void tellsNothingOfTheSameDataWhereverItLies() throws IOException {
    Fingerprint before = Fingerprint.of(open());
    assertEquals(List.of("ape", "bear"), before.classNames());
    assertEquals(6, before.count());
    images = Files.move(images, Files.createDirectory(temp.resolve("moved")).resolve("animals"));
    DataSet now = open();
    assertEquals(Optional.empty(), match(before, now).change());
    assertSame(now, match(before, now).matched());
  }

  @Test
  void tellsWhichClassIsNew() throws IOException {
    Fingerprint before = Fingerprint.of(open());
    picture("cow", 0, GREY);
    assertEquals(
        "The data set animals has 3 classes now (2 when the run began): cow is new; it holds 7 pictures to learn from now (6 when the run began).",
        change(before, open()));
    assertFalse(match(before, open()).sameClasses());
  }

  @Test
  void tellsARenamedClassAsOneGoneAndOneNew() throws IOException {
    Fingerprint before = Fingerprint.of(open());
    Files.move(images.resolve("ape"), images.resolve("cow"));
    DataMatch match = match(before, open());
    assertEquals(
        "The data set animals has other classes now than when the run began: ape is gone, cow is new.",
        match.change().orElseThrow());
    assertFalse(match.sameClasses());
    assertEquals(List.of("bear", "cow"), match.matched().classNames());
  }

  @Test
  void tellsOfImagesThatCameOrWentOrAreOthers() throws IOException {
    Fingerprint before = Fingerprint.of(open());
    picture("ape", 3, GREY);
    assertEquals(
        "The data set animals holds 7 pictures to learn from now (6 when the run began).",
        change(before, open()));
    Files.delete(images.resolve("ape/3.png"));
    picture("ape", 1, 0x202020);
    assertEquals(
        "The data set animals holds the same number of pictures as when the run began, but other pixels or labels.",
        change(before, open()));
  }

  @Test
  void tellsColourAndSizeInWordsOfTheData() throws IOException {
    Fingerprint before = Fingerprint.of(open());
    assertEquals(
        "The data set animals is 64x64 pixels now (was 32x32 pixels).", change(before, open(64)));
    picture("ape", 1, 0xff0000);
    assertEquals("The data set animals is in colour now (was grey).", change(before, open()));
    assertFalse(match(before, open()).sameShape());
    assertEquals(
        "The data set animals is grey now (was in colour).",
        change(Fingerprint.of(open()), grey(open())));
  }

  private static DataSet grey(DataSet set) {
    return new DelegatingDataSet(set) {
      @Override
      public ImageShape shape() {
        return new ImageShape(1, super.shape().height(), super.shape().width());
      }
    };
  }

  @Test
  void matchesLabelsByNameWhereClassesHaveOtherNumbers() {
    DataSet now = open();
    Fingerprint before = Fingerprint.of(now).withClassNames(List.of("bear", "ape"));
    DataMatch match = match(before, now);
    assertTrue(match.sameClasses());
    DataSet matched = match.matched();
    assertEquals(List.of("bear", "ape"), matched.classNames());
    for (int i = 0; i < now.size(); i++) {
      assertEquals(now.classNames().get(now.label(i)), matched.classNames().get(matched.label(i)));
      assertTrue(Arrays.equals(TestFiles.pixels(now, i), TestFiles.pixels(matched, i)));
    }
    assertNotEquals(now.fingerprint(), matched.fingerprint());
    assertEquals(
        "The data set animals numbers its classes otherwise now (ape and bear; bear and ape when the run began), so they are matched by their names.",
        match.change().orElseThrow());
  }

  /** Earlier versions counted the label 0 of files whose labels begin at 1. */
  @Test
  void aClassThatNeverHadPicturesMayBeMissing() throws IOException {
    DataSet now = open();
    Fingerprint before = Fingerprint.of(now).withClassNames(List.of("0", "ape", "bear"));
    DataMatch match = match(before, now);
    assertTrue(match.sameClasses());
    assertEquals(List.of("0", "ape", "bear"), match.matched().classNames());
    assertEquals(1 + now.label(0), match.matched().label(0));
    assertEquals(
        "The data set animals has no picture of 0, which counted as a class when the run began; the other classes keep their numbers.",
        match.change().orElseThrow());
    picture("ape", 3, GREY);
    assertFalse(match(before, open()).sameClasses());
  }

  @Test
  void leavesUnlabelledImagesUnlabelled() {
    DataSet some =
        new DelegatingDataSet(open()) {
          @Override
          public int label(int index) {
            return index == 0 ? -1 : super.label(index);
          }
        };
    DataSet matched =
        match(Fingerprint.of(some).withClassNames(List.of("bear", "ape")), some).matched();
    assertEquals(-1, matched.label(0));
  }

  @Test
  void tellsOfClassesThatAreAllGoneAndNamesOnlyTheFirstOfMany() {
    DataSet now = open();
    Fingerprint before = Fingerprint.of(now);
    List<String> ten = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertEquals(
        "The data set animals has 2 classes now (10 when the run began): 0, 1, 2, 3, 4 and 5 more are gone, ape and bear are new.",
        change(before.withClassNames(ten), now));
    assertEquals(
        "The data set animals has 2 classes now (none when the run began): ape and bear are new.",
        change(before.withClassNames(List.of()), now));
    DataSet none =
        new DelegatingDataSet(now) {
          @Override
          public List<String> classNames() {
            return List.of();
          }
        };
    assertEquals(
        "The data set animals has no classes now (2 when the run began): ape and bear are gone.",
        change(before, none));
  }
}
