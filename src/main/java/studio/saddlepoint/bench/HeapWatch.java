package studio.saddlepoint.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** Watches the Java heap until it is closed: how full it gets, and what collections leave of it. */
final class HeapWatch implements AutoCloseable {
  private final List<MemoryPoolMXBean> pools;
  private final Set<String> names;
  private final List<NotificationEmitter> collectors;
  private final NotificationListener listener = this::told;
  private final AtomicLong mostLeft = new AtomicLong(-1);

  /** Begins to watch. */
  HeapWatch() {
    this.pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    this.names = pools.stream().map(MemoryPoolMXBean::getName).collect(Collectors.toSet());
    this.collectors =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(NotificationEmitter.class::isInstance)
            .map(NotificationEmitter.class::cast)
            .toList();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    collectors.forEach(each -> each.addNotificationListener(listener, null, null));
  }

  private void told(Notification notification, Object nothing) {
    if (notification.getUserData() instanceof CompositeData data
        && notification
            .getType()
            .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      long left =
          GarbageCollectionNotificationInfo.from(data)
              .getGcInfo()
              .getMemoryUsageAfterGc()
              .entrySet()
              .stream()
              .filter(pool -> names.contains(pool.getKey()))
              .mapToLong(pool -> pool.getValue().getUsed())
              .sum();
      mostLeft.accumulateAndGet(left, Math::max);
    }
  }

  /** The sum of the most that each part of the heap had in use, garbage included. */
  long peakBytes() {
    return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  /**
   * The most that was in use right after any collection: all that was needed then, and what old
   * garbage a quick collection leaves. Empty where there was none.
   */
  OptionalLong leftBytes() {
    return mostLeft.get() < 0 ? OptionalLong.empty() : OptionalLong.of(mostLeft.get());
  }

  @Override
  public void close() {
    for (NotificationEmitter each : collectors) {
      try {
        each.removeNotificationListener(listener);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException("it was added", e);
      }
    }
  }
}
