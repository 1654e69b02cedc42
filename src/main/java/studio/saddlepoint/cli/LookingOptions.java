package studio.saddlepoint.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.decode.PictureFit;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.memory.NearPicture;
import studio.saddlepoint.metrics.memory.TrainingPictures;

/** The options that say how a person's pictures are looked at. */
final class LookingOptions {
  @Option(
      names = "--extractor",
      paramLabel = "E",
      completionCandidates = ExtractorNames.Help.class,
      description =
          "What features are compared: ${COMPLETION-CANDIDATES}, or a TorchScript file. Such a file is code: use only those you trust. Default: classifier where the data set has classes, pixels otherwise.")
  private @Nullable String extractor;

  @Option(
      names = "--fit",
      paramLabel = "crop|pad|pad-black",
      defaultValue = "crop",
      description =
          "What becomes of a picture that is no square: its middle, or all of it with its edges drawn on, or between black bars; default: ${DEFAULT-VALUE}.")
  private String fit = "crop";

  /** How a picture becomes a square. */
  PictureFit fit() {
    try {
      return PictureFit.parse(fit);
    } catch (StudioException e) {
      throw new BadUse("--fit: " + e.getMessage());
    }
  }

  /** Refuses what cannot be, before anything is opened. */
  void check() {
    fit();
    choice();
  }

  private Optional<ExtractorChoice> choice() {
    return Optional.ofNullable(extractor).map(ExtractorNames::parse);
  }

  /** Looks at the pictures that a snapshot was trained on. */
  TrainingPictures open(Snapshot snapshot, Home home, CommandOutput console, Progress progress) {
    console.status("Looking at the training pictures");
    return TrainingPictures.open(
        snapshot, snapshot.recipe().data(), choice(), home.caches(), progress);
  }

  /** A training picture for machines. */
  static Map<String, Object> document(NearPicture near) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("index", near.index());
    document.put("class", near.label());
    document.put("featureDistance", near.featureDistance());
    document.put("pixelDistance", near.pixelDistance());
    return document;
  }
}
