package studio.saddlepoint.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.StudioFixture;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunFolder;

/** What the menu of a run gives to take away. */
@ExtendWith(ApplicationExtension.class)
class RunTakingTest extends StudioFixture {
  private final List<Path> viewed = new CopyOnWriteArrayList<>();

  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  private void act(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, action);
  }

  @Test
  void writesReportAndEventFilesAndCopiesTheirCommands() throws Exception {
    RunFolder run =
        RunFolder.create(folder.resolve("runs"), Recipes.load("dcgan-strokes").with("seed", 7L));
    openStudio();
    RunSubject subject = new RunSubject(run.path(), run.title(), run.title(), RunAbout.NONE);
    RunTaking taking = new RunTaking(model, viewed::add);
    act(() -> taking.report(subject));
    waitFor(() -> showsNow("The report is in"));
    assertTrue(Files.exists(run.path().resolve("report.html")));
    act(() -> taking.tensorBoard(subject));
    waitFor(() -> showsNow("For TensorBoard: tensorboard --logdir"));
    act(() -> taking.copyTraining(subject));
    waitFor(() -> showsNow("Copied: saddlepoint train"));
    assertEquals(
        "saddlepoint train dcgan-strokes --set seed=7",
        ask(() -> Clipboard.getSystemClipboard().getString()));
    act(() -> taking.copyReport(subject));
    waitFor(() -> showsNow("Copied: saddlepoint report"));
  }
}
