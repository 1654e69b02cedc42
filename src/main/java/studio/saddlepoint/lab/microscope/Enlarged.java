package studio.saddlepoint.lab.microscope;

import java.util.List;
import studio.saddlepoint.core.Picture;

/**
 * Pictures that were made half as large, and twice as large again in some way.
 *
 * @param way how
 * @param pictures some of them
 * @param energy the share of their spectral energy at period 2, as {@link
 *     studio.saddlepoint.metrics.distribution.StrideEnergy} has it
 */
public record Enlarged(Way way, List<Picture> pictures, double energy) {
  /** The ways. */
  public enum Way {
    /** Real pictures as they are. */
    REAL,
    /** Generated pictures as they are. */
    FAKE,
    /** Each pixel four times. */
    NEAREST,
    /** Linear between pixels. */
    BILINEAR,
    /** A transposed convolution of ones, 4 × 4, whose windows cover each pixel equally often. */
    EVEN,
    /** A transposed convolution of ones, 3 × 3, whose windows do not. */
    UNEVEN,
    /** A transposed convolution of first weights, 4 × 4. */
    RANDOM
  }
}
