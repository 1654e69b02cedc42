package studio.saddlepoint.train.cluster;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.SplitMix64;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Discriminator;
import studio.saddlepoint.model.Fade;
import studio.saddlepoint.model.RangeConversion;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.torch.ArrayScopes;

/**
 * A discriminator's features of pictures as points: those that its logit is made of, as when it is
 * used. Of more than {@value #MOST} numbers only as many random projections are taken, which keep
 * distances nearly as they are (Johnson and Lindenstrauss 1984), the same in all runs.
 *
 * @param discriminator whose features
 * @param range as the networks take pixels
 * @param shape C, H, W of the pictures
 * @param resolution that networks which grow stand at
 * @param manager where arrays are made
 */
public record FeatureReader(
    Discriminator discriminator,
    RangeConversion range,
    ImageShape shape,
    Optional<Resolution> resolution,
    NDManager manager) {
  /** Numbers of a point at most. */
  private static final int MOST = 256;

  private static final long STREAM = 0x434c5553L;

  /** A reader with its projection, for many batches; closed after them. */
  Opened open() {
    return new Opened(manager.newSubManager());
  }

  /** The projection, made with the first pictures. */
  final class Opened implements AutoCloseable {
    private final NDManager own;
    private @Nullable NDArray projection;

    private Opened(NDManager own) {
      this.own = own;
    }

    /**
     * The points of pictures.
     *
     * @param pixels (N, C, H, W), unsigned
     */
    Points of(byte[] pixels) {
      float[] signed = new float[pixels.length];
      for (int i = 0; i < pixels.length; i++) {
        signed[i] = (pixels[i] & 0xff) / 127.5f - 1;
      }
      int n = pixels.length / shape.pixels();
      Shape batch = new Shape(n, shape.channels(), shape.height(), shape.width());
      float[] values =
          ArrayScopes.withoutGradients(
              () -> {
                NDArray x = range.ofSigned(ArrayScopes.of(manager, signed, batch));
                NDArray seen = resolution.map(now -> Fade.real(x, now)).orElse(x);
                ForwardContext used = ForwardContext.of(false);
                NDArray features =
                    discriminator.features(seen, resolution.map(used::withResolution).orElse(used));
                return projected(features).toFloatArray();
              });
      return new Points(values, values.length / n);
    }

    private NDArray projected(NDArray features) {
      int size = Math.toIntExact(features.getShape().get(1));
      if (size <= MOST) {
        return features;
      }
      if (projection == null) {
        projection = ArrayScopes.outsideScopes(() -> projection(size));
      }
      return features.matMul(projection);
    }

    /** (F, D): normal numbers of deviation D^-1/2. */
    private NDArray projection(int size) {
      SplittableRandom random = new SplittableRandom(SplitMix64.mix(STREAM));
      float[] values = new float[size * MOST];
      double scale = 1 / Math.sqrt(MOST);
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (scale * random.nextGaussian());
      }
      return ArrayScopes.of(own, values, new Shape(size, MOST));
    }

    @Override
    public void close() {
      own.close();
    }
  }
}
