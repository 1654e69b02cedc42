package studio.saddlepoint.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.saddlepoint.recipe.Recipe;

/**
 * A kind of trouble that is brought about on purpose, to see whether it is found.
 *
 * @param name for a table
 * @param recipe that comes with the program
 * @param changes hyper-parameters by which it goes wrong
 * @param pictures that it learns from; 0 for all of the data set
 * @param found the findings of which one is to be told: some troubles bring others along
 */
public record Provoked(
    String name, String recipe, Map<String, String> changes, int pictures, Set<String> found) {
  private static final String GENERATOR = "generator.optimizer.learningRate";
  private static final String DISCRIMINATOR = "discriminator.optimizer.learningRate";

  /** All kinds that are tried. */
  public static final List<Provoked> ALL =
      List.of(
          new Provoked(
              "collapse",
              "lesson-unbalanced",
              Map.of(),
              0,
              Set.of("mode-collapse", "low-diversity")),
          new Provoked(
              "vanishing",
              "minimax-strokes",
              Map.of(DISCRIMINATOR, "0.004"),
              0,
              Set.of("vanishing-gradient", "discriminator-too-strong")),
          new Provoked(
              "weak",
              "dcgan-strokes",
              Map.of(DISCRIMINATOR, "1e-7"),
              0,
              Set.of("discriminator-too-weak")),
          new Provoked(
              "divergence",
              "wgan-strokes",
              Map.of(
                  GENERATOR,
                  "1",
                  DISCRIMINATOR,
                  "1",
                  "method.weightClip",
                  "0",
                  "generator.optimizer.kind",
                  "sgd",
                  "discriminator.optimizer.kind",
                  "sgd"),
              0,
              Set.of("diverged")),
          new Provoked("memorisation", "wgan-gp-strokes", Map.of(), 8, Set.of("memorisation")),
          new Provoked(
              "over-fitting",
              "dcgan-strokes",
              Map.of(DISCRIMINATOR, "0.001"),
              200,
              Set.of("discriminator-over-fitting")),
          new Provoked(
              "posterior",
              "vae-strokes",
              Map.of("method.vae.klWeight", "100"),
              0,
              Set.of("posterior-collapse")),
          new Provoked(
              "standstill",
              "dcgan-strokes",
              Map.of(GENERATOR, "1e-9"),
              0,
              Set.of("slow-convergence", "discriminator-too-strong")));

  /** The recipes that come with the program and are there to fail. */
  public static final Set<String> FAILING = Set.of("lesson-unbalanced", "course-gan-fails-mnist");

  /** Copies the maps. */
  public Provoked {
    changes = Map.copyOf(changes);
    found = Set.copyOf(found);
  }

  /** A recipe with what makes it go wrong. */
  public Recipe of(Recipe healthy) {
    return healthy.with(changes);
  }
}
