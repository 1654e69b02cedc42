package studio.saddlepoint.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.TestFiles;
import studio.saddlepoint.data.decode.PixelBudget;

/** Images whose names no text gives back in this locale. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "names are letters there")
class OddNamesTest {
  private static final List<String> KINDS = List.of("png", "jpg", "gif", "bmp", "tiff");

  @TempDir Path folder;
  private Path images;

  /** One of each kind, in a folder and with a name of Latin-1. */
  @BeforeEach
  void makeImages() throws IOException {
    images = folder.resolve("images");
    for (String kind : KINDS) {
      BufferedImage image = new BufferedImage(12, 12, BufferedImage.TYPE_INT_RGB);
      image.setRGB(3, 4, KINDS.indexOf(kind) * 1000);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, kind, bytes);
      Path file = Path.of(URI.create(images.toUri() + "/caf%e9/" + kind + "%e9." + kind));
      try {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes.toByteArray());
      } catch (IOException | InvalidPathException e) {
        Assumptions.abort("this file system takes UTF-8 alone: " + e);
      }
    }
  }

  @Test
  void areReadFromAFolder() {
    ImageFolder read =
        ImageFolder.open(images, OptionalInt.empty(), PixelBudget.shared(), 0, Progress.NONE);
    assertEquals(List.of(), read.problems());
    Set<String> names =
        IntStream.range(0, read.count()).mapToObj(read::name).collect(Collectors.toSet());
    assertEquals(
        KINDS.stream()
            .map(kind -> "caf\\xe9/" + kind + "\\xe9." + kind)
            .collect(Collectors.toSet()),
        names);
    for (int i = 0; i < read.count(); i++) {
      assertTrue(read.look(i, pixels -> pixels.length) == 3 * 12 * 12);
    }
  }

  @Test
  void areReadAsADataSet() {
    DataSummary summary = DataSets.inspect(images.toString(), folder, Progress.NONE);
    assertEquals(List.of(), summary.problems());
    assertEquals(KINDS.size(), summary.trainImages());
  }

  @Test
  void aBackslashIsPartOfAName() throws IOException {
    TestFiles.picture(images.resolve("caf").resolve("back\\slash.png"), 12, 12, 0x102030);
    DataSummary summary = DataSets.inspect(images.toString(), folder, Progress.NONE);
    assertEquals(List.of(), summary.problems());
    assertEquals(KINDS.size() + 1, summary.trainImages());
  }
}
