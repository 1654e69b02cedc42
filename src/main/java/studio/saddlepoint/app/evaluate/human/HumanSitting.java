package studio.saddlepoint.app.evaluate.human;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.evaluate.human.Dealing.Dealt;
import studio.saddlepoint.app.evaluate.model.Measuring.Subject;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.metrics.JudgementProtocol;
import studio.saddlepoint.metrics.Protocol;
import studio.saddlepoint.metrics.human.HumanDeck;
import studio.saddlepoint.metrics.human.HumanTest;
import studio.saddlepoint.metrics.human.HumanTest.Answer;
import studio.saddlepoint.metrics.human.HumanTest.Pace;
import studio.saddlepoint.metrics.human.Staircase;
import studio.saddlepoint.metrics.record.ScoreValues;
import studio.saddlepoint.run.event.ScoreCard;

/** One human test from its first picture to its last: which comes next, and what was answered. */
final class HumanSitting {
  /**
   * What a test is asked to be.
   *
   * @param subject of which weights
   * @param pictures how many
   * @param pace how long they are shown
   * @param truncation of the generated ones, or none
   * @param seed decides which they are
   */
  record Asked(Subject subject, int pictures, Pace pace, OptionalDouble truncation, long seed) {}

  /**
   * A finished test.
   *
   * @param run of which run
   * @param step of which step
   * @param averaged of which weights
   * @param test the answers
   * @param cards the pictures, in the order of the answers
   * @param protocol how the numbers were made
   */
  record Finished(
      OpenRun run,
      long step,
      boolean averaged,
      HumanTest test,
      List<HumanDeck.Card> cards,
      Protocol protocol) {
    /** Pictures of a kind that were taken for the other. */
    List<HumanDeck.Card> mistaken(boolean real) {
      List<HumanDeck.Card> found = new ArrayList<>();
      for (int i = 0; i < cards.size(); i++) {
        if (cards.get(i).real() == real && !test.answers().get(i).right()) {
          found.add(cards.get(i));
        }
      }
      return found;
    }

    /** The numbers as they are kept with the run. */
    ScoreCard score(Instant now) {
      return new ScoreCard(
          now,
          step,
          ScoreCard.weights(averaged),
          protocol.sentence(),
          protocol.settings(),
          ScoreValues.of(test));
    }
  }

  private final Asked asked;
  private final Dealt dealt;
  private final List<Answer> answers = new ArrayList<>();
  private final Staircase stairs = new Staircase();

  /** Nothing answered yet. */
  HumanSitting(Asked asked, Dealt dealt) {
    this.asked = asked;
    this.dealt = dealt;
  }

  /** Whether the time that a picture is seen is limited. */
  boolean timed() {
    return asked.pace() == Pace.STAIRCASE;
  }

  /** How long the next picture is to be seen, where that is limited. */
  Duration exposure() {
    return Duration.ofMillis(stairs.millis());
  }

  /** How many pictures there are. */
  int size() {
    return dealt.deck().cards().size();
  }

  /** How many answers were given. */
  int answered() {
    return answers.size();
  }

  /** Whether all answers were given. */
  boolean complete() {
    return answered() == size();
  }

  /** The picture to judge. */
  HumanDeck.Card card() {
    return dealt.deck().cards().get(answers.size());
  }

  /** Noise in place of a picture that was shown long enough: it ends the after-image. */
  Picture mask() {
    Picture like = card().picture();
    Random random = new Random(answers.size());
    int[] argb = new int[like.argb().length];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xff000000 | random.nextInt(256) * 0x010101;
    }
    return new Picture(like.width(), like.height(), argb);
  }

  /**
   * Takes the answer on the picture to judge.
   *
   * @param took since it was shown
   */
  void answer(boolean saidReal, Duration took) {
    Answer answer = new Answer(card().real(), saidReal, took, timed() ? stairs.millis() : 0);
    answers.add(answer);
    stairs.answered(answer.right());
  }

  /** The test with the answers that were given. */
  Finished finished() {
    HumanTest test = new HumanTest(asked.pace(), answers);
    return new Finished(
        asked.subject().run(),
        dealt.step(),
        asked.subject().averaged(),
        test,
        dealt.deck().cards(),
        JudgementProtocol.of(test, asked.truncation(), asked.subject().inW(), asked.seed()));
  }
}
