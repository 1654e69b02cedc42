package studio.saddlepoint.train;

import studio.saddlepoint.core.StudioException;

/** The reason why a training could not go on, in words for a person. */
final class Failure {
  private Failure() {}

  /**
   * What happened and, where that is known, what to do.
   *
   * @param thrown what ended the training
   */
  static String text(Throwable thrown) {
    if (outOfMemory(thrown)) {
      return "There is not enough memory for this training: lower training.batchSize,"
          + " data.size or the networks' widths.";
    }
    String told = thrown instanceof StudioException ? thrown.getMessage() : null;
    return told == null ? "The training failed: " + thrown : told;
  }

  /** Java's own lack of memory, or libtorch's: by name on the processor, in words on a card. */
  private static boolean outOfMemory(Throwable thrown) {
    String text = String.valueOf(thrown.getMessage());
    return thrown instanceof OutOfMemoryError
        || text.contains("DefaultCPUAllocator")
        || text.contains("CUDA out of memory");
  }
}
