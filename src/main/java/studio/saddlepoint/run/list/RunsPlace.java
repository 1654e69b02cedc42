package studio.saddlepoint.run.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.file.RunFiles;

/** The trial of a folder in which a person wants to put new runs. */
public final class RunsPlace {
  /** About a disk's block, so that a full disk shows. */
  private static final int BYTES = 4096;

  private RunsPlace() {}

  /**
   * Makes the folder where it is missing, writes a file there and takes it away again.
   *
   * @param folder which
   * @return it, absolute
   * @throws StudioException if no runs can be put there; says why and what to do
   */
  public static Path require(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    for (Path at = place; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(RunFiles.RECIPE))
          && Files.isDirectory(at.resolve(RunFiles.CHECKPOINTS))) {
        throw new StudioException(
            PathNames.text(at)
                + " is a run itself. Choose a folder that is in no run, such as the one above it.");
      }
    }
    Path trial = AtomicFile.beside(place.resolve("trial"));
    try {
      Files.createDirectories(place);
      Files.write(trial, new byte[BYTES]);
    } catch (IOException e) {
      throw new StudioException(
          "No runs can be put into "
              + PathNames.text(place)
              + " ("
              + DiskErrors.reason(e)
              + "). Check the permissions and the free space there, or choose another folder.",
          e);
    } finally {
      AtomicFile.deleteQuietly(trial);
    }
    return place;
  }
}
