package studio.saddlepoint.train.cluster;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Draws;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.KeptClusters;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.HostTensor;

/**
 * Clusters at some time. Its arrays are not to be changed.
 *
 * @param labels the cluster of each picture
 * @param sizes pictures of each cluster, (K)
 * @param centres of each, (K, D); empty before they are made for the first time
 * @param means the mean pictures (K, C, h, w), unsigned; empty before
 * @param small shape of each of them
 * @param made how often they were made
 * @param seen real pictures that the training had seen when they were made last
 */
record ClusterState(
    int[] labels,
    long[] sizes,
    Optional<Points> centres,
    byte[] means,
    ImageShape small,
    long made,
    long seen) {
  private static final long BY_CHANCE = 0x434c55L;
  private static final String LABELS = "clusters.labels";
  private static final String CENTRES = "clusters.centres";
  private static final String SEEN = "clusters.seen";
  private static final String MADE = "clusters.made";

  /**
   * Clusters by chance, as before they are made for the first time.
   *
   * @param data whose pictures
   * @param count how many, K
   * @param seed the run's
   */
  static ClusterState byChance(DataSet data, int count, long seed) {
    int[] labels = new int[data.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (int) (Draws.of(BY_CHANCE, seed, i).uniform() * count);
    }
    return new ClusterState(
        labels, sizes(labels, count), Optional.empty(), new byte[0], data.shape(), 0, 0);
  }

  private static long[] sizes(int[] labels, int count) {
    long[] sizes = new long[count];
    for (int each : labels) {
      sizes[each]++;
    }
    return sizes;
  }

  /** The centres where they are of points of so many numbers. */
  Optional<Points> centres(int dimension) {
    return centres.filter(each -> each.dimension() == dimension);
  }

  /** What snapshots need. */
  Map<String, HostTensor> shown() {
    return made == 0 ? Map.of() : KeptClusters.tensors(sizes, means, small);
  }

  /** All of it, beside {@link #shown}. */
  Map<String, HostTensor> tensors() {
    Map<String, HostTensor> named = new LinkedHashMap<>();
    centres.ifPresent(
        rows -> {
          byte[] bytes = new byte[labels.length];
          for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) labels[i];
          }
          named.put(
              LABELS, new HostTensor("U8", new long[] {bytes.length}, ByteBuffer.wrap(bytes)));
          named.put(CENTRES, HostTensor.of(rows.values(), sizes.length, rows.dimension()));
        });
    return named;
  }

  /** Numbers, as checkpoints hold them. */
  Map<String, String> numbers() {
    return made == 0 ? Map.of() : Map.of(MADE, Long.toString(made), SEEN, Long.toString(seen));
  }

  /** The clusters that a checkpoint holds; empty where none were made yet. */
  static Optional<ClusterState> of(Checkpoint checkpoint) {
    Map<String, HostTensor> tensors = checkpoint.tensors();
    if (!tensors.containsKey(LABELS) || KeptClusters.of(checkpoint).isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = bytes(tensors.get(LABELS));
    int[] labels = new int[bytes.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = bytes[i] & 0xff;
    }
    HostTensor rows = tensors.get(CENTRES);
    HostTensor means = tensors.get(KeptClusters.MEANS);
    return Optional.of(
        new ClusterState(
            labels,
            tensors.get(KeptClusters.SIZES).longs(),
            Optional.of(new Points(rows.floats(), Math.toIntExact(rows.shape()[1]))),
            bytes(means),
            KeptClusters.shape(means),
            Long.parseLong(checkpoint.state().get(MADE)),
            Long.parseLong(checkpoint.state().get(SEEN))));
  }

  private static byte[] bytes(HostTensor tensor) {
    ByteBuffer data = tensor.data();
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    return bytes;
  }

  /** These for other pictures, which have clusters by chance until they are made anew. */
  ClusterState forOther(DataSet data, long seed) {
    ClusterState chance = byChance(data, sizes.length, seed);
    return new ClusterState(chance.labels, chance.sizes, centres, means, small, made, seen);
  }
}
