package studio.saddlepoint.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.model.FrozenLayers;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeCheck;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.file.RunFiles;

/** The folder of a run that has not begun: made whole, or not at all. */
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
    Optional<Checkpoint> weights = from.map(StartingPoint::weights);
    try {
      Files.createDirectories(root);
      Path path = freshFolder(root.resolve(name(recipe)));
      fill(path, recipe, from, weights);
      return path;
    } catch (IOException e) {
      throw new StudioException(
          "No run can be made in "
              + root
              + " ("
              + DiskErrors.reason(e)
              + "). Check the permissions and the free space there, or choose another folder: the window's preferences or SADDLEPOINT_HOME name it for all runs, --out for one of the command line.",
          e);
    }
  }

  /** The name of a folder that is made now. */
  static String name(Recipe recipe) {
    return recipe.name() + "-" + STAMP.format(LocalDateTime.now(ZoneId.systemDefault()));
  }

  private static Path freshFolder(Path wanted) throws IOException {
    for (int i = 1; ; i++) {
      Path path = i == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + i);
      try {
        return Files.createDirectory(path);
      } catch (FileAlreadyExistsException e) {
        // Another run began in the same second: the next number.
        continue;
      }
    }
  }

  private static void fill(
      Path path, Recipe recipe, Optional<StartingPoint> from, Optional<Checkpoint> weights)
      throws IOException {
    try {
      Files.createDirectory(path.resolve(RunFiles.CHECKPOINTS));
      Files.createDirectory(path.resolve(RunFiles.SAMPLES));
      if (from.isPresent() && weights.isPresent()) {
        OriginWeights.write(path, weights.get());
        from.get().origin().write(path);
      }
      // Last: from here on it is a run.
      AtomicFile.ON_DISK.write(path.resolve(RunFiles.RECIPE), RecipeJson.write(recipe));
    } catch (IOException e) {
      for (String made :
          List.of(
              RunFiles.CHECKPOINTS,
              RunFiles.SAMPLES,
              OriginWeights.NAME,
              RunOrigin.NAME,
              RunFiles.RECIPE,
              "")) {
        AtomicFile.deleteQuietly(path.resolve(made));
      }
      throw e;
    }
  }
}
