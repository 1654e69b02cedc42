package studio.saddlepoint.core.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.StudioException;

class KeptDownloadTest {
  @TempDir Path folder;

  private Path file(String name) throws IOException {
    Path file = folder.resolve("place").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "12345");
  }

  @Test
  void whatBelongsToItGoesAndAPersonsOwnFilesStay() throws IOException {
    Path place = folder.resolve("place");
    KeptDownload kept = new KeptDownload("A", place, List.of(file("a"), file("inner/b")), true);
    Path own = file("own.txt");
    assertEquals(10, kept.bytes());
    kept.delete();
    assertEquals(0, kept.bytes());
    assertTrue(Files.exists(own));
    assertFalse(Files.exists(place.resolve("inner")));
    Files.delete(own);
    new KeptDownload("A", place, List.of(file("a")), true).delete();
    assertFalse(Files.exists(place), "an empty folder is of no use");
    assertTrue(Files.exists(folder), "nor does anything above it go");
  }

  @Test
  void whatIsBeingDownloadedStays() throws IOException {
    Path part = file("a.part");
    KeptDownload kept = new KeptDownload("A", folder.resolve("place"), List.of(part), false);
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertTrue(lock.isValid());
      StudioException refusal = assertThrows(StudioException.class, kept::delete);
      assertTrue(refusal.getMessage().contains("is being downloaded now"));
      assertTrue(Files.exists(part));
    }
    kept.delete();
    assertFalse(Files.exists(part));
  }
}
