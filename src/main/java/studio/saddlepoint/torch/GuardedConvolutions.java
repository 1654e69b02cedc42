package studio.saddlepoint.torch;

/**
 * Convolutions where a computer hides the sizes of its processor's caches, as some virtual machines
 * do. oneDNN 3.7 takes a cache for smaller than any row then, and rearranges the kernels of
 * convolutions for it in an order whose padding overwrites what is beside it, wherever the channels
 * fill no whole block of 8 or 16 (src/cpu/x64/jit_uni_reorder.cpp, prb_block_for_cache). Kernels
 * with channels innermost in memory are rearranged in another way, which is right, with all
 * instructions of the processor.
 *
 * <p>Of the second order, the gradient by a kernel is a convolution with the batch in the place of
 * channels, whose kernel libtorch lays out itself. So a batch that gradients are taken of has whole
 * blocks of pictures: rows of zeros are added before a convolution, and left out after it.
 */
final class GuardedConvolutions {
  /** The property that makes a check guard them. */
  static final String PROPERTY = "saddlepoint.convolutions.guarded";

  /**
   * Where a picture's own kernels would be cheaper than maps scaled for it. Groups of convolutions
   * of so few channels are wrong, too; scaled maps are the same in another order.
   */
  static final String OWN_KERNELS = "torch.gt(torch.mul(torch.numel(w), 4), maps)";

  private static final class Holder {
    static final boolean NEEDED =
        ConvolutionProbe.isChecking()
            ? Boolean.getBoolean(PROPERTY)
            : System.getenv(ConvolutionProbe.LIMIT) == null
                && ConvolutionProbe.decided().filter(ConvolutionProbe.GUARDED::equals).isPresent();
  }

  private GuardedConvolutions() {}

  /** Whether they are needed here; to be asked when the engine runs. */
  static boolean needed() {
    return Holder.NEEDED;
  }

  /**
   * Operators as this computer needs them.
   *
   * @param operators the text of {@code class Ops(Module)}
   * @return with all of its convolutions guarded where that is needed
   */
  static String guarded(String operators) {
    return needed() && !operators.contains("def guarded_conv2d(") ? guard(operators) : operators;
  }

  /** With all of its convolutions guarded. */
  static String guard(String operators) {
    return operators
            .replace(OWN_KERNELS, "torch.ge(maps, 0)")
            .replace("torch.conv2d(", "(self).guarded_conv2d(")
            .replace("torch.conv_transpose2d(", "(self).guarded_conv_transpose2d(")
        + TorchEngine.resource("guarded.py");
  }
}
