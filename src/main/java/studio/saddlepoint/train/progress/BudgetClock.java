package studio.saddlepoint.train.progress;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/**
 * The time that a training has had. On a CPU that is the processor time of this process divided by
 * its cores, which does not run while other processes have the cores; on a GPU it is the clock's.
 */
public final class BudgetClock {
  private final DoubleSupplier now;
  private final double start;

  private BudgetClock(DoubleSupplier now) {
    this.now = now;
    this.start = now.getAsDouble();
  }

  /**
   * A clock that begins now.
   *
   * @param device what is trained on, as a status tells it
   */
  public static BudgetClock start(String device) {
    if (device.startsWith("cpu")
        && ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
        && machine.getProcessCpuTime() >= 0) {
      double cores = Runtime.getRuntime().availableProcessors();
      return new BudgetClock(() -> machine.getProcessCpuTime() / 1e9 / cores);
    }
    return new BudgetClock(() -> System.nanoTime() / 1e9);
  }

  /** Seconds since the start. */
  public double seconds() {
    return now.getAsDouble() - start;
  }
}
