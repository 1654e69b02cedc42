package studio.saddlepoint.latent.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.latent.export.ExportFixture.COUNT;
import static studio.saddlepoint.latent.export.ExportFixture.codes;
import static studio.saddlepoint.latent.export.ExportFixture.export;
import static studio.saddlepoint.latent.export.ExportFixture.namesIn;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.latent.Quantizer;
import studio.saddlepoint.latent.SampleCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.recipe.RecipeJson;

class SampleExportTest {
  private static final int PLANE = 32 * 32;
  private static final List<String> CLASSES = List.of("cat", "a/b", "Süß");

  @TempDir Path folder;

  @Test
  void aFolderHoldsTheBytesThatAnEvaluationSees() throws IOException {
    Path out = folder.resolve("new").resolve("samples");
    try (Snapshot snapshot = TinyGenerator.snapshot(CLASSES, 3)) {
      SampleCodes codes = codes(snapshot);
      export(snapshot, out, ExportKind.FOLDER, true);
      byte[] expected = pixels(snapshot, codes);
      JsonArray labels = labels(Files.readString(out.resolve("dataset.json")));
      assertEquals(COUNT, labels.size());
      for (int i = 0; i < COUNT; i++) {
        String name = labels.get(i).getAsJsonArray().get(0).getAsString();
        int label = labels.get(i).getAsJsonArray().get(1).getAsInt();
        assertEquals(codes.range(i, 1).labels()[0], label);
        String in = List.of("cat", "a_b", "Süß").get(label);
        assertEquals(String.format(Locale.ROOT, "%s/%06d.png", in, i), name);
        BufferedImage image = ImageIO.read(out.resolve(name).toFile());
        assertArrayEquals(
            Arrays.copyOfRange(expected, i * 3 * PLANE, (i + 1) * 3 * PLANE), planes(image, 3));
      }
    }
    assertEquals(List.of("samples"), namesIn(folder.resolve("new")));
  }

  @Test
  void everyPngTellsWhereItComesFrom() throws IOException {
    Path out = folder.resolve("samples");
    try (Snapshot snapshot = TinyGenerator.snapshot(CLASSES, 3)) {
      export(snapshot, out, ExportKind.FOLDER, false);
      Map<String, String> text = PngTexts.of(Files.readAllBytes(out.resolve("000069.png")));
      int label = codes(snapshot).range(69, 1).labels()[0];
      assertEquals("tiny-run", text.get("run"));
      assertEquals("5", text.get("step"));
      assertEquals("averaged", text.get("weights"));
      assertEquals("7", text.get("seed"));
      assertEquals("1.5", text.get("truncation"));
      assertEquals("69", text.get("latent_index"));
      assertEquals(Integer.toString(label), text.get("label"));
      assertEquals(CLASSES.get(label), text.get("class"));
      assertEquals(snapshot.recipe(), RecipeJson.read(text.get("recipe"), "PNG"));
    }
    assertEquals(COUNT, namesIn(out).size());
  }

  @Test
  void aGreyGeneratorMakesGreyPngs() throws IOException {
    Path out = Files.createDirectory(folder.resolve("samples"));
    try (Snapshot snapshot = TinyGenerator.snapshot(List.of(), 1)) {
      export(snapshot, out, ExportKind.FOLDER, false);
      BufferedImage image = ImageIO.read(out.resolve("000003.png").toFile());
      assertEquals(BufferedImage.TYPE_BYTE_GRAY, image.getType());
      byte[] expected = pixels(snapshot, codes(snapshot));
      assertArrayEquals(Arrays.copyOfRange(expected, 3 * PLANE, 4 * PLANE), planes(image, 1));
    }
    assertEquals(COUNT, namesIn(out).size());
  }

  @Test
  void aZipHoldsTheSameFiles() throws IOException {
    Path out = folder.resolve("samples");
    Path file = folder.resolve("samples.zip");
    try (Snapshot snapshot = TinyGenerator.snapshot(CLASSES, 3)) {
      export(snapshot, out, ExportKind.FOLDER, true);
      export(snapshot, file, ExportKind.ZIP, true);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertEquals(COUNT + 1, zip.size());
      for (ZipEntry each : zip.stream().toList()) {
        try (InputStream in = zip.getInputStream(each)) {
          assertArrayEquals(Files.readAllBytes(out.resolve(each.getName())), in.readAllBytes());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void anNpzHoldsSamplesWithTheirColoursLastAndTheirClasses(int channels) throws IOException {
    Path file = folder.resolve("samples.npz");
    try (Snapshot snapshot = TinyGenerator.snapshot(CLASSES, channels);
        ZipFile zip = written(snapshot, file)) {
      byte[] array = bytes(zip, "arr_0.npy");
      assertTrue(
          header(array)
              .contains("{'descr': '|u1', 'fortran_order': False, 'shape': (70, 32, 32, 3,), }"),
          header(array));
      byte[] expected = pixels(snapshot, codes(snapshot));
      int start = array.length - COUNT * PLANE * 3;
      assertEquals(0, start % 64);
      for (int i = 0; i < COUNT * PLANE * 3; i++) {
        int image = i / 3 / PLANE;
        int channel = channels == 1 ? 0 : i % 3;
        int place = i / 3 % PLANE;
        assertEquals(expected[(image * channels + channel) * PLANE + place], array[start + i]);
      }
      byte[] classes = bytes(zip, "arr_1.npy");
      assertTrue(header(classes).contains("'<i8'"), header(classes));
      ByteBuffer labels = ByteBuffer.wrap(classes).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < COUNT; i++) {
        assertEquals(
            codes(snapshot).range(i, 1).labels()[0],
            labels.getLong(classes.length - (COUNT - i) * Long.BYTES));
      }
      assertEquals(2, zip.size());
    }
  }

  @Test
  void classFoldersAreNamesThatEverySystemTakes() {
    assertEquals(
        List.of("cat", "Cat-2", "a_b", "_con", "_", "_hidden", "dots_", "dataset.json-2"),
        ClassFolders.of(
            List.of("cat", "Cat", "a:b", "con", "", ".hidden", "dots..", "dataset.json")));
    assertTrue(ClassFolders.of(List.of("x".repeat(300))).get(0).length() < 100);
  }

  private ZipFile written(Snapshot snapshot, Path file) throws IOException {
    export(snapshot, file, ExportKind.NPZ, true);
    return new ZipFile(file.toFile());
  }

  private static byte[] pixels(Snapshot snapshot, SampleCodes codes) {
    byte[] all = new byte[COUNT * snapshot.shape().pixels()];
    for (int from : new int[] {0, 64}) {
      SampleCodes.Range range = codes.range(from, Math.min(64, COUNT - from));
      byte[] some = Quantizer.bytes(snapshot.pixels(range.z(), range.labels(), codes.threshold()));
      System.arraycopy(some, 0, all, from * snapshot.shape().pixels(), some.length);
    }
    return all;
  }

  private static JsonArray labels(String json) {
    return JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("labels");
  }

  private static byte[] planes(BufferedImage image, int channels) {
    byte[] planes = new byte[channels * PLANE];
    IntStream.range(0, planes.length)
        .forEach(
            i ->
                planes[i] =
                    (byte) image.getRaster().getSample(i % PLANE % 32, i % PLANE / 32, i / PLANE));
    return planes;
  }

  private static byte[] bytes(ZipFile zip, String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  private static String header(byte[] npy) {
    return new String(npy, 10, npy[8] & 0xff, StandardCharsets.US_ASCII);
  }
}
