package studio.saddlepoint.latent;

import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.run.checkpoint.Checkpoint;

/**
 * The networks of a checkpoint that several {@link Snapshot}s share: one thread at a time works
 * with them, and they are freed with the last snapshot that holds them. All but {@link #locked} and
 * what never changes is called inside of it.
 */
final class SharedWeights {
  private final NDManager manager;
  private final Generator generator;
  private final StandingStatistics statistics;
  private final Optional<FrozenDiscriminator> discriminator;
  private final Optional<FrozenEncoder> encoder;

  /** Fair, so that who draws has a turn between the pieces of longer work. */
  private final ReentrantLock lock = new ReentrantLock(true);

  private float @Nullable [] meanW;
  private final Map<Integer, float[]> classMeans = new HashMap<>();
  private int holders = 1;

  /**
   * The weights of one snapshot, at first.
   *
   * @param manager owns all arrays of theirs, and is closed with them
   * @param generator with its weights
   * @param checkpoint where the discriminator and the encoder are, if they are kept
   */
  SharedWeights(NDManager manager, Generator generator, Checkpoint checkpoint) {
    this.manager = manager;
    this.generator = generator;
    this.statistics = new StandingStatistics(generator, manager);
    this.discriminator =
        FrozenDiscriminator.of(checkpoint, generator.latent(), generator.shape(), manager);
    this.encoder = FrozenEncoder.of(checkpoint, generator.latent(), generator.shape(), manager);
  }

  NDManager manager() {
    return manager;
  }

  Generator generator() {
    return generator;
  }

  /** The statistics of batch norm at thresholds of truncation. */
  StandingStatistics statistics() {
    return statistics;
  }

  /** The discriminator of the same step, where it is kept. */
  Optional<FrozenDiscriminator> discriminator() {
    return discriminator;
  }

  /** The encoder of the same step, where there is one. */
  Optional<FrozenEncoder> encoder() {
    return encoder;
  }

  /** The mean (D) of w, found once. */
  float[] meanW() {
    if (meanW == null) {
      meanW = MeanW.kept(generator, manager);
    }
    return meanW;
  }

  /** The mean (D) of w over codes of one class, found once. */
  float[] meanW(int label) {
    return classMeans.computeIfAbsent(label, each -> MeanW.ofClass(generator, manager, each));
  }

  /** Does work while no other thread works with the weights. */
  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** One more snapshot has them. */
  void hold() {
    holders++;
  }

  /** A snapshot has them no more; the last one frees them. */
  void release() {
    holders--;
    if (holders == 0) {
      manager.close();
    }
  }
}
