package studio.saddlepoint.metrics.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.metric.Caveat.Kind;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.neighbour.Memorisation;
import studio.saddlepoint.metrics.neighbour.PairMetrics;
import studio.saddlepoint.metrics.pace.PlannedWork;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * Nearest training image against nearest held-out image; value {@code memorisation}, and the
 * neighbours themselves, which are all there is where no images were held out.
 */
public final class MemorisationMetric extends NamedMetric {
  /** The only one. */
  public static final Metric MEMORISATION = new MemorisationMetric();

  /** The setting that names the held-out images. */
  public static final String AGAINST = "memorisation_against";

  private MemorisationMetric() {
    super(
        "memorisation",
        "Memorisation",
        "memorisation",
        100,
        "How near generated images are to training images, compared with images kept apart: 1 is no nearer, well below 1 is copying.");
  }

  @Override
  public String phrase(ScoreSettings settings) {
    return settings.text(AGAINST).isEmpty() ? "neighbours" : "memorisation";
  }

  @Override
  public List<String> otherNames() {
    return List.of("memorization");
  }

  @Override
  public List<MetricValue> values() {
    return List.of(MetricValue.higher("memorisation", "Memorisation", Scale.PLAIN));
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.ALL_FEATURES, Need.HELD_OUT);
  }

  @Override
  public boolean usual() {
    return true;
  }

  @Override
  public Optional<String> blindToSameness() {
    return Optional.of("memorisation");
  }

  @Override
  public Map<String, Object> settings(ComparedImages images) {
    return images.heldOut().map(other -> Map.<String, Object>of(AGAINST, other)).orElse(Map.of());
  }

  @Override
  public String detail(ScoreSettings settings) {
    String other = settings.text(AGAINST);
    return other.isEmpty() ? "" : "against " + other;
  }

  @Override
  public List<Caveat> caveats(Evidence evidence) {
    return evidence.alone()
        ? List.of(
            new Caveat(
                Kind.MISSING,
                "There are no held-out images to compare with, so memorisation has no number: look at the neighbours."))
        : List.of();
  }

  @Override
  public Optional<PairMetrics.Part> pairPart() {
    return Optional.of(PairMetrics.Part.NEAREST);
  }

  @Override
  public Work work() {
    return Work.HELD_OUT;
  }

  @Override
  public List<PlannedWork> parts(Effort effort) {
    int heldOut = Math.min(effort.heldOut(), effort.reals());
    double pairs = 2.0 * effort.samples() * heldOut;
    return heldOut > 0
        ? List.of(
            new PlannedWork(
                Work.HELD_OUT,
                effort.look(),
                heldOut * effort.lookSeconds() + pairs * effort.pair()))
        : List.of();
  }

  @Override
  public void measure(MetricInput input, Findings findings) {
    PairMetrics found = input.pairs();
    Progress progress = input.begin(Work.HELD_OUT);
    Optional<Features> heldOut = input.heldOut(progress.part(0, 0.4));
    Features fake = input.generated();
    double[] suspicion = new double[fake.count()];
    if (heldOut.isPresent()) {
      suspicion = Memorisation.ratios(input.real(), heldOut.get(), fake, progress.part(0.4, 1));
      findings.median("memorisation", suspicion, input);
    } else {
      for (int f = 0; f < suspicion.length; f++) {
        double reach = found.neighbourReach(f);
        double distance = found.nearestDistances(f)[0];
        suspicion[f] = distance == 0 ? 0 : distance / reach;
      }
    }
    findings.suspicion(suspicion);
  }
}
