package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.PathNames;

/** The options that name the images to compare, where it is not a run against its own data set. */
final class FolderOptions {
  private static final int LEAST = 8;
  private static final int MOST = 4096;

  @Option(
      names = "--real",
      paramLabel = "DIR|NPZ|NAME",
      description =
          "Real images: a folder with all below it, a zip of images, strokes, shapes, the name of a well-known data set (see data get), or statistics (mu and sigma) in an .npz file.")
  private @Nullable String real;

  @Option(
      names = "--fake",
      paramLabel = "DIR|NPZ",
      description =
          "Generated images: a folder with all below it, a zip of images, or statistics in an .npz file, for FID alone.")
  private @Nullable Path fake;

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      description =
          "Scales the middle square of each image in a folder to this size. Default: images as they are.")
  private @Nullable Integer size;

  /**
   * Refuses what does not go together.
   *
   * @param ofRun whether a run is named
   * @throws BadUse if nothing, or too much, is named
   */
  void check(boolean ofRun) {
    if (ofRun && fake != null) {
      throw new BadUse("Name a run or a folder with --fake, not both.");
    }
    if (real == null && !ofRun) {
      throw new BadUse(
          fake == null
              ? "Name a run, or folders of images with --real and --fake."
              : "--fake needs --real: the folder or statistics to compare with.");
    }
    if (real == null && size != null) {
      throw new BadUse("--size is for folders; a run's data set has the run's size.");
    }
    if (size != null && (size < LEAST || size > MOST)) {
      throw new BadUse("--size is " + size + ": it must be between 8 and 4096.");
    }
    if (fake != null) {
      ImagePaths.existing(PathNames.text(fake), "--fake");
    }
  }

  /** The real side as it was named; empty for a run's own data set. */
  Optional<String> real() {
    return Optional.ofNullable(real);
  }

  /** The generated side; empty for a run's samples, or none. */
  Optional<Path> fake() {
    return Optional.ofNullable(fake);
  }

  /** Width and height that images of folders are scaled to; empty for as they are. */
  OptionalInt size() {
    return size == null ? OptionalInt.empty() : OptionalInt.of(size);
  }
}
