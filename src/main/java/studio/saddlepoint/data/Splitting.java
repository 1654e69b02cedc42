package studio.saddlepoint.data;

/** Decides which images are held back where a source does not say. */
public final class Splitting {
  /** Fewer images than this are not split by chance: both splits are all of them. */
  public static final int FEWEST = 100;

  private static final long SALT = 0x53504C4954L;

  private Splitting() {}

  /** Whether the image with this key is one of the tenth that is held back. */
  public static boolean heldBack(long key) {
    return Draws.of(SALT, key).below(10) == 0;
  }
}
