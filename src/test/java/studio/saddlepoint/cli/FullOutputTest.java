package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Home;

/** A standard output on a full disk, or into a pipe whose reader has ended. */
class FullOutputTest {
  @TempDir private Path temp;

  private CommandLineRun withRoomFor(int bytes, String... args) {
    OutputStream full =
        new OutputStream() {
          private int room = bytes;

          @Override
          public void write(int b) throws IOException {
            if (room-- <= 0) {
              throw new IOException("No space left on device");
            }
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    CommandOutput console =
        new CommandOutput(
            new PrintStream(full, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    int code = Main.run(args, console, Home.at(temp));
    return new CommandLineRun(code, "", err.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recipes",
        "recipes --json",
        "data info strokes --json",
        "--help",
        "evaluate --help",
        "--version"
      })
  void isNeverTakenForDone(String line) {
    for (int room : new int[] {0, 10}) {
      CommandLineRun run = withRoomFor(room, line.split(" "));
      assertEquals(Main.FAILED, run.code(), line);
      assertTrue(run.err().contains("could not be written to the standard output"), line);
    }
    assertEquals(Main.DONE, withRoomFor(1 << 20, line.split(" ")).code(), line);
  }
}
