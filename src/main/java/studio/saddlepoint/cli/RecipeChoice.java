package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.model.FrozenLayers;
import studio.saddlepoint.recipe.EarlierSettings;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.OtherData;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeCheck;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.recipe.parameter.HyperParameter;

/** A recipe as the command line tells it. What it refuses is bad use. */
final class RecipeChoice {
  private static final String RECIPE_OF_RUN = "recipe.json";

  private RecipeChoice() {}

  /** A setting as {@code --set} has it. */
  record Setting(HyperParameter parameter, String value) {
    /**
     * Reads a setting.
     *
     * @param text such as {@code training.batchSize=32}
     * @throws BadUse if there is no such key or the value is not allowed
     */
    static Setting of(String text) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new BadUse(
            "--set " + text + " has no value: write key=value, such as training.batchSize=32.");
      }
      String key = text.substring(0, equals).strip();
      EarlierSettings.gone(key)
          .ifPresent(
              now -> {
                throw new BadUse(now);
              });
      try {
        Map.Entry<String, String> now = EarlierSettings.now(key, text.substring(equals + 1));
        HyperParameter parameter = HyperParameters.of(now.getKey());
        parameter.parse(now.getValue());
        return new Setting(parameter, now.getValue());
      } catch (StudioException e) {
        throw new BadUse(e);
      }
    }
  }

  /**
   * A recipe by file or name.
   *
   * @throws BadUse if there is neither, or it is not valid
   */
  static Recipe load(String fileOrName) {
    try {
      checkFile(fileOrName);
      return Recipes.load(fileOrName);
    } catch (StudioException e) {
      throw new BadUse(e);
    }
  }

  /** What reads like a path is not looked for among the embedded recipes. */
  private static void checkFile(String fileOrName) {
    Path path =
        PathNames.spelt(fileOrName)
            .orElseThrow(
                () -> new BadUse("\"" + fileOrName + "\" cannot be the name of a file or recipe."));
    if (Files.isDirectory(path)) {
      throw new BadUse(
          fileOrName
              + (Files.isRegularFile(path.resolve(RECIPE_OF_RUN))
                  ? " is the folder of a run: resume goes on with it, and its "
                      + RECIPE_OF_RUN
                      + " trains the same again."
                  : " is a folder: name a recipe's JSON file, or an embedded recipe (\"saddlepoint recipes\" lists them)."));
    }
    boolean pathLike = path.getNameCount() > 1 || fileOrName.endsWith(".json");
    if (pathLike && !Files.exists(path)) {
      throw new BadUse(
          "There is no recipe file "
              + fileOrName
              + ": check the path, or name an embedded recipe (\"saddlepoint recipes\" lists them)."
              + PathNames.cure(fileOrName));
    }
  }

  /**
   * A recipe with settings.
   *
   * @throws BadUse if they do not fit together
   */
  static Recipe with(Recipe recipe, List<Setting> settings) {
    Map<String, Object> changes = new LinkedHashMap<>();
    settings.forEach(each -> changes.put(each.parameter().key(), each.value()));
    try {
      return recipe.with(changes);
    } catch (StudioException e) {
      throw new BadUse(e);
    }
  }

  /**
   * A recipe that a new run may begin with.
   *
   * @throws BadUse if none may
   */
  static Recipe ofNew(Recipe recipe) {
    try {
      RecipeCheck.requireNew(recipe);
      FrozenLayers.requirePossible(recipe);
      return recipe;
    } catch (StudioException e) {
      throw new BadUse(e);
    }
  }

  /**
   * A recipe on other data: its name and title then tell of that data.
   *
   * @param source an embedded data set, a path, or a well-known data set that is here
   * @param home where those are
   */
  static Recipe on(Recipe recipe, String source, Home home) {
    return OtherData.of(recipe, DataSource.of(source, home));
  }
}
