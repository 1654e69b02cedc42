package studio.saddlepoint.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EscapesTest {
  private static final String HOSTILE =
      "a\n2 files left out:\r\n\t\u001b[2J\u007f\u009b\u202e\u2067";
  private static final String WRITTEN =
      "a\\n2 files left out:\\r\\n\\t\\x1b[2J\\u007f\\u009b\\u202e\\u2067";

  @Test
  void aNameStaysOnItsLine() {
    assertEquals(WRITTEN, Escapes.name(HOSTILE));
    assertEquals("lone \\ud83d half", Escapes.name("lone \ud83d half"));
  }

  @Test
  void ordinaryNamesStayAsTheyAre() {
    for (String name :
        new String[] {"été", "猫 🐱", "נקי", "سلام\u200cها", "C:\\new", "👩\u200d🎓", ""}) {
      assertEquals(name, Escapes.name(name));
      assertEquals(name, Escapes.lines(name));
    }
  }

  @Test
  void aTextKeepsItsLines() {
    assertEquals("a\n\tb\\x1b", Escapes.lines("a\n\tb\u001b"));
    assertEquals("a\r\nb\\r", Escapes.lines("a\r\nb\r"));
  }

  @Test
  void whateverIsPutIntoATextIsEscaped() {
    assertEquals(
        "The file " + Path.of("x", "a") + " \\x1b 1,024 null.",
        English.of("The file %s %s %,d %s.", Path.of("x", "a"), "\u001b", 1024, null));
    assertEquals("a\\x1b", new StudioException("a\u001b").getMessage());
    assertEquals("a\\x1b", new StudioException("a\u001b", new Exception()).getMessage());
  }

  @Test
  void oneThingIsNoSeveral() {
    assertEquals("1 file", English.count(1, "file"));
    assertEquals("0 files", English.count(0, "file"));
    assertEquals("1,024 files", English.count(1024, "file"));
  }
}
