package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.store.KnownWeights;
import studio.saddlepoint.metrics.store.WeightStore;
import studio.saddlepoint.recipe.HyperParameters;

/** The options that choose the features to compare, and the source of their weights. */
final class ExtractorOptions {
  private static final String RANDOM = "random";
  private static final Set<String> NAMES =
      new LinkedHashSet<>(
          List.of(
              "inception",
              "inception-clean",
              "inception-pytorch",
              "vgg",
              "classifier",
              "pixels",
              RANDOM));

  @Option(
      names = "--extractor",
      paramLabel = "E",
      description =
          "What features are compared: inception, inception-clean (with clean-fid's resizing), inception-pytorch (with pytorch-fid's), vgg, classifier (trained on the data set), pixels, random or random:SEED (untrained convolutions), or a TorchScript file. Such a file is code: use only those you trust. Default: classifier for a run, inception for folders.")
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
    ExtractorChoice choice = choiceOf(name);
    if ((download || weights != null) && known(choice).isEmpty()) {
      throw new BadUse(
          (download ? "--download" : "--weights")
              + " is for --extractor inception, inception-clean, inception-pytorch or vgg, not for "
              + name
              + ".");
    }
    return choice;
  }

  private static ExtractorChoice choiceOf(String name) {
    switch (name) {
      case "classifier":
        return new ExtractorChoice.Classifier();
      case "pixels":
        return new ExtractorChoice.Pixels();
      case "inception":
        return new ExtractorChoice.Inception(ExtractorChoice.Resize.TENSORFLOW);
      case "inception-clean":
        return new ExtractorChoice.Inception(ExtractorChoice.Resize.CLEAN);
      case "inception-pytorch":
        return new ExtractorChoice.Inception(ExtractorChoice.Resize.PYTORCH);
      case "vgg":
        return new ExtractorChoice.Vgg();
      case RANDOM:
        return new ExtractorChoice.RandomConvolution(1);
      default:
        return name.matches(RANDOM + ":-?\\d{1,18}")
            ? new ExtractorChoice.RandomConvolution(
                Long.parseLong(name.substring(RANDOM.length() + 1)))
            : file(name);
    }
  }

  private static ExtractorChoice file(String name) {
    return PathNames.spelt(name)
        .filter(Files::isRegularFile)
        .map(ExtractorChoice.TorchScript::new)
        .orElseThrow(() -> none(name));
  }

  private static BadUse none(String name) {
    return new BadUse(
        "--extractor is \""
            + name
            + "\": it must be "
            + String.join(", ", NAMES)
            + ", or a TorchScript file that is there. Did you mean "
            + HyperParameters.nearest(name, NAMES)
            + "?"
            + PathNames.cure(name));
  }

  private static Optional<KnownWeights> known(ExtractorChoice choice) {
    if (choice instanceof ExtractorChoice.Inception) {
      return Optional.of(KnownWeights.INCEPTION);
    }
    return choice instanceof ExtractorChoice.Vgg
        ? Optional.of(KnownWeights.VGG16)
        : Optional.empty();
  }

  /** Gets the weights that an extractor needs, as far as the person allows. */
  void provide(ExtractorChoice choice, Home home, Console console) {
    Optional<KnownWeights> known = known(choice);
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
