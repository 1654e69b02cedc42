package studio.saddlepoint.latent.direction;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import studio.saddlepoint.latent.CodeGradient;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;

/**
 * Codes of a snapshot, in z, or in w, where one offset moves the rows of all layers of a range
 * alike.
 */
final class SnapshotCodes implements JudgedCodes {
  private final Snapshot snapshot;
  private final AttributeJudge judge;
  private final Space space;
  private final LayerRange layers;
  private final float[][] bases;
  private final int[] labels;
  private final int size;

  /**
   * Codes.
   *
   * @param snapshot neither truncated nor shifted
   * @param space of the offsets
   * @param layers that they move, in w
   * @param z one for each picture
   * @param labels one class for each
   */
  SnapshotCodes(
      Snapshot snapshot,
      AttributeJudge judge,
      Space space,
      LayerRange layers,
      float[][] z,
      int[] labels) {
    this.snapshot = snapshot;
    this.judge = judge;
    this.space = space;
    this.layers = layers;
    this.bases = space == Space.Z ? z : snapshot.map(z, labels);
    this.labels = labels;
    this.size = space == Space.Z ? snapshot.latent().size() : snapshot.w().size();
  }

  /** In w, the rows of a code that was mapped are alike: the first one that is moved. */
  @Override
  public float[][] codes() {
    int row = size == bases[0].length ? 0 : layers.from();
    return Arrays.stream(bases)
        .map(each -> Arrays.copyOfRange(each, row * size, (row + 1) * size))
        .toArray(float[][]::new);
  }

  @Override
  public List<Attribute> attributes() {
    return judge.attributes();
  }

  @Override
  public double[][] judge(float[][] offsets) {
    float[][] codes = moved(offsets);
    float[] pixels =
        space == Space.Z
            ? snapshot.pixels(codes, labels, Double.POSITIVE_INFINITY)
            : snapshot.synthesize(codes, labels, Double.POSITIVE_INFINITY);
    return judge.judge(pixels, codes.length);
  }

  @Override
  public CodeGradient differentiate(float[][] offsets, UnaryOperator<NDArray> of) {
    CodeGradient found =
        snapshot.differentiate(
            space, moved(offsets), labels, pixels -> of.apply(judge.judge(pixels)));
    float[][] gradients = new float[offsets.length][size];
    for (int n = 0; n < gradients.length; n++) {
      float[] whole = found.gradients()[n];
      for (int i = 0; i < whole.length; i++) {
        if (moves(i)) {
          gradients[n][i % size] += whole[i];
        }
      }
    }
    return new CodeGradient(found.value(), gradients);
  }

  private float[][] moved(float[][] offsets) {
    float[][] moved = new float[bases.length][];
    for (int n = 0; n < moved.length; n++) {
      moved[n] = bases[n].clone();
      for (int i = 0; i < moved[n].length; i++) {
        if (moves(i)) {
          moved[n][i] += offsets[n][i % size];
        }
      }
    }
    return moved;
  }

  /** Whether an offset moves a number of a code. */
  private boolean moves(int place) {
    return bases[0].length == size || layers.contains(place / size);
  }
}
