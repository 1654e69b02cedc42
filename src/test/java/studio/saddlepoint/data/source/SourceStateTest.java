package studio.saddlepoint.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.TestFiles;
import studio.saddlepoint.data.decode.ImageDecoder;
import studio.saddlepoint.data.file.Listing;
import studio.saddlepoint.data.file.SourceState;
import studio.saddlepoint.data.file.UnusableImageException;
import studio.saddlepoint.recipe.FolderMeaning;

class SourceStateTest {
  private static final FileTime ONE_TIME = FileTime.fromMillis(1_600_000_000_000L);
  private static final int GREY = 0x808080;
  private static final int RED = 0xff0000;

  @TempDir Path temp;

  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(temp.resolve("pictures"));
  }

  @Test
  void newPixelsOfTheSameLengthAndTimeAreSeen() throws IOException {
    for (int i = 0; i < 3; i++) {
      picture("a" + i + ".bmp", GREY);
    }
    assertEquals(1, inspect().channels());
    picture("a1.bmp", RED);
    assertEquals(3, inspect().channels(), "it is in colour now");
  }

  @Test
  void filesThatChangePlacesAreSeen() throws IOException {
    picture("cat/1.bmp", GREY);
    picture("dog/1.bmp", RED);
    String before = state();
    assertEquals(before, state(), "nothing has changed");
    exchange("cat/1.bmp", "dog/1.bmp");
    assertNotEquals(before, state());
  }

  @Test
  void foldersThatChangePlacesAreSeen() throws IOException {
    picture("cat/1.bmp", GREY);
    picture("dog/1.bmp", RED);
    String before = state();
    exchange("cat", "dog");
    assertNotEquals(before, state());
  }

  @Test
  void whatIsLeftOutNoMoreIsSeen() throws IOException {
    picture("1.bmp", GREY);
    Files.createFile(folder.resolve("photo.heic"));
    assertEquals(1, inspect().problems().size());
    Files.delete(folder.resolve("photo.heic"));
    assertEquals(List.of(), inspect().problems());
  }

  @Test
  void aFileMayBeExchangedForOneOfTheSameLengthAndTime() throws IOException {
    Path file = picture("1.bmp", GREY);
    String before = SourceState.of(List.of(file));
    assertEquals(before, SourceState.of(List.of(file)));
    Path other = picture("2.bmp", RED);
    Files.delete(file);
    Files.move(other, file);
    assertNotEquals(before, SourceState.of(List.of(file)));
    Files.delete(file);
    TestFiles.assertTold(() -> SourceState.of(List.of(file)), "1.bmp", "cannot be read");
  }

  @Test
  void withoutMarksOfTheFileSystemSmallFilesAreReadWhole() throws IOException {
    try (FileSystem unmarked = unmarked()) {
      byte[] content = new byte[16_384];
      new Random(1).nextBytes(content);
      Path file = unmarked.getPath("/a.ppm");
      String before = stateOf(file, content);
      assertEquals(before, stateOf(file, content));
      for (int at = 0; at < content.length; at += 97) {
        byte[] other = content.clone();
        other[at]++;
        assertNotEquals(before, stateOf(file, other), "byte " + at);
      }
    }
  }

  @Test
  void withoutMarksOfTheFileSystemSamplesOfLargeFilesAreRead() throws IOException {
    try (FileSystem unmarked = unmarked()) {
      byte[] content = new byte[1_000_000];
      Path file = unmarked.getPath("/a.tif");
      String before = stateOf(file, content);
      byte[] other = content.clone();
      Arrays.fill(other, (byte) 1);
      assertNotEquals(before, stateOf(file, other));
      other = content.clone();
      other[0] = 1;
      assertNotEquals(before, stateOf(file, other));
    }
  }

  @Test
  void ofCompressedKindsTheLengthIsEnough() throws IOException {
    try (FileSystem unmarked = unmarked()) {
      Path file = unmarked.getPath("/a.JPG");
      assertEquals(stateOf(file, new byte[] {1}), stateOf(file, new byte[] {2}));
      assertNotEquals(stateOf(file, new byte[] {1}), stateOf(file, new byte[] {1, 2}));
    }
  }

  @Test
  void whatOnlyTheDiskRefusesMayPass() throws IOException {
    Path whole = picture("1.bmp", GREY);
    Path damaged = Files.write(folder.resolve("2.bmp"), Arrays.copyOf(bytes(whole), 200));
    Path empty = Files.createFile(folder.resolve("3.bmp"));
    Path gone = folder.resolve("4.bmp");
    assertTrue(ImageDecoder.refusal(whole).isEmpty());
    assertEquals(List.of(false), mayPass(damaged));
    assertEquals(List.of(false), mayPass(empty));
    assertEquals(List.of(true), mayPass(gone));
    FolderSource source = FolderSource.of(Listing.of(folder, Progress.NONE), FolderMeaning.CLASSES);
    assertTrue(source.passed(new DataProblem("1.bmp", "may not be read", true)));
    assertTrue(!source.passed(new DataProblem("4.bmp", "is not there any more", true)));
    assertTrue(
        source.passed(new DataProblem("2.bmp", "may not be read", true)),
        "it has another reason now");
  }

  private static List<Boolean> mayPass(Path file) {
    return ImageDecoder.refusal(file).stream().map(UnusableImageException::mayPass).toList();
  }

  private static byte[] bytes(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  /** A file system that keeps no status of files, as a zip file is. */
  private FileSystem unmarked() throws IOException {
    return FileSystems.newFileSystem(temp.resolve("files.zip"), Map.of("create", "true"));
  }

  private static String stateOf(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    Files.setLastModifiedTime(file, ONE_TIME);
    return SourceState.of(List.of(file));
  }

  private void exchange(String one, String other) throws IOException {
    Path between = temp.resolve("between");
    Files.move(folder.resolve(one), between);
    Files.move(folder.resolve(other), folder.resolve(one));
    Files.move(between, folder.resolve(other));
  }

  private Path picture(String name, int rgb) throws IOException {
    Path file = TestFiles.picture(folder.resolve(name), 32, 32, rgb);
    Files.setLastModifiedTime(file, ONE_TIME);
    return file;
  }

  private String state() {
    return FolderSource.of(Listing.of(folder, Progress.NONE), FolderMeaning.CLASSES).state();
  }

  private DataSummary inspect() {
    return DataSets.inspect(folder.toString(), temp.resolve("caches"), Progress.NONE);
  }
}
