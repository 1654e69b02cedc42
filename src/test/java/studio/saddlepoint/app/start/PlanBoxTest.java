package studio.saddlepoint.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.StudioFixture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.train.Throughput;
import studio.saddlepoint.train.plan.PlanRequest;
import studio.saddlepoint.train.plan.PlanRequest.Measuring;
import studio.saddlepoint.train.plan.PlanTime;
import studio.saddlepoint.train.plan.TrainingPlan;

/** The start page's first choice, with a computer whose speed is made up. */
@ExtendWith(ApplicationExtension.class)
class PlanBoxTest extends StudioFixture {
  private static final Throughput SPEED = new Throughput(10, 64);

  private final List<PlanRequest> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch measuring = new CountDownLatch(1);
  private volatile boolean slow;

  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  private TrainingPlan answer(PlanRequest request, Path caches, Progress progress) {
    asked.add(request);
    if (request.data().source().endsWith("broken")) {
      throw new StudioException("It cannot be read: choose another.");
    }
    PlanRequest rules =
        new PlanRequest(request.data(), request.time(), request.settings(), Measuring.NEVER);
    TrainingPlan plan = rules.answer(caches, recipe -> recipe, progress);
    boolean known = request.measuring() == Measuring.KNOWN;
    if (request.measuring() == Measuring.NEVER || known) {
      return plan;
    }
    while (slow && measuring.getCount() > 0) {
      progress.report("Measuring", 0.5);
      progress.checkCancelled();
      Thread.onSpinWait();
    }
    return plan.at(SPEED);
  }

  /** The box by itself, in a window of its own. */
  private void show() throws Exception {
    openStudio();
    WaitForAsyncUtils.waitForAsyncFx(
        AT_MOST_MILLIS,
        () -> {
          PlanModel plan =
              new PlanModel(
                  model,
                  (request, caches, preferred, progress) -> answer(request, caches, progress));
          stage.setScene(
              new Scene(new ScrollPane(new PlanBox(model, new Thumbnails(model), plan))));
        });
    waitFor(() -> text("plan-recipe").startsWith("Conditional WGAN-GP"));
  }

  private String text(String id) {
    Node found = ask(() -> stage.getScene().getRoot().lookup("#" + id));
    return found == null ? "" : ((Label) found).getText();
  }

  private PlanRequest last() {
    return asked.get(asked.size() - 1);
  }

  private void choose(String source) {
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, () -> combo().setValue(source));
  }

  @SuppressWarnings("unchecked")
  private ComboBox<String> combo() {
    return (ComboBox<String>) stage.getScene().getRoot().lookup("#plan-data");
  }

  @Test
  void theStartPagePutsARecipeFirstBeforeAnythingIsMeasured() throws Exception {
    openStudio();
    waitFor(() -> text("plan-recipe").equals("Conditional WGAN-GP on Strokes"));
    assertEquals("First choice for 5 minutes", text("plan-badge"));
    assertTrue(text("plan-why").contains("told what each picture shows"));
    assertTrue(text("plan-outlook").contains("On Strokes it had a FID of 5.9"));
    assertTrue(text("plan-expectation").contains("measured for some seconds"));
    assertTrue(ask(() -> stage.getScene().getRoot().lookupAll(".recipe-card").size()) > 20);
  }

  @Test
  void whoNamesATimeIsToldHowFarItGoesAndTrainsSoManySteps() throws Exception {
    show();
    assertEquals(Measuring.NEVER, last().measuring());
    press("#plan-time-medium");
    waitFor(() -> text("plan-expectation").contains("30 minutes are 15,300 steps"));
    assertEquals(Measuring.NEEDED, last().measuring());
    assertEquals("First choice for half an hour", text("plan-badge"));
    assertEquals(PlanTime.MEDIUM.id(), model.settings().get("plan.time", ""));
    press("#plan-train");
    waitFor(() -> run() != null);
    assertEquals(15_300, ask(() -> run().recipe().training().steps()));
    assertEquals("conditional-wgan-gp-strokes", ask(() -> run().recipe().name()));
  }

  @Test
  void onePressMeasuresAndTrains() throws Exception {
    show();
    press("#plan-train");
    waitFor(() -> run() != null);
    assertEquals(2_550, ask(() -> run().recipe().training().steps()));
    assertEquals(Measuring.NEEDED, last().measuring());
  }

  @Test
  void measuringShowsHowFarItIsAndCanBeEnded() throws Exception {
    show();
    slow = true;
    press("#plan-measure");
    waitFor(() -> stage.getScene().getRoot().lookup("#progress-cancel") != null);
    assertEquals(Measuring.ANEW, last().measuring());
    press("#progress-cancel");
    waitFor(() -> text("plan-expectation").contains("measured for some seconds"));
    waitFor(() -> stage.getScene().getRoot().lookup("#progress-cancel") == null);
    assertEquals(Measuring.KNOWN, last().measuring());
  }

  @Test
  void anotherTrainingHindersMeasuring() throws Exception {
    trainDcgan();
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, () -> model.pageProperty().set("start"));
    waitFor(() -> text("plan-expectation").contains("once no training runs"));
    assertTrue(find("#plan-measure", Button.class).isDisabled());
    assertTrue(find("#plan-train", Button.class).isDisabled());
    press("#plan-adjust");
    waitFor(() -> model.draftProperty().get() != null);
    assertEquals("conditional-wgan-gp-strokes", ask(() -> model.draftProperty().get().name()));
  }

  @Test
  void cautionsComeWithARemedyThatIsTakenAndTakenBack() throws Exception {
    Path few = Files.createDirectories(folder.resolve("few"));
    for (int i = 0; i < 12; i++) {
      BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
      image.setRGB(i, i, 0xff8000);
      ImageIO.write(image, "png", few.resolve(i + ".png").toFile());
    }
    show();
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, () -> model.sources().add(few));
    choose(few.toString());
    waitFor(() -> text("plan-caution-few-pictures").contains("12 pictures only"));
    assertTrue(text("plan-caution-no-labels").contains("no classes"));
    assertFalse(text("plan-caution-few-pictures").contains("data.mirror"));
    press("#plan-take-few-pictures");
    waitFor(() -> text("plan-caution-few-pictures").contains("Augmentation is on"));
    assertTrue(text("plan-facts").contains(": on"), text("plan-facts"));
    press("#plan-back");
    waitFor(() -> text("plan-caution-few-pictures").contains("Augmentation (DiffAugment"));
    assertEquals(Map.of(), last().settings());
  }

  @Test
  void whatCannotBeReadIsToldAndWhatIsForgottenIsLeft() throws Exception {
    show();
    Path broken = folder.resolve("broken");
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, () -> model.sources().add(broken));
    choose(broken.toString());
    waitFor(() -> text("plan-refused").equals("It cannot be read: choose another."));
    WaitForAsyncUtils.waitForAsyncFx(
        AT_MOST_MILLIS, () -> model.sources().remove(broken.toString()));
    waitFor(() -> text("plan-recipe").startsWith("Conditional WGAN-GP"));
    assertEquals("strokes", ask(() -> combo().getValue()));
  }
}
