package studio.saddlepoint.app.evaluate.form;

import java.nio.file.Path;
import java.util.Optional;

/** Questions to the person that need a dialog. */
public interface Asking {
  /** Whether a TorchScript file, which is code, may be run. */
  boolean trusts(Path file);

  /**
   * Where to save a file; empty where the person thinks better of it.
   *
   * @param name that it could have
   */
  Optional<Path> save(String name);

  /**
   * Which file to open; empty where the person thinks better of it.
   *
   * @param name that it probably has, or {@code *.npz} for any of a kind
   */
  Optional<Path> open(String name);

  /** Which folder of images to open; empty where the person thinks better of it. */
  Optional<Path> folder();
}
