package studio.saddlepoint.torch;

import java.util.function.Supplier;

/**
 * Convolutions that compute with bfloat16 numbers (8 bits of a number count, where float32 has 24)
 * and hand on float32. Everything else stays float32: weights, norms, losses and optimizers; so do
 * convolutions that a gradient penalty differentiates twice, see {@link #exact}, and those of an
 * odd number of channels, of one channel, of one pixel and of groups, which oneDNN 3.7 does not
 * compute rightly everywhere and which are few.
 */
public final class LoweredConvolutions {
  private static final ThreadLocal<Boolean> ON = ThreadLocal.withInitial(() -> false);

  /** Compiled where first used. */
  private static final class Holder {
    static final OperatorArchive OPERATORS =
        new OperatorArchive(lower(TorchEngine.resource("operators.py")));
  }

  private LoweredConvolutions() {}

  /** Computes with lowered convolutions on this thread, or not. */
  public static <T> T lowered(boolean on, Supplier<T> work) {
    boolean before = ON.get();
    ON.set(on);
    try {
      return work.get();
    } finally {
      ON.set(before);
    }
  }

  /** Computes with float32, whatever this thread computes with otherwise. */
  public static <T> T exact(Supplier<T> work) {
    return lowered(false, work);
  }

  /** The operators with the convolutions that this thread computes with. */
  static OperatorArchive operators() {
    return ON.get() ? Holder.OPERATORS : TorchEngine.operators();
  }

  /** Whether this thread lowers convolutions. */
  static boolean on() {
    return ON.get();
  }

  /** The text of operators with all of their convolutions lowered. */
  static String lower(String operators) {
    return operators
            .replace("torch.conv2d(", "(self).lowered_conv2d(")
            .replace("torch.conv_transpose2d(", "(self).lowered_conv_transpose2d(")
        + TorchEngine.resource("lowered.py");
  }
}
