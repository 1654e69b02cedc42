package studio.saddlepoint.app.evaluate.model;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.evaluate.parts.Busy;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.metrics.EvaluationWork;
import studio.saddlepoint.metrics.Situation;
import studio.saddlepoint.metrics.pace.Paces;

/**
 * Keeps what the form asks for at what fits half a minute, as far as a person did not choose, and
 * tells what it costs. Knows no controls; for the FX thread.
 */
public final class AffordableEvaluationModel {
  private static final Logger LOG = Logger.getLogger(AffordableEvaluationModel.class.getName());

  private final StudioModel studio;
  private final Measuring measuring;
  private final EvaluateSettings settings;
  private final Paces paces;
  private final Busy busy;
  private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper("");
  private Optional<Situation> situation = Optional.empty();
  private int looking;
  private boolean resting;

  /**
   * Nothing known of the open run yet.
   *
   * @param paces how fast this computer is
   */
  AffordableEvaluationModel(
      StudioModel studio, Measuring measuring, EvaluateSettings settings, Paces paces) {
    this.studio = studio;
    this.measuring = measuring;
    this.settings = settings;
    this.paces = paces;
    this.busy = new Busy(studio.trainings());
    busy.property()
        .addListener(
            (p, old, now) -> {
              paces.busy(now);
              tell(); // what a person reads stays as it is: fitted when the page is shown again
            });
    paces.busy(busy.property().get());
    settings.onChange(this::fit);
    studio
        .openRunProperty()
        .addListener(
            (p, old, now) -> {
              situation = Optional.empty();
              looking++;
              cost.set("");
            });
  }

  /** What the form asks for costs, and what more would; empty where that is not known. */
  public ReadOnlyStringProperty costProperty() {
    return cost.getReadOnlyProperty();
  }

  /** The page is shown: what it asks for may be fitted to how things are now. */
  void show() {
    fit();
    look();
  }

  /** Looks, in the background, what there is to measure. */
  void look() {
    OpenRun run = studio.openRunProperty().get();
    if (run == null) {
      return;
    }
    int turn = ++looking;
    CompletableFuture.supplyAsync(() -> situation(run))
        .thenAcceptAsync(
            found -> {
              if (turn == looking && !found.equals(situation)) {
                situation = found;
                fit();
              }
            },
            studio.ui());
  }

  private Optional<Situation> situation(OpenRun run) {
    try {
      return measuring.situation(run);
    } catch (StudioException e) {
      LOG.log(Level.FINE, "It is not known what an evaluation takes", e);
      return Optional.empty(); // measuring tells why the data set cannot be used
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  /** Leaves what is asked for as it is while it is measured, or not any more. */
  void rest(boolean rests) {
    resting = rests;
    tell();
  }

  /** Shows what is measured, where a try found that less fits, or more. */
  void measures(Chosen chosen, AffordableEvaluation fitting) {
    if (chosen.choices().equals(settings.choices())) {
      settings.take(fitting);
    }
  }

  private void fit() {
    if (situation.isPresent() && !resting && settings.choices().open()) {
      settings.take(chosen().of(paces));
    }
    tell();
  }

  private void tell() {
    Situation there = situation.orElse(null);
    if (there == null || resting) {
      return;
    }
    AffordableEvaluation asked = settings.asked();
    Requests requests = settings.requests();
    ToDoubleFunction<AffordableEvaluation> seconds = seconds(requests, there, paces);
    cost.set(
        ofDataSet(requests) && Double.isFinite(seconds.applyAsDouble(asked))
            ? Cost.text(
                asked, settings.choices(), there, busy.property().get(), paces.known(), seconds)
            : "");
  }

  /** A folder's images have to be decoded first, and nobody knows how large they are. */
  private static boolean ofDataSet(Requests requests) {
    return requests.against() == ReferenceKind.TRAIN
        || requests.against() == ReferenceKind.HELD_OUT;
  }

  /** Whether what fits has to be tried: nothing was measured here yet as things are. */
  boolean unknown() {
    return situation.isPresent() && settings.choices().open() && !paces.known();
  }

  /** What the form asks for, to be fitted once more after a try; for any thread. */
  Chosen chosen() {
    return new Chosen(
        settings.choices(), settings.asked(), settings.requests(), situation.orElse(null));
  }

  /**
   * What a person chose, to be completed by what fits.
   *
   * @param choices what is not free
   * @param asked what is asked for where nothing is known of the data
   * @param requests makes requests
   * @param situation what there is; none where it is not known
   */
  record Chosen(
      Choices choices,
      AffordableEvaluation asked,
      Requests requests,
      @Nullable Situation situation) {
    /** What it will take; NaN where that is not known. */
    double seconds(AffordableEvaluation fit, Paces paces) {
      Situation there = situation;
      return there == null || !ofDataSet(requests)
          ? Double.NaN
          : AffordableEvaluationModel.seconds(requests, there, paces).applyAsDouble(fit);
    }

    /** The best that fits. */
    AffordableEvaluation of(Paces paces) {
      Situation there = situation;
      return there == null || !choices.open()
          ? asked
          : AffordableEvaluation.of(
              choices, there, AffordableEvaluationModel.seconds(requests, there, paces));
    }
  }

  private static ToDoubleFunction<AffordableEvaluation> seconds(
      Requests requests, Situation situation, Paces paces) {
    Split part = requests.against() == ReferenceKind.HELD_OUT ? Split.TEST : Split.TRAIN;
    return fit -> {
      try {
        return requests.all(fit).stream()
            .mapToDouble(each -> paces.seconds(EvaluationWork.of(situation, each, part)))
            .sum();
      } catch (StudioException e) {
        return Double.NaN; // a request that cannot be made yet
      }
    };
  }
}
