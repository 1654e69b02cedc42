package studio.saddlepoint.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FxThrottleTest {
    private int runs;

    @Test
    void whatIsInAHurryWaitsForNoInterval() {
        FxThrottle throttle =
                new FxThrottle(Runnable::run, () -> Duration.ofHours(1), () -> runs++);
        throttle.request();
        assertEquals(1, runs);
        throttle.request(); // in an hour
        assertEquals(1, runs);
        throttle.hurry();
        assertEquals(2, runs);
    }
}
