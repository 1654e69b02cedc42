package studio.saddlepoint.torch;

import ai.djl.pytorch.jni.JniUtils;

/**
 * The number of threads with which the engine computes one operator. libtorch keeps the number for
 * each thread that asks for work: threads that begin take the newest, others keep what they began
 * with. So a change holds for trainings and evaluations that begin after it.
 *
 * <p>The number is a system property, {@code saddlepoint.threads}, so that it can be told before
 * the engine is started. {@code OMP_NUM_THREADS} goes before it, as libtorch has it.
 */
public final class EngineThreads {
  private static final String WANTED = "saddlepoint.threads";
  private static final String ENVIRONMENT = "OMP_NUM_THREADS";

  private EngineThreads() {}

  /**
   * Asks for a number of threads.
   *
   * @param threads from 1; 0 for as many as libtorch chooses
   */
  public static void want(int threads) {
    System.setProperty(WANTED, Integer.toString(Math.max(0, threads)));
  }

  /** Whether the environment names the number, so that {@link #want} changes nothing. */
  public static boolean isGiven() {
    String given = System.getenv(ENVIRONMENT);
    return given != null && !given.isBlank();
  }

  /** How many a person may choose: as many as there are processors. */
  public static int most() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Lets this thread, and threads that begin from now on, compute with what was asked for last.
   *
   * @param automatic as many as libtorch chose when it was loaded
   */
  static void settle(int automatic) {
    settle(isGiven() ? 0 : Integer.getInteger(WANTED, 0), automatic);
  }

  static void settle(int wanted, int automatic) {
    int threads = wanted == 0 ? automatic : Math.min(wanted, most());
    if (JniUtils.getNumThreads() != threads) {
      JniUtils.setNumThreads(threads);
    }
  }
}
