package studio.saddlepoint.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.ShellLine.Shell;

class ShellLineTest {
  private static final String LETTERS = "ab1 '\"\\$`!*?~#&|;<>(){}[]=%@,.\t-ü";

  private static String posix(String... words) {
    return new ShellLine(List.of(words)).text(Shell.POSIX);
  }

  private static String windows(String... words) {
    return new ShellLine(List.of(words)).text(Shell.WINDOWS);
  }

  @Test
  void leavesPlainWordsAsTheyAre() {
    assertEquals(
        "saddlepoint train --set a.b=1e-4 /tmp/x",
        posix("saddlepoint", "train", "--set", "a.b=1e-4", "/tmp/x"));
    assertEquals("C:\\runs\\a --raw", windows("C:\\runs\\a", "--raw"));
  }

  @Test
  void quotesForEachShell() {
    assertEquals("'a b' 'it'\\''s' '' '$x'", posix("a b", "it's", "", "$x"));
    assertEquals("\"C:\\My Runs\\\\\" \"it's\"", windows("C:\\My Runs\\", "it's"));
    assertEquals("'$x' '100%' 'it''s $1'", windows("$x", "100%", "it's $1"));
    assertEquals("\"linear(2e-4..0, 100)\" \"\"", windows("linear(2e-4..0, 100)", ""));
  }

  @Test
  void bashPartsItIntoTheSameWords() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
    Random random = new Random(7);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      StringBuilder word = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      words.add(word.toString());
    }
    Process bash =
        new ProcessBuilder(
                "/bin/bash", "-c", "printf '%s\\0' " + new ShellLine(words).text(Shell.POSIX))
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, bash.waitFor());
    assertEquals(words, List.of(said.substring(0, said.length() - 1).split("\0", -1)));
  }
}
