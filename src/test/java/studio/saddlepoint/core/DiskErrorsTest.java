package studio.saddlepoint.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The words for what the disk refuses. */
class DiskErrorsTest {
  @TempDir Path folder;

  private static String reason(Executable refused) {
    return DiskErrors.reason(assertThrows(IOException.class, refused));
  }

  @Test
  void classesThatSayNothingButThePathAreWords() throws IOException {
    Path file = Files.write(folder.resolve("file"), "\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("no such file or folder", reason(() -> Files.size(folder.resolve("missing"))));
    assertEquals("there is one of that name already", reason(() -> Files.createDirectory(file)));
    assertEquals("it is no folder", reason(() -> Files.newDirectoryStream(file)));
    assertEquals("the folder is not empty", reason(() -> Files.delete(folder)));
    assertEquals("it is no text in UTF-8", reason(() -> Files.readString(file)));
    assertEquals("permission denied", DiskErrors.reason(new AccessDeniedException("/a/b")));
    assertEquals("it is cut short", DiskErrors.reason(new EOFException()));
    assertEquals("FileSystem", DiskErrors.reason(new FileSystemException("/a/b")));
  }

  @Test
  void whatTheSystemSaysStaysWithoutThePath() {
    assertEquals(
        "Too many open files",
        DiskErrors.reason(new FileSystemException("/a/b", null, "Too many open files")));
    assertEquals("in use", DiskErrors.reason(new AccessDeniedException("/a/b", null, "in use")));
    String old = reason(() -> new FileInputStream(folder.resolve("missing").toFile()).close());
    assertEquals("No such file or directory", old);
    assertEquals("odd", DiskErrors.reason(new IOException("odd")));
    assertEquals("IO", DiskErrors.reason(new IOException()));
  }

  @Test
  void aFullDiskIsKnownByItsWords() {
    assertTrue(DiskErrors.isFull(new IOException("No space left on device")));
    assertTrue(DiskErrors.isFull(new FileSystemException("/a/b", null, "Disk quota exceeded")));
    assertFalse(DiskErrors.isFull(new AccessDeniedException("/a/b")));
  }
}
