package studio.saddlepoint.metrics.metric;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.metrics.distribution.Bootstrap;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.pace.PlannedWork;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * Perceptual path length in z (Karras et al. 2019, equation 2), value {@code ppl_z}, or in w
 * (equation 3), value {@code ppl_w}.
 */
public final class PathLengthMetric extends NamedMetric {
  /** Along paths between latent codes. */
  public static final Metric PPL_Z =
      new PathLengthMetric(
          "z",
          PathLengths.Space.Z,
          Work.PATHS_Z,
          "ppl-z",
          110,
          "How much images change along paths between latent codes: smooth generators have short ones.");

  /** Along paths between codes as the generator maps them. */
  public static final Metric PPL_W =
      new PathLengthMetric(
          "w",
          PathLengths.Space.W,
          Work.PATHS_W,
          "ppl",
          120,
          "How much images change along straight paths between codes as the generator maps them; where it has no mapping network, between those codes themselves.");

  private static final int ENOUGH = 1_000;

  private final String space;
  private final PathLengths.Space steps;
  private final Work work;

  private PathLengthMetric(
      String space,
      PathLengths.Space steps,
      Work work,
      String commandName,
      int place,
      String meaning) {
    super("ppl_" + space, "Path length (" + space + ")", commandName, place, meaning);
    this.space = space;
    this.steps = steps;
    this.work = work;
  }

  @Override
  public String phrase(ScoreSettings settings) {
    return "path length in " + space;
  }

  @Override
  public List<MetricValue> values() {
    return List.of(MetricValue.lower(key(), label(), Scale.DISTANCE));
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.GENERATOR);
  }

  @Override
  public Optional<String> blindToSameness() {
    return Optional.of("path length in " + space);
  }

  @Override
  public Map<String, Object> settings(ComparedImages images) {
    return Map.of(key() + "_steps", (long) images.samples());
  }

  @Override
  public String detail(ScoreSettings settings) {
    return String.format(Locale.ENGLISH, "of %,d steps", settings.count(key() + "_steps"));
  }

  @Override
  public List<Caveat> caveats(Evidence evidence) {
    return Caveat.fewer(evidence.fake(), ENOUGH, "few steps decide the path length");
  }

  @Override
  public Work work() {
    return work;
  }

  @Override
  public List<PlannedWork> parts(Effort effort) {
    double seconds = 2.0 * effort.samples() * effort.samplingSeconds();
    return List.of(new PlannedWork(work, effort.sampling(), seconds));
  }

  @Override
  public void measure(MetricInput input, Findings findings) {
    double[] distances =
        PathLengths.ofLatentCodes(
            steps,
            input.generator(),
            input.extractor(),
            input.samples(),
            input.seed(),
            input.begin(work));
    findings.value(key(), PathLengths.mean(distances));
    if (input.intervals()) {
      findings.interval(key(), Bootstrap.of(distances, PathLengths::mean, input.seed()));
    }
  }
}
