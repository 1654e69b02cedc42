package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.store.KnownWeights;
import studio.saddlepoint.metrics.store.WeightStore;

/** The options that choose the features to compare, and the source of their weights. */
final class ExtractorOptions {
  @Option(
      names = "--extractor",
      paramLabel = "E",
      completionCandidates = ExtractorNames.Help.class,
      description =
          "What features are compared: ${COMPLETION-CANDIDATES}, or a TorchScript file. Such a file is code: use only those you trust. Default: classifier for a run, inception for folders.")
  private @Nullable String extractor;

  @Option(
      names = "--download",
      description = "Allows to download the weights of inception or vgg where they are not here.")
  private boolean download;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "A copy of the weights of inception or vgg, instead of a download.")
  private @Nullable Path weights;

  /**
   * The extractor that was chosen.
   *
   * @param usual what to take where none was
   */
  ExtractorChoice choice(String usual) {
    String name = extractor == null ? usual : extractor;
    ExtractorChoice choice = ExtractorNames.parse(name);
    if ((download || weights != null) && choice.kind().weights().isEmpty()) {
      throw new BadUse(
          (download ? "--download" : "--weights")
              + " is for --extractor "
              + ExtractorNames.ofWeights()
              + ", not for "
              + name
              + ".");
    }
    return choice;
  }

  /** Gets the weights that an extractor needs, as far as the person allows. */
  void provide(ExtractorChoice choice, Home home, Console console) {
    Optional<KnownWeights> known = choice.kind().weights();
    if (known.isEmpty()) {
      return;
    }
    WeightStore store = new WeightStore(home.caches());
    if (weights != null) {
      store.adopt(known.get(), weights, console);
    } else if (download) {
      if (store.find(known.get()).isEmpty()) {
        console.note(known.get().note());
      }
      store.download(known.get(), console);
    } else {
      store.get(known.get());
    }
  }
}
