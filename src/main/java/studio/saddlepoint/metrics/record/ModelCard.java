package studio.saddlepoint.metrics.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.GeneratorFiles;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.Protocol;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.LatentPrior;
import studio.saddlepoint.run.LearntData;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.ScoreCard;

/**
 * The card of a generator that is given away (Mitchell et al. 2019): what it is, what it learnt
 * from, how it was trained, its scores with how each was made, and whether it was looked at for
 * memorised pictures. The licence is the person's to say.
 */
public final class ModelCard {
  /** The card's file. */
  private static final String NAME = "README.md";

  private static final String MEMORISATION = "memorisation";

  private final RunFolder run;
  private final Snapshot snapshot;
  private final String file;
  private final StringBuilder text = new StringBuilder();

  private ModelCard(RunFolder run, Snapshot snapshot, String file) {
    this.run = run;
    this.snapshot = snapshot;
    this.file = file;
  }

  /**
   * The card as Markdown. Reads the run's scores.
   *
   * @param run that the snapshot is from
   * @param file name of the weights beside the card
   * @throws studio.saddlepoint.core.StudioException if the scores cannot be read
   */
  public static String write(RunFolder run, Snapshot snapshot, String file) {
    ModelCard card = new ModelCard(run, snapshot, file);
    card.head();
    card.generator();
    card.data();
    card.training();
    card.scores();
    card.licence();
    return card.text.toString();
  }

  /** Where the card of weights goes: beside them. */
  public static Path beside(Path weights) {
    return weights.toAbsolutePath().resolveSibling(NAME);
  }

  /**
   * Writes the weights of a snapshot as safetensors, and the card beside them.
   *
   * @param run that the snapshot is from
   * @param weights the file
   * @param replace whether a card that is there may be replaced
   * @throws StudioException if a card is there that may not be replaced, or one of the two cannot
   *     be written
   */
  public static void save(
      RunFolder run, Snapshot snapshot, Path weights, boolean replace, Progress progress) {
    Path card = beside(weights);
    if (!replace && Files.exists(card)) {
      throw new StudioException(
          English.of(
              "%s is there already, where the model card goes: choose another folder.", card));
    }
    String words = write(run, snapshot, String.valueOf(weights.getFileName()));
    GeneratorFiles.writeSafetensors(snapshot, weights, run.title(), progress);
    try {
      AtomicFile.ON_DISK.write(card, words);
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "The weights are in %s, but %s cannot be written (%s).",
              weights, card, DiskErrors.reason(e)),
          e);
    }
  }

  private void head() {
    Recipe recipe = snapshot.recipe();
    text.append("---\nlicense:\ntags:\n- gan\n- image-generation\n---\n\n");
    line("# " + shown(run.title()));
    if (!recipe.summary().isBlank()) {
      line(shown(recipe.summary()));
    }
  }

  private void generator() {
    Recipe recipe = snapshot.recipe();
    line("## The generator");
    row("Setting", "Value");
    row("---", "---");
    row("File", file);
    row("Architecture", recipe.generator().architecture().label());
    row(
        "Latent code",
        English.of(
            "%d numbers, %s",
            snapshot.latent().size(),
            recipe.generator().prior() == LatentPrior.UNIFORM ? "uniform in -1..1" : "normal"));
    row(
        "Classes",
        snapshot.latent().conditional()
            ? String.join(", ", snapshot.latent().classNames())
            : "none: it is not conditional");
    row(
        "Pictures",
        English.of(
            "%d channels, %d x %d pixels, -1 is black and 1 is white",
            snapshot.shape().channels(), snapshot.shape().height(), snapshot.shape().width()));
    row(
        "Weights",
        English.of(
            "step %,d, %s",
            snapshot.step(),
            snapshot.averaged() ? "the running mean (EMA)" : "as they were at that step"));
    text.append('\n');
  }

  private void data() {
    line("## What it learnt from");
    Recipe recipe = snapshot.recipe();
    line(
        English.of(
            "The data set %s at %d pixels%s.",
            shown(recipe.data().source()),
            recipe.data().size(),
            LearntData.of(run)
                .map(
                    kept ->
                        English.of(
                            ": %,d pictures, fingerprint %s",
                            kept.data().count(), kept.data().digest()))
                .orElse("")));
  }

  private void training() {
    line("## How it was trained");
    Recipe recipe = snapshot.recipe();
    line(
        English.of(
            "By Saddlepoint, for %,d steps with batches of %d and the seed %d.%s",
            snapshot.step(),
            recipe.training().batchSize(),
            recipe.seed(),
            recipe.paper().isBlank() ? "" : " After " + shown(recipe.paper()) + "."));
    line("These settings are not the usual ones:");
    row("Setting", "Value");
    row("---", "---");
    differences().forEach(each -> row(each.get(0), each.get(1)));
    text.append('\n');
  }

  private List<List<String>> differences() {
    List<List<String>> found = new ArrayList<>();
    for (Map.Entry<String, List<String>> each :
        HyperParameters.differences(Recipe.defaults(), snapshot.recipe()).entrySet()) {
      if (each.getKey().contains(".")) {
        found.add(List.of(each.getKey(), each.getValue().get(1)));
      }
    }
    return found;
  }

  private void scores() {
    line("## Scores");
    String weights = ScoreCard.weights(snapshot.averaged());
    List<ScoreCard> own =
        RunScores.read(run).stream()
            .filter(each -> each.step() == snapshot.step())
            .filter(each -> each.weights().isEmpty() || each.weights().equals(weights))
            .toList();
    if (own.isEmpty()) {
      line("Nothing was measured of these weights.");
    }
    ScoreGroup.of(own).forEach(group -> MarkdownReport.scores(text, group));
    line("## Memorised pictures");
    Optional<ScoreCard> looked =
        own.stream().filter(each -> each.values().containsKey(MEMORISATION)).findFirst();
    line(
        looked
            .map(
                each ->
                    English.of(
                        "%s: %s (%s).",
                        ValueText.name(MEMORISATION),
                        ValueText.value(MEMORISATION, each.values().get(MEMORISATION)),
                        Protocol.of(each).conditions()))
            .orElse(
                "It was not measured whether pictures of the training are made again. Measure it before you give the generator away: private pictures may be among them."));
  }

  private void licence() {
    line("## Licence");
    line(
        "To be named by whoever gives it away, here and behind `license:` above. The pictures that it learnt from may have terms of their own.");
  }

  private void line(String words) {
    text.append(words).append("\n\n");
  }

  private void row(String name, String value) {
    text.append("| ")
        .append(shown(name).replace("|", "\\|"))
        .append(" | ")
        .append(shown(value).replace("|", "\\|"))
        .append(" |\n");
  }

  /** What others wrote, on one line. */
  private static String shown(String words) {
    return Escapes.name(words.replaceAll("\\s+", " "));
  }
}
