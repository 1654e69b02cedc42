package studio.saddlepoint.app.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.app.Theme;
import studio.saddlepoint.app.preferences.DesktopColours.Answer;

class DesktopColoursTest {
  private static final Optional<Theme> DARK = Optional.of(Theme.DARK);
  private static final Optional<Theme> LIGHT = Optional.of(Theme.LIGHT);

  /** A desktop that answers commands by their {@link #name}, and has no others. */
  private static Optional<Theme> of(String system, Map<String, Answer> answers) {
    return new DesktopColours(
            system, command -> answers.getOrDefault(name(command), new Answer(-1, "")))
        .ask();
  }

  /** The program of a command; of gsettings, which is asked two things, what it is asked for. */
  private static String name(List<String> command) {
    String program = command.get(0);
    return program.equals("gsettings") ? command.get(command.size() - 1) : program;
  }

  private static Answer says(String text) {
    return new Answer(0, text);
  }

  @Test
  void thePortalSpeaksForAllDesktopsOfLinux() {
    assertEquals(DARK, of("Linux", Map.of("gdbus", says("(<<uint32 1>>,)\n"))));
    assertEquals(LIGHT, of("Linux", Map.of("gdbus", says("(<<uint32 2>>,)\n"))));
    assertEquals(LIGHT, of("Linux", Map.of("gdbus", says("(<<uint32 0>>,)\n"))));
    assertEquals(
        DARK,
        of(
            "Linux",
            Map.of(
                "gdbus", says("(<<uint32 1>>,)\n"),
                "color-scheme", says("'default'\n"))));
  }

  @Test
  void withoutItGnomeIsAsked() {
    assertEquals(DARK, of("Linux", Map.of("color-scheme", says("'prefer-dark'\n"))));
    assertEquals(LIGHT, of("Linux", Map.of("color-scheme", says("'prefer-light'\n"))));
    assertEquals(DARK, of("Linux", Map.of("gtk-theme", says("'Adwaita-dark'\n"))));
    assertEquals(LIGHT, of("Linux", Map.of("gtk-theme", says("'Adwaita'\n"))));
    assertEquals(
        LIGHT,
        of(
            "Linux",
            Map.of(
                "gdbus", new Answer(1, ""),
                "color-scheme", says("'default'\n"),
                "gtk-theme", says("'Yaru'\n"))));
  }

  @Test
  void windowsHasItInTheRegistry() {
    String line = "    AppsUseLightTheme    REG_DWORD    0x";
    assertEquals(DARK, of("Windows 11", Map.of("reg", says(line + "0\r\n"))));
    assertEquals(LIGHT, of("Windows 10", Map.of("reg", says(line + "1\r\n"))));
    assertEquals(Optional.empty(), of("Windows 7", Map.of("reg", new Answer(1, ""))));
  }

  @Test
  void macHasNoValueWhereItIsLight() {
    assertEquals(DARK, of("Mac OS X", Map.of("defaults", says("Dark\n"))));
    assertEquals(LIGHT, of("Mac OS X", Map.of("defaults", new Answer(1, ""))));
    assertEquals(Optional.empty(), of("Mac OS X", Map.of()));
  }

  @Test
  void aDesktopWithoutSuchCommandsDoesNotTell() {
    assertEquals(Optional.empty(), of("Linux", Map.of()));
    assertEquals(new Answer(-1, ""), DesktopShell.run(List.of("no-such-command-of-any-desktop")));
  }
}
