package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.Curve;
import studio.saddlepoint.metrics.Curves;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.metric.PrecisionRecallMetric;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.LearntData;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;

/** A run whose data set is changed between two sittings. */
class ChangedDataTest extends TrainingFixture {
  private Path images;

  @BeforeEach
  void makeTwoClasses() throws IOException {
    images = folder.resolve("animals");
    for (int i = 0; i < 6; i++) {
      picture("ape/" + i, 20 * i, 20 * i);
      picture("bear/" + i, 255 - 20 * i, 255 - 20 * i);
    }
  }

  private void picture(String name, int red, int blue) throws IOException {
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
    for (int at = 0; at < 32 * 32; at++) {
      image.setRGB(at % 32, at / 32, red << 16 | red << 8 | blue);
    }
    Path file = images.resolve(name + ".png");
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }

  private RunFolder trained(boolean conditional) {
    Recipe recipe =
        tiny(1).with("data.source", images.toString()).with("method.conditional", conditional);
    if (conditional) {
      recipe =
          recipe
              .with("generator.conditioning", "embedding")
              .with("discriminator.conditioning", "projection");
    }
    RunFolder run = RunFolder.create(folder, recipe);
    assertEquals(Trainer.State.FINISHED, train(run, (event, loop) -> {}));
    assertEquals(List.of(), of(Event.Found.class));
    events.clear();
    return run;
  }

  @Test
  void picturesThatChangeWhileItTrainsAreToldAndTheTrainingGoesOnAsItWould() throws IOException {
    Recipe recipe = tiny(6).with("data.source", images.toString());
    RunFolder whole = RunFolder.create(folder, recipe);
    assertEquals(Trainer.State.FINISHED, train(whole, (event, loop) -> {}));
    events.clear();
    RunFolder run = RunFolder.create(folder, recipe);
    Trainer.State end =
        train(
            run,
            (event, loop) -> {
              if (event instanceof Event.Scalars && event.step() == 2) {
                deleteOneAndEmptyAnother();
              }
            });
    assertEquals(Trainer.State.FINISHED, end);
    assertEquals(
        whole.latestCheckpoint().orElseThrow().tensors(),
        run.latestCheckpoint().orElseThrow().tensors());
    Event.Found found = of(Event.Found.class).get(0);
    assertEquals("The data set changed while it was trained on.", found.what());
    assertEquals(
        "In " + images + " ape/3.png is gone, bear/2.png is not what it was.", found.evidence());
    assertEquals(1, of(Event.Found.class).size());
  }

  private void deleteOneAndEmptyAnother() {
    try {
      Files.delete(images.resolve("ape/3.png"));
      Files.write(images.resolve("bear/2.png"), new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes on by one step; the last message. */
  private String resume(RunFolder run, Trainer.State expected) throws InterruptedException {
    events.clear();
    try (Trainer trainer = start(run)) {
      long step = run.latestCheckpoint().orElseThrow().step();
      trainer.change("training.steps", step + 1);
      assertTrue(trainer.await(PATIENCE));
      assertEquals(expected, trainer.status().state(), trainer.status().message());
      return trainer.status().message();
    }
  }

  private List<String> told() {
    return of(Event.Found.class).stream().map(Event.Found::evidence).toList();
  }

  @Test
  void goesOnWithoutAWordWhereTheDataIsTheSame() throws Exception {
    RunFolder run = trained(true);
    LearntData learnt = LearntData.of(run).orElseThrow();
    assertEquals(0, learnt.step());
    assertEquals(List.of("ape", "bear"), learnt.data().classNames());
    resume(run, Trainer.State.FINISHED);
    assertEquals(List.of(), told());
    assertEquals(Optional.of(learnt), LearntData.of(run));
  }

  @Test
  void refusesARenamedClassWhereTheNetworksAreConditional() throws Exception {
    RunFolder run = trained(true);
    Files.move(images.resolve("ape"), images.resolve("cow"));
    String message = resume(run, Trainer.State.FAILED);
    assertTrue(
        message.startsWith(
            "The data set animals has other classes now than when the run began: ape is gone, cow is new."),
        message);
    assertEquals(1, run.latestCheckpoint().orElseThrow().step());
    Files.move(images.resolve("cow"), images.resolve("ape"));
    resume(run, Trainer.State.FINISHED);
  }

  @Test
  void refusesANewClassWhereTheNetworksAreConditional() throws Exception {
    RunFolder run = trained(true);
    picture("cow/0", 100, 100);
    String message = resume(run, Trainer.State.FAILED);
    assertTrue(message.contains("has 3 classes now (2 when the run began): cow is new"), message);
  }

  @Test
  void refusesRenamedClassesOfARunThatKeepsNothingOfItsData() throws Exception {
    RunFolder run = trained(true);
    Files.delete(run.path().resolve("data.json"));
    Files.move(images.resolve("ape"), images.resolve("cow"));
    String message = resume(run, Trainer.State.FAILED);
    assertTrue(message.contains("ape is gone, cow is new"), message);
  }

  @Test
  void keepsWhatIsKnownWhenARunOfAnEarlierVersionGoesOn() throws Exception {
    RunFolder run = trained(true);
    LearntData began = LearntData.of(run).orElseThrow();
    Files.delete(run.path().resolve("data.json"));
    resume(run, Trainer.State.FINISHED);
    assertEquals(List.of(), told());
    assertEquals(Optional.of(new LearntData(1, began.data())), LearntData.of(run));
    picture("ape/6", 50, 50);
    resume(run, Trainer.State.FINISHED);
    assertEquals(
        List.of("The data set animals holds 13 pictures to learn from now (12 at step 1)."),
        told());
  }

  @Test
  void tellsOfOtherClassesAndGoesOnWhereTheNetworksDoNotKnowThem() throws Exception {
    RunFolder run = trained(false);
    Files.move(images.resolve("ape"), images.resolve("cow"));
    resume(run, Trainer.State.FINISHED);
    assertEquals(
        List.of(
            "The data set animals has other classes now than when the run began: ape is gone, cow is new."),
        told());
    assertEquals("warning", of(Event.Found.class).get(0).severity());
  }

  @Test
  void refusesColourWhereTheNetworksMakeGrey() throws Exception {
    RunFolder run = trained(false);
    picture("ape/6", 200, 10);
    String message = resume(run, Trainer.State.FAILED);
    assertTrue(message.startsWith("The data set animals is in colour now (was grey)"), message);
    Files.delete(run.path().resolve("data.json")); // the checkpoint knows, too
    assertEquals(
        "The data set animals is in colour now (was grey). The networks of this run were made for pictures as they were: put the data back, or train a new run on it.",
        resume(run, Trainer.State.FAILED));
  }

  @Test
  void learnsLabelsByTheNumbersThatTheNetworksKnow() {
    RunFolder run = trained(true);
    Checkpoint checkpoint = run.latestCheckpoint().orElseThrow();
    Map<String, String> state = new LinkedHashMap<>(checkpoint.state());
    state.put("classNames", "[\"bear\",\"ape\"]");
    Checkpoint other =
        new Checkpoint(
            checkpoint.step(),
            checkpoint.imagesSeen(),
            checkpoint.recipe(),
            checkpoint.tensors(),
            state);
    TrainingData data =
        TrainingData.open(run, Optional.of(other), home(), Progress.NONE, () -> false);
    DataSet set = data.set();
    assertEquals(List.of("bear", "ape"), set.classNames());
    assertTrue(data.change().orElseThrow().contains("matched by their names"));
    byte[] pixels = new byte[set.shape().pixels()];
    for (int i = 0; i < set.size(); i++) {
      set.read(i, pixels, 0);
      boolean bear = (pixels[0] & 0xff) > 127;
      assertEquals(bear ? 0 : 1, set.label(i));
    }
  }

  @Test
  void warnsWhereARunIsMeasuredAgainstOtherData() throws IOException {
    RunFolder run = trained(false);
    assertEquals(List.of(), aboutData(run));
    picture("ape/6", 50, 50);
    assertEquals(
        List.of(
            "Not the data that was learnt from: The data set animals holds 13 pictures to learn from now (12 when the run began)."),
        aboutData(run));
  }

  private List<String> aboutData(RunFolder run) {
    EvaluationRequest request =
        new EvaluationRequest(
            PixelKind.PIXELS.usual(),
            10,
            OptionalDouble.empty(),
            Set.of(PrecisionRecallMetric.PRECISION_RECALL),
            1,
            false);
    try (Snapshot snapshot = Snapshot.load(run, run.checkpoints().get(0), true)) {
      EvaluationResult result =
          new Evaluator(home().caches())
              .evaluate(snapshot, run.recipe().data(), request, Progress.NONE);
      Curve curve =
          new Curves(home().caches())
              .precisionRecallOverTruncation(
                  snapshot, run.recipe().data(), Split.TRAIN, request, Progress.NONE);
      assertEquals(aboutData(result.warnings()), aboutData(curve.warnings()));
      return aboutData(result.warnings());
    }
  }

  private static List<String> aboutData(List<Warning> warnings) {
    return Warning.texts(warnings).stream().filter(each -> each.contains("data")).toList();
  }
}
