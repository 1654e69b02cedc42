package studio.saddlepoint.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.app.Training;
import studio.saddlepoint.run.event.Event;

class DesktopNoticesTest {
  private static final Duration LONG = Duration.ofMinutes(20);

  @TempDir Path folder;

  private final List<String> sent = new ArrayList<>();
  private final List<String> marks = new ArrayList<>();
  private boolean looked;
  private Settings settings;
  private DesktopNotices notices;

  @BeforeEach
  void make() {
    settings = new Settings(folder);
    notices =
        new DesktopNotices(
            settings, Runnable::run, Runnable::run, (title, text) -> sent.add(title + "|" + text));
    notices.attach(() -> looked, marks::add);
  }

  private static Training.Status status(Training.State state, String message) {
    return new Training.Status(state, 10, 10, 0, Optional.empty(), "cpu", message);
  }

  private static Event.Found found(String kind, String severity) {
    return new Event.Found(Instant.now(), 5, kind, severity, "Only threes.", "e", "w", "a");
  }

  @Test
  void tellsTheEndOfALongTrainingThatNobodyLooksAt() {
    notices.ended("Digits", status(Training.State.FINISHED, ""), LONG);
    notices.ended("Digits", status(Training.State.FAILED, "The disk is full."), LONG);
    assertEquals(
        List.of(
            "“Digits” is trained|It has done all its steps.",
            "“Digits” could not go on|The disk is full."),
        sent);
    assertEquals("“Digits” is trained", marks.get(0));
  }

  @Test
  void saysNothingOfShortOnesOrWhereItIsSeenOrAPersonStoppedIt() {
    notices.ended("Digits", status(Training.State.FINISHED, ""), Duration.ofMinutes(4));
    notices.ended("Digits", status(Training.State.STOPPED, ""), LONG);
    looked = true;
    notices.ended("Digits", status(Training.State.FINISHED, ""), LONG);
    looked = false;
    notices.afterProperty().set(NoticeAfter.NEVER);
    notices.ended("Digits", status(Training.State.FINISHED, ""), LONG);
    assertEquals(List.of(), sent);
    assertEquals(NoticeAfter.NEVER, NoticeAfter.of(settings.get("notices.minutes", "")));
  }

  @Test
  void tellsEachKindOfTroubleOnceARun() {
    notices.found("run-1", "Digits", found("mode-collapse", "warning"), LONG);
    notices.found("run-1", "Digits", found("mode-collapse", "warning"), LONG);
    notices.found("run-1", "Digits", found("plateau", "info"), LONG);
    notices.found("run-2", "Letters", found("mode-collapse", "error"), LONG);
    assertEquals(
        List.of("Trouble in “Digits”|Only threes.", "Trouble in “Letters”|Only threes."), sent);
  }

  @Test
  void longTextsAreCutAndADesktopWithoutNoticesIsNoError() {
    DesktopNotices silent =
        new DesktopNotices(settings, Runnable::run, Runnable::run, (title, text) -> false);
    silent.attach(() -> false, marks::add);
    silent.tried("Digits", "x".repeat(1000), LONG); // there is no window either
    notices.tried("Digits", "x".repeat(1000), LONG);
    assertTrue(sent.get(0).endsWith("…"));
    assertTrue(sent.get(0).length() < 300);
  }

  @Test
  void textsAreArgumentsOfTheDesktopsCommand() {
    List<String> linux = NoticeSender.command("Linux", "-t", "$(x) \"y\"");
    assertEquals(List.of("--", "-t", "$(x) \"y\""), linux.subList(2, 5));
    assertEquals("osascript", NoticeSender.command("Mac OS X", "a", "b").get(0));
    assertEquals(List.of(), NoticeSender.command("Windows 11", "a", "b"));
    assertFalse(NoticeSender.ofSystem().send("a", "b") && System.getenv("DISPLAY") == null);
  }
}
