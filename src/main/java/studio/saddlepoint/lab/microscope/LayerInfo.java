package studio.saddlepoint.lab.microscope;

/**
 * A layer that a pass goes through.
 *
 * @param index from the network's input on, from 0
 * @param name for a person, such as "convolution 4 × 4"
 * @param channels of its output
 * @param height of its output; 0 where it is a row of numbers
 * @param width of its output; 0 where it is a row of numbers
 */
public record LayerInfo(int index, String name, int channels, int height, int width) {
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
