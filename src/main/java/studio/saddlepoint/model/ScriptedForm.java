package studio.saddlepoint.model;

import java.util.List;
import studio.saddlepoint.recipe.network.LatentPrior;

/**
 * How a generator in a TorchScript file is called, and what it makes.
 *
 * @param latentSize length of z
 * @param prior what z is drawn from
 * @param classNames the classes by number; empty where it takes no label
 * @param labels what it takes for a label
 * @param unit whether its pictures are in 0..1; otherwise in -1..1
 * @param channels of its pictures, 1 or 3
 * @param size height and width of the pictures that are shown, in pixels
 * @param shrink how many times as large the file's own pictures are: means are taken of them
 * @param halves whether it has a mapping and a synthesis
 * @param layers codes of w, one a layer; 0 where w has no layers
 * @param codeSize numbers of a code of w
 * @param gradients whether gradients by its codes go through the file
 */
public record ScriptedForm(
    int latentSize,
    LatentPrior prior,
    List<String> classNames,
    Labels labels,
    boolean unit,
    int channels,
    int size,
    int shrink,
    boolean halves,
    int layers,
    int codeSize,
    boolean gradients) {
  /** What a file takes for a label. */
  public enum Labels {
    /** Nothing. */
    NONE,
    /** Shares of classes (N, K), one-hot for a single one. */
    SHARES,
    /** Numbers of classes (N) int64. */
    NUMBERS
  }

  /** Copies the names. */
  public ScriptedForm {
    classNames = List.copyOf(classNames);
  }

  /** What it takes. */
  public LatentSpace latent() {
    return new LatentSpace(latentSize, classNames);
  }

  /** The space of w. */
  public WSpace w() {
    return new WSpace(layers, codeSize);
  }
}
