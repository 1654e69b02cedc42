package studio.saddlepoint.metrics.human;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.metrics.JudgementProtocol;
import studio.saddlepoint.metrics.Protocol;
import studio.saddlepoint.metrics.distribution.Share;
import studio.saddlepoint.metrics.human.HumanTest.Answer;
import studio.saddlepoint.metrics.human.HumanTest.Pace;
import studio.saddlepoint.metrics.image.ToyImages;

class HumanTestTest {
  private static Answer answer(boolean real, boolean right, int seconds) {
    return new Answer(real, real == right, Duration.ofSeconds(seconds), 0);
  }

  /** Expected values: the formula by another program, in double precision. */
  @Test
  void wilsonIntervalsAreThoseOfTheTextbook() {
    Share share = new Share(10, 50);
    assertEquals(0.2, share.rate());
    assertEquals(0.1124375, share.low(), 1e-6);
    assertEquals(0.3303711, share.high(), 1e-6);
    Share none = new Share(0, 10);
    assertEquals(0, none.low());
    assertEquals(0.2775328, none.high(), 1e-6);
    Share all = new Share(10, 10);
    assertEquals(0.7224672, all.low(), 1e-6);
    assertEquals(1, all.high());
  }

  @Test
  void intervalsOfGuessingHoldOneHalfNineteenTimesOfTwenty() {
    Random random = new Random(7);
    int held = 0;
    for (int run = 0; run < 2000; run++) {
      int wrong = 0;
      for (int i = 0; i < 100; i++) {
        wrong += random.nextBoolean() ? 1 : 0;
      }
      Share share = new Share(wrong, 100);
      held += share.low() <= 0.5 && share.high() >= 0.5 ? 1 : 0;
    }
    assertEquals(0.95, held / 2000.0, 0.02);
  }

  @Test
  void errorsOnRealAndOnGeneratedAreCountedApart() {
    HumanTest test =
        new HumanTest(
            Pace.UNTIMED,
            List.of(
                answer(true, true, 1),
                answer(true, false, 2),
                answer(true, true, 9),
                answer(true, true, 3),
                answer(false, false, 4),
                answer(false, false, 1)));
    assertEquals(new Share(1, 4), test.errorsOnReal());
    assertEquals(new Share(2, 2), test.errorsOnGenerated());
    assertEquals(new Share(3, 6), test.errors());
    assertEquals(2.5, test.medianSeconds());
    assertEquals(
        "[human_error, human_error_real, human_error_generated, human_real, human_generated, human_seconds]",
        test.values().keySet().toString());
    JudgementProtocol how = JudgementProtocol.of(test, OptionalDouble.empty(), WTruncation.NONE, 7);
    assertEquals("Human test (untimed, 4 of train and 2 generated, trunc none)", how.sentence());
    assertEquals(how, Protocol.of("not looked at", how.settings()));
  }

  @Test
  void staircaseSettlesWhereThreeOfFourAnswersAreRight() {
    Random random = new Random(3);
    Staircase stairs = new Staircase();
    List<Answer> answers = new ArrayList<>();
    int right = 0;
    for (int i = 0; i < 4000; i++) {
      // A person who knows above 400 ms, guesses under 200, and between improves evenly.
      double known = Math.max(0, Math.min(1, (stairs.millis() - 200) / 200.0));
      boolean correct = random.nextDouble() < 0.5 + known / 2;
      right += correct ? 1 : 0;
      answers.add(new Answer(true, correct, Duration.ZERO, stairs.millis()));
      stairs.answered(correct);
    }
    assertEquals(0.75, right / 4000.0, 0.02);
    double threshold = new HumanTest(Pace.STAIRCASE, answers).thresholdMillis().orElseThrow();
    assertEquals(300, threshold, 60);
  }

  @Test
  void staircaseStaysWithinItsBounds() {
    Staircase stairs = new Staircase();
    for (int i = 0; i < 100; i++) {
      stairs.answered(true);
    }
    assertEquals(Staircase.SHORTEST, stairs.millis());
    for (int i = 0; i < 100; i++) {
      stairs.answered(false);
    }
    assertEquals(Staircase.LONGEST, stairs.millis());
    assertEquals(200, Staircase.mode(new int[] {500, 300, 200, 300, 200}));
  }

  @Test
  void decksAreBalancedShuffledAndTheSameForASeed() {
    ToyImages images = new ToyImages("toy", 64, true, 3);
    int[] order = IntStream.range(0, 10).toArray();
    HumanDeck deck = HumanDeck.deal(images.generated(order), images, 20, 5, Progress.NONE);
    assertEquals(20, deck.cards().size());
    assertEquals(10, deck.cards().stream().filter(HumanDeck.Card::real).count());
    List<Boolean> kinds = deck.cards().stream().map(HumanDeck.Card::real).toList();
    assertTrue(kinds.subList(0, 10).contains(false) && kinds.subList(0, 10).contains(true));
    assertEquals(
        kinds,
        HumanDeck.deal(images.generated(order), images, 20, 5, Progress.NONE).cards().stream()
            .map(HumanDeck.Card::real)
            .toList());
  }

  @Test
  void realAndGeneratedPicturesOfTheSameContentAreTheSameToTheLastBit() {
    ToyImages images = new ToyImages("toy", 10, true, 3);
    int[] order = IntStream.range(0, 10).toArray();
    HumanDeck deck = HumanDeck.deal(images.generated(order), images, 20, 5, Progress.NONE);
    Map<Boolean, Set<Integer>> kinds =
        deck.cards().stream()
            .collect(
                Collectors.partitioningBy(
                    HumanDeck.Card::real,
                    Collectors.mapping(
                        card -> Arrays.hashCode(card.picture().argb()), Collectors.toSet())));
    assertEquals(10, kinds.get(true).size());
    assertEquals(kinds.get(true), kinds.get(false));
  }

  @Test
  void testsThatTheDataSetCannotFillAreRefused() {
    ToyImages images = new ToyImages("toy", 9, true, 3);
    StudioException refused =
        assertThrows(
            StudioException.class,
            () -> HumanDeck.deal(images.generated(new int[10]), images, 20, 5, Progress.NONE));
    assertTrue(refused.getMessage().contains("only 9 images"), refused.getMessage());
  }
}
