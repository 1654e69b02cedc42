package studio.saddlepoint.lab.microscope;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.conv.ConvTranspose2d;

/**
 * The weights of a layer as small pictures.
 *
 * @param whole whether there is one for each channel, as where a layer sees or makes pictures;
 *     otherwise all are of the chosen channel, one for each channel that it is joined to
 * @param all how many there are, of which at most {@link #MOST} are here
 * @param tiles the first of them
 */
public record Filters(boolean whole, int all, List<Tile> tiles) {
  /** As many are shown. */
  public static final int MOST = 64;

  /** No weights. */
  static final Filters NONE = new Filters(true, 0, List.of());

  /** More channels than this are no picture. */
  private static final int COLOURS = 3;

  /**
   * The filters of a layer.
   *
   * @param channel the chosen one of its output
   */
  static Filters of(Layer layer, int channel) {
    Optional<NDArray> found = weight(layer);
    if (found.isEmpty()) {
      return NONE;
    }
    Shape shape = found.get().getShape();
    return switch (shape.dimension()) {
      case 2 -> row(found.get(), shape, channel);
      case 4 -> new Kernels(found.get(), layer instanceof ConvTranspose2d).filters(channel);
      default -> NONE;
    };
  }

  private static Optional<NDArray> weight(Layer layer) {
    for (Pair<String, Parameter> each : layer.getDirectParameters()) {
      if (each.getKey().equals("weight")) {
        return Optional.of(each.getValue().getArray());
      }
    }
    return Optional.empty();
  }

  /** The weights of a unit of a dense layer, in lines that make a square, about. */
  private static Filters row(NDArray weight, Shape shape, int channel) {
    int inputs = Math.toIntExact(shape.get(1));
    int from = channel % Math.toIntExact(shape.get(0)) * inputs;
    int width = (int) Math.ceil(Math.sqrt(inputs));
    int height = (inputs + width - 1) / width;
    float[] values = new float[width * height];
    System.arraycopy(weight.toFloatArray(), from, values, 0, inputs);
    return new Filters(false, 1, List.of(new Tile(width, height, 1, values)));
  }

  /** Weights (Co, Ci, k, k), or (Ci, Co, k, k) where they are turned. */
  private record Kernels(float[] values, int first, int second, int side, boolean turned) {
    Kernels(NDArray weight, boolean turned) {
      this(
          weight.toFloatArray(),
          Math.toIntExact(weight.getShape().get(0)),
          Math.toIntExact(weight.getShape().get(1)),
          Math.toIntExact(weight.getShape().get(2)),
          turned);
    }

    Filters filters(int channel) {
      int to = turned ? second : first;
      int from = turned ? first : second;
      boolean whole = Math.min(to, from) <= COLOURS;
      boolean seesPictures = from <= COLOURS;
      int all = whole ? Math.max(to, from) : from;
      List<Tile> tiles = new ArrayList<>();
      for (int i = 0; i < Math.min(MOST, all); i++) {
        tiles.add(
            whole
                ? picture(i, seesPictures, Math.min(to, from))
                : tile(new int[] {channel % to}, new int[] {i}));
      }
      return new Filters(whole, all, tiles);
    }

    private Tile picture(int index, boolean seesPictures, int colours) {
      int[] planes = colours == COLOURS ? new int[] {0, 1, 2} : new int[] {0};
      int[] one = {index};
      return seesPictures ? tile(one, planes) : tile(planes, one);
    }

    /** The kernels between some channels of the output and some of the input. */
    private Tile tile(int[] outputs, int[] inputs) {
      int size = side * side;
      float[] all = new float[outputs.length * inputs.length * size];
      int at = 0;
      for (int o : outputs) {
        for (int i : inputs) {
          int kernel = turned ? i * second + o : o * second + i;
          System.arraycopy(values, kernel * size, all, at, size);
          at += size;
        }
      }
      return new Tile(side, side, outputs.length * inputs.length, all);
    }
  }
}
