package studio.saddlepoint.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.run.file.RunDiskErrors;
import studio.saddlepoint.run.file.RunFiles;

/**
 * The recipe that a run was started with, in its folder. A later version may have written it: what
 * it holds that this one does not know is passed over.
 */
public final class KeptRecipe {
  private static final Logger LOG = LoggerFactory.getLogger(KeptRecipe.class);

  private KeptRecipe() {}

  /**
   * Reads it to look at the run or to train it, and logs a warning where a part is passed over.
   *
   * @param told is told what that is
   * @throws StudioException if there is none or it is damaged; names the file
   */
  static Recipe open(Path folder, Consumer<List<String>> told) {
    return read(
        folder,
        keys -> {
          told.accept(keys);
          LOG.warn(
              "{}: passing over {}, which this version does not know.",
              folder.resolve(RunFiles.RECIPE),
              String.join(", ", keys));
        });
  }

  /**
   * Reads it for a list, which says nothing about parts.
   *
   * @throws StudioException if there is none or it is damaged; names the file
   */
  public static Recipe list(Path folder) {
    return read(folder, keys -> {});
  }

  private static Recipe read(Path folder, Consumer<List<String>> passedOver) {
    Path file = folder.resolve(RunFiles.RECIPE);
    try {
      return RecipeJson.readKept(Files.readString(file), file.toString(), passedOver);
    } catch (NoSuchFileException e) {
      throw new StudioException(
          folder
              + (Files.isDirectory(folder)
                  ? " is not a run: it has no recipe.json. Choose a run folder."
                  : " is not there: the run was deleted or moved."),
          e);
    } catch (IOException e) {
      throw RunDiskErrors.reading(file, e);
    }
  }
}
