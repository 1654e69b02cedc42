package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.ChildProgram;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;

/** Names beyond ASCII where the locale is that of C, as under cron and in most containers. */
@EnabledOnOs(OS.LINUX)
class AnyLocaleTest {
  private static final Map<String, String> IN_C =
      Map.of("LC_ALL", "C", "LANG", ChildProgram.UNSET, "LC_CTYPE", ChildProgram.UNSET);

  @TempDir Path home;
  private Path images;

  @BeforeEach
  void makeImages() throws IOException {
    images = home.resolve("images");
    for (String name : List.of("été/é.png", "été/plain.png", "猫/🐱.png", "猫/İ.PNG")) {
      Path file = images.resolve(spelt(name));
      Files.createDirectories(file.getParent());
      Pngs.write(file, new Picture(9, 9, new int[81]));
    }
  }

  private static Path spelt(String name) {
    return PathNames.spelt(name).orElseThrow();
  }

  private ChildProgram inC(String... args) throws Exception {
    return ChildProgram.run(home, IN_C, List.of(), args);
  }

  @Test
  void everyImageIsReadAndCalledByItsName() throws Exception {
    ChildProgram told = inC("data", "info", images.toString(), "--json");
    assertEquals(Main.DONE, told.code(), told.err());
    JsonObject there = JsonParser.parseString(told.out()).getAsJsonObject();
    assertEquals(4, there.get("images").getAsInt());
    assertEquals("[]", there.get("problems").toString());
    JsonObject here =
        CommandLineRun.of(home, "data", "info", images.toString(), "--json")
            .json()
            .getAsJsonObject();
    assertEquals(here.get("classes"), there.get("classes"));
    assertEquals(here.get("fingerprint"), there.get("fingerprint"));
  }

  @Test
  void labelsAreFoundBesideImages() throws Exception {
    Path folder = Files.createDirectories(home.resolve("idx"));
    byte[] image = Arrays.copyOf(new byte[] {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 8, 0, 0, 0, 8}, 80);
    byte[] label = {0, 0, 8, 1, 0, 0, 0, 1, 3};
    Files.write(folder.resolve(spelt("é-train-images-idx3-ubyte")), image);
    Files.write(folder.resolve(spelt("é-train-labels-idx1-ubyte")), label);
    ChildProgram told = inC("data", "info", folder.toString());
    assertEquals(Main.DONE, told.code(), told.err());
    assertTrue(told.out().contains("3 (1)"), told.out());
  }

  @Test
  void whatTheCommandLineLostIsToldWithItsCure() throws Exception {
    Path odd = images.resolve(spelt("été"));
    ChildProgram told = inC("data", "info", odd.toString());
    assertEquals(Main.BAD_USE, told.code(), told.err());
    assertTrue(told.err().contains("There is no data set"), told.err());
    assertTrue(told.err().contains("LC_ALL=C.UTF-8"), told.err());
  }

  /** Else all would be kept in a folder of another name. */
  @Test
  void aHomeThatTheLocaleLostIsToldInOneLine() throws Exception {
    Path odd = home.resolve(spelt("maison été"));
    for (String variable : List.of("SADDLEPOINT_HOME", "XDG_DATA_HOME")) {
      Map<String, String> environment = new HashMap<>(IN_C);
      environment.put("SADDLEPOINT_HOME", ChildProgram.UNSET);
      environment.put(variable, PathNames.text(odd));
      ChildProgram told = ChildProgram.run(home, environment, List.of(), "data", "info", "strokes");
      assertEquals(Main.FAILED, told.code(), told.err());
      assertEquals(1, told.err().strip().lines().count(), told.err());
      assertTrue(told.err().contains("Set SADDLEPOINT_HOME"), told.err());
      assertTrue(told.err().contains("LC_ALL=C.UTF-8"), told.err());
    }
    try (Stream<Path> made = Files.list(home)) {
      assertEquals(List.of(images), made.toList());
    }
  }

  @Test
  void aConsoleThatCannotSpellANameShowsTheRest() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream ascii = new PrintStream(bytes, true, StandardCharsets.US_ASCII);
    String source = images.toString();
    int code =
        Main.run(
            new String[] {"data", "info", source},
            new CommandOutput(ascii, ascii, false),
            Home.at(home));
    String shown = bytes.toString(StandardCharsets.US_ASCII);
    assertEquals(Main.DONE, code, shown);
    assertTrue(shown.contains("classes: ?t? (2), ? (2)"), shown);
    code =
        Main.run(
            new String[] {"data", "info", source, "--json"},
            new CommandOutput(ascii, ascii, false),
            Home.at(home));
    assertEquals(Main.DONE, code);
    assertTrue(bytes.toString(StandardCharsets.US_ASCII).contains("\\u00e9t\\u00e9"));
    assertFalse(bytes.toString(StandardCharsets.US_ASCII).substring(shown.length()).contains("?"));
  }
}
