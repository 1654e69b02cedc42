package studio.saddlepoint.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.Reference;
import studio.saddlepoint.metrics.Side;
import studio.saddlepoint.metrics.extractor.Extracted;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.StatisticsStream;
import studio.saddlepoint.metrics.image.ImageSource;

/**
 * Images of which only made-up features are known: an image is its number in four bytes, and the
 * extractor looks its features up. So metrics are measured without what looking takes.
 *
 * @param rows the features, of all images
 * @param first number of the first image
 * @param heldOut images kept apart; empty where there are none
 */
record MadeFeatures(Features rows, int first, Optional<Reference> heldOut)
    implements ImageSource, Reference {
  private static final ImageShape SHAPE = new ImageShape(1, 2, 2);
  private static final int CLASSES = 10;

  /** What looks at images of some sides, which lie one behind the other. */
  static FeatureExtractor extractor(List<Features> sides) {
    int d = sides.get(0).dimension();
    int each = sides.get(0).count();
    return new FeatureExtractor() {
      @Override
      public String id() {
        return "made";
      }

      @Override
      public String label() {
        return "made-up features";
      }

      @Override
      public int dimension() {
        return d;
      }

      @Override
      public float[] features(byte[] pixels) {
        int n = pixels.length / SHAPE.pixels();
        float[] found = new float[n * d];
        for (int i = 0; i < n; i++) {
          int number = 0;
          for (int b = 0; b < SHAPE.pixels(); b++) {
            number = number << 8 | pixels[i * SHAPE.pixels() + b] & 0xff;
          }
          float[] side = sides.get(number / each).rows();
          System.arraycopy(side, number % each * d, found, i * d, d);
        }
        return found;
      }

      @Override
      public List<String> classNames() {
        return IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
      }

      @Override
      public Extracted extract(byte[] pixels) {
        float[] found = features(pixels);
        float[] logits = new float[found.length / d * CLASSES];
        for (int i = 0; i < logits.length; i++) {
          logits[i] = found[i / CLASSES * d + i % CLASSES % d];
        }
        return new Extracted(found, logits);
      }

      @Override
      public void close() {}
    };
  }

  /** Normal features. */
  static Features normal(int count, int dimension, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count * dimension];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Features(count, dimension, values);
  }

  @Override
  public ImageShape shape() {
    return SHAPE;
  }

  @Override
  public float[] images(int from, int count) {
    return new float[count * SHAPE.pixels()];
  }

  @Override
  public byte[] bytes(int from, int count) {
    byte[] pixels = new byte[count * SHAPE.pixels()];
    for (int i = 0; i < count; i++) {
      int number = first + from + i;
      for (int b = 0; b < SHAPE.pixels(); b++) {
        pixels[i * SHAPE.pixels() + b] = (byte) (number >> 8 * (SHAPE.pixels() - 1 - b));
      }
    }
    return pixels;
  }

  @Override
  public Side side() {
    return new Side(Side.Kind.FOLDER, "made", rows.count(), true);
  }

  @Override
  public FeatureStatistics statistics(Progress progress) {
    try (StatisticsStream stream = new StatisticsStream(rows.dimension())) {
      rows.forEachBatch(256, stream::add);
      return stream.statistics();
    }
  }

  @Override
  public Optional<Features> features(Progress progress) {
    return Optional.of(rows);
  }

  @Override
  public Optional<ImageSource> images() {
    return Optional.of(this);
  }

  @Override
  public Optional<double[]> classShares(Progress progress) {
    double[] even = new double[CLASSES];
    Arrays.fill(even, 1.0 / CLASSES);
    return Optional.of(even);
  }
}
