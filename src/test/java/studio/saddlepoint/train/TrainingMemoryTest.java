package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingMemoryTest {
  @TempDir Path folder;

  @Test
  void staysFlatOverTwoThousandStepsAndTwoThousandRenders()
      throws IOException, InterruptedException {
    check("dcgan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"r3gan", "styles", "growing"})
  @EnabledIfSystemProperty(
      named = "memory.all",
      matches = "true",
      disabledReason = "takes minutes: give -Dmemory.all=true")
  void staysFlatForDeeperNetworks(String networks) throws IOException, InterruptedException {
    check(networks);
  }

  private void check(String networks) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx256m",
                "-XX:+AlwaysPreTouch",
                "-cp",
                System.getProperty("java.class.path"),
                TrainingMemoryProcess.class.getName(),
                networks));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertTrue(process.waitFor(30, TimeUnit.MINUTES), "it does not end");
      assertEquals(0, process.exitValue(), () -> text(log));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
