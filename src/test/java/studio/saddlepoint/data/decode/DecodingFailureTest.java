package studio.saddlepoint.data.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.data.TestFiles;

class DecodingFailureTest {
  private static final int GREY = 0x808080;

  @TempDir Path temp;

  @Test
  void whatTheDiskTellsMayPass() throws IOException {
    Path file = TestFiles.picture(temp.resolve("1.bmp"), 32, 32, GREY);
    assertTrue(!DecodingFailure.of(file, new IOException("odd")).mayPass());
    assertTrue(!DecodingFailure.of(file, new IllegalStateException("odd")).mayPass());
    Exception hidden =
        new IOException(new FileSystemException("1.bmp", null, "Too many open files"));
    assertTrue(DecodingFailure.of(file, hidden).mayPass());
    assertEquals(
        "cannot be read: Too many open files", DecodingFailure.of(file, hidden).getMessage());
    assertTrue(DecodingFailure.of(file, new FileNotFoundException("a (b)")).mayPass());
  }

  /** The beginning of a process's memory is a file that is there but gives an I/O error. */
  @Test
  void anErrorOfTheDiskIsNotTakenForDamage() {
    Path memory = Path.of("/proc/self/mem");
    assumeTrue(Files.isReadable(memory), "only Linux has such a file");
    assertTrue(DecodingFailure.of(memory, new IOException("Input/output error")).mayPass());
  }
}
