package studio.saddlepoint.lab.heap;

/**
 * Two heaps as bars on a line from -{@link #END} to {@link #END}: the mass in each bar.
 *
 * @param real of the real heap, sums to 1
 * @param generated of the generated heap, sums to 1
 * @param moving how each bar of the generated heap grows with its place: the derivative
 */
public record HeapBars(double[] real, double[] generated, double[] moving) {
  /** Where the line ends on both sides: noise hardly reaches it. */
  public static final double END = 14;

  /** Width of a bar. */
  public static final double WIDTH = 0.25;

  /** How many bars there are. */
  public static final int COUNT = (int) (2 * END / WIDTH);

  /** Deviations of noise beyond which nothing is looked at. */
  private static final double TAIL = 6;

  /** The bars of two heaps. */
  public static HeapBars of(HeapPair heaps) {
    double[] kernel = kernel(heaps.noise());
    double[] real = new double[COUNT];
    double[] generated = new double[COUNT];
    double[] moving = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      double from = -END + i * WIDTH;
      double to = from + WIDTH;
      real[i] = Math.max(0, heaps.real().below(to) - heaps.real().below(from)); // rounding
      HeapShape shape = heaps.generated();
      double place = heaps.place();
      generated[i] = Math.max(0, shape.below(to - place) - shape.below(from - place));
      moving[i] = shape.density(from - place) - shape.density(to - place);
    }
    return new HeapBars(spread(real, kernel), spread(generated, kernel), spread(moving, kernel));
  }

  /** The middle of a bar. */
  public static double middle(int bar) {
    return -END + (bar + 0.5) * WIDTH;
  }

  /** Shares of a bar's mass that go to the bars around it; one number where there is no noise. */
  private static double[] kernel(double noise) {
    int far = (int) Math.ceil(TAIL * noise / WIDTH);
    double[] shares = new double[2 * far + 1];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      double distance = (i - far) * WIDTH;
      shares[i] = noise == 0 ? 1 : Math.exp(-distance * distance / (2 * noise * noise));
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  /** What would leave the line stays in its last bar. */
  private static double[] spread(double[] bars, double[] kernel) {
    int far = kernel.length / 2;
    double[] spread = new double[bars.length];
    for (int i = 0; i < bars.length; i++) {
      for (int k = 0; k < kernel.length && bars[i] != 0; k++) {
        int to = Math.max(0, Math.min(bars.length - 1, i + k - far));
        spread[to] += bars[i] * kernel[k];
      }
    }
    return spread;
  }
}
