package studio.saddlepoint.lab.microscope;

/**
 * A unit of any layer: shares of its size, so that the same place may be looked at in each.
 *
 * @param channel 0 for the first to 1 for the last
 * @param across 0 for the leftmost to 1 for the rightmost
 * @param down 0 for the uppermost to 1 for the lowest
 */
public record UnitPlace(double channel, double across, double down) {
  /** The middle of the first channel. */
  public static final UnitPlace MIDDLE = new UnitPlace(0, 0.5, 0.5);

  /** Checks the shares. */
  public UnitPlace {
    for (double each : new double[] {channel, across, down}) {
      if (!(each >= 0 && each <= 1)) {
        throw new IllegalArgumentException("a share of " + each);
      }
    }
  }

  /** The channel in a layer. */
  public int channel(LayerInfo layer) {
    return at(channel, layer.channels());
  }

  /** The row in a layer. */
  public int row(LayerInfo layer) {
    return at(down, layer.height());
  }

  /** The column in a layer. */
  public int column(LayerInfo layer) {
    return at(across, layer.width());
  }

  private static int at(double share, int size) {
    return (int) Math.round(share * Math.max(0, size - 1));
  }
}
