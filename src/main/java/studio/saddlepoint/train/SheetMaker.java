package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.SheetCodes;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;

/** Draws sample sheets, always from the same noise, so that one can watch each picture change. */
final class SheetMaker {
  private static final int GAP = 2;
  private static final int BACKGROUND = 0xff20242b;

  /** Pictures drawn at once: of many classes a sheet would take too much memory. */
  private static final int BATCH = 64;

  private final long seed;
  private final SheetLayout layout;

  SheetMaker(long seed, SheetLayout layout) {
    this.seed = seed;
    this.layout = layout;
  }

  /**
   * A sheet of a generator; of a conditional one, each column is a class.
   *
   * @param resolution that it stands at; empty for its largest
   */
  Picture draw(Generator generator, Optional<Resolution> resolution, NDManager manager) {
    int size = resolution.map(Resolution::size).orElse(generator.shape().height());
    List<Picture> drawn = pictures(generator, resolution, size, manager);
    int[] nothing = new int[size * size];
    Arrays.fill(nothing, BACKGROUND);
    Picture empty = new Picture(size, size, nothing);
    List<Picture> places = new ArrayList<>();
    int next = 0;
    for (int row = 0; row < layout.rows(); row++) {
      for (int column = 0; column < layout.columns(); column++) {
        places.add(layout.filled(row, column) ? drawn.get(next++) : empty);
      }
    }
    return PictureConversion.grid(places, layout.columns(), GAP, BACKGROUND);
  }

  private List<Picture> pictures(
      Generator generator, Optional<Resolution> resolution, int size, NDManager manager) {
    long[] labels = labels();
    ImageShape shape = new ImageShape(generator.shape().channels(), size, size);
    List<Picture> pictures = new ArrayList<>(labels.length);
    for (int begin = 0; begin < labels.length; begin += BATCH) {
      int end = Math.min(labels.length, begin + BATCH);
      float[] pixels = pixels(generator, resolution, manager, labels, begin, end);
      for (int i = 0; i < end - begin; i++) {
        pictures.add(PictureConversion.of(pixels, i, shape));
      }
    }
    return pictures;
  }

  private long[] labels() {
    List<Long> labels = new ArrayList<>();
    for (int row = 0; row < layout.rows(); row++) {
      for (int column = 0; column < layout.columns(); column++) {
        if (layout.filled(row, column)) {
          labels.add((long) layout.label(row, column));
        }
      }
    }
    return labels.stream().mapToLong(each -> each).toArray();
  }

  /** (N, C, H, W) of the pictures from one place to another. */
  private float[] pixels(
      Generator generator,
      Optional<Resolution> resolution,
      NDManager manager,
      long[] labels,
      int begin,
      int end) {
    Shape codes = new Shape(labels.length, generator.latent().size());
    return ArrayScopes.scoped(
        () ->
            Autograd.without(
                true,
                () -> {
                  NDArray all =
                      ArrayScopes.of(
                          manager,
                          SheetCodes.first(seed, labels.length, generator.latent().size()),
                          codes);
                  NDArray z = end - begin == labels.length ? all : all.get(begin + ":" + end);
                  ForwardContext told =
                      generator.context(
                          manager.create(Arrays.copyOfRange(labels, begin, end)), false);
                  ForwardContext context = resolution.map(told::withResolution).orElse(told);
                  return generator.synthesize(generator.map(z, context), context).toFloatArray();
                }));
  }
}
