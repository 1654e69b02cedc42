package studio.saddlepoint.train.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import studio.saddlepoint.core.English;

/**
 * FID by images seen, as it was measured: {@code assets/plan/scores.json}. Between two points of a
 * curve both are taken by their logarithms, for FID falls about as a power of the images.
 */
final class PastScores {
  static final String FILE = "scores.json";

  /** So far from the last point, a curve says what it was there. */
  private static final double NEAR = 1.5;

  /** Two trainings of other seeds or machines differ by so much. */
  private static final double SPREAD = 1.3;

  private final List<PastScore> all;

  /**
   * Reads the scores.
   *
   * @throws studio.saddlepoint.core.StudioException if a row is wrong
   */
  PastScores(PlanFile file) {
    all =
        file.rows("scores").stream()
            .map(
                row ->
                    new PastScore(
                        row.text("recipe"),
                        row.named("kind", PictureKind::of, "glyphs, grey, drawings or photos"),
                        row.text("data"),
                        row.number("images"),
                        row.number("fid"),
                        row.text("extractor"),
                        row.truth("knewLabels", false)))
            .toList();
  }

  List<PastScore> all() {
    return all;
  }

  /**
   * What to expect of a candidate.
   *
   * @param data what the pictures are called: their own curve goes before that of others
   * @param images real pictures that it will see
   */
  Outlook outlook(PlanCandidate candidate, PictureKind kind, String data, double images) {
    List<PastScore> curve = curve(candidate, kind, data);
    if (curve.isEmpty()) {
      return Outlook.unknown(kind);
    }
    PastScore first = curve.get(0);
    PastScore last = curve.get(curve.size() - 1);
    String who = who(candidate, first);
    String flatters = flattered(first);
    String other =
        first.data().equalsIgnoreCase(data) ? "" : " On other pictures it will be another number.";
    if (images < first.images() / NEAR) {
      return new Outlook(
          first.fid(),
          Double.POSITIVE_INFINITY,
          English.of(
                  "Expect more than a FID of %s, which %s had on %s after %s pictures (features: %s): so short a training was not measured.",
                  number(first.fid()), who, first.data(), brief(first.images()), first.extractor())
              + flatters
              + other);
    }
    if (images > last.images() * NEAR) {
      return new Outlook(
          0,
          last.fid() * SPREAD,
          English.of(
                  "Expect a FID of %s or less, which %s had on %s after %s pictures (features: %s): longer trainings were not measured.",
                  number(last.fid()), who, last.data(), brief(last.images()), last.extractor())
              + flatters
              + other);
    }
    double fid = between(curve, images);
    return new Outlook(
        fid / SPREAD,
        fid * SPREAD,
        English.of(
                "Expect a FID of about %s to %s, by what %s had on %s after so many pictures (features: %s).",
                number(fid / SPREAD), number(fid * SPREAD), who, first.data(), first.extractor())
            + flatters
            + other);
  }

  /** What a candidate had once, where it is not known how many pictures it will see. */
  Outlook past(PlanCandidate candidate, PictureKind kind, String data) {
    List<PastScore> curve = curve(candidate, kind, data);
    if (curve.isEmpty()) {
      return Outlook.unknown(kind);
    }
    PastScore last = curve.get(curve.size() - 1);
    return new Outlook(
        0,
        Double.POSITIVE_INFINITY,
        English.of(
                "On %s %s had a FID of %s after %s pictures (features: %s).",
                last.data(),
                who(candidate, last),
                number(last.fid()),
                brief(last.images()),
                last.extractor())
            + flattered(last));
  }

  private static String who(PlanCandidate candidate, PastScore score) {
    return score.candidate().equals(candidate.name())
        ? "it"
        : "the recipe " + score.candidate() + " as it comes";
  }

  private static String flattered(PastScore score) {
    return score.knewLabels()
        ? " Its features were learnt from the labels that the training was told, too, which flatters it."
        : "";
  }

  private List<PastScore> curve(PlanCandidate candidate, PictureKind kind, String data) {
    List<PastScore> fitting =
        Stream.of(candidate.name(), candidate.recipe())
            .distinct()
            .map(
                name ->
                    all.stream()
                        .filter(each -> each.candidate().equals(name) && each.kind() == kind)
                        .toList())
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse(List.of());
    return fitting.stream()
        .filter(each -> each.data().equalsIgnoreCase(data))
        .findFirst()
        .or(() -> fitting.stream().findFirst())
        .map(
            one ->
                fitting.stream()
                    .filter(one::continues)
                    .sorted(Comparator.comparingDouble(PastScore::images))
                    .toList())
        .orElse(List.of());
  }

  private static double between(List<PastScore> curve, double images) {
    for (int i = 1; i < curve.size(); i++) {
      PastScore from = curve.get(i - 1);
      PastScore to = curve.get(i);
      if (images >= from.images() && images <= to.images() && to.images() > from.images()) {
        double share = Math.log(images / from.images()) / Math.log(to.images() / from.images());
        return from.fid() * Math.pow(to.fid() / from.fid(), share);
      }
    }
    return (images < curve.get(0).images() ? curve.get(0) : curve.get(curve.size() - 1)).fid();
  }

  private static String number(double fid) {
    return English.of(fid < 10 ? "%.1f" : "%.0f", fid);
  }

  private static String brief(double images) {
    return English.brief(Math.round(images));
  }
}
