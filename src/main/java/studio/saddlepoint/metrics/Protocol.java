package studio.saddlepoint.metrics;

import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;

/** The protocol of numbers: the settings, and the sentence that is made from them. */
public sealed interface Protocol permits Protocol.Told, MetricProtocol, JudgementProtocol {
  /**
   * To be quoted with the numbers, such as {@code FID (Strokes classifier, 2,048 vs train, trunc
   * none)}.
   */
  String sentence();

  /**
   * What decides whether two numbers may be compared: extractor, counts, truncation. Numbers of the
   * same protocol may.
   */
  String conditions();

  /** The settings by name; none where only the sentence is known. */
  ScoreSettings settings();

  /**
   * A sentence alone, of scores that earlier versions kept.
   *
   * @param sentence shown as it is
   */
  record Told(String sentence) implements Protocol {
    @Override
    public String conditions() {
      return sentence;
    }

    @Override
    public ScoreSettings settings() {
      return ScoreSettings.NONE;
    }
  }

  /**
   * How kept numbers were made.
   *
   * @param sentence what is told where the settings are not known
   */
  static Protocol of(String sentence, ScoreSettings settings) {
    if (MetricProtocol.knows(settings)) {
      return new MetricProtocol(settings);
    }
    return JudgementProtocol.knows(settings) ? new JudgementProtocol(settings) : new Told(sentence);
  }

  /** How a kept score was made. */
  static Protocol of(ScoreCard card) {
    return of(card.how(), card.settings());
  }
}
