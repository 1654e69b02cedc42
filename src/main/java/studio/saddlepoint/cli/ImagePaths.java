package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.data.source.ImageFolder;
import studio.saddlepoint.metrics.Comparison;
import studio.saddlepoint.run.file.OutputTrial;

/** Finds what the command line names as images. */
final class ImagePaths {
  private ImagePaths() {}

  /**
   * Real images, by the name of a data set or a path.
   *
   * @param home where well-known data sets are
   * @throws BadUse if there is nothing at the path, or the data set is not here
   */
  static Comparison.Real real(String real, Home home) {
    return DataSource.named(real, home)
        .<Comparison.Real>map(Comparison.RealData::new)
        .orElseGet(() -> realAt(existing(real, "--real")));
  }

  private static Comparison.Real realAt(Path path) {
    return ImageFolder.canOpen(path)
        ? new Comparison.RealFolder(path)
        : new Comparison.RealStatistics(path);
  }

  /** Generated images, or their statistics where the path is a file. */
  static Comparison.Generated generated(Path path, OptionalInt count) {
    return ImageFolder.canOpen(path)
        ? new Comparison.GeneratedFolder(path, count)
        : new Comparison.GeneratedStatistics(path);
  }

  /**
   * A path that is there.
   *
   * @param option for the message
   * @throws BadUse if it is not
   */
  static Path existing(String name, String option) {
    return PathNames.spelt(name)
        .filter(path -> !name.isBlank()) // to Java, the working folder
        .filter(Files::exists)
        .orElseThrow(() -> notThere(name, option));
  }

  /**
   * Refuses a file that could not be written in the end. To be asked before anything is computed.
   *
   * @param option for the message
   * @throws BadUse if it is a folder, or its folder is not there
   * @throws studio.saddlepoint.core.StudioException if it cannot be written
   */
  static void writable(Path file, String option) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (Files.isDirectory(file)) {
      throw new BadUse(option + " is \"" + file + "\", which is a folder: name a file in it.");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new BadUse(option + " is \"" + file + "\", but there is no folder " + folder + ".");
    }
    OutputTrial.of(file);
  }

  private static BadUse notThere(String name, String option) {
    return new BadUse(
        option + " is \"" + name + "\": there is no such file or folder." + PathNames.cure(name));
  }
}
