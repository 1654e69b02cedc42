package studio.saddlepoint.lab.plane;

/**
 * The sizes of two dense networks.
 *
 * @param generatorLayers hidden layers of the generator
 * @param generatorWidth units of each of them
 * @param discriminatorLayers hidden layers of the discriminator
 * @param discriminatorWidth units of each of them
 */
public record NetworkSizes(
    int generatorLayers, int generatorWidth, int discriminatorLayers, int discriminatorWidth) {
  /** The most hidden layers that the lab makes. */
  public static final int MOST_LAYERS = 4;

  /** The most units of a layer. */
  public static final int MOST_WIDTH = 128;

  /** Checks the numbers. */
  public NetworkSizes {
    check(generatorLayers, MOST_LAYERS);
    check(discriminatorLayers, MOST_LAYERS);
    check(generatorWidth, MOST_WIDTH);
    check(discriminatorWidth, MOST_WIDTH);
  }

  private static void check(int number, int most) {
    if (number < 1 || number > most) {
      throw new IllegalArgumentException(
          "A network of 1 to 4 layers of 1 to 128 units, not " + number);
    }
  }
}
