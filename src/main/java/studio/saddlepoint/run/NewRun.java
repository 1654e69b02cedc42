package studio.saddlepoint.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.model.FrozenLayers;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeCheck;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.run.file.HiddenFolder;
import studio.saddlepoint.run.file.RunFiles;

/**
 * The folder of a run that has not begun: made whole, or not at all, also where the process is
 * killed meanwhile.
 */
final class NewRun {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private NewRun() {}

  /**
   * Makes it, see {@link RunFolder#create}.
   *
   * @param root where runs are kept, absolute
   * @param from the weights that it starts from; empty for its own first ones
   * @return its path
   */
  static Path make(Path root, Recipe recipe, Optional<StartingPoint> from) {
    RecipeCheck.requireNew(recipe);
    FrozenLayers.requirePossible(recipe);
    from.flatMap(each -> each.refusal(recipe))
        .ifPresent(
            reason -> {
              throw new StudioException(reason);
            });
    Path wanted = root.resolve(name(recipe));
    Path hidden = AtomicFile.beside(wanted);
    try {
      Files.createDirectories(root);
      HiddenFolder.sweepRuns(root);
      Files.createDirectory(hidden);
      fill(hidden, recipe, from);
      return HiddenFolder.named(hidden, wanted);
    } catch (IOException e) {
      throw new StudioException(
          "No run can be made in "
              + root
              + " ("
              + DiskErrors.reason(e)
              + "). Check the permissions and the free space there, or choose another folder: the window's preferences or SADDLEPOINT_HOME name it for all runs, --out for one of the command line.",
          e);
    } finally {
      HiddenFolder.delete(hidden);
    }
  }

  /** The name of a folder that is made now. */
  static String name(Recipe recipe) {
    return recipe.name() + "-" + STAMP.format(LocalDateTime.now(ZoneId.systemDefault()));
  }

  private static void fill(Path path, Recipe recipe, Optional<StartingPoint> from)
      throws IOException {
    Files.createDirectory(path.resolve(RunFiles.CHECKPOINTS));
    Files.createDirectory(path.resolve(RunFiles.SAMPLES));
    if (from.isPresent()) {
      OriginWeights.write(path, from.get().weights());
      from.get().origin().write(path);
    }
    AtomicFile.ON_DISK.write(path.resolve(RunFiles.RECIPE), RecipeJson.write(recipe));
  }
}
