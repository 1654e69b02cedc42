package studio.saddlepoint.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.metrics.extractor.Classifiers;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.Status;
import studio.saddlepoint.train.Trainer;
import studio.saddlepoint.train.diagnosis.Probe;

/** Trains recipes and notes what is found: whether what goes wrong is, and nothing else. */
public final class DoctorTrial {
  private static final long LOOK_MILLIS = 100;

  /** Pictures that a small data set has to be judged by. */
  private static final int HELD_OUT = 512;

  /** A batch is to be filled: of fewer pictures each is there several times. */
  private static final int FEWEST_FILES = 64;

  private final Home home;
  private final Path runs;

  /**
   * Trials.
   *
   * @param home whose caches hold the data sets' classifiers
   * @param runs where the runs are made; they stay
   */
  public DoctorTrial(Home home, Path runs) {
    this.home = home;
    this.runs = runs;
  }

  /**
   * What came of a training.
   *
   * @param run its name
   * @param findings what was told, oldest first, without what was told to be over
   * @param looks how many looks there were
   * @param share of the time that looks took, 0 to 1
   */
  public record Outcome(String run, List<Event.Found> findings, int looks, double share) {
    /** The kinds that were told as something wrong: no mere hints. */
    public List<String> alarms() {
      return findings.stream()
          .filter(each -> !each.severity().equals("info"))
          .map(Event.Found::kind)
          .distinct()
          .toList();
    }

    /** All kinds that were told. */
    public List<String> kinds() {
      return findings.stream().map(Event.Found::kind).distinct().toList();
    }
  }

  /**
   * Trains a recipe, and notes what is found. A divergence ends it.
   *
   * @param steps that it makes
   * @param progress told how far it is; where it is cancelled, the training ends and stays
   * @throws StudioException if it cannot be trained
   */
  public Outcome run(Recipe recipe, long steps, Progress progress) {
    Recipe shortened = recipe.with(Map.of("training.steps", steps, "training.evaluateEvery", 0L));
    teach(shortened, progress.part(0, 0.1));
    Queue<Event> told = new ConcurrentLinkedQueue<>();
    RunFolder run = RunFolder.create(runs, shortened);
    try (Trainer trainer =
        Trainer.start(
            run,
            home,
            event -> {
              if (event instanceof Event.Found || event instanceof Event.Probed) {
                told.add(event);
              }
            })) {
      follow(trainer, progress.part(0.1, 1));
      Status end = trainer.status();
      if (end.state() == Trainer.State.FAILED) {
        throw new StudioException(recipe.name() + ": " + end.message());
      }
    }
    List<Event.Found> findings =
        told.stream()
            .filter(Event.Found.class::isInstance)
            .map(Event.Found.class::cast)
            .filter(each -> !each.over())
            .toList();
    List<Event.Probed> looks =
        told.stream().filter(Event.Probed.class::isInstance).map(Event.Probed.class::cast).toList();
    double share =
        looks.isEmpty()
            ? 0
            : looks.get(looks.size() - 1).values().getOrDefault(Probe.SHARE, Double.NaN);
    return new Outcome(run.id(), findings, looks.size(), share);
  }

  /** Makes the classifier of a labelled data set, as the first evaluation of a training does. */
  private void teach(Recipe recipe, Progress progress) {
    TorchEngine.start(progress);
    DataSet train = DataSets.open(recipe.data(), Split.TRAIN, home.caches(), progress);
    if (train.classNames().size() > 1) {
      DataSet test = DataSets.open(recipe.data(), Split.TEST, home.caches(), progress);
      new Classifiers(home.caches()).of(train, test, progress).close();
    }
  }

  private static void follow(Trainer trainer, Progress progress) {
    try {
      while (!trainer.await(Duration.ofMillis(LOOK_MILLIS))) {
        progress.checkCancelled();
        Status status = trainer.status();
        progress.report("Training, step " + status.step(), (double) status.step() / status.steps());
        if (status.state() == Trainer.State.PAUSED) {
          trainer.stop();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted.");
    }
  }

  /**
   * Some pictures of a data set as a folder: too few to learn from, and as ever enough held out to
   * see it by.
   *
   * @param recipe names the data set
   * @param pictures how many
   * @param progress told how far it is
   * @return the recipe on that folder, whose pictures have no classes
   */
  public Recipe limited(Recipe recipe, int pictures, Progress progress) {
    DataSet all = DataSets.open(recipe.data(), Split.TRAIN, home.caches(), progress);
    Path folder =
        runs.resolve(
            English.of("few-%d-of-%s", pictures, all.name().replaceAll("[^A-Za-z0-9]+", "-")));
    write(all, pictures, Math.max(pictures, FEWEST_FILES), folder.resolve("train"));
    DataSet test = DataSets.open(recipe.data(), Split.TEST, home.caches(), progress);
    write(test, HELD_OUT, HELD_OUT, folder.resolve("test"));
    return recipe.with("data.source", folder.toString());
  }

  private static void write(DataSet from, int pictures, int files, Path folder) {
    int different = Math.min(pictures, from.size());
    for (int i = 0; i < files; i++) {
      Path file = folder.resolve(English.of("%05d.png", i));
      if (!Files.exists(file)) {
        int[] one = {i % different};
        Pngs.write(file, PictureConversion.of(from.read(one), from.shape()));
      }
    }
  }
}
