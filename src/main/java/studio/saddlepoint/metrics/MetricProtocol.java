package studio.saddlepoint.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.metrics.metric.*;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * The protocol of numbers that were measured. The settings: {@code metrics}, {@code extractor},
 * {@code features} (numbers in one), {@code classes} (that it tells apart), {@code extractor_note}
 * and {@code extractor_warnings}; {@code fake_kind}, {@code fake_name}, {@code fake_count}, the
 * same of {@code real}, and {@code real_whole} for a part of a data set; {@code truncation} (a
 * number or {@code none}; not there where statistics are compared), {@code truncation_statistics}
 * ({@code standing} where batch norm took statistics of truncated codes), {@code truncation_psi}
 * and {@code truncation_cutoff} (layers) where codes were truncated in w, {@code truncation_mean}
 * ({@code class} where that was towards the mean of each picture's class), {@code keep_best} (the
 * share of the samples drawn) and {@code keep_best_by} where only the best samples were measured,
 * {@code seed}, {@code intervals}; what single metrics were set to, such as {@code kid_subsets},
 * {@code precision_recall_k}, {@code memorisation_against}; and what was seen of both sides that
 * makes values doubtful, see {@link ReliabilitySigns}.
 *
 * @param settings by these names
 */
public record MetricProtocol(ScoreSettings settings) implements Protocol {
  private static final String METRICS = "metrics";
  private static final String EXTRACTOR = "extractor";
  private static final String FEATURES = "features";
  private static final String CLASSES = "classes";
  private static final String NOTE = "extractor_note";
  private static final String WARNINGS = "extractor_warnings";
  private static final String FAKE = "fake";
  private static final String REAL = "real";
  static final String TRUNCATION = "truncation";
  static final String STATISTICS = "truncation_statistics";
  static final String STANDING = "standing";
  private static final String PSI = "truncation_psi";
  private static final String CUTOFF = "truncation_cutoff";
  private static final String MEAN = "truncation_mean";
  private static final String CLASS = "class";
  static final String KEEP = "keep_best";
  static final String KEEP_BY = "keep_best_by";

  /** Whether settings are of numbers that were measured. */
  static boolean knows(ScoreSettings settings) {
    return !settings.texts(METRICS).isEmpty() && !settings.text(EXTRACTOR).isEmpty();
  }

  /**
   * The settings that every measurement has.
   *
   * @param metrics what was measured
   * @param features what the images were seen by
   * @param fake the generated side
   * @param real the real side
   */
  static Map<String, Object> settings(Set<Metric> metrics, SeenBy features, Side fake, Side real) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(METRICS, metrics.stream().sorted(Metrics.ORDER).map(Metric::key).toList());
    settings.put(EXTRACTOR, features.label());
    settings.put(FEATURES, (long) features.dimension());
    settings.put(CLASSES, (long) features.classes());
    if (!features.note().isEmpty()) {
      settings.put(NOTE, features.note());
    }
    if (!features.warnings().isEmpty()) {
      settings.put(WARNINGS, features.warnings());
    }
    put(settings, FAKE, fake);
    put(settings, REAL, real);
    return settings;
  }

  private static void put(Map<String, Object> settings, String which, Side side) {
    settings.put(which + "_kind", side.kind().name().toLowerCase(Locale.ROOT));
    if (!side.name().isEmpty()) {
      settings.put(which + "_name", side.name());
    }
    if (side.count() > 0) {
      settings.put(which + "_count", (long) side.count());
    }
    if (side.kind() == Side.Kind.SPLIT) {
      settings.put(which + "_whole", side.whole());
    }
  }

  /**
   * What images were seen by.
   *
   * @param label for a person: {@code Strokes classifier}
   * @param dimension numbers in a feature
   * @param classes how many it tells apart; 0 where none
   * @param note how good it is; empty where there is nothing to tell
   * @param warnings what to bear in mind about its features
   */
  record SeenBy(String label, int dimension, int classes, String note, List<String> warnings) {}

  @Override
  public String sentence() {
    String names = metrics().stream().map(this::part).collect(Collectors.joining(", "));
    String note = settings.text(NOTE);
    return names + " (" + conditions() + ")" + (note.isEmpty() ? "" : "; " + note);
  }

  /** What the images were seen by, for a person: {@code Strokes classifier}. */
  public String extractor() {
    return settings.text(EXTRACTOR);
  }

  @Override
  public String conditions() {
    return settings.text(EXTRACTOR) + ", " + counts() + truncation() + kept();
  }

  /** Adds how codes are truncated in w, where they are. */
  static void put(Map<String, Object> settings, WTruncation inW) {
    if (!inW.none()) {
      settings.put(PSI, inW.psi());
      if (inW.cutoff() != WTruncation.ALL) {
        settings.put(CUTOFF, (long) inW.cutoff());
      }
      if (inW.towardsClass()) {
        settings.put(MEAN, CLASS);
      }
    }
  }

  /** How codes are truncated in w; empty where they are not. */
  static Optional<String> inW(ScoreSettings settings) {
    OptionalDouble psi = settings.number(PSI);
    long cutoff = settings.count(CUTOFF);
    return psi.isPresent()
        ? Optional.of(
            new WTruncation(
                    psi.getAsDouble(),
                    cutoff > 0 ? (int) cutoff : WTruncation.ALL,
                    settings.text(MEAN).equals(CLASS))
                .text())
        : Optional.empty();
  }

  private String truncation() {
    Optional<String> inW = inW(settings);
    if (inW.isPresent()) {
      return ", " + inW.get();
    }
    return settings.number(TRUNCATION).isPresent()
        ? ", trunc "
            + settings.number(TRUNCATION).getAsDouble()
            + (settings.text(STATISTICS).equals(STANDING) ? " standing" : "")
        : settings.text(TRUNCATION).isEmpty() ? "" : ", trunc none";
  }

  private String kept() {
    String by = settings.text(KEEP_BY);
    if (by.isEmpty()) {
      return "";
    }
    return settings.number(KEEP).isPresent()
        ? ", best " + percent(settings.number(KEEP).getAsDouble()) + " by " + by
        : ", best by " + by;
  }

  private static String percent(double share) {
    return new java.text.DecimalFormat(
                "0.#", java.text.DecimalFormatSymbols.getInstance(Locale.ENGLISH))
            .format(100 * share)
        + " %";
  }

  /** Both sides: {@code 512 vs 1,024 of train}. */
  public String counts() {
    return fake().label() + " vs " + real().label();
  }

  /** One metric's number, to be quoted: {@code FID (Strokes classifier, 2,048 vs train)}. */
  public String quote(Metric metric) {
    return part(metric) + " (" + conditions() + ")";
  }

  private String part(Metric metric) {
    String detail = detail(metric);
    return metric.phrase(settings) + (detail.isEmpty() ? "" : " " + detail);
  }

  /** What one metric was set to: {@code k=3}; empty where it has no settings. */
  public String detail(Metric metric) {
    return metric.detail(settings);
  }

  /** What was measured, in the order in which it is told. */
  public List<Metric> metrics() {
    List<String> known = settings.texts(METRICS);
    return Metrics.ALL.stream().filter(each -> known.contains(each.key())).toList();
  }

  /** The generated side. */
  public Side fake() {
    return side(FAKE);
  }

  /** The real side. */
  public Side real() {
    return side(REAL);
  }

  private Side side(String which) {
    String kind = settings.text(which + "_kind");
    return new Side(
        Stream.of(Side.Kind.values())
            .filter(each -> each.name().equalsIgnoreCase(kind))
            .findFirst()
            .orElse(Side.Kind.FOLDER),
        settings.text(which + "_name"),
        (int) settings.count(which + "_count"),
        settings.flag(which + "_whole"));
  }

  /** The same for all truncations. */
  MetricProtocol overTruncation() {
    return new MetricProtocol(
        settings.without(TRUNCATION).without(STATISTICS).without(PSI).without(CUTOFF));
  }

  /** The same for all shares kept. */
  MetricProtocol overShares() {
    return new MetricProtocol(settings.without(KEEP));
  }

  /** The same with another number of generated images. */
  MetricProtocol withFakes(int count) {
    return new MetricProtocol(settings.with(FAKE + "_count", (long) count));
  }

  /** The same with what was seen of both sides. */
  MetricProtocol with(ReliabilitySigns doubts) {
    return new MetricProtocol(doubts.addedTo(settings));
  }

  /** What to bear in mind of the numbers, as the settings tell; nothing where all is well. */
  public List<Warning> warnings() {
    Evidence evidence =
        new Evidence(
            ReliabilitySigns.of(settings),
            fake().count(),
            real().count(),
            (int) settings.count(FEATURES),
            (int) settings.count(CLASSES),
            settings.text(MemorisationMetric.AGAINST).isEmpty());
    List<Warning> warnings = new ArrayList<>(Caveats.of(Set.copyOf(metrics()), evidence));
    settings.texts(WARNINGS).forEach(each -> warnings.add(new Warning(each)));
    return warnings;
  }
}
