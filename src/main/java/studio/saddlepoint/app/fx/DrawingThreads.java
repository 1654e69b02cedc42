package studio.saddlepoint.app.fx;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** The processor time of the threads that draw: JavaFX's own and the chart painter. */
public final class DrawingThreads {
  /** Name of the thread that paints charts. */
  static final String PAINTER = "chart-painter";

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long[] ids = {};
  private int known = -1;

  /** Processor time they have spent, in nanoseconds; 0 where the machine does not tell. */
  public long cpuNanos() {
    if (!threads.isThreadCpuTimeSupported()) {
      return 0;
    }
    findAgainAfterChange();
    long sum = 0;
    for (long id : ids) {
      sum += Math.max(0, threads.getThreadCpuTime(id));
    }
    return sum;
  }

  private void findAgainAfterChange() {
    int count = threads.getThreadCount();
    if (count == known) {
      return;
    }
    known = count;
    ThreadInfo[] all = threads.getThreadInfo(threads.getAllThreadIds());
    ids =
        java.util.Arrays.stream(all)
            .filter(each -> each != null && draws(each.getThreadName()))
            .mapToLong(ThreadInfo::getThreadId)
            .toArray();
  }

  private static boolean draws(String name) {
    return name.equals("JavaFX Application Thread")
        || name.startsWith("QuantumRenderer")
        || name.equals(PAINTER);
  }
}
