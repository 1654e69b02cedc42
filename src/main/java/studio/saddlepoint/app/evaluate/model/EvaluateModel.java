package studio.saddlepoint.app.evaluate.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.command.Drawing;
import studio.saddlepoint.app.command.EvaluateCommands;
import studio.saddlepoint.app.command.TrainCommands;
import studio.saddlepoint.app.evaluate.model.Measuring.Measured;
import studio.saddlepoint.app.evaluate.model.Measuring.Subject;
import studio.saddlepoint.app.snapshot.SnapshotChoice;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.metrics.pace.Paces;
import studio.saddlepoint.metrics.record.EvaluationRecord;
import studio.saddlepoint.metrics.record.RunScores;
import studio.saddlepoint.metrics.record.ScoreGroup;
import studio.saddlepoint.metrics.store.WeightStore;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.ScoreCard;

/** The model of the Evaluate page. Knows no controls; for the FX thread. */
public final class EvaluateModel {
  /**
   * A finished evaluation.
   *
   * @param run of which run
   * @param step of which step
   * @param averaged of which weights
   * @param results the numbers, of each extractor
   */
  public record Finished(OpenRun run, long step, boolean averaged, List<EvaluationResult> results) {
    /** What was measured, in words. */
    public String subject() {
      return Messages.text(
          averaged ? "evaluate.subject.averaged" : "evaluate.subject.raw",
          run.title(),
          Texts.count(step));
    }
  }

  private final StudioModel studio;
  private final Measuring measuring;
  private final EvaluateSettings settings;
  private final Paces paces;
  private final AffordableEvaluationModel fit;
  private final ReadOnlyObjectWrapper<@Nullable RunningTask<Kept<Measured>>> running =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Finished> finished = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ObservableList<ScoreGroup> groups = FXCollections.observableArrayList();

  private final ChangeListener<Number> told = (p, old, now) -> followTraining();
  private Map<ScoreCard, List<Warning>> warnings = Map.of();
  private Event.@Nullable Scored newest;
  private int reading;
  private boolean shown;

  /**
   * Nothing measured yet.
   *
   * @param paces how fast this computer is
   */
  public EvaluateModel(StudioModel studio, Measuring measuring, Paces paces) {
    this.studio = studio;
    this.measuring = measuring;
    this.paces = paces;
    this.settings = new EvaluateSettings(new WeightStore(studio.home().caches()));
    this.fit = new AffordableEvaluationModel(studio, measuring, settings, paces);
    running.addListener((p, old, now) -> fit.rest(now != null));
    studio
        .openRunProperty()
        .addListener(
            (p, old, now) -> {
              finished.set(null);
              problem.set("");
              groups.clear();
              if (old != null) {
                old.history().versionProperty().removeListener(told);
              }
              if (now != null) {
                now.history().versionProperty().addListener(told);
                Recipe recipe = now.folder().recipe();
                settings.measures(recipe.generator(), recipe.data().size());
              }
              refresh();
              if (shown) {
                fit.look();
              }
            });
  }

  /** Shows what the open run's training has measured of itself meanwhile. */
  private void followTraining() {
    OpenRun run = studio.openRunProperty().get();
    if (run != null && newest(run.history().scores()) != newest) {
      refresh();
      if (shown) {
        fit.look(); // its classifier is there
      }
    }
  }

  private static Event.@Nullable Scored newest(List<Event.Scored> scores) {
    return scores.isEmpty() ? null : scores.get(scores.size() - 1);
  }

  /** What is asked for. */
  public EvaluateSettings settings() {
    return settings;
  }

  /** What is asked for where a person does not choose, and what it costs. */
  public AffordableEvaluationModel fit() {
    return fit;
  }

  /** The evaluation in progress. */
  public ReadOnlyObjectProperty<@Nullable RunningTask<Kept<Measured>>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** The evaluation that was finished last. */
  public ReadOnlyObjectProperty<@Nullable Finished> finishedProperty() {
    return finished.getReadOnlyProperty();
  }

  /** Why the last one failed; empty when it did not. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Earlier scores of the open run, grouped by how they were made. */
  public ObservableList<ScoreGroup> groups() {
    return groups;
  }

  /** What to bear in mind of a score of {@link #groups()}. */
  public List<Warning> warnings(ScoreCard card) {
    return warnings.getOrDefault(card, List.of());
  }

  /** Measures; what goes wrong is told by {@link #problemProperty()}. */
  public void run(Subject subject) {
    problem.set("");
    RealChoice real;
    try {
      settings.request(); // refused here, not in the background
      real = settings.real();
    } catch (StudioException e) {
      problem.set(Problems.describe(e));
      return;
    }
    boolean tries = fit.unknown();
    AffordableEvaluationModel.Chosen chosen = fit.chosen();
    AtomicReference<Double> planned = new AtomicReference<>(Double.NaN);
    String title = subject.run().title();
    RunningTask<Kept<Measured>> task =
        studio
            .tasks()
            .run(
                Messages.text("evaluate.task", title),
                progress -> {
                  AffordableEvaluation fitting = chosen.asked();
                  if (tries) {
                    measuring.tryOut(subject, progress);
                    fitting = chosen.of(paces);
                    show(chosen, fitting);
                  }
                  planned.set(chosen.seconds(fitting, paces));
                  List<EvaluationRequest> requests = chosen.requests().all(fitting);
                  return Kept.of(
                      measuring.measure(subject, requests, real, progress),
                      measured -> keep(subject, measured));
                });
    running.set(task.evenly(planned::get));
    task.onDone(kept -> done(subject, kept))
        .onFailed(
            error -> {
              running.set(null);
              problem.set(Problems.describe(error));
            })
        .onCancelled(() -> running.set(null));
  }

  /**
   * The command line that measures what the form asks for.
   *
   * @throws StudioException if something was not chosen yet, or the command line cannot
   */
  public ShellLine command(Subject subject) {
    Optional<EvaluateCommands.Against> against = Optional.empty();
    RealChoice real = settings.real();
    if (real instanceof RealChoice.Own own && own.split() != Split.TRAIN) {
      throw new StudioException(Messages.text("evaluate.command.held-out"));
    } else if (real instanceof RealChoice.Other) {
      against =
          Optional.ofNullable(settings.referenceProperty().get())
              .map(
                  each ->
                      new EvaluateCommands.Against(
                          each, subject.run().folder().recipe().data().size()));
    }
    String checkpoint =
        subject.choice() instanceof SnapshotChoice.Saved saved
            ? TrainCommands.name(saved.checkpoint())
            : "latest";
    Drawing drawing =
        new Drawing(
            subject.run().folder().path(),
            checkpoint,
            subject.averaged(),
            settings.thresholdProperty().get(),
            subject.inW(),
            settings.keepProperty().get());
    return EvaluateCommands.of(drawing, settings.request(), against);
  }

  private void show(AffordableEvaluationModel.Chosen chosen, AffordableEvaluation fitting) {
    studio.ui().execute(() -> fit.measures(chosen, fitting));
  }

  private static void keep(Subject subject, Measured measured) {
    EvaluationRecord.keep(
        subject.run().folder(), measured.step(), subject.averaged(), measured.results());
  }

  private void done(Subject subject, Kept<Measured> kept) {
    running.set(null);
    Measured measured = kept.measured();
    if (subject.run() == studio.openRunProperty().get()) {
      finished.set(
          new Finished(subject.run(), measured.step(), subject.averaged(), measured.results()));
      problem.set(kept.problem());
      refresh();
      fit.look(); // the classifier may have been learned
    } else if (!kept.problem().isEmpty()) {
      studio.tell(Notice.problem(kept.problem()));
    }
  }

  /** Shows an earlier score again, with what is kept of it; reads that in the background. */
  public void show(ScoreCard card) {
    OpenRun run = studio.openRunProperty().get();
    if (run == null) {
      return;
    }
    CompletableFuture.supplyAsync(() -> EvaluationRecord.load(run.folder(), card))
        .thenAcceptAsync(
            result -> {
              if (run == studio.openRunProperty().get()) {
                problem.set("");
                boolean averaged = card.weights().equals(ScoreCard.weights(true));
                finished.set(new Finished(run, card.step(), averaged, List.of(result)));
              }
            },
            studio.ui());
  }

  /** The page is shown, or not any more: then nothing is looked for. */
  public void show(boolean shows) {
    shown = shows;
    if (shows) {
      refresh();
      fit.show();
    }
  }

  /** Reads the open run's scores again, in the background. */
  public void refresh() {
    OpenRun run = studio.openRunProperty().get();
    if (run == null) {
      return;
    }
    List<Event.Scored> quick = List.copyOf(run.history().scores());
    newest = newest(quick);
    int turn = ++reading;
    CompletableFuture.supplyAsync(() -> read(run.folder(), quick))
        .whenCompleteAsync(
            (read, error) -> {
              if (run != studio.openRunProperty().get() || turn != reading) {
                return;
              }
              if (error == null) {
                warnings = read;
                groups.setAll(ScoreGroup.of(List.copyOf(read.keySet())));
              } else {
                problem.set(Problems.describe(error));
              }
            },
            studio.ui());
  }

  /** All scores, each with what to bear in mind of it. */
  private static Map<ScoreCard, List<Warning>> read(RunFolder run, List<Event.Scored> quick) {
    Map<ScoreCard, List<Warning>> read = new LinkedHashMap<>();
    RunScores.together(run.scores(), quick)
        .forEach(each -> read.put(each, EvaluationRecord.warnings(run, each)));
    return read;
  }
}
