package studio.saddlepoint.run.tensorboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;

/**
 * Python's protobuf reads what was written. It runs where {@code -Dpython.protobuf} names a Python
 * with it, or where {@code /usr/bin/python3} has it (Debian's python3-protobuf).
 */
class PythonReadsEventFilesTest {
  private static final String PYTHON = System.getProperty("python.protobuf", "/usr/bin/python3");

  @TempDir private Path root;

  private static Process start(String... words) throws IOException {
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return start(PYTHON, "-c", "import google.protobuf.struct_pb2").waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void readsAllThatWasTold() throws IOException, InterruptedException {
    assumeTrue(
        isThere(), PYTHON + " has no protobuf: install python3-protobuf to have this test run");
    Path script = root.resolve("read_event_file.py");
    try (InputStream in = getClass().getResourceAsStream("read_event_file.py")) {
      Files.copy(in, script);
    }
    Path file =
        new EventFileExport(ToldRun.in(root), root.resolve("board")).write(Progress.NONE).file();
    Process python = start(PYTHON, script.toString(), file.toString());
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, python.waitFor(), said);
    JsonObject told = JsonParser.parseString(said).getAsJsonObject();
    assertEquals("brain.Event:2", told.get("version").getAsString());
    assertEquals(
        "[[1,1.5],[2,2.5],[3,3.5]]",
        told.getAsJsonObject("scalars").get("loss/generator").toString());
    assertTrue(
        told.getAsJsonObject("images").get("samples").toString().startsWith("[[2,3,2,3,"), said);
    JsonObject values = told.getAsJsonObject("hparams");
    assertEquals(64.0, values.get("training.batchSize").getAsDouble());
    assertTrue(values.get("training.channelsLast").getAsBoolean());
    assertEquals("dcgan", values.get("generator.architecture").getAsString());
    assertEquals(1, told.get("ended").getAsInt());
    for (String each : List.of("recipe", "findings", "changes")) {
      assertTrue(told.getAsJsonObject("texts").has(each), said);
    }
  }
}
