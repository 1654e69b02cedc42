package studio.saddlepoint.app.evaluate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.evaluate.human.Dealing;
import studio.saddlepoint.app.evaluate.model.Measuring;
import studio.saddlepoint.app.evaluate.model.RealChoice;
import studio.saddlepoint.app.evaluate.model.ReferenceKind;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.metrics.Curve;
import studio.saddlepoint.metrics.CurvePoint;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.Neighbours;
import studio.saddlepoint.metrics.Situation;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.distribution.Interval;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.ExtractorSetting;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.RealismMetric;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.metrics.pace.Paces;
import studio.saddlepoint.metrics.pace.PlannedWork;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.metrics.record.Made;
import studio.saddlepoint.metrics.record.MetricCurveKind;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.ScoreSettings;

/** The page in a window with one run, and a measuring that gives the same at once. */
@ExtendWith(ApplicationExtension.class)
abstract class EvaluatePageFixture {
  static final Warning BIASED =
      new Warning(
          "Fewer than 2,048 samples: FID is biased upwards, the more so the fewer they are. Compare only FIDs of the same number.",
          Set.of(FidMetric.FID));

  @TempDir static Path folder;

  final AtomicReference<EvaluationRequest> asked = new AtomicReference<>();

  /** What was asked for, of each extractor. */
  final AtomicReference<List<EvaluationRequest>> allAsked = new AtomicReference<>(List.of());

  /** The weights that were to be measured last. */
  final AtomicReference<Measuring.Subject> subject = new AtomicReference<>();

  final AtomicReference<RealChoice> against = new AtomicReference<>();
  final AtomicReference<Split> part = new AtomicReference<>();
  final AtomicBoolean hold = new AtomicBoolean();
  final CountDownLatch gate = new CountDownLatch(1);
  final Answers answers = new Answers();
  final Paces paces = Paces.unknown();

  /** What the form is told of the data; nothing, so that all stays as usual. */
  volatile Optional<Situation> situation = Optional.empty();

  /** How often it was tried how fast the computer is, each as slow as said here. */
  final AtomicInteger tries = new AtomicInteger();

  double slowness = 1;
  StudioModel studio;
  EvaluatePage page;
  PageRobot robot;
  RunFolder run;

  /** Shows the page. */
  void open(Stage stage) {
    studio = studio();
    page = new EvaluatePage(studio, measuring(), paces, this::deal, answers, this::nanos);
    robot = PageRobot.open(stage, page);
  }

  /** The program behind the page. */
  StudioModel studio() {
    return PageRobot.studio(folder);
  }

  /** Pictures for the human test, see {@link Dealing}. */
  Dealing.Dealt deal(
      Measuring.Subject subject,
      int count,
      OptionalDouble truncation,
      long seed,
      Progress progress) {
    throw new StudioException("no human test here");
  }

  /** The human test's clock. */
  long nanos() {
    return System.nanoTime();
  }

  private Measuring measuring() {
    return new Measuring() {
      @Override
      public Measured measure(
          Subject subject, List<EvaluationRequest> requests, RealChoice real, Progress progress)
          throws InterruptedException {
        allAsked.set(requests);
        EvaluatePageFixture.this.subject.set(subject);
        List<EvaluationResult> results = new ArrayList<>();
        for (EvaluationRequest each : requests) {
          results.add(EvaluatePageFixture.this.measure(each, real, progress));
        }
        asked.set(requests.get(0));
        return new Measured(1000, results);
      }

      @Override
      public Optional<Situation> situation(OpenRun of) {
        return situation;
      }

      @Override
      public void tryOut(Subject subject, Progress progress) {
        tries.incrementAndGet();
        paces.took(new PlannedWork(Work.SAMPLES, "", 1), slowness);
      }

      @Override
      public Drawn draw(
          Subject subject,
          MetricCurveKind kind,
          Split split,
          EvaluationRequest request,
          Progress progress)
          throws InterruptedException {
        asked.set(request);
        part.set(split);
        while (hold.get()) {
          progress.checkCancelled();
          Thread.sleep(5);
        }
        return new Drawn(
            1000,
            new Curve(
                "FID against N (pixels)",
                ScoreSettings.NONE,
                "samples",
                List.of("fid"),
                List.of(
                    new CurvePoint(100, new double[] {30}, List.of(BIASED)),
                    new CurvePoint(200, new double[] {20}, List.of())),
                List.of(new Warning("FID∞ is a rough guess: few samples."))));
      }
    };
  }

  private EvaluationResult measure(EvaluationRequest request, RealChoice real, Progress progress)
      throws InterruptedException {
    asked.set(request);
    if (request.extractor().kind() == PixelKind.PIXELS) {
      progress.report("Drawing samples", 0.5);
      while (gate.getCount() > 0) {
        progress.checkCancelled();
        Thread.sleep(5);
      }
    }
    if (request.extractor().setting() instanceof ExtractorSetting.ScriptFile script) {
      throw new StudioException(script.file() + " gives no features.");
    }
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("fid", 23.456);
    values.put("recall", 0.34);
    if (request.metrics().contains(RealismMetric.REALISM)) {
      values.put("realism", Double.POSITIVE_INFINITY);
    }
    against.set(real);
    Picture picture = new Picture(2, 2, new int[4]);
    return new EvaluationResult(
        values,
        Map.of("recall", new Interval(0.3, 0.4)),
        Optional.of(
            new ClassBalance(
                List.of("cat", "horse"), new double[] {0.5, 0.5}, new double[] {0.9, 0.1})),
        List.of(new Neighbours(picture, List.of(picture), new double[] {0}, 1.5)),
        Made.measured(
            request.extractor().kind() == ClassifierKind.CLASSIFIER
                ? "Strokes classifier"
                : request.extractor().kind().label(),
            512,
            "fid"),
        Duration.ofSeconds(7),
        List.of(BIASED));
  }

  /** A run that was trained for a while. */
  @BeforeEach
  void openRun() throws Exception {
    run = RunFolder.create(folder.resolve("runs"), Recipe.defaults());
    run.saveCheckpoint(new Checkpoint(1000, 1000, Recipe.defaults(), Map.of(), Map.of()));
    robot.onFx(() -> studio.open(run));
    robot.waitFor(
        () ->
            robot.has("#evaluate-samples")
                && robot.find("#snapshot", ComboBox.class).getValue() != null);
  }

  @AfterEach
  void close() {
    gate.countDown();
    hold.set(false);
    robot.close(page, studio);
  }

  @SuppressWarnings("unchecked")
  ComboBox<ReferenceKind> againsts() {
    return robot.find("#evaluate-against", ComboBox.class);
  }

  void extractor(ExtractorKind kind) {
    robot.onFx(() -> extractors().setValue(kind));
  }

  @SuppressWarnings("unchecked")
  ComboBox<ExtractorKind> extractors() {
    return robot.find("#evaluate-extractor", ComboBox.class);
  }
}
