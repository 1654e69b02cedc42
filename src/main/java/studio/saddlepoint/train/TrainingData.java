package studio.saddlepoint.train;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataMatch;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Fingerprint;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.latent.TrainedOn;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.LearntData;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;

/**
 * The data set of a training, with the classes under the numbers that its networks know.
 *
 * @param set the split to learn from
 * @param learnt what the run is to keep of it; empty where it keeps that already
 * @param change what became of it since the run learnt from it last, for a person; empty where
 *     nothing did
 */
record TrainingData(DataSet set, Optional<LearntData> learnt, Optional<String> change) {
  private static final String OTHER_CLASSES =
      " The networks of this run know only the classes that they began with: put the data back as it was, a renamed folder under its old name, or train a new run on it.";
  private static final String OTHER_PICTURES =
      " The networks of this run were made for pictures as they were: put the data back, or train a new run on it.";
  private static final Logger LOG = LoggerFactory.getLogger(TrainingData.class);

  /**
   * Opens the training split, and holds it against what the run learnt from before.
   *
   * @param from where the training goes on; empty to begin
   * @param progress told how far it is
   * @param cancelled whether it is not wanted any more
   * @throws StudioException if it cannot be opened, its images or classes are not those that the
   *     networks were made for, it has fewer pictures than a batch, or has no classes where the
   *     recipe needs them
   */
  static TrainingData open(
      RunFolder run,
      Optional<Checkpoint> from,
      Home home,
      Progress progress,
      BooleanSupplier cancelled) {
    Recipe recipe = from.map(Checkpoint::recipe).orElse(run.recipe());
    DataSet set = open(recipe, home, progress, cancelled);
    if (from.isEmpty()) {
      requireTrainable(set, recipe);
      return new TrainingData(
          set, Optional.of(new LearntData(0, Fingerprint.of(set))), Optional.empty());
    }
    Optional<LearntData> kept = LearntData.of(run);
    DataMatch match = TrainedOn.of(from.get(), kept).match(set);
    requireFitting(match, recipe);
    DataSet matched = match.matched();
    requireTrainable(matched, recipe);
    return new TrainingData(
        matched,
        kept.isPresent()
            ? Optional.empty()
            : Optional.of(
                new LearntData(
                    from.get().step(), Fingerprint.of(set).withClassNames(matched.classNames()))),
        match.change());
  }

  /**
   * Keeps with the run what it did not know of its data set, and tells what changed.
   *
   * @param step the step at which the training goes on
   */
  void tell(RunFolder run, long step, Consumer<Event> emit) {
    try {
      learnt.ifPresent(each -> each.keep(run));
    } catch (StudioException e) {
      LOG.warn("Changes of the data set will not be noticed later: {}", e.getMessage());
    }
    change.ifPresent(
        each ->
            emit.accept(
                new Event.Found(
                    Instant.now(),
                    step,
                    "data-changed",
                    "warning",
                    "The data set is not what it was.",
                    each,
                    "The networks go on with what they learnt; losses and scores from before are about the data as it was.",
                    "If that was not meant, stop, put the data back and resume.")));
  }

  private static DataSet open(
      Recipe recipe, Home home, Progress progress, BooleanSupplier cancelled) {
    Progress cancellable =
        new Progress() {
          @Override
          public void report(String stage, double fraction) {
            progress.report(stage, fraction);
          }

          @Override
          public boolean cancelled() {
            return cancelled.getAsBoolean();
          }
        };
    return DataSets.open(recipe.data(), Split.TRAIN, home.caches(), cancellable);
  }

  private static void requireFitting(DataMatch match, Recipe recipe) {
    boolean classes = recipe.method().needsLabels() && !match.sameClasses();
    if (classes || !match.sameShape()) {
      throw new StudioException(
          match.change().orElse("The data set is not what it was.")
              + (classes ? OTHER_CLASSES : OTHER_PICTURES));
    }
  }

  /**
   * Refuses a recipe that cannot be trained on a data set.
   *
   * @throws StudioException if the set has fewer pictures than a batch, or no classes where the
   *     recipe needs them
   */
  static void requireTrainable(DataSet data, Recipe recipe) {
    if (data.size() < recipe.largestBatch()) {
      throw new StudioException(
          "The data set "
              + data.name()
              + " has "
              + data.size()
              + (data.size() == 1 ? " picture" : " pictures")
              + ", fewer than training.batchSize ("
              + recipe.largestBatch()
              + "): lower the batch size.");
    }
    if (recipe.method().needsLabels() && data.classNames().size() < 2) {
      throw new StudioException(
          "method.conditional needs classes, but the data set "
              + data.name()
              + " has none: switch it off, sort the images into one sub-folder a class, or set method.clusters.count to 10 or so for clusters in their place.");
    }
    int clusters = recipe.method().clusters().count();
    if (recipe.method().clustered() && data.size() < clusters) {
      throw new StudioException(
          "The data set "
              + data.name()
              + " has "
              + English.count(data.size(), "picture")
              + ", fewer than method.clusters.count ("
              + clusters
              + "): lower the count.");
    }
  }
}
