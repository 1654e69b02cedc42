package studio.saddlepoint.app.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.Interpolation;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.code.Bookmark;
import studio.saddlepoint.latent.code.Bookmarks;
import studio.saddlepoint.latent.code.NamedCode;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.SheetPictures;
import studio.saddlepoint.run.event.Event;

/** The dialog that films walks and trainings, and what it saves. */
@ExtendWith(ApplicationExtension.class)
class FilmSavingTest {
  /** Only what hangs is ended by it. */
  private static final int AT_MOST_MILLIS = 120_000;

  @TempDir static Path folder;

  private final List<String> askedFor = new ArrayList<>();
  private String told = "";
  private StudioModel studio;
  private Optional<Path> place = Optional.empty();

  @Start
  void open(Stage stage) {
    studio = PageRobot.studio(folder);
    PageRobot.listen(studio, notice -> told += notice.text());
    stage.setScene(new Scene(new StackPane(), 400, 300));
    stage.show();
  }

  @AfterEach
  void close() {
    onFx(studio::close);
  }

  private FilmSaving saving() {
    return new FilmSaving(
        studio,
        (title, name) -> {
          askedFor.add(name);
          return place;
        });
  }

  private void walk() throws Exception {
    Snapshot snapshot = TinyGenerator.snapshot(List.of(), 1);
    WalkSubject.Origin origin =
        new WalkSubject.Origin(
            "my-run",
            new Bookmarks(folder.resolve("bookmarked")),
            "Of step 5",
            List.of(new LatentPoint.Seed(42), new LatentPoint.Seed(7)),
            Interpolation.SLERP,
            Space.Z,
            0,
            1.5);
    onFx(
        () -> saving().walk(new WalkSubject(origin, snapshot, each -> each.share().orElseThrow())));
    waitFor(() -> window() != null);
  }

  @Test
  void aWalkIsPlayedAndThenSavedAsTheDialogSays() throws Exception {
    walk();
    assertEquals("42, 7", ask(() -> find("#film-keys", TextField.class).getText()));
    waitFor(() -> text().startsWith("100 frames  ·  4.0 s  ·  256 × 256"));
    waitFor(() -> find("#film-preview", FilmPlayer.class).count() == 48);
    place = Optional.of(folder.resolve("walk"));
    fire("#film-format-frames");
    write("#film-keys", "1, vary(2,0.25,9), 3");
    write("#film-seconds", "0.2");
    write("#film-size", "32");
    onFx(() -> find("#film-loop", CheckBox.class).setSelected(false));
    waitFor(() -> text().startsWith("10 frames  ·  0.4 s  ·  32 × 32"));
    fire("#film-save");
    waitFor(() -> told.contains("A film of 10 frames is saved"));
    assertEquals(List.of("my-run-step-5-walk"), askedFor);
    try (Stream<Path> frames = Files.list(folder.resolve("walk"))) {
      assertEquals(10, frames.count());
    }
  }

  @Test
  void bookmarksAreAddedMovedAndTakenOut() throws Exception {
    Files.createDirectories(folder.resolve("bookmarked"));
    Bookmarks kept = new Bookmarks(folder.resolve("bookmarked"));
    Instant now = Instant.parse("2026-11-01T12:00:00Z");
    kept.add(Bookmark.of(NamedCode.of("Smile", new LatentPoint.Seed(11), now)));
    kept.add(Bookmark.of(NamedCode.of("Sad (old), sad", LatentPoint.parse("slerp(1,2,0.5)"), now)));
    walk();
    waitFor(() -> !find("#film-keys-add", Node.class).isDisabled());
    assertEquals(2, ask(() -> bookmarks().getItems().size()));
    assertTrue(ask(() -> find("#film-keys-put", Node.class).isDisabled()));
    add(1);
    assertEquals("42, 7, bookmark(\"Sad (old), sad\")", keys());
    waitFor(() -> text().startsWith("150 frames"));
    onFx(() -> list().getSelectionModel().select(0));
    add(0);
    assertEquals("42, Smile, 7, bookmark(\"Sad (old), sad\")", keys());
    assertEquals(1, ask(() -> list().getSelectionModel().getSelectedIndex()));
    fire("#film-keys-up");
    assertEquals("Smile, 42, 7, bookmark(\"Sad (old), sad\")", keys());
    assertTrue(ask(() -> find("#film-keys-up", Node.class).isDisabled()));
    fire("#film-keys-down");
    fire("#film-keys-down");
    assertEquals("42, 7, Smile, bookmark(\"Sad (old), sad\")", keys());
    waitFor(() -> text().startsWith("200 frames"));
    onFx(() -> list().getSelectionModel().select(0));
    fire("#film-keys-remove");
    fire("#film-keys-remove");
    assertEquals("Smile, bookmark(\"Sad (old), sad\")", keys());
    assertTrue(ask(() -> find("#film-keys-remove", Node.class).isDisabled()));
    waitFor(() -> text().startsWith("100 frames"));
    // Typed, they are listed; and a name that is none is told.
    refused("#film-keys", "Smile, Simle", "\"Simle\" is neither a bookmark of this run");
    assertEquals(List.of("Smile", "Simle"), ask(() -> List.copyOf(list().getItems())));
    place = Optional.of(folder.resolve("named"));
    fire("#film-format-frames");
    write("#film-seconds", "0.1");
    write("#film-keys", "smile, 3");
    waitFor(() -> text().startsWith("5 frames"));
    fire("#film-save");
    waitFor(() -> told.contains("A film of 5 frames is saved"));
  }

  @SuppressWarnings("unchecked")
  private static ListView<String> list() {
    return find("#film-keys-list", ListView.class);
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<Bookmark> bookmarks() {
    return find("#film-keys-add", ComboBox.class);
  }

  private static void add(int place) {
    onFx(() -> bookmarks().getSelectionModel().select(place));
    fire("#film-keys-put");
  }

  private static String keys() {
    return ask(() -> find("#film-keys", TextField.class).getText());
  }

  @Test
  void mistakesAreToldAndNothingCanBeSaved() throws Exception {
    walk();
    refused("#film-seconds", "soon", "Write a number");
    refused("#film-seconds", "100000", "The film would have 5,000,000 frames");
    write("#film-seconds", "1");
    refused("#film-rate", "60", "A GIF shows at most 50 frames a second");
    write("#film-rate", "30");
    waitFor(() -> text().contains("GIF counts in hundredths of a second"));
    refused("#film-size", "4097", "The size is 4097 pixels");
    write("#film-size", "64");
    refused("#film-keys", "42", "The walk has 1 key");
    refused("#film-keys", "42, cat", "\"cat\" is neither a bookmark of this run nor a latent code");
    write("#film-keys", "42, 7");
    waitFor(() -> !find("#film-save", Node.class).isDisabled());
    onFx(() -> window().hide());
    assertEquals(List.of(), askedFor);
  }

  private void refused(String field, String text, String reason) throws Exception {
    write(field, text);
    waitFor(() -> text().contains(reason));
    assertTrue(ask(() -> find("#film-save", Node.class).isDisabled()));
  }

  @Test
  void aPlaceThatIsTakenIsTold() throws Exception {
    Path full = Files.createDirectories(folder.resolve("full"));
    Files.writeString(full.resolve("diary.txt"), "dear");
    walk();
    place = Optional.of(full);
    fire("#film-format-frames");
    write("#film-seconds", "0.1");
    waitFor(() -> !find("#film-save", Node.class).isDisabled());
    fire("#film-save");
    waitFor(() -> told.contains("never overwritten"));
    assertEquals("dear", Files.readString(full.resolve("diary.txt")));
  }

  @Test
  void aTrainingIsFilmedWithItsLosses() throws Exception {
    RunFolder run = RunFolder.create(folder.resolve("runs"), TinyGenerator.recipe(List.of()));
    for (long step = 0; step <= 20; step += 10) {
      run.events()
          .append(new Event.Scalars(Instant.now(), step, Map.of("loss.generator", 1.0 + step)));
      String file = run.saveSheet(step, new SheetPictures(new Picture(40, 40, new int[1600])));
      run.events().append(new Event.Sheet(Instant.now(), step, file, 1, 1, true));
    }
    onFx(() -> saving().training(run, 3));
    waitFor(() -> window() != null);
    assertTrue(ask(() -> dialog().getHeaderText()).contains("3 sample sheets"));
    assertTrue(ask(() -> find("#film-keys", Node.class)) == null);
    waitFor(() -> text().startsWith("75 frames  ·  3.0 s  ·  540 × "));
    waitFor(() -> find("#film-preview", FilmPlayer.class).count() == 24);
    place = Optional.of(folder.resolve("training.gif"));
    write("#film-length", "1");
    write("#film-size", "200");
    waitFor(() -> text().startsWith("50 frames"));
    fire("#film-save");
    waitFor(() -> told.contains("A film of 50 frames is saved"));
    assertTrue(askedFor.get(0).endsWith("-training.gif"), askedFor.get(0));
    assertTrue(Files.size(folder.resolve("training.gif")) > 1000);
  }

  private static Window window() {
    return Window.getWindows().stream()
        .filter(each -> each.getScene().getRoot() instanceof DialogPane)
        .findFirst()
        .orElse(null);
  }

  private static DialogPane dialog() {
    return (DialogPane) window().getScene().getRoot();
  }

  private static String text() {
    return find("#film-told", Label.class).getText();
  }

  private static <N extends Node> N find(String query, Class<N> type) {
    return type.cast(dialog().lookup(query));
  }

  private static void write(String query, String text) {
    onFx(() -> find(query, TextField.class).setText(text));
  }

  private static void fire(String query) {
    onFx(() -> find(query, ButtonBase.class).fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, action);
  }

  private static <T> T ask(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, question);
  }

  private static void waitFor(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        AT_MOST_MILLIS,
        TimeUnit.MILLISECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, condition));
  }
}
