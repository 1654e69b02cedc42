package studio.saddlepoint.metrics.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.Quantizer;
import studio.saddlepoint.latent.SnapshotEncoder;
import studio.saddlepoint.metrics.distribution.Bootstrap;
import studio.saddlepoint.metrics.distribution.Statistics;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.pace.PlannedWork;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.recipe.method.Reconstruction;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * The importance-weighted bound of the log likelihood of real images that were held out (Burda et
 * al. 2016, equation 8), values {@code log_likelihood} in nats an image and {@code
 * bits_per_dimension}. Only what has an encoder has one. Normal pixels are dequantised by uniform
 * noise (Theis et al. 2016, section 3.1), so that the bound is one of the bytes; of pixels that are
 * chances the value of the pixel is the chance that was seen.
 */
public final class LikelihoodMetric extends NamedMetric {
  /** The only one. */
  public static final Metric LIKELIHOOD = new LikelihoodMetric();

  /** Codes drawn for each image. */
  static final int CODES = 50;

  private static final String BOUND = "log_likelihood";
  private static final String BITS = "bits_per_dimension";
  private static final String SETTING = "log_likelihood_codes";
  private static final String AGAINST = "log_likelihood_of";
  private static final int BATCH = 50;
  private static final int LEVELS = 256;

  private LikelihoodMetric() {
    super(
        BOUND,
        "Log likelihood bound",
        "likelihood",
        130,
        "How likely the model finds real images that were held out, at least. Only a VAE tells; a GAN has no likelihood.");
  }

  @Override
  public List<MetricValue> values() {
    return List.of(
        MetricValue.higher(BOUND, "Log likelihood bound", Scale.DISTANCE),
        MetricValue.lower(BITS, "Bits per dimension", Scale.SMALL));
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.ENCODER);
  }

  @Override
  public Map<String, Object> settings(ComparedImages images) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(SETTING, (long) CODES);
    images.heldOut().ifPresent(other -> settings.put(AGAINST, other));
    return settings;
  }

  @Override
  public String detail(ScoreSettings settings) {
    String others = settings.text(AGAINST);
    String codes = String.format(Locale.ENGLISH, "K=%d", settings.count(SETTING));
    return others.isEmpty() ? codes : codes + " of " + others;
  }

  @Override
  public Work work() {
    return Work.LIKELIHOOD;
  }

  @Override
  public List<PlannedWork> parts(Effort effort) {
    int images = effort.heldOut() > 0 ? effort.heldOut() : effort.reals();
    return List.of(
        new PlannedWork(
            Work.LIKELIHOOD, effort.generator(), CODES * images * effort.generatorSeconds()));
  }

  @Override
  public void measure(MetricInput input, Findings findings) {
    Progress progress = input.begin(Work.LIKELIHOOD);
    SnapshotEncoder encoder = input.encoder();
    ImageSource images = input.unseenImages();
    int count = input.unseenCount();
    boolean chances = encoder.settings().reconstruction() == Reconstruction.BERNOULLI;
    Noise noise = new Noise(input.seed());
    double[] bounds = new double[count];
    for (int from = 0; from < count; from += BATCH) {
      progress.checkCancelled();
      progress.report("Likelihood of held-out images", (double) from / count);
      int n = Math.min(BATCH, count - from);
      byte[] bytes = images.bytes(from, n);
      int[] labels = new int[n];
      for (int i = 0; i < n; i++) {
        labels[i] = images.label(from + i);
      }
      float[] pixels = chances ? Quantizer.pixels(bytes) : noise.dequantised(bytes);
      float[] found = encoder.bounds(pixels, labels, noise.codes(CODES, n * encoder.size()));
      double constant = chances ? 0 : (double) bytes.length / n * Math.log(LEVELS);
      for (int i = 0; i < n; i++) {
        bounds[from + i] = found[i] - constant;
      }
    }
    double perDimension = images.shape().pixels() * Math.log(2);
    findings.value(BOUND, Statistics.mean(bounds));
    findings.value(BITS, -Statistics.mean(bounds) / perDimension);
    if (input.intervals()) {
      findings.interval(BOUND, Bootstrap.of(bounds, Statistics::mean, input.seed()));
      double[] bits = Arrays.stream(bounds).map(each -> -each / perDimension).toArray();
      findings.interval(BITS, Bootstrap.of(bits, Statistics::mean, input.seed()));
    }
  }

  /** Random numbers, which follow from the seed. */
  private static final class Noise {
    private final SplittableRandom random;

    Noise(long seed) {
      random = new SplittableRandom(seed ^ 0x6c696b656c69L);
    }

    /** Bytes in -1..1, each anywhere within its step. */
    float[] dequantised(byte[] bytes) {
      float[] pixels = new float[bytes.length];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (float) (((bytes[i] & 0xff) + random.nextDouble()) / (LEVELS / 2) - 1);
      }
      return pixels;
    }

    float[][] codes(int count, int numbers) {
      float[][] codes = new float[count][numbers];
      for (float[] each : codes) {
        for (int i = 0; i < numbers; i++) {
          each[i] = (float) random.nextGaussian();
        }
      }
      return codes;
    }
  }
}
