package studio.saddlepoint.latent;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.HostTensor;

/**
 * The clusters that a checkpoint's networks know in the place of classes, as far as a person sees
 * them: its tensors {@code clusters.sizes} and {@code clusters.means}. Before clusters are made for
 * the first time there are none.
 *
 * @param sizes pictures of each cluster, (K)
 * @param means the mean picture of each, small; black for one without pictures
 */
public record KeptClusters(List<Long> sizes, List<Picture> means) {
  /** Name of the tensor of pictures in each, (K). */
  public static final String SIZES = "clusters.sizes";

  /** Name of the tensor of mean pictures, (K, C, h, w). */
  public static final String MEANS = "clusters.means";

  /** Copies the lists. */
  public KeptClusters {
    sizes = List.copyOf(sizes);
    means = List.copyOf(means);
  }

  /**
   * What a checkpoint must hold, so that they are known again: see {@link #of}.
   *
   * @param means (K, C, H, W), unsigned
   * @param shape C, H, W of each mean
   */
  public static Map<String, HostTensor> tensors(long[] sizes, byte[] means, ImageShape shape) {
    Map<String, HostTensor> named = new LinkedHashMap<>();
    named.put(SIZES, HostTensor.of(sizes, sizes.length));
    named.put(
        MEANS,
        new HostTensor(
            "U8",
            new long[] {sizes.length, shape.channels(), shape.height(), shape.width()},
            ByteBuffer.wrap(means)));
    return named;
  }

  /**
   * The clusters of a checkpoint; empty where it has none.
   *
   * @throws StudioException if they cannot be
   */
  public static Optional<KeptClusters> of(Checkpoint checkpoint) {
    HostTensor sizes = checkpoint.tensors().get(SIZES);
    HostTensor means = checkpoint.tensors().get(MEANS);
    if (sizes == null || means == null || !checkpoint.recipe().method().clustered()) {
      return Optional.empty();
    }
    long count = checkpoint.recipe().method().clusters().count();
    long[] shape = means.shape();
    if (!sizes.dtype().equals("I64")
        || sizes.shape().length != 1
        || sizes.shape()[0] != count
        || !means.dtype().equals("U8")
        || shape.length != 4
        || shape[0] != count) {
      throw new StudioException(
          "The checkpoint of step "
              + checkpoint.step()
              + " holds clusters ("
              + sizes
              + ", "
              + means
              + ") that are not the "
              + count
              + " of its recipe: it is damaged. Choose another checkpoint of the run.");
    }
    return Optional.of(
        new KeptClusters(
            Arrays.stream(sizes.longs()).boxed().toList(), pictures(means, shape(means))));
  }

  /** Shape of each mean picture. */
  public static ImageShape shape(HostTensor means) {
    long[] shape = means.shape();
    return new ImageShape(
        Math.toIntExact(shape[1]), Math.toIntExact(shape[2]), Math.toIntExact(shape[3]));
  }

  private static List<Picture> pictures(HostTensor means, ImageShape shape) {
    ByteBuffer bytes = means.data();
    List<Picture> pictures = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] pixels = new byte[shape.pixels()];
      bytes.get(pixels);
      pictures.add(PictureConversion.of(pixels, shape));
    }
    return pictures;
  }

  /** The share of all pictures that each has, (K). */
  public double[] shares() {
    double all = sizes.stream().mapToLong(Long::longValue).sum();
    return sizes.stream().mapToDouble(each -> each / Math.max(1, all)).toArray();
  }
}
