package studio.saddlepoint.metrics.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.checkpoint.Safetensors;

/**
 * The store of what evaluations made once and keep: safetensors files that are whole or not there,
 * each with its key and a digest of its numbers inside, checked when read. What does not check out
 * is made again; what cannot be written, or holds what are no numbers, is made again next time.
 * Each kind takes at most 2 GB: then the entries that were not used for longest go. Several
 * processes may share the folder.
 */
public final class MetricCache {
  private static final Logger LOG = LoggerFactory.getLogger(MetricCache.class);
  private static final String KEY = "key";
  private static final Duration LONG_AGO = Duration.ofDays(1);
  private static final String DIGEST = "sha256";

  private static final String ENDING = ".safetensors";

  /** Of each kind; the statistics of 2048 features take 34 MB. */
  static final long MOST_BYTES = 2_000_000_000;

  private final Path folder;
  private final FolderSizeLimiter limit;

  /**
   * What is kept in a folder.
   *
   * @param folder made when something is kept
   */
  public MetricCache(Path folder) {
    this(folder, MOST_BYTES);
  }

  /**
   * What is kept in a folder.
   *
   * @param mostBytes that each kind may take, but for the entry just written
   */
  MetricCache(Path folder, long mostBytes) {
    this.folder = folder;
    this.limit = new FolderSizeLimiter(ENDING, mostBytes);
  }

  /**
   * Reads an entry, or makes and keeps it.
   *
   * @param kind a folder and file prefix, such as {@code classifier}
   * @param key everything the entry depends on
   * @param make makes it where it is not kept, or damaged
   */
  public Safetensors.Loaded get(String kind, String key, Supplier<Safetensors.Loaded> make) {
    Path file = file(kind, key);
    return read(file, key).orElseGet(() -> keep(file, key, make.get()));
  }

  /** Whether an entry is there; it may be damaged. */
  public boolean holds(String kind, String key) {
    return Files.exists(file(kind, key));
  }

  private Path file(String kind, String key) {
    return folder.resolve(kind).resolve(Digests.of(key).substring(0, 32) + ENDING);
  }

  private static Optional<Safetensors.Loaded> read(Path file, String key) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    FolderSizeLimiter.touch(file);
    try {
      Safetensors.Loaded loaded = Safetensors.read(file);
      if (key.equals(loaded.metadata().get(KEY))
          && finite(loaded)
          && Digests.of(loaded.tensors()).equals(loaded.metadata().get(DIGEST))) {
        return Optional.of(loaded);
      }
      LOG.info("{} is damaged and made again", file);
    } catch (StudioException e) {
      LOG.info("{} is made again: {}", file, e.getMessage());
    }
    return Optional.empty();
  }

  /** A network whose training went astray once must not be taken for good. */
  private static boolean finite(Safetensors.Loaded entry) {
    return entry.tensors().values().stream().allMatch(HostTensor::finite);
  }

  private Safetensors.Loaded keep(Path file, String key, Safetensors.Loaded made) {
    if (!finite(made)) {
      notKept(file, "it holds what are no numbers.");
      return made;
    }
    Map<String, String> metadata = new LinkedHashMap<>(made.metadata());
    metadata.put(KEY, key);
    metadata.put(DIGEST, Digests.of(made.tensors()));
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.sweep(file.getParent(), LONG_AGO);
      Safetensors.write(file, made.tensors(), metadata);
      limit.hold(file);
    } catch (IOException e) {
      notKept(file, DiskErrors.reason(e));
    } catch (StudioException e) {
      notKept(
          file,
          e.getCause() instanceof IOException cause
              ? DiskErrors.reason(cause)
              : String.valueOf(e.getMessage()));
    }
    return made;
  }

  private static void notKept(Path file, String reason) {
    LOG.warn("{} is not kept and will be made again next time: {}", file, reason);
  }

  /**
   * A tensor of doubles.
   *
   * @param shape its product is the number of values
   */
  public static HostTensor doubles(double[] values, long... shape) {
    ByteBuffer data =
        ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    data.asDoubleBuffer().put(values);
    return new HostTensor("F64", shape, data);
  }

  /** The numbers of a tensor of doubles. */
  public static double[] doubles(HostTensor tensor) {
    double[] values = new double[tensor.data().remaining() / Double.BYTES];
    tensor.data().asDoubleBuffer().get(values);
    return values;
  }
}
