package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.ChildProgram;

/** A user that the system does not know, as in a container that runs as any number. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "every user has a home there")
class NoHomeTest {
  private static final String CACHE = "\"file\": \"";

  @TempDir Path temp;
  private Path work;

  @BeforeEach
  void makeWork() throws IOException {
    work = Files.createDirectory(temp.resolve("work"));
  }

  private ChildProgram run(String home, String own, String... args) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", home);
    environment.put("SADDLEPOINT_HOME", own);
    for (String each : List.of("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")) {
      environment.put(each, ChildProgram.UNSET);
    }
    return ChildProgram.run(work, environment, List.of("-Duser.home=?"), args);
  }

  /** No folder can be made there, by nobody. */
  private String file() throws IOException {
    Path file = temp.resolve("file");
    Files.writeString(file, "");
    return file.resolve("home").toString();
  }

  private void assertNothingIsMadeHere() throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      assertEquals(List.of(), files.toList());
    }
  }

  private ChildProgram info(String home, String own) throws Exception {
    return run(home, own, "data", "info", "strokes", "--json");
  }

  @Test
  void takesHome() throws Exception {
    Path home = temp.resolve("home");
    ChildProgram told = info(home.toString(), ChildProgram.UNSET);
    assertEquals(Main.DONE, told.code(), told.err());
    assertTrue(told.out().contains(CACHE + home), told.out());
    assertNothingIsMadeHere();
  }

  @Test
  void takesItsOwnHomeWhereTheOtherCannotBeWrittenTo() throws Exception {
    Path own = temp.resolve("own");
    for (String home : new String[] {ChildProgram.UNSET, file(), " "}) {
      ChildProgram told = info(home, own.toString());
      assertEquals(Main.DONE, told.code(), told.err());
      assertTrue(told.out().contains(CACHE + own), told.out());
      assertNothingIsMadeHere();
    }
  }

  @Test
  void asksForOneWhereThereIsNone() throws Exception {
    for (String home : new String[] {ChildProgram.UNSET, file()}) {
      ChildProgram told = info(home, ChildProgram.UNSET);
      assertEquals(Main.FAILED, told.code(), told.out());
      assertEquals(1, told.err().strip().lines().count(), told.err());
      assertTrue(told.err().contains("Set SADDLEPOINT_HOME"), told.err());
      assertTrue(told.err().contains("DJL_CACHE_DIR"), told.err());
      assertFalse(told.err().contains("Exception"), told.err());
      assertNothingIsMadeHere();
    }
  }
}
