package studio.saddlepoint.run.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which checkpoints stay as a run grows. */
class RetentionTest {
  @Test
  void theSpreadStaysBoundedAndEvenHoweverLongTheRun() {
    for (long every : new long[] {1, 7, 500, 1000}) {
      List<Long> there = new ArrayList<>();
      for (long step = every; step <= 3000 * every; step += every) {
        there.add(step);
        there.retainAll(Retention.staying(there));
        assertTrue(there.size() <= Retention.NEWEST + Retention.SPREAD, "too many");
        assertTrue(there.size() >= Math.min(step / every, 6), "too few");
        long apart = 0;
        for (int i = 1; i < there.size(); i++) {
          apart = Math.max(apart, there.get(i) - there.get(i - 1));
        }
        assertTrue(apart <= step / 5 * 2 + every, "a hole of " + apart + " at " + step);
      }
      assertEquals(every, there.get(0), "the first one stays");
    }
  }
}
