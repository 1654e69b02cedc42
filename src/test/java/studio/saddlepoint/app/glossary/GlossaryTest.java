package studio.saddlepoint.app.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.metrics.record.Measure;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.parameter.HyperParameter;

class GlossaryTest {
  /** Said whole by their own help. */
  private static final Set<String> PLAIN =
      Set.of(
          "name",
          "title",
          "summary",
          "paper",
          "departures",
          "expect",
          "data.source",
          "data.size",
          "data.mirror",
          "data.folders",
          "training.channelsLast",
          "training.measureLayout",
          "training.tensorBoard");

  private static final List<String> MEASURES =
      List.of(
          "fid",
          "fid_infinity",
          "kid",
          "precision",
          "recall",
          "f1",
          "density",
          "coverage",
          "inception_score",
          "realism",
          "mode_coverage",
          "class_kl",
          "fairness",
          "sliced_wasserstein",
          "memorisation",
          "ppl_z",
          "ppl_w");

  private final Glossary glossary = Glossary.embedded();

  @Test
  void everyEntryIsWholeAndPointsOnlyToOthers() {
    Set<String> ids = new HashSet<>();
    for (GlossaryEntry entry : glossary.entries()) {
      assertTrue(ids.add(entry.id()), entry.id());
      assertFalse(entry.term().isBlank(), entry.id());
      assertTrue(entry.text().endsWith("."), entry.id());
      assertFalse(entry.see().contains(entry.id()), entry.id());
      entry.see().forEach(id -> assertTrue(glossary.entry(id).isPresent(), id));
    }
  }

  @Test
  void everyHyperParameterAndMeasureIsExplained() {
    List<String> unexplained =
        Stream.concat(
                HyperParameters.all().stream()
                    .map(HyperParameter::key)
                    .filter(key -> !PLAIN.contains(key))
                    .map(key -> "field:" + key),
                MEASURES.stream().map(key -> "measure:" + key))
            .filter(subject -> glossary.explaining(subject).isEmpty())
            .toList();
    assertEquals(List.of(), unexplained);
    MEASURES.forEach(key -> assertTrue(Measure.of(key).isPresent(), key));
  }

  @Test
  void nothingIsExplainedTwice() {
    Set<String> seen = new HashSet<>();
    glossary.entries().stream()
        .flatMap(entry -> entry.explains().stream())
        .forEach(subject -> assertTrue(seen.add(subject), subject));
  }

  @Test
  void aSearchFindsWordsFirstThenOtherWordsThenTexts() {
    List<String> found = glossary.find("wgan").stream().map(GlossaryEntry::id).toList();
    assertEquals("gradient-penalty", found.get(0));
    assertTrue(found.indexOf("wasserstein") < found.indexOf("zero-centred"));
    assertEquals(List.of(), glossary.find("no such word"));
    assertEquals(glossary.entries(), glossary.find(" "));
  }
}
