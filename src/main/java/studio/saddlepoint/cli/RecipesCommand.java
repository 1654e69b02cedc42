package studio.saddlepoint.cli;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.English;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.recipe.Recipes;

/** Lists the recipes that come with the program, or prints one to begin a file with. */
@Command(
    name = "recipes",
    description = "Lists the recipes that come with the program, or prints one as JSON.")
final class RecipesCommand implements Callable<Integer> {
  private final CommandOutput console;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "Prints this recipe, to be changed and used as a file.")
  private @Nullable String name;

  RecipesCommand(CommandOutput console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (name != null) {
      String json = RecipeJson.write(RecipeChoice.load(name));
      console.result(JsonParser.parseString(json), json.stripTrailing());
      return Main.DONE;
    }
    List<Map<String, Object>> documents = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Recipe recipe : Recipes.embedded()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("name", recipe.name());
      document.put("title", recipe.title());
      document.put("summary", recipe.summary());
      document.put("paper", recipe.paper());
      document.put("departures", recipe.departures());
      document.put("expect", recipe.expect());
      document.put("data", recipe.data().source());
      documents.add(document);
      lines.add(English.of("%-28s %s", recipe.name(), recipe.title()));
      List<String> abouts = new ArrayList<>();
      abouts.add(recipe.summary());
      abouts.add(recipe.expect());
      abouts.add(recipe.paper());
      if (!recipe.departures().isEmpty()) {
        abouts.add("Other than the paper: " + recipe.departures());
      }
      for (String about : abouts) {
        lines.add(English.of("%-28s %s", "", about));
      }
    }
    console.result(documents, String.join(System.lineSeparator(), lines));
    return Main.DONE;
  }
}
