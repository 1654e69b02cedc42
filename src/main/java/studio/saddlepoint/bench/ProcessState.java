package studio.saddlepoint.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What this process holds at a moment.
 *
 * @param at how long it has worked by then
 * @param residentBytes memory in main memory after a collection; empty where the system does not
 *     tell
 * @param handles open files, pipes and the like; empty where the system does not tell
 * @param threads of Java
 */
public record ProcessState(
    Duration at, OptionalLong residentBytes, OptionalLong handles, long threads) {
  /** As it is now. */
  public static ProcessState now(Duration at) {
    OptionalLong resident = ResidentMemory.bytes(); // opens a file itself
    OptionalLong handles =
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? OptionalLong.of(unix.getOpenFileDescriptorCount())
            : OptionalLong.empty();
    return new ProcessState(
        at, resident, handles, ManagementFactory.getThreadMXBean().getThreadCount());
  }
}
