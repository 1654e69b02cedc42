package studio.saddlepoint.app.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.app.Theme;

class ThemePreferenceTest {
  @TempDir Path folder;

  private ThemePreference theme() {
    return new Settings(folder).theme();
  }

  @Test
  void theDesktopIsFollowedUnlessAThemeIsChosen() {
    ThemePreference theme = theme();
    assertEquals(ThemeChoice.SYSTEM, theme.chosenProperty().get());
    theme.desktop(Optional.of(Theme.DARK));
    assertEquals(Theme.DARK, theme.shownProperty().get());
    assertEquals(Theme.DARK, theme().shownProperty().get(), "the next start knows it");
    theme.chosenProperty().set(ThemeChoice.LIGHT);
    theme.desktop(Optional.of(Theme.DARK));
    assertEquals(Theme.LIGHT, theme.shownProperty().get());
    theme.chosenProperty().set(ThemeChoice.SYSTEM);
    assertEquals(Theme.DARK, theme.shownProperty().get());
  }

  @Test
  void aDesktopThatDoesNotTellIsLight() {
    ThemePreference theme = theme();
    theme.desktop(Optional.of(Theme.DARK));
    theme.desktop(Optional.empty());
    assertEquals(Theme.LIGHT, theme.shownProperty().get());
    assertFalse(theme.desktopKnownProperty().get());
  }

  @Test
  void whoSwitchesTheShownThemeChoosesIt() {
    ThemePreference theme = theme();
    theme.shownProperty().set(Theme.DARK);
    assertEquals(ThemeChoice.DARK, theme.chosenProperty().get());
    theme.shownProperty().set(Theme.LIGHT);
    assertEquals(ThemeChoice.LIGHT, theme.chosenProperty().get());
    assertEquals(ThemeChoice.LIGHT, theme().chosenProperty().get());
  }

  @Test
  void theDesktopIsAskedOnlyWhileItIsFollowed() {
    ThemePreference theme = theme();
    theme.chosenProperty().set(ThemeChoice.LIGHT);
    List<String> asked = new ArrayList<>();
    List<Runnable> later = new ArrayList<>();
    DesktopWatch watch =
        new DesktopWatch(
            theme,
            () -> {
              asked.add("asked");
              return Optional.of(Theme.DARK);
            },
            later::add,
            Runnable::run);
    watch.ask();
    assertEquals(0, later.size());
    theme.chosenProperty().set(ThemeChoice.SYSTEM);
    watch.ask();
    watch.ask();
    assertEquals(1, later.size(), "an answer is waited for already");
    later.remove(0).run();
    assertEquals(List.of("asked"), asked);
    assertEquals(Theme.DARK, theme.shownProperty().get());
    watch.ask();
    assertEquals(1, later.size());
  }
}
