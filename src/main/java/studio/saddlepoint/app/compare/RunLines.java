package studio.saddlepoint.app.compare;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.metrics.record.ValueText;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.list.BestScore;
import studio.saddlepoint.run.list.RunSummary;

/** What tells a run from others in a list, and by what it is found. */
final class RunLines {
  private RunLines() {}

  /** What it learns how: {@code Hinge · strokes}. */
  static String what(RunSummary run) {
    return run.recipe()
        .map(
            recipe ->
                Messages.text(
                    "compare.run.what", recipe.method().objective().label(), data(recipe)))
        .orElse("");
  }

  private static String data(Recipe recipe) {
    String source = recipe.data().source();
    return Escapes.name(
        PathNames.spelt(source)
            .filter(path -> path.getNameCount() > 1)
            .map(PathNames::of)
            .orElse(source));
  }

  /** Where it stands: {@code step 5,000 · FID 32.56}. */
  static String where(RunSummary run, Optional<BestScore> best) {
    String step =
        Messages.text(
            run.locked() ? "compare.run.live" : "compare.run.step", Texts.count(run.lastStep()));
    return best.map(
            score -> Messages.text("compare.run.best", step, ValueText.value("fid", score.score())))
        .orElse(step);
  }

  /** Whether a run is meant by words: all of them are in its title, folder, method or data. */
  static boolean matches(RunSummary run, String words) {
    String text =
        Stream.of(
                run.title(),
                PathNames.of(run.folder()),
                what(run),
                run.recipe().map(Recipe::name).orElse(""),
                run.recipe().map(recipe -> recipe.generator().architecture().label()).orElse(""))
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
    return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(text::contains);
  }
}
