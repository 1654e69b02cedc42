package studio.saddlepoint.data.pack;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The packs that cannot be kept on disk, for as long as this process has memory for them: a
 * training that evaluates itself opens its data set many times.
 */
final class UnkeptPacks {
  /** Those of this program, as all of it shares the folders for caches. */
  private static final UnkeptPacks SHARED = new UnkeptPacks();

  private final Map<Path, SoftReference<Pack>> packs = new ConcurrentHashMap<>();

  UnkeptPacks() {}

  static UnkeptPacks shared() {
    return SHARED;
  }

  /**
   * A pack that was made before.
   *
   * @param file where it could not be kept
   */
  Optional<Pack> find(Path file) {
    return Optional.ofNullable(packs.get(file)).map(SoftReference::get);
  }

  /** Notes a pack; returns it. */
  Pack put(Path file, Pack pack) {
    packs.put(file, new SoftReference<>(pack));
    return pack;
  }
}
