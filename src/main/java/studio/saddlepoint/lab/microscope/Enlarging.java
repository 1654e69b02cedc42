package studio.saddlepoint.lab.microscope;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.lab.microscope.Enlarged.Way;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.metrics.distribution.StrideEnergy;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.nn.conv.ConvTranspose2d;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.TorchEngine;

/** Makes pictures smaller and larger again by the layers that generators enlarge by. */
final class Enlarging {
  private static final int SHOWN = 4;
  private static final long SEED = 7;

  private final ImageShape shape;

  /**
   * Of pictures of a shape.
   *
   * @param shape with an even height and width
   */
  Enlarging(ImageShape shape) {
    this.shape = shape;
  }

  /**
   * All ways, each of the same real pictures.
   *
   * @param real (N, C, H, W) in -1..1
   * @param fake (N, C, H, W) in -1..1, as they are
   */
  List<Enlarged> all(float[] real, float[] fake) {
    List<Enlarged> all = new ArrayList<>();
    all.add(enlarged(Way.REAL, real, shape));
    all.add(enlarged(Way.FAKE, fake, shape));
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      for (Way way : new Way[] {Way.NEAREST, Way.BILINEAR, Way.EVEN, Way.UNEVEN, Way.RANDOM}) {
        all.add(ArrayScopes.withoutGradients(() -> by(way, real, manager)));
      }
    }
    return all;
  }

  private Enlarged by(Way way, float[] pixels, NDManager manager) {
    int planes = pixels.length / (shape.height() * shape.width());
    NDArray x = manager.create(pixels, new Shape(planes, 1, shape.height(), shape.width()));
    NDArray half = StatelessLayer.averagePool(2).apply(x, false);
    Layer layer = layer(way, manager, half.getShape());
    NDArray large = layer.apply(half, false);
    ImageShape size =
        new ImageShape(
            shape.channels(),
            Math.toIntExact(large.getShape().get(2)),
            Math.toIntExact(large.getShape().get(3)));
    return enlarged(way, levelled(large.toFloatArray(), half.toFloatArray()), size);
  }

  private static Layer layer(Way way, NDManager manager, Shape input) {
    Layer layer =
        switch (way) {
          case NEAREST -> StatelessLayer.upsample(2);
          case BILINEAR -> StatelessLayer.upsampleBilinear(2);
          case EVEN -> new ConvTranspose2d(1, 1, 4, 2, 1, false, Initializer.ONES);
          case UNEVEN -> new ConvTranspose2d(1, 1, 3, 2, 1, false, Initializer.ONES);
          case RANDOM ->
              new ConvTranspose2d(
                  1, 1, 4, 2, 1, false, WeightInitializer.dcgan(new SplittableRandom(SEED)));
          case REAL, FAKE -> throw new IllegalArgumentException("pictures as they are");
        };
    layer.initialize(manager, DataType.FLOAT32, input);
    return layer;
  }

  /** With the mean and the deviation that the small pictures have, which a sum of them loses. */
  private static float[] levelled(float[] values, float[] like) {
    Spread is = Spread.of(values, 1);
    Spread was = Spread.of(like, 1);
    float[] levelled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      double z = (values[i] - is.mean()) / Math.max(1e-12, is.deviation());
      levelled[i] = (float) (was.mean() + was.deviation() * z);
    }
    return levelled;
  }

  private static Enlarged enlarged(Way way, float[] pixels, ImageShape shape) {
    int count = pixels.length / shape.pixels();
    int plane = shape.height() * shape.width();
    StrideEnergy energy = new StrideEnergy();
    List<Picture> pictures = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      double[] grey = new double[plane];
      for (int c = 0; c < shape.channels(); c++) {
        for (int p = 0; p < plane; p++) {
          grey[p] += pixels[n * shape.pixels() + c * plane + p] / shape.channels();
        }
      }
      energy.add(grey, shape.height(), shape.width());
      if (n < SHOWN) {
        pictures.add(PictureConversion.of(pixels, n, shape));
      }
    }
    return new Enlarged(way, pictures, energy.share());
  }
}
