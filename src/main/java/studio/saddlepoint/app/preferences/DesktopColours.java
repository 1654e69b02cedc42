package studio.saddlepoint.app.preferences;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import studio.saddlepoint.app.Theme;

/**
 * The desktop's choice of light or dark, which JavaFX 21 does not know: asked by the desktop's own
 * commands. On Linux the portal speaks for every desktop (org.freedesktop.appearance: 1 is dark, 2
 * is light, 0 no choice); older GNOMEs know it by their settings.
 */
final class DesktopColours {
  private static final List<String> PORTAL =
      List.of(
          "gdbus",
          "call",
          "--session",
          "--timeout",
          "1",
          "--dest",
          "org.freedesktop.portal.Desktop",
          "--object-path",
          "/org/freedesktop/portal/desktop",
          "--method",
          "org.freedesktop.portal.Settings.Read",
          "org.freedesktop.appearance",
          "color-scheme");
  private static final List<String> GNOME =
      List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
  private static final List<String> GTK =
      List.of("gsettings", "get", "org.gnome.desktop.interface", "gtk-theme");
  private static final List<String> WINDOWS =
      List.of(
          "reg",
          "query",
          "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
          "/v",
          "AppsUseLightTheme");
  private static final List<String> MAC = List.of("defaults", "read", "-g", "AppleInterfaceStyle");

  private final String system;
  private final Function<List<String>, Answer> shell;

  /**
   * The desktop of a system.
   *
   * @param system the value of {@code os.name}
   * @param shell runs a command, for a short time at most
   */
  DesktopColours(String system, Function<List<String>, Answer> shell) {
    this.system = system.toLowerCase(Locale.ROOT);
    this.shell = shell;
  }

  /**
   * What a command said.
   *
   * @param code its exit code; negative where it could not be run, or not in time
   * @param text its standard output
   */
  record Answer(int code, String text) {
    boolean says(String word) {
      return code == 0 && text.toLowerCase(Locale.ROOT).contains(word);
    }
  }

  /** What it is now; empty where it does not tell. Takes a while: not for the FX thread. */
  Optional<Theme> ask() {
    if (system.contains("win")) {
      Answer told = shell.apply(WINDOWS);
      return told.says("0x0")
          ? Optional.of(Theme.DARK)
          : told.says("0x1") ? Optional.of(Theme.LIGHT) : Optional.empty();
    }
    if (system.contains("mac")) {
      Answer told = shell.apply(MAC);
      // Where it is light there is no such value, and the command fails.
      return told.code() < 0
          ? Optional.empty()
          : Optional.of(told.says("dark") ? Theme.DARK : Theme.LIGHT);
    }
    return portal().or(this::gnome);
  }

  private Optional<Theme> portal() {
    Answer told = shell.apply(PORTAL);
    return told.says("uint32 1")
        ? Optional.of(Theme.DARK)
        : told.says("uint32 2") || told.says("uint32 0")
            ? Optional.of(Theme.LIGHT)
            : Optional.empty();
  }

  private Optional<Theme> gnome() {
    Answer told = shell.apply(GNOME);
    if (told.says("prefer-dark")) {
      return Optional.of(Theme.DARK);
    }
    if (told.says("prefer-light")) {
      return Optional.of(Theme.LIGHT);
    }
    Answer name = shell.apply(GTK);
    return name.code() != 0
        ? Optional.empty()
        : Optional.of(name.says("dark") ? Theme.DARK : Theme.LIGHT);
  }
}
