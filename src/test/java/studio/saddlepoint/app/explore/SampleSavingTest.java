package studio.saddlepoint.app.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
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
import studio.saddlepoint.core.Npz;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.Quantizer;
import studio.saddlepoint.latent.SampleClasses;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;

/** The dialog that saves samples of what is explored. */
@ExtendWith(ApplicationExtension.class)
class SampleSavingTest {
  /** Only what hangs is ended by it. */
  private static final int AT_MOST_MILLIS = 120_000;

  private static final List<String> CLASSES = List.of("zero", "one", "two");

  @TempDir static Path folder;

  private final List<String> askedFor = new ArrayList<>();
  private String told = "";
  private StudioModel studio;
  private ExplorePage page;
  private Parent root;
  private Optional<Path> place = Optional.empty();

  @Start
  void open(Stage stage) {
    studio = PageRobot.studio(folder);
    PageRobot.listen(studio, notice -> told += notice.text());
    page = new ExplorePage(studio, new FakeWeights(CLASSES));
    root = (Parent) page.content();
    stage.setScene(new Scene(root, 1020, 600));
    stage.show();
    page.shown();
  }

  @AfterEach
  void close() {
    onFx(
        () -> {
          page.hidden();
          page.close();
          studio.close();
        });
  }

  @Test
  void savesWhatTheExplorerShowsAsItsDialogSays() throws Exception {
    begin();
    assertTrue(ask(() -> dialog().getHeaderText()).contains("Truncation 0.50. All classes."));
    place = Optional.of(folder.resolve("samples.npz"));
    fire("#explore-samples-kind-npz");
    write("#samples-count", "70");
    write("#samples-seed", "4");
    onFx(() -> find("#samples-labels", CheckBox.class).setSelected(true));
    fire("#samples-save");
    waitFor(() -> told.contains("70 samples saved"));
    assertTrue(askedFor.get(0).endsWith("-step-5-samples.npz"), askedFor.get(0));

    Npz read = Npz.read(place.orElseThrow(), Set.of("arr_0", "arr_1"));
    int[] labels = SampleClasses.drawn().labels(70, 3, 4);
    float[][] codes = LatentCodes.truncated(64, 8, 0.5, 4);
    double[] found = read.arrays().get("arr_0").values();
    try (Snapshot snapshot = TinyGenerator.snapshot(CLASSES, 1)) {
      byte[] pixels =
          Quantizer.bytes(snapshot.pixels(codes, java.util.Arrays.copyOf(labels, 64), 0.5));
      for (int i = 0; i < pixels.length; i++) {
        assertEquals(pixels[i] & 0xff, found[3 * i]);
      }
    }
    assertEquals(labels[69], read.arrays().get("arr_1").values()[69]);
  }

  @Test
  void mistakesAreMarkedAndASheetTakesFewer() throws Exception {
    begin();
    write("#samples-count", "many");
    assertTrue(disabled("#samples-save"));
    write("#samples-count", "1,000,000");
    assertFalse(disabled("#samples-save"));
    fire("#explore-samples-kind-sheet");
    assertTrue(disabled("#samples-save"));
    assertTrue(disabled("#samples-labels"));
    write("#samples-count", "10,000");
    assertFalse(disabled("#samples-save"));
    write("#samples-seed", "");
    assertTrue(disabled("#samples-save"));
    onFx(() -> window().hide());
    assertEquals(List.of(), askedFor);
  }

  @Test
  void saysWhyAFolderIsNotWritten() throws Exception {
    begin();
    Path full = Files.createDirectories(folder.resolve("full"));
    Files.writeString(full.resolve("diary.txt"), "dear");
    place = Optional.of(full);
    write("#samples-count", "3");
    fire("#samples-save");
    waitFor(() -> told.contains("never overwritten"));
    assertEquals("dear", Files.readString(full.resolve("diary.txt")));
  }

  @Test
  void theButtonHasANameAndOpensTheDialog() throws Exception {
    openRun();
    ButtonBase button = ask(() -> (ButtonBase) root.lookup("#save-samples"));
    assertTrue(button.isFocusTraversable());
    assertEquals("Save samples for other programs", button.getAccessibleText());
    onFx(button::fire);
    waitFor(() -> window() != null);
    onFx(() -> window().hide());
  }

  private void begin() throws Exception {
    openRun();
    SampleSaving saving =
        new SampleSaving(
            studio,
            page.model(),
            (title, name) -> {
              askedFor.add(name);
              return place;
            });
    onFx(() -> page.model().move(page.model().state().withThreshold(0.5)));
    onFx(saving::begin);
    waitFor(() -> window() != null);
  }

  private void openRun() throws Exception {
    RunFolder run = RunFolder.create(folder.resolve("runs"), Recipe.defaults());
    run.saveCheckpoint(new Checkpoint(5, 5, Recipe.defaults(), Map.of(), Map.of()));
    onFx(() -> studio.open(run));
    waitFor(() -> page.model().subjectProperty().get() != null);
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

  private static <N extends Node> N find(String query, Class<N> type) {
    return type.cast(dialog().lookup(query));
  }

  private static boolean disabled(String query) {
    return ask(() -> find(query, Node.class).isDisabled());
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
