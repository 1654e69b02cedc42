package studio.saddlepoint.metrics.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import studio.saddlepoint.metrics.metric.Caveat.Kind;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * The signs, seen of both sides, that make good values of other metrics say little. Kept among the
 * settings of a number, as far as it is known.
 *
 * @param diversity root mean square distance of two generated images over that of two real ones, in
 *     feature space; setting {@code fake_diversity}
 * @param realCopies share of real images whose neighbourhood for precision has radius 0, because as
 *     many others are exact copies; setting {@code real_copies}
 * @param fakeCopies the same share of generated images; setting {@code fake_copies}
 * @param distance of the generated images' mean to that of the real ones, over the root mean square
 *     distance of real images to their mean, in feature space; setting {@code fake_distance}
 * @param confidence mean probability of the class that the classifier sees in generated images over
 *     that in real ones; setting {@code fake_confidence}
 * @param lineEnd where the line through FIDs of growing sizes ends, if below 0, which no FID is;
 *     setting {@code fid_infinity_end}
 */
public record ReliabilitySigns(
    OptionalDouble diversity,
    OptionalDouble realCopies,
    OptionalDouble fakeCopies,
    OptionalDouble distance,
    OptionalDouble confidence,
    OptionalDouble lineEnd) {
  /**
   * Below this, generated images are nearly all alike. Measured in features of the classifier, of
   * pixels and of random convolutions: one image repeated has 0, untrained generators less than
   * 0.01, collapsed ones 0.02 to 0.145, one that is truncated until all digits are the same 0.06 to
   * 0.18. Generators that learn have 0.5 and more, images of a single digit 0.41 and more, of a
   * single class that a classifier tells apart without effort 0.17.
   */
  public static final double ALIKE = 0.15;

  /** A share of copies from which it shows in the values. */
  private static final double MANY = 0.1;

  /**
   * Below this confidence, or above this distance, images are so little like real ones that their
   * classes say nothing. Measured: with the classifier of digits, noise, grids and untrained
   * generators have a confidence of 0.11 to 0.63, generators that learn 0.8 and more; with that of
   * shapes, which is sure of noise and grids too, those have a distance of 1.6 to 13, while images
   * of a single class have 0.4 to 1.0, the same image over and over 0.5 to 1.2.
   */
  static final double UNSURE = 0.7;

  private static final double FAR = 1.5;

  private static final String DIVERSITY = "fake_diversity";
  private static final String REAL_COPIES = "real_copies";
  private static final String FAKE_COPIES = "fake_copies";
  private static final String DISTANCE = "fake_distance";
  private static final String CONFIDENCE = "fake_confidence";
  private static final String LINE_END = "fid_infinity_end";
  private static final MathContext DIGITS = new MathContext(4);

  /** Where nothing was seen. */
  static final ReliabilitySigns NONE = of(ScoreSettings.NONE);

  /** What is known by the settings of a number. */
  public static ReliabilitySigns of(ScoreSettings settings) {
    return new ReliabilitySigns(
        settings.number(DIVERSITY),
        settings.number(REAL_COPIES),
        settings.number(FAKE_COPIES),
        settings.number(DISTANCE),
        settings.number(CONFIDENCE),
        settings.number(LINE_END));
  }

  /** Settings with what is known here. */
  public ScoreSettings addedTo(ScoreSettings settings) {
    Map<String, Object> all = new LinkedHashMap<>(settings.values());
    put(all, DIVERSITY, diversity);
    put(all, REAL_COPIES, some(realCopies));
    put(all, FAKE_COPIES, some(fakeCopies));
    put(all, DISTANCE, distance);
    put(all, CONFIDENCE, confidence);
    put(all, LINE_END, lineEnd);
    return new ScoreSettings(all);
  }

  private static OptionalDouble some(OptionalDouble share) {
    return share.isPresent() && share.getAsDouble() > 0 ? share : OptionalDouble.empty();
  }

  /** Where an end of the line through FIDs is all that is known. */
  public static ReliabilitySigns ofLine(double end) {
    return new ReliabilitySigns(
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        lineEnd(end));
  }

  /** An end that no FID can have; empty of others. */
  public static OptionalDouble lineEnd(double end) {
    return end < 0 ? OptionalDouble.of(end) : OptionalDouble.empty();
  }

  private static void put(Map<String, Object> settings, String name, OptionalDouble value) {
    if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
      double rounded = new BigDecimal(value.getAsDouble()).round(DIGITS).doubleValue();
      settings.put(name, rounded);
    }
  }

  /**
   * Where generated images are all alike, the one thing to say of all metrics that do not mind.
   *
   * @param metrics in their order
   * @return nothing, or a caveat with those metrics
   */
  Map<Caveat, Set<Metric>> alike(List<Metric> metrics) {
    Map<Metric, String> blind = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      metric.blindToSameness().ifPresent(name -> blind.put(metric, name));
    }
    return areAlike() && !blind.isEmpty()
        ? Map.of(
            new Caveat(Kind.ALIKE, sameness(List.copyOf(blind.values()))),
            Set.copyOf(blind.keySet()))
        : Map.of();
  }

  private boolean areAlike() {
    return below(diversity, ALIKE);
  }

  private String sameness(List<String> names) {
    double share = diversity.orElseThrow();
    return (share == 0
            ? "The generated pictures are all the same: "
            : "The generated pictures are nearly all alike: two of them differ by "
                + percent(share)
                + " of what two real ones do, so ")
        + joined(names)
        + (names.size() == 1 ? " says" : " say")
        + " nothing of quality.";
  }

  /** Where many real images are copies of each other: of metrics of their neighbourhoods. */
  List<Caveat> copiesOfReal() {
    return many(realCopies)
        ? List.of(
            copies(
                "real",
                realCopies,
                "only exact copies count for precision and realism there, nothing for density and coverage."))
        : List.of();
  }

  /** Where many generated images are, unless all are alike: of metrics of theirs. */
  List<Caveat> copiesOfGenerated() {
    return many(fakeCopies) && !areAlike()
        ? List.of(copies("generated", fakeCopies, "only exact copies count for recall there."))
        : List.of();
  }

  private static Caveat copies(String which, OptionalDouble share, String consequence) {
    return new Caveat(
        Kind.COPIES,
        String.format(
                Locale.ENGLISH,
                "%s of the %s pictures have exact copies among themselves: their neighbourhoods have the radius 0, so ",
                percent(share.orElseThrow()),
                which)
            + consequence);
  }

  /** Where generated images are nothing like the real ones: of metrics of classes. */
  List<Caveat> unlike() {
    boolean far = distance.isPresent() && distance.getAsDouble() > FAR;
    if (!far && !below(confidence, UNSURE)) {
      return List.of();
    }
    String sign =
        far
            ? String.format(
                Locale.ENGLISH,
                "they lie %.1f times as far from their middle as those do",
                distance.getAsDouble())
            : "the classifier is only " + percent(confidence.orElseThrow()) + " as sure of them";
    return List.of(
        new Caveat(
            Kind.UNLIKE,
            "The generated pictures are hardly like the real ones: "
                + sign
                + ", so which classes it sees in them says nothing."));
  }

  private static String joined(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : names.stream().limit(last).collect(Collectors.joining(", ")) + " and " + names.get(last);
  }

  /** As whole percents; what is less than one is not told as none. */
  private static String percent(double share) {
    return share > 0 && share < 0.01
        ? "less than 1 %"
        : String.format(Locale.ENGLISH, "%.0f %%", 100 * share);
  }

  private static boolean below(OptionalDouble value, double limit) {
    return value.isPresent() && value.getAsDouble() < limit;
  }

  private static boolean many(OptionalDouble share) {
    return share.isPresent() && share.getAsDouble() >= MANY;
  }
}
