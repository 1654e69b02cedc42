package studio.saddlepoint.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;

/** The recipes that come with the program, and recipes in files. */
public final class Recipes {
  private static final String FOLDER = "/assets/recipes/";

  private Recipes() {}

  /** The recipes that come with the program, in the order of the start page. */
  public static List<Recipe> embedded() {
    List<Recipe> found = new ArrayList<>();
    for (String name : resource("index.txt").lines().filter(line -> !line.isBlank()).toList()) {
      found.add(RecipeJson.read(resource(name + ".json"), name));
    }
    return found;
  }

  /**
   * A recipe by file or by name.
   *
   * @param fileOrName the path of a JSON file, or the name of an embedded recipe such as {@code
   *     dcgan-strokes}
   * @throws StudioException if there is neither, or the recipe is not valid
   */
  public static Recipe load(String fileOrName) {
    Optional<Path> file = file(fileOrName);
    if (file.isPresent()) {
      try {
        return RecipeJson.read(Files.readString(file.get()), fileOrName);
      } catch (IOException e) {
        throw new StudioException(
            fileOrName + " cannot be read as text: check that it is a recipe in JSON.", e);
      }
    }
    List<Recipe> all = embedded();
    return all.stream()
        .filter(each -> each.name().equals(fileOrName))
        .findFirst()
        .orElseThrow(() -> unknown(fileOrName, all));
  }

  private static StudioException unknown(String name, List<Recipe> embedded) {
    return new StudioException(
        "There is no recipe file or embedded recipe \""
            + name
            + "\". Embedded are: "
            + String.join(", ", embedded.stream().map(Recipe::name).toList())
            + ".");
  }

  private static Optional<Path> file(String name) {
    return PathNames.spelt(name).filter(Files::isRegularFile);
  }

  private static String resource(String name) {
    try (InputStream in = Recipes.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("Unreadable resource " + FOLDER + name, e);
    }
  }
}
