package studio.saddlepoint.app.evaluate.parts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.metrics.MetricProtocol;
import studio.saddlepoint.metrics.Protocol;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.metrics.record.Measure;

/**
 * The part of an evaluation's notes that concerns one number: how it was made, and what to bear in
 * mind.
 *
 * @param protocol how all numbers were made
 * @param warnings what to bear in mind
 * @param reasons why numbers are not finite, by their names
 */
public record CardNotes(Protocol protocol, List<Warning> warnings, Map<String, String> reasons) {
  private static final String SEPARATOR = "  ·  ";

  /**
   * How one number was made, as short as a card needs it: {@code k=3 · 2,048 vs train}. Empty where
   * only the sentence on all numbers is known.
   */
  public String made(Measure measure) {
    return protocol instanceof MetricProtocol measured
        ? measure.metric().map(each -> made(measured, each)).orElse("")
        : "";
  }

  private static String made(MetricProtocol protocol, Metric metric) {
    return Stream.of(protocol.detail(metric), counts(protocol, metric))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String counts(MetricProtocol protocol, Metric metric) {
    if (metric.looksAtReal()) {
      return protocol.counts();
    }
    return metric.needs(Metric.Need.GENERATOR) || metric.needs(Metric.Need.ENCODER)
        ? ""
        : Messages.text("evaluate.made.samples", protocol.fake().label());
  }

  /** How one number was made, to be quoted: {@code FID (Strokes classifier, 2,048 vs train)}. */
  public String quote(Measure measure) {
    return protocol instanceof MetricProtocol measured
        ? measure.metric().map(measured::quote).orElse(protocol.sentence())
        : protocol.sentence();
  }

  /** What a number means; where it is not finite, why. */
  public String meaning(Measure measure, double value) {
    String meaning = ScoreText.meaning(measure.key(), value);
    return reasons.getOrDefault(measure.key(), (meaning + trust(measure)).strip());
  }

  /** How far features that learnt nothing can be trusted with what pictures look like. */
  private String trust(Measure measure) {
    String seenBy = protocol instanceof MetricProtocol measured ? measured.extractor() : "";
    boolean looks = measure.metric().filter(Metric::speaksOfLooks).isPresent();
    return looks && Extractors.untrained(seenBy)
        ? " " + Messages.text("evaluate.meaning.untrained")
        : "";
  }

  /** What to bear in mind of one number. */
  public List<Warning> warnings(Measure measure) {
    return warnings.stream().filter(each -> concerns(each, measure)).toList();
  }

  private static boolean concerns(Warning warning, Measure measure) {
    return measure.metric().filter(warning.about()::contains).isPresent();
  }

  /** Those warnings that are about one number or about all, where one number stands alone. */
  public static List<Warning> aboutOrWhole(List<Warning> warnings, Measure measure) {
    return warnings.stream()
        .filter(each -> each.about().isEmpty() || concerns(each, measure))
        .toList();
  }
}
