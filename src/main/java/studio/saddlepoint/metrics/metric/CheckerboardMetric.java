package studio.saddlepoint.metrics.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.distribution.StrideEnergy;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.pace.PlannedWork;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * The share of generated images' spectral energy at period 2, as {@link StrideEnergy} has it, over
 * the same share of real images; value {@code checkerboard}. Grey values are the means of the
 * channels, of images as they are stored. It looks at no features.
 */
public final class CheckerboardMetric extends NamedMetric {
  /** The only one. */
  public static final Metric CHECKERBOARD = new CheckerboardMetric();

  private static final String PERIOD = "checkerboard_period";
  private static final long STRIDE = 2;
  private static final int BATCH = 64;

  /** Seconds of reading an image and of its sums. */
  private static final double SUMS = 2e-5;

  private CheckerboardMetric() {
    super(
        "checkerboard",
        "Checkerboard",
        "checkerboard",
        95,
        "How much of the pictures repeats every second pixel, as strided layers leave it, compared with real ones: 1 is as in the data.");
  }

  @Override
  public List<MetricValue> values() {
    return List.of(MetricValue.lower("checkerboard", "Checkerboard", Scale.PLAIN));
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.REAL_IMAGES);
  }

  @Override
  public Optional<String> blindToSameness() {
    return Optional.of("checkerboard");
  }

  @Override
  public Map<String, Object> settings(ComparedImages images) {
    return Map.of(PERIOD, STRIDE);
  }

  @Override
  public String detail(ScoreSettings settings) {
    return "period " + settings.count(PERIOD);
  }

  @Override
  public Work work() {
    return Work.COMPARING;
  }

  @Override
  public List<PlannedWork> parts(Effort effort) {
    double images = (double) effort.samples() + effort.reals();
    return List.of(
        Effort.comparing(this, effort.samples() * effort.generatorSeconds() + images * SUMS));
  }

  @Override
  public void measure(MetricInput input, Findings findings) {
    Progress progress = input.begin(this);
    double fake = share(input.generatedImages(), input.samples(), progress.part(0, 0.5));
    double real = share(input.realImages(), input.realCount(), progress.part(0.5, 1));
    findings.value("checkerboard", fake == real ? 1 : fake / real);
  }

  private static double share(ImageSource images, int count, Progress progress) {
    StrideEnergy energy = new StrideEnergy();
    ImageShape shape = images.shape();
    int plane = shape.height() * shape.width();
    for (int from = 0; from < count; from += BATCH) {
      progress.checkCancelled();
      progress.report("Energy at period 2", (double) from / count);
      int n = Math.min(BATCH, count - from);
      byte[] bytes = images.bytes(from, n);
      for (int i = 0; i < n; i++) {
        energy.add(grey(bytes, i, shape.channels(), plane), shape.height(), shape.width());
      }
    }
    return energy.share();
  }

  private static double[] grey(byte[] bytes, int image, int channels, int plane) {
    double[] grey = new double[plane];
    for (int c = 0; c < channels; c++) {
      int from = (image * channels + c) * plane;
      for (int p = 0; p < plane; p++) {
        grey[p] += (double) (bytes[from + p] & 0xff) / channels;
      }
    }
    return grey;
  }
}
