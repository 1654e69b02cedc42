package studio.saddlepoint.latent.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.core.StudioException;

class NotedPictureTest {
  private static final Picture PICTURE = new Picture(2, 1, new int[] {0xFF102030, 0xFFFEDCBA});

  @TempDir private Path folder;

  @Test
  void theFileHasThePixelsAndTellsWhatIsKnown() throws IOException {
    Path file = folder.resolve("a.png");
    Map<String, String> notes = Map.of("step", "1500", "class", "Rösé", "latent", "sheet(1,3)");
    NotedPicture.write(file, PICTURE, notes);
    BufferedImage read = Pngs.decode(Files.readAllBytes(file));
    assertArrayEquals(PICTURE.argb(), read.getRGB(0, 0, 2, 1, new int[2], 0, 2));
    assertEquals(notes, PngTexts.of(Files.readAllBytes(file)));
  }

  @Test
  void whatCannotBeWrittenIsTold() throws IOException {
    Files.writeString(folder.resolve("gone"), "a file where a folder should be");
    Path file = folder.resolve("gone/a.png");
    String told =
        assertThrows(StudioException.class, () -> NotedPicture.write(file, PICTURE, Map.of()))
            .getMessage();
    assertTrue(told.contains(file + " cannot be written"), told);
  }
}
