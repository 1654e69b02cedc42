package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;

/** A recipe that is put on other data. */
class RecipeChoiceTest {
  @TempDir Path folder;

  private Recipe on(Recipe recipe, String name) throws IOException {
    return RecipeChoice.on(
        recipe, Files.createDirectories(folder.resolve(name)).toString(), Home.at(folder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cats",
        "my pictures",
        "{cats",
        "[(cats",
        "cats)$1",
        "C++ \\E",
        "a^b",
        "100% %n",
        "cats on mats"
      })
  void isCalledByThatDataHoweverOftenItIsMoved(String name) throws IOException {
    Recipe first = on(Recipes.load("dcgan-strokes"), name);
    assertEquals("DCGAN on " + name, first.title());
    Recipe second = on(first, "resume");
    assertEquals("DCGAN on resume", second.title());
    assertEquals("dcgan-resume", second.name());
    assertEquals(folder.resolve("resume").toString(), second.data().source());
    assertEquals(first.name(), on(second, name).name());
  }

  @Test
  void losesWhatAnotherTitleSaysOfItsData() throws IOException {
    Recipe recipe =
        Recipes.load("dcgan-strokes")
            .with("title", "DCGAN on my pictures")
            .with("data.source", "C:\\Users\\{cats");
    assertEquals("DCGAN on resume", on(recipe, "resume").title());
  }

  @Test
  void keepsATitleThatNamesNoData() throws IOException {
    Recipe recipe = Recipes.load("lesson-balanced");
    assertEquals("Lesson: a balanced training on resume", on(recipe, "resume").title());
    assertEquals("lesson-balanced-resume", on(recipe, "resume").name());
  }
}
