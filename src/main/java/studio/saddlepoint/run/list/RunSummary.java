package studio.saddlepoint.run.list;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunOrigin;

/**
 * A run in a list.
 *
 * @param folder the run folder
 * @param title what a person calls it, else its recipe; the folder's name where the recipe is
 *     damaged
 * @param about a person's own words about it
 * @param recipe what it was started with; empty where it is damaged
 * @param problem why it cannot be opened, for a person to read; empty where it can
 * @param steps to make in all, as they were set last; 0 where the recipe is damaged
 * @param lastStep the last step its event log tells of
 * @param imagesSeen real pictures seen by then, repeats included; 0 where the recipe is damaged
 * @param lastChange when its event log last grew
 * @param newestSheet its newest sample sheet
 * @param locked whether it is being trained
 * @param origin the run that it was branched or fine-tuned from; empty where it began with its own
 *     weights
 */
public record RunSummary(
    Path folder,
    String title,
    RunAbout about,
    Optional<Recipe> recipe,
    String problem,
    long steps,
    long lastStep,
    long imagesSeen,
    Instant lastChange,
    Optional<Path> newestSheet,
    boolean locked,
    Optional<RunOrigin> origin) {
  /**
   * A run as it stands now, wherever it lies.
   *
   * @param folder the run folder
   */
  public static RunSummary of(Path folder) {
    return RunList.summary(folder.toAbsolutePath().normalize());
  }
}
