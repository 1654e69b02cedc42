package studio.saddlepoint.metrics.extractor;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.store.KnownWeights;

/**
 * A kind of feature extractor: its names, what it is good for, what it needs, what can be set, and
 * how it is opened. All there are stand in {@link Extractors#ALL}; the window, the commands and
 * files follow that list. Kinds are single objects, equal to themselves alone.
 */
public interface ExtractorKind {
  /** Its name in files: {@code inception}. */
  String key();

  /** Its name on the command line; that of a person's file is the file's. */
  String commandName();

  /** What the command line's help adds to that name; may be empty. */
  default String commandNote() {
    return "";
  }

  /** Its name for a person: {@code Inception-v3}. */
  String label();

  /** What it is good for, in a sentence or two. */
  String meaning();

  /** The variants of which one is chosen, the usual one first; nothing where it has none. */
  default List<ExtractorVariant> variants() {
    return List.of();
  }

  /** What the variants are variants of, for a person: {@code Resizing}. */
  default String variantsLabel() {
    return "";
  }

  /** Why one variant is not another, in a sentence or two. */
  default String variantsMeaning() {
    return "";
  }

  /** Whether a seed decides its weights. */
  default boolean seeded() {
    return false;
  }

  /** Whether it is a file of the person's. */
  default boolean takesFile() {
    return false;
  }

  /** The weights that it needs and the program does not bring along. */
  default Optional<KnownWeights> weights() {
    return Optional.empty();
  }

  /** Whether it tells classes of images, which class metrics need. */
  default boolean tellsClasses() {
    return false;
  }

  /** Whether it learns the labelled data set first, and so tells the classes of that. */
  default boolean learnsData() {
    return false;
  }

  /** Whether it learnt nothing; then what it is called when open begins with its command name. */
  default boolean untrained() {
    return false;
  }

  /** Whether it takes images of any size. */
  default boolean takesAnySize() {
    return false;
  }

  /** Whether looking at an image is the greater part of an evaluation's time. */
  default boolean slow() {
    return false;
  }

  /**
   * How many numbers a feature has.
   *
   * @param shape of the images
   */
  int dimension(ImageShape shape);

  /**
   * The seconds that it takes for one image on two cores that do nothing else.
   *
   * @param shape of the images
   */
  double usualSeconds(ImageShape shape);

  /**
   * Opens it. Nothing is downloaded.
   *
   * @param setting what it is set to
   * @param source what there is to open it with
   * @throws studio.saddlepoint.core.StudioException if it cannot be used; the message tells why and
   *     what to do
   * @throws java.util.concurrent.CancellationException if cancelled; nothing is kept then
   */
  FeatureExtractor open(ExtractorSetting setting, ExtractorSource source);

  /** What it is set to unless a person says otherwise; a file has to be chosen. */
  default ExtractorSetting usualSetting() {
    if (!variants().isEmpty()) {
      return variants().get(0).setting();
    }
    return seeded() ? new ExtractorSetting.Seed(1) : ExtractorSetting.NONE;
  }

  /** The choice of it as it usually is. */
  default ExtractorChoice usual() {
    return set(usualSetting());
  }

  /** The choice of it as it is set. */
  default ExtractorChoice set(ExtractorSetting setting) {
    return new ExtractorChoice(this, setting);
  }
}
