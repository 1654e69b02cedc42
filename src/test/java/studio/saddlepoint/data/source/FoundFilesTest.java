package studio.saddlepoint.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ClassCount;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.PassedOver;
import studio.saddlepoint.data.TestFiles;

/** The files of a folder that are looked at, and the words for the others. */
class FoundFilesTest {
  @TempDir Path temp;

  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(temp.resolve("pictures"));
  }

  @Test
  void imagesAreReadWhateverTheirNameEndsWith() throws IOException {
    Path jpeg = TestFiles.picture(temp.resolve("a.jpg"), 16, 16, 0x336699);
    Path png = TestFiles.picture(temp.resolve("a.png"), 16, 16, 0x336699);
    for (String name :
        List.of("a.jfif", "b.JPE", "c.jif", "d", "e.jpg_large", "f.2024", "g.heic")) {
      Files.copy(jpeg, folder.resolve(name));
    }
    for (String name : List.of("h.apng", "i", "j.webp")) {
      Files.copy(png, folder.resolve(name));
    }
    DataSummary summary = inspect();
    assertEquals(10, summary.trainImages());
    assertEquals(List.of(), summary.problems());
    assertEquals(List.of(), summary.passedOver());
    assertEquals(10, ImageFolder.open(folder, OptionalInt.empty(), Progress.NONE).count());
  }

  @Test
  void whatIsNoImageIsCountedByKindAndNamed() throws IOException {
    TestFiles.picture(folder.resolve("a.png"), 16, 16, 0x336699);
    for (String name : List.of("notes.txt", "LIES.TXT", "list.csv", "README", "b.png~")) {
      Files.writeString(folder.resolve(name), "a text that is no image at all");
    }
    for (int i = 0; i < 9; i++) {
      Files.writeString(folder.resolve("sub" + i + ".json"), "{}");
    }
    for (String name : List.of("Thumbs.db", ".DS_Store", "._a.png", "desktop.ini")) {
      Files.writeString(folder.resolve(name), "junk");
    }
    List<String> expected =
        List.of(
            "1 file without an ending: README",
            "1 csv file: list.csv",
            "9 json files: sub0.json, sub1.json, sub2.json, sub3.json, sub4.json, ...",
            "1 png~ file: b.png~",
            "2 txt files: LIES.TXT, notes.txt");
    assertEquals(expected, texts(inspect().passedOver()));
    assertEquals(List.of(), inspect().problems());
    assertEquals(
        expected, texts(ImageFolder.open(folder, OptionalInt.empty(), Progress.NONE).passedOver()));
  }

  @Test
  void foldersOfSystemsAreNoClasses() throws IOException {
    for (String name : List.of("cat", "dog")) {
      TestFiles.picture(folder.resolve(name + "/0.png"), 16, 16, 0x336699);
      TestFiles.picture(folder.resolve(name + "/@eaDir/0.png/thumb.png"), 16, 16, 0);
    }
    for (String name :
        List.of(
            "#recycle",
            "#snapshot",
            "$RECYCLE.BIN",
            "System Volume Information",
            "lost+found",
            ".AppleDouble",
            ".thumbnails",
            "__MACOSX",
            ".ipynb_checkpoints",
            "Network Trash Folder",
            "Temporary Items",
            ".Trash-1000")) {
      TestFiles.picture(folder.resolve(name + "/old.png"), 16, 16, 0);
    }
    DataSummary summary = inspect();
    assertEquals(
        List.of(new ClassCount("cat", 1, 1), new ClassCount("dog", 1, 1)), summary.classes());
    assertEquals(List.of(), summary.problems());
    PassedOver skipped = summary.passedOver().get(0);
    assertEquals(1, summary.passedOver().size());
    assertEquals(14, skipped.count());
    assertTrue(skipped.text().startsWith("14 system or hidden folders: "), skipped.text());
  }

  @Test
  void aClassFolderWithoutAnImageIsNamed() throws IOException {
    TestFiles.picture(folder.resolve("ape/0.png"), 16, 16, 0x336699);
    TestFiles.picture(folder.resolve("bear/0.png"), 16, 16, 0x336699);
    Files.createDirectories(folder.resolve("cow/calf"));
    Files.createDirectories(folder.resolve("dog"));
    Files.writeString(folder.resolve("dog/notes.txt"), "none yet");
    assertEquals(
        List.of("1 txt file: dog/notes.txt", "2 folders without images: cow, dog"),
        texts(inspect().passedOver()));
    assertEquals(2, inspect().classes().size());
  }

  @Test
  void aFolderOfFilesWithoutEndingsAloneIsOpened() throws IOException {
    Path png = TestFiles.picture(temp.resolve("a.png"), 16, 16, 0x336699);
    Files.copy(png, folder.resolve("0a7f"));
    assertEquals(1, inspect().trainImages());
    Files.delete(folder.resolve("0a7f"));
    Files.writeString(folder.resolve("none"), "nothing");
    TestFiles.assertTold(this::inspect, "holds no images (1 other file)");
  }

  /** Thousands of files of a kind of which none is an image are not all looked into. */
  @Test
  void anEndingWithoutImagesIsGivenUp() throws IOException {
    TestFiles.picture(folder.resolve("a.png"), 16, 16, 0x336699);
    for (int i = 0; i < 1000; i++) {
      Files.writeString(folder.resolve(String.format(Locale.ROOT, "%04d.part1", i)), "nothing");
    }
    Path png = TestFiles.picture(temp.resolve("a.png"), 16, 16, 0x336699);
    Files.copy(png, folder.resolve("9999.part1"));
    assertEquals(1, inspect().trainImages());
    assertEquals(1001, inspect().passedOver().get(0).count());
  }

  private DataSummary inspect() {
    return DataSets.inspect(folder.toString(), temp.resolve("cache"), Progress.NONE);
  }

  private static List<String> texts(List<PassedOver> passed) {
    return passed.stream().map(PassedOver::text).collect(Collectors.toList());
  }
}
