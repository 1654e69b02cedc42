package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.metrics.ComparisonResult;
import studio.saddlepoint.metrics.EvaluationResult;

/**
 * The answer of a comparison of folders, statistics and samples.
 *
 * @param console prints it
 * @param real what was compared with, as it was named
 * @param fake the generated images, where they are a folder
 * @param count how many of them were asked for
 * @param export where statistics were asked for
 * @param imageScores where the scores of single images go
 */
record ComparisonAnswer(
    CommandOutput console,
    String real,
    Optional<Path> fake,
    OptionalInt count,
    Optional<Path> export,
    Optional<Path> imageScores) {
  /**
   * Prints and keeps it.
   *
   * @param found of both sides, by each extractor that could be used
   * @param results the numbers by each of them; nothing where none were asked for
   * @param failed how many extractors could not be used
   * @return the exit code
   */
  int tell(List<ComparisonResult> found, List<EvaluationResult> results, int failed) {
    ComparisonResult first = found.get(0);
    first.leftOut().forEach(each -> console.note("Left out: " + each));
    first.passedOver().forEach(each -> console.note("Passed over in " + each));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("real", real);
    document.put("realImages", first.real() > 0 ? first.real() : null);
    fake.ifPresent(path -> document.put("fake", PathNames.text(path)));
    document.put("leftOut", first.leftOut());
    document.put("passedOver", first.passedOver());
    AfterAnswer after = new AfterAnswer(console);
    boolean exported = export.isPresent() && first.notExported().isEmpty();
    if (exported) {
      document.put("statistics", export.orElseThrow().toString());
    }
    String text =
        exported
            ? English.of("Statistics of %s are in %s", Escapes.name(real), export.orElseThrow())
            : "";
    if (!results.isEmpty()) {
      document.put("fakeImages", first.generated() > 0 ? first.generated() : null);
      if (fake.isPresent()
          && count.isPresent()
          && first.generated() > 0
          && count.getAsInt() > first.generated()) {
        console.note(English.of("--fake has only %s.", English.count(first.generated(), "image")));
      }
      EvaluationText.warnings(results).forEach(console::note);
      EvaluationText.add(document, results);
      text = EvaluationText.of("", results) + (text.isEmpty() ? "" : System.lineSeparator() + text);
    }
    console.result(document, text);
    first.notExported().ifPresent(after::failed);
    if (!results.isEmpty()) {
      imageScores.ifPresent(file -> after.keep(() -> ImageScores.write(file, results)));
    }
    return after.code(failed);
  }
}
