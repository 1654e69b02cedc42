package studio.saddlepoint.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassBalanceTest {
    @Test
    void comparesShares() {
        ClassBalance balance =
                new ClassBalance(
                        List.of("a", "b", "c"),
                        new double[] {0.5, 0.5, 0},
                        new double[] {0.96, 0.04, 0});
        assertEquals(0.5, balance.modeCoverage());
        assertEquals(0.54, balance.fairness(), 1e-12);
        assertEquals(
                0.96 * Math.log(0.96 / 0.5) + 0.04 * Math.log(0.04 / 0.5),
                balance.divergence(0.001),
                1e-12);
        ClassBalance same =
                new ClassBalance(List.of("a", "b"), new double[] {1, 0}, new double[] {1, 0});
        assertEquals(1, same.fairness());
        assertEquals(0, same.divergence(0.1));
        assertEquals(1, same.modeCoverage());
    }
}
