package studio.saddlepoint.train.diagnosis.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.event.Remedy;
import studio.saddlepoint.train.diagnosis.Diagnosis;
import studio.saddlepoint.train.diagnosis.Evidence;
import studio.saddlepoint.train.diagnosis.Finding;
import studio.saddlepoint.train.diagnosis.Probe;

class DiagnosesTest {
  private static final List<Diagnosis> ALL = Diagnoses.ALL;

  /** Looks of a training whose fakes are far from the data and do not come nearer. */
  private static Case stuck() {
    return new Case().probe(Probe.DISTANCE, 0.4);
  }

  @Test
  void eachKindIsThereOnce() {
    assertEquals(ALL.size(), ALL.stream().map(Diagnosis::kind).distinct().count());
    assertEquals(15, ALL.size());
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void findsNothingWhereNothingIsKnown(Diagnosis each) {
    assertTrue(each.look(new Evidence(Recipe.defaults(), 0, 0, Map.of(), List.of())).isEmpty());
    assertTrue(each.look(new Case().looks(0).evidence()).isEmpty());
    assertTrue(each.look(new Case().looks(30).evidence()).isEmpty());
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void findsNothingInATrainingThatGoesWell(Diagnosis each) {
    Case well =
        new Case()
            .probe(Probe.DISTANCE, 0.5, 0.3, 0.2, 0.1, 0.08, 0.06, 0.05, 0.03)
            .probe(Probe.DIVERSITY, 0.95)
            .probe(Probe.WITHIN, 0.9)
            .probe(Probe.CHECKERBOARD, 1.2)
            .probe(Probe.COPIES, 0.01)
            .probe(Probe.RANKED, 0.9)
            .probe(Probe.OVERFITTING, 0.05)
            .probe(Probe.PRECISION, 0.7)
            .probe(Probe.RECALL, 0.6)
            .probe(Probe.ofFakes("8"), 0.09)
            .probe(Probe.ofData("8"), 0.098)
            .steps("d.real", 0.7)
            .steps("d.fake", 0.3)
            .steps("gradient.generator", 2, 3)
            .steps("loss.generator", 1.2);
    assertTrue(each.look(well.evidence()).isEmpty());
  }

  /** Of thresholds, so that what is told can be adjusted. */
  @ParameterizedTest
  @FieldSource("ALL")
  void namesHyperParametersThatThereAre(Diagnosis each) {
    each.thresholds().forEach(key -> assertTrue(HyperParameters.find(key).isPresent(), key));
    assertFalse(each.label().isBlank());
  }

  @Test
  void thePageTellsOfEveryKindAndThreshold() throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/diagnosis.md"));
    for (Diagnosis each : ALL) {
      assertTrue(page.contains("`" + each.kind() + "`"), each.kind());
      each.thresholds().forEach(key -> assertTrue(page.contains("`" + key + "`"), key));
    }
  }

  /** Whatever recipe it is: what is offered can be applied. */
  @Test
  void offersOnlyRemediesThatEveryRecipeAllows() {
    for (Recipe recipe : Recipes.embedded()) {
      List<List<Remedy>> all =
          List.of(
              DiversityCollapse.cures(recipe),
              Overfitting.cures(recipe),
              Diverged.remedies(recipe));
      for (List<Remedy> remedies : all) {
        assertFalse(remedies.isEmpty(), recipe.name());
        for (Remedy each : remedies) {
          assertFalse(each.text().isBlank());
          assertFalse(
              !each.changes().isEmpty() && recipe.with(each.changes()).equals(recipe),
              recipe.name() + ": " + each);
        }
      }
    }
  }

  @Test
  void tellsWhichClassesAreLostAndHowMuch() {
    Case lost =
        stuck()
            .probe(Probe.ofFakes("8"), 0.0)
            .probe(Probe.ofData("8"), 0.098)
            .probe(Probe.ofFakes("1"), 0.5)
            .probe(Probe.ofData("1"), 0.11);
    Finding found = lost.look("mode-collapse").orElseThrow();
    assertEquals("Mode collapse: 1 of 2 classes are hardly made.", found.what());
    assertEquals("8: 0.0 % of the fakes, 9.8 % of the data.", found.evidence());
    assertTrue(lost.imagesSeen(19_999).look("mode-collapse").isEmpty(), "too early");
    assertTrue(lost.imagesSeen(20_000).look("mode-collapse").isPresent());
    for (String each : List.of("3", "4", "5", "6")) {
      lost.probe(Probe.ofFakes(each), 0.0).probe(Probe.ofData(each), 0.1);
    }
    String evidence = lost.look("mode-collapse").orElseThrow().evidence();
    assertTrue(evidence.endsWith("; and 2 more."), evidence);
    assertTrue(
        lost.probe(Probe.DISTANCE, 0.5, 0.4, 0.35, 0.3, 0.2, 0.1).look("mode-collapse").isEmpty(),
        "it gets better");
  }

  @Test
  void takesNoRareClassForALostOneByChance() {
    assertTrue(ClassCollapse.lost(0, 0.1, 256, 0.1));
    assertFalse(ClassCollapse.lost(0, 0.01, 256, 0.1), "none of 256 where 2.6 are expected");
    assertTrue(ClassCollapse.lost(0, 0.01, 2560, 0.1));
    assertFalse(ClassCollapse.lost(0.05, 0.1, 1e6, 0.1), "half of them");
    assertTrue(ClassCollapse.lost(0.01, 0.1, 1e4, 0.1), "the threshold itself");
  }

  @Test
  void findsFakesThatAreAllAlike() {
    Finding found = stuck().probe(Probe.DIVERSITY, 0.2).look("low-diversity").orElseThrow();
    assertTrue(found.evidence().contains("0.20 times as far apart"), found.evidence());
    assertTrue(stuck().probe(Probe.DIVERSITY, 0.5).look("low-diversity").isEmpty(), "boundary");
    assertTrue(stuck().probe(Probe.DIVERSITY, Double.NaN).look("low-diversity").isEmpty());
    Finding within =
        stuck()
            .probe(Probe.DIVERSITY, 0.9)
            .probe(Probe.WITHIN, 0.3)
            .look("low-diversity")
            .orElseThrow();
    assertTrue(within.what().contains("within classes"), within.what());
    assertTrue(
        stuck()
            .with("diagnosis.diversity", 0.1)
            .probe(Probe.DIVERSITY, 0.2)
            .look("low-diversity")
            .isEmpty());
  }

  @Test
  void takesNoSlowBeginnerForACollapse() {
    // of the balanced lesson on MNIST: grey at first, hardly nearer, ever more different
    Case slow =
        new Case()
            .probe(Probe.DISTANCE, 0.47, 0.46, 0.45, 0.45, 0.44, 0.42, 0.42, 0.41)
            .probe(Probe.DIVERSITY, 0.04, 0.05, 0.06, 0.07, 0.07, 0.08, 0.1, 0.11)
            .probe(Probe.ofFakes("8"), 0.0)
            .probe(Probe.ofData("8"), 0.1);
    assertTrue(slow.evidence().stuck());
    assertTrue(slow.look("low-diversity").isEmpty());
    assertTrue(slow.look("mode-collapse").isEmpty());
    // of the lesson out of balance: it doubles, and stays next to nothing
    slow.probe(Probe.DISTANCE, 0.48, 0.49, 0.49, 0.48, 0.48, 0.47, 0.47, 0.46)
        .probe(Probe.DIVERSITY, 0.02, 0.01, 0.01, 0.02, 0.02, 0.03, 0.03, 0.03);
    assertTrue(slow.look("low-diversity").isPresent());
    assertTrue(slow.look("mode-collapse").isPresent());
    // a generator that stands still at noise, of a vanishing gradient
    slow.probe(Probe.DIVERSITY, 0.04, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05);
    assertTrue(slow.look("low-diversity").isPresent());
    assertTrue(slow.look("mode-collapse").isPresent());
  }

  @Test
  void findsAGradientThatTheMinimaxLossHoldsBack() {
    Case minimax =
        stuck()
            .with("method.loss", "minimax")
            .steps("gradient.generator", 1e-4)
            .steps("d.fake", 1e-3);
    assertTrue(minimax.look("vanishing-gradient").isPresent());
    assertTrue(
        minimax
            .look("vanishing-gradient")
            .orElseThrow()
            .remedies()
            .get(0)
            .changes()
            .containsValue("non-saturating"));
    assertTrue(minimax.steps("d.fake", 0.01).look("vanishing-gradient").isEmpty(), "boundary");
    Case other = stuck().steps("gradient.generator", 2).steps("d.fake", 1e-3);
    assertTrue(other.look("vanishing-gradient").isEmpty(), "it passes on 1 - D(G(z))");
    assertTrue(other.steps("d.fake", 0.999).look("vanishing-gradient").isPresent());
  }

  @Test
  void findsAGradientThatFell() {
    assertTrue(stuck().steps("gradient.generator", 1e-3, 5).look("vanishing-gradient").isPresent());
    assertTrue(stuck().steps("gradient.generator", 1, 5).look("vanishing-gradient").isEmpty());
    assertTrue(
        stuck().steps("gradient.generator", Double.NaN, 5).look("vanishing-gradient").isEmpty());
    assertTrue(
        stuck()
            .probe(Probe.DISTANCE, 0.02)
            .steps("gradient.generator", 1e-3, 5)
            .look("vanishing-gradient")
            .isEmpty(),
        "there is little left to learn");
  }

  @Test
  void findsADiscriminatorThatIsTooStrong() {
    Case strong = stuck().probe(Probe.RANKED, 1).steps("d.real", 0.99).steps("d.fake", 0.005);
    assertTrue(strong.look("discriminator-too-strong").isPresent());
    assertTrue(
        strong.probe(Probe.DISTANCE, 0.05).look("discriminator-too-strong").isEmpty(),
        "the fakes are good");
    assertTrue(
        stuck()
            .probe(Probe.RANKED, 1)
            .steps("d.real", 0.8)
            .steps("d.fake", 0.2)
            .look("discriminator-too-strong")
            .isEmpty(),
        "it is not sure");
    Case critic = stuck().with("method.loss", "wasserstein");
    assertTrue(critic.probe(Probe.RANKED, 1).look("discriminator-too-strong").isPresent());
    assertTrue(critic.probe(Probe.RANKED, 0.999).look("discriminator-too-strong").isEmpty());
  }

  @Test
  void findsADiscriminatorThatIsTooWeak() {
    Case weak = stuck().steps("d.real", 0.5).steps("d.fake", 0.49);
    assertTrue(weak.look("discriminator-too-weak").isPresent());
    assertTrue(
        stuck()
            .steps("d.real", 0.5)
            .steps("d.fake", 0.99)
            .look("discriminator-too-weak")
            .isPresent(),
        "it takes fakes for the real ones");
    assertTrue(
        weak.probe(Probe.DISTANCE, 0.02).look("discriminator-too-weak").isEmpty(),
        "nothing is left to be told apart");
    assertTrue(
        stuck().steps("d.real", 0.6).steps("d.fake", 0.4).look("discriminator-too-weak").isEmpty());
    Case critic = stuck().with("method.loss", "wasserstein");
    assertTrue(critic.probe(Probe.RANKED, 0.5).look("discriminator-too-weak").isPresent());
    assertTrue(critic.probe(Probe.RANKED, 0.6).look("discriminator-too-weak").isEmpty());
  }

  @Test
  void findsFakesThatComeAndGo() {
    Case swinging =
        new Case().looks(9).probe(Probe.DISTANCE, 0.4, 0.1, 0.4, 0.1, 0.4, 0.1, 0.4, 0.1, 0.4);
    Finding found = swinging.look("oscillation").orElseThrow();
    assertTrue(found.evidence().contains("from 0.10 to 0.40"), found.evidence());
    assertTrue(
        new Case()
            .looks(9)
            .probe(Probe.DISTANCE, 0.4, 0.3, 0.4, 0.3, 0.4, 0.3)
            .look("oscillation")
            .isEmpty(),
        "too little");
    assertTrue(
        new Case()
            .looks(9)
            .probe(Probe.DISTANCE, 0.9, 0.7, 0.5, 0.3, 0.1)
            .look("oscillation")
            .isEmpty(),
        "it only gets better");
    assertEquals(0, Oscillation.turns(List.of(new Probe(1, Map.of())), 0.1));
  }

  @Test
  void findsACodeThatIsNotUsed() {
    Case vae =
        new Case()
            .with("method.kind", "vae")
            .with("generator.architecture", "dcgan")
            .with("generator.latentSize", 20)
            .steps("vae.kl", 5);
    assertTrue(vae.steps("vae.activeUnits", 0).look("posterior-collapse").isPresent());
    assertTrue(vae.steps("vae.activeUnits", 1).look("posterior-collapse").isPresent());
    assertTrue(vae.steps("vae.activeUnits", 2).look("posterior-collapse").isEmpty(), "boundary");
    assertTrue(vae.steps("vae.activeUnits", Double.NaN).look("posterior-collapse").isEmpty());
    vae.steps("vae.activeUnits", 11); // means that differ by chance count as active, too
    assertTrue(vae.steps("vae.kl", 0.99).look("posterior-collapse").isPresent());
    assertTrue(vae.steps("vae.kl", 1).look("posterior-collapse").isEmpty(), "boundary");
  }

  @Test
  void findsNumbersThatAreNoneAtOnce() {
    assertTrue(new Case().steps("loss.generator", Double.NaN).look("diverged").isPresent());
    assertTrue(new Case().imagesSeen(1).steps("loss.generator", -1e9).look("diverged").isPresent());
    assertTrue(new Case().steps("loss.generator", 1e8).look("diverged").isEmpty());
    assertTrue(Diagnoses.of("diverged").orElseThrow().atOnce());
  }

  @Test
  void findsCopiesAndWhatTheDiscriminatorKnowsByHeart() {
    assertTrue(new Case().probe(Probe.COPIES, 0.31).look("memorisation").isPresent());
    assertTrue(new Case().probe(Probe.COPIES, 0.3).look("memorisation").isEmpty());
    assertTrue(
        new Case().probe(Probe.OVERFITTING, 0.6).look("discriminator-over-fitting").isPresent());
    assertTrue(
        new Case().probe(Probe.OVERFITTING, 0.5).look("discriminator-over-fitting").isEmpty());
  }

  @Test
  void findsACheckerboardThatDoesNotGoAway() {
    Case pattern = stuck().probe(Probe.STRIDE_PEAK, 4);
    assertTrue(pattern.probe(Probe.CHECKERBOARD, 5).look("checkerboard").isPresent());
    assertTrue(pattern.probe(Probe.CHECKERBOARD, 3).look("checkerboard").isEmpty(), "boundary");
    assertTrue(
        pattern.probe(Probe.CHECKERBOARD, 9, 9, 9, 9, 9, 9, 6, 4).look("checkerboard").isEmpty(),
        "it goes away");
    assertTrue(
        pattern.probe(Probe.CHECKERBOARD, 9, 8, 7, 6, 5, 5, 5, 5).look("checkerboard").isEmpty(),
        "it goes away over all looks that count");
    assertTrue(
        pattern
            .probe(Probe.CHECKERBOARD, 5)
            .probe(Probe.DISTANCE, 0.5, 0.4, 0.35, 0.3, 0.25, 0.2)
            .look("checkerboard")
            .isEmpty(),
        "it gets better");
    pattern.probe(Probe.DISTANCE, 0.4);
    assertTrue(pattern.looks(3).look("checkerboard").isEmpty(), "too few looks tell");
    pattern.looks(8);
    assertTrue(
        pattern.probe(Probe.CHECKERBOARD, 5, 5, 5, 5, 5, 5, 20, 2).look("checkerboard").isEmpty(),
        "the newest has none");
    assertTrue(
        pattern
            .probe(Probe.CHECKERBOARD, 5)
            .probe(Probe.STRIDE_PEAK, 1.2)
            .look("checkerboard")
            .isEmpty(),
        "it is noise");
  }

  @Test
  void findsPrecisionAndRecallApart() {
    Case over = stuck().probe(Probe.PRECISION, 0.2).probe(Probe.RECALL, 0.8);
    assertTrue(over.look("over-generalisation").isPresent());
    assertTrue(over.look("low-recall").isEmpty());
    Case under = stuck().probe(Probe.PRECISION, 0.9).probe(Probe.RECALL, 0.1);
    assertTrue(under.look("low-recall").isPresent());
    assertTrue(under.look("over-generalisation").isEmpty());
    assertTrue(
        stuck().probe(Probe.PRECISION, 0.5).probe(Probe.RECALL, 0.5).look("low-recall").isEmpty());
  }

  @Test
  void tellsSlownessAndStandstillApart() {
    assertTrue(stuck().look("slow-convergence").isPresent());
    assertTrue(stuck().looks(7).look("slow-convergence").isEmpty(), "too few looks");
    assertTrue(
        new Case().probe(Probe.DISTANCE, 0.6, 0.55, 0.5, 0.45).look("slow-convergence").isEmpty());
    Case still = new Case().probe(Probe.DISTANCE, 0.5, 0.2, 0.05);
    assertTrue(still.looks(45).look("plateau").isPresent());
    assertTrue(still.looks(40).look("plateau").isEmpty(), "too few looks");
  }
}
