package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.Pictures;
import studio.saddlepoint.latent.SheetCodes;
import studio.saddlepoint.model.Generator;
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

  /** A sheet of a generator; of a conditional one, each column is a class. */
  Picture draw(Generator generator, NDManager manager) {
    List<Picture> drawn = pictures(generator, manager);
    ImageShape shape = generator.shape();
    int[] nothing = new int[shape.width() * shape.height()];
    Arrays.fill(nothing, BACKGROUND);
    Picture empty = new Picture(shape.width(), shape.height(), nothing);
    List<Picture> places = new ArrayList<>();
    int next = 0;
    for (int row = 0; row < layout.rows(); row++) {
      for (int column = 0; column < layout.columns(); column++) {
        places.add(layout.filled(row, column) ? drawn.get(next++) : empty);
      }
    }
    return Pictures.grid(places, layout.columns(), GAP, BACKGROUND);
  }

  private List<Picture> pictures(Generator generator, NDManager manager) {
    long[] labels = labels();
    List<Picture> pictures = new ArrayList<>(labels.length);
    for (int begin = 0; begin < labels.length; begin += BATCH) {
      int end = Math.min(labels.length, begin + BATCH);
      float[] pixels = pixels(generator, manager, labels, begin, end);
      for (int i = 0; i < end - begin; i++) {
        pictures.add(Pictures.of(pixels, i, generator.shape()));
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
      Generator generator, NDManager manager, long[] labels, int begin, int end) {
    Shape codes = new Shape(labels.length, generator.latent().size());
    return studio.saddlepoint.torch.ArrayScopes.scoped(
        () ->
            Autograd.without(
                true,
                () -> {
                  NDArray all =
                      studio.saddlepoint.torch.ArrayScopes.of(
                          manager,
                          SheetCodes.first(seed, labels.length, generator.latent().size()),
                          codes);
                  NDArray z = end - begin == labels.length ? all : all.get(begin + ":" + end);
                  NDArray of = manager.create(Arrays.copyOfRange(labels, begin, end));
                  return generator.synthesize(generator.map(z, of), false).toFloatArray();
                }));
  }
}
