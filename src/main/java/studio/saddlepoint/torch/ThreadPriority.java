package studio.saddlepoint.torch;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The priority of a thread as the system knows it. Java's own is ignored on Linux.
 *
 * <p>A training takes all processors. A window that has to share them evenly with its engine's
 * threads answers late; what it needs is little, so the training loses next to nothing by letting
 * it go first.
 */
public final class ThreadPriority {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadPriority.class);

  /** A tenth of the weight of others, where processors are short: Linux's nice levels. */
  private static final int NICE = 10;

  private static final int PRIO_PROCESS = 0; // sys/resource.h; 0 as the process is this thread
  private static final int THREAD_PRIORITY_BELOW_NORMAL = -1; // processthreadsapi.h
  private static final int QOS_CLASS_UTILITY = 0x11; // sys/qos.h

  private ThreadPriority() {}

  /** The parts of the systems' libraries that are used here. */
  private interface Linux extends Library {
    int setpriority(int which, int who, int priority);

    int getpriority(int which, int who);
  }

  private interface Windows extends Library {
    Pointer GetCurrentThread();

    boolean SetThreadPriority(Pointer thread, int priority);
  }

  private interface Mac extends Library {
    int pthread_set_qos_class_self_np(int qos, int relative);
  }

  /**
   * Lets this thread yield to others from now on; it cannot be taken back. On Linux threads that it
   * starts do so too: to be called before the thread's first native work, which starts the engine's
   * team of threads for it. Where the system does not let it, nothing happens.
   */
  public static void lower() {
    try {
      if (Platform.isLinux()) {
        Native.load("c", Linux.class).setpriority(PRIO_PROCESS, 0, NICE);
      } else if (Platform.isWindows()) {
        Windows kernel = Native.load("kernel32", Windows.class);
        kernel.SetThreadPriority(kernel.GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
      } else if (Platform.isMac()) {
        Native.load("c", Mac.class).pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0);
      }
    } catch (LinkageError e) {
      LOG.debug("This thread keeps its priority", e);
    }
  }

  /** This thread's nice level on Linux, 0 as a rule; 0 elsewhere. */
  static int nice() {
    return Platform.isLinux() ? Native.load("c", Linux.class).getpriority(PRIO_PROCESS, 0) : 0;
  }
}
