package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.source.SourceLook;
import studio.saddlepoint.run.event.Event;

class SourceWatchTest {
  private final List<Event.Found> told = new ArrayList<>();
  private final AtomicInteger looks = new AtomicInteger();
  private Map<String, String> files = Map.of("1.png", "9 1", "2.png", "9 1", "3.png", "9 1");
  private boolean there = true;
  private long seconds;
  private final Supplier<Optional<SourceLook>> look =
      () -> {
        looks.incrementAndGet();
        if (!there) {
          throw new StudioException("There is no file or folder \"/pictures\".");
        }
        return Optional.of(new SourceLook("/pictures", files.toString(), files));
      };
  private final SourceWatch watch =
      new SourceWatch(
          () -> look.get(),
          Runnable::run,
          () -> TimeUnit.SECONDS.toNanos(seconds),
          event -> told.add((Event.Found) event));

  @Test
  void tellsOnceOfPicturesThatAreGoneNewOrWrittenAgain() {
    watch.begin(0);
    files = Map.of("1.png", "0 2", "2.png", "9 1", "4.png", "9 1", "5.png", "9 1");
    for (int step = 1; step < 200; step++) {
      seconds++;
      watch.afterStep(step);
    }
    watch.end(200);
    assertEquals(1, told.size());
    assertEquals(60, told.get(0).step());
    assertEquals("data-changed", told.get(0).kind());
    assertEquals(
        "In /pictures 3.png is gone, 4.png and 1 other file are new, 1.png is not what it was.",
        told.get(0).evidence());
    assertEquals(2, looks.get());
  }

  @Test
  void looksOnceMoreAtTheEnd() {
    watch.begin(0);
    watch.afterStep(1);
    there = false;
    watch.end(2);
    assertEquals(2, looks.get());
    assertTrue(told.get(0).evidence().startsWith("There is no file or folder"), "" + told);
  }

  @Test
  void saysNothingWhereNothingChanges() {
    watch.begin(0);
    seconds = 100;
    watch.afterStep(1);
    watch.end(2);
    assertEquals(List.of(), told);
    assertEquals(3, looks.get());
  }

  @Test
  void neverLooksAgainAtWhatHasNoFiles() {
    AtomicInteger asked = new AtomicInteger();
    SourceWatch none =
        new SourceWatch(
            () -> {
              asked.incrementAndGet();
              return Optional.empty();
            },
            Runnable::run,
            () -> 0,
            event -> told.add((Event.Found) event));
    none.begin(0);
    none.end(1);
    assertEquals(1, asked.get());
  }
}
