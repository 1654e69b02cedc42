package studio.saddlepoint.app.runs;

import java.nio.file.Path;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.list.RunSummary;

/**
 * The run that something is to be done with.
 *
 * @param folder the run folder
 * @param title what it is called
 * @param recipeTitle what it would be called without a title of its own
 * @param about a person's own words about it
 */
public record RunSubject(Path folder, String title, String recipeTitle, RunAbout about) {
  /** A run in the list. */
  public static RunSubject of(RunSummary run) {
    return new RunSubject(
        run.folder(), run.title(), run.recipe().map(Recipe::title).orElse(""), run.about());
  }

  /** The run that is open. */
  public static RunSubject of(OpenRun run) {
    return new RunSubject(
        run.folder().path(), run.title(), run.folder().recipe().title(), run.folder().about());
  }
}
