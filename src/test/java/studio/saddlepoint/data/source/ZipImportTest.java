package studio.saddlepoint.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.TestFiles;
import studio.saddlepoint.data.decode.PixelBudget;

/** A zip archive of images is a data set as the folder is that it was made of. */
class ZipImportTest {
  @TempDir Path temp;

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private Path zip;

  @BeforeEach
  void addPictures() throws IOException {
    zip = temp.resolve("photos.zip");
    for (String name : List.of("cat/0.png", "cat/1.gif", "dog/0.jpg", "dog/1.bmp")) {
      entries.put(name, picture(name.substring(name.lastIndexOf('.') + 1), name.length()));
    }
  }

  @Test
  void isReadAsTheFolderIs() throws IOException {
    put("dog/2.ppm", "P6 16 16 255\n".getBytes(StandardCharsets.US_ASCII), new byte[768]);
    put("dog/3.webp", resource("lossless.webp"));
    put("cat/4.tif", picture("tif", 7));
    Path folder = unpacked();
    write();
    DataSet set = open(zip);
    assertEquals("photos", set.name());
    assertEquals(List.of("cat", "dog"), set.classNames());
    assertEquals(List.of(), set.problems());
    assertEquals(open(folder).fingerprint(), set.fingerprint());
    DataSummary summary = inspect();
    assertEquals(DataKind.ARCHIVE, summary.kind());
    assertEquals("zip", summary.kindTitle());
    assertEquals(Files.size(zip), summary.bytes());
    try (ImageFolder images = images(zip);
        ImageFolder unpacked = images(folder)) {
      assertEquals(unpacked.fingerprint(), images.fingerprint());
      assertEquals(7, images.count());
    }
  }

  /** Pixels that do not stay in memory are read from the archive again. */
  @Test
  void imagesAreLookedAtAgainAsLongAsItIsOpen() throws IOException {
    write();
    try (ImageFolder images =
            ImageFolder.open(zip, OptionalInt.empty(), new PixelBudget(1 << 20), 0, Progress.NONE);
        ImageFolder kept = images(zip)) {
      for (int i = 0; i < images.count(); i++) {
        assertArrayEquals(kept.look(i, byte[]::clone), images.look(i, byte[]::clone), "image " + i);
      }
    }
  }

  @Test
  void oneFolderAroundAllIsLookedThrough() throws IOException {
    Map<String, byte[]> inside = new LinkedHashMap<>(entries);
    entries.clear();
    inside.forEach((name, bytes) -> entries.put("photos/" + name, bytes));
    put("__MACOSX/photos/cat/._0.png", new byte[9]);
    put(".DS_Store", new byte[9]);
    write();
    assertEquals(List.of("cat", "dog"), open(zip).classNames());
    entries.clear();
    put("photos/0.png", picture("png", 3));
    write();
    assertEquals(List.of(), open(zip).classNames(), "the folder around all is no class");
  }

  @Test
  void splitsAndWhatIsPassedOverAreThoseOfFolders() throws IOException {
    Map<String, byte[]> inside = new LinkedHashMap<>(entries);
    entries.clear();
    inside.forEach((name, bytes) -> entries.put("train/" + name, bytes));
    put("test/cat/0.png", picture("png", 99));
    put("notes.txt", new byte[9]);
    put("train/dog/broken.png", new byte[9]);
    write();
    assertEquals(4, open(zip).size());
    DataSummary summary = inspect();
    assertEquals(1, summary.testImages());
    assertEquals("1 txt file: notes.txt", summary.passedOver().get(0).text());
    assertEquals("train/dog/broken.png", summary.problems().get(0).file());
  }

  @Test
  void otherDataSetsInAnArchiveAreFound() throws IOException {
    entries.clear();
    put("digits/train-images-idx3-ubyte", TestFiles.idxImages(20, 28, 28));
    put("digits/train-labels-idx1-ubyte", TestFiles.idxLabels(20, 10));
    write();
    assertEquals(20, open(zip).size());
    assertEquals(DataKind.IDX, inspect().kind());
    assertEquals("photos", inspect().name());
  }

  @Test
  void namesOfOldZipProgramsAreRead() throws IOException {
    put("caf\u00e9/0.png", picture("png", 3));
    try (ZipOutputStream out =
        new ZipOutputStream(Files.newOutputStream(zip), Charset.forName("windows-1252"))) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(each.getKey()));
        out.write(each.getValue());
      }
    }
    // As long as nobody else knows what they mean, letters may be others; images are not lost.
    assertEquals(5, open(zip).size());
    assertEquals(3, open(zip).classNames().size());
  }

  @Test
  void namesThatLeadOutAreRefusedAndNothingIsWritten() throws IOException {
    put("../../out.png", picture("png", 3));
    write();
    told("\"..\"", "Unpack it");
    assertFalse(Files.exists(temp.resolve("out.png")));
  }

  /** Some programs of Windows write a backslash between folder and file. */
  @Test
  void twoFilesOfOneNameAreTold() throws IOException {
    put("dog\\1.bmp", picture("bmp", 8));
    write();
    DataSet set = open(zip);
    assertEquals(4, set.size());
    assertEquals(
        List.of("dog/1.bmp has the name of another file: rename one"),
        set.problems().stream().map(each -> each.file() + " " + each.reason()).toList());
  }

  @Test
  void aPasswordIsTold() throws IOException {
    write();
    byte[] bytes = Files.readAllBytes(zip);
    for (int i = 0; i + 9 < bytes.length; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        bytes[i + 8] |= 1;
      }
    }
    Files.write(zip, bytes);
    told("photos.zip", "password", "unpack");
    TestFiles.assertTold(() -> images(zip), "photos.zip", "password");
  }

  @Test
  void aDamagedArchiveIsTold() throws IOException {
    write();
    byte[] bytes = Files.readAllBytes(zip);
    Files.write(zip, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    told("photos.zip", "cut short or damaged");
    TestFiles.assertTold(() -> images(zip), "photos.zip", "cut short or damaged");
    Files.writeString(zip, "this is none");
    told("photos.zip", "cut short or damaged");
  }

  @Test
  void aNameThatNoFileCanHaveIsTold() throws IOException {
    put("cat/a\0b.png", new byte[9]);
    write();
    told("photos.zip", "a name in it has a character");
    TestFiles.assertTold(() -> images(zip), "photos.zip", "a name in it has a character");
  }

  @Test
  void aFolderOfNothingButAnArchiveTellsWhatToChoose() throws IOException {
    write();
    Path folder = Files.createDirectories(temp.resolve("folder"));
    Path inside = Files.copy(zip, folder.resolve("photos.zip"));
    TestFiles.assertTold(
        () -> open(folder), "no images but the archive photos.zip. Choose that instead.");
    Files.move(inside, folder.resolve("photos.tar.gz"));
    TestFiles.assertTold(() -> open(folder), "photos.tar.gz. Unpack it first");
    entries.clear();
    put("inner.zip", Files.readAllBytes(zip));
    write();
    told("The archive", "no images but the archive inner.zip. Unpack it first");
  }

  @Test
  void anArchiveWithoutImagesIsTold() throws IOException {
    entries.clear();
    put("notes.txt", new byte[9]);
    write();
    told("The archive", "photos.zip", "holds no images (1 other file)");
    TestFiles.assertTold(() -> images(zip), "The archive", "holds no images");
  }

  /** What an entry announces is believed only as far as it is needed to refuse it. */
  @Test
  void anEntryThatHoldsMoreThanItAnnouncesIsLeftOut() throws IOException {
    put("dog/bomb.png", TestFiles.pngHeader(16, 16), new byte[50_000_000]);
    write();
    byte[] bytes = Files.readAllBytes(zip);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("dog/bomb.png") - 46;
    assertEquals('P', bytes[at]);
    bytes[at + 26] = 0;
    bytes[at + 27] = 0;
    Files.write(zip, bytes);
    DataSet set = open(zip);
    assertEquals(4, set.size());
    assertEquals("dog/bomb.png", set.problems().get(0).file());
    assertTrue(
        set.problems().get(0).reason().contains("not as long as the archive announces"),
        set.problems().get(0).reason());
  }

  @Test
  void arraysOfNumpyAreNoImages() throws IOException {
    entries.clear();
    put("mu.npy", new byte[100]);
    put("sigma.npy", new byte[100]);
    write();
    Path npz = Files.move(zip, temp.resolve("statistics.npz"));
    assertFalse(ImageFolder.canOpen(npz));
    addPictures();
    write();
    assertTrue(ImageFolder.canOpen(zip));
    assertTrue(ImageFolder.canOpen(temp));
    assertFalse(ImageFolder.canOpen(temp.resolve("none")));
  }

  private void put(String name, byte[]... parts) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.write(part);
    }
    entries.put(name, bytes.toByteArray());
  }

  private byte[] picture(String ending, int colour) throws IOException {
    Path file = temp.resolve("made/picture." + ending);
    return Files.readAllBytes(TestFiles.picture(file, 16, 16, 0x010305 * colour));
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = TestFiles.class.getResourceAsStream("kinds/" + name)) {
      return in.readAllBytes();
    }
  }

  /** Every other entry is stored as it is. */
  private void write() throws IOException {
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      boolean stored = false;
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        stored = !stored && !each.getKey().contains("bomb");
        if (stored) {
          CRC32 sum = new CRC32();
          sum.update(each.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(each.getValue().length);
          entry.setCrc(sum.getValue());
        }
        out.putNextEntry(entry);
        out.write(each.getValue());
      }
    }
  }

  private Path unpacked() throws IOException {
    Path folder = temp.resolve("photos");
    for (Map.Entry<String, byte[]> each : entries.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }
    return folder;
  }

  private void told(String... texts) {
    TestFiles.assertTold(() -> open(zip), texts);
  }

  private static ImageFolder images(Path path) {
    return ImageFolder.open(path, OptionalInt.empty(), Progress.NONE);
  }

  private DataSummary inspect() {
    return DataSets.inspect(zip.toString(), temp.resolve("cache"), Progress.NONE);
  }

  private DataSet open(Path source) {
    return DataSets.open(source.toString(), 32, Split.TRAIN, temp.resolve("cache"), Progress.NONE);
  }
}
