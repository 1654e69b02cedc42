package studio.saddlepoint.lab.microscope;

/**
 * A layer that a pass goes through.
 *
 * @param index from the network's input on, from 0
 * @param name for a person, such as "convolution 4 × 4"
 * @param kind what it does
 * @param channels of its output
 * @param height of its output; 0 where it is a row of numbers
 * @param width of its output; 0 where it is a row of numbers
 */
public record LayerInfo(int index, String name, Kind kind, int channels, int height, int width) {
  /** What layers do. */
  public enum Kind {
    /** Multiplies by weights. */
    WEIGHTS,
    /** Batch norm. */
    NORM,
    /** Bends each number by a curve: an activation. */
    BEND,
    /** Anything else. */
    OTHER
  }

  /** Whether its units have places. */
  public boolean spatial() {
    return height > 0;
  }

  /** How many units it has. */
  public long units() {
    return (long) channels * Math.max(1, height) * Math.max(1, width);
  }

  /** The shape of its output, for a person. */
  public String shape() {
    return spatial() ? channels + " × " + height + " × " + width : Integer.toString(channels);
  }
}
