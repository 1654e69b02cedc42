package studio.saddlepoint.app;

import studio.saddlepoint.core.Progress;

/**
 * Work in the background.
 *
 * @param <T> its result
 */
@FunctionalInterface
public interface TaskBody<T> {
  /**
   * Does the work, on a thread of its own.
   *
   * @param progress where to tell how far it is, and where a cancel is seen
   * @throws Exception what went wrong; its message is shown to the person
   */
  T run(Progress progress) throws Exception;
}
