package studio.saddlepoint.latent.film;

/**
 * How long an APNG's frame is shown: a fraction of a second.
 *
 * @param numerator 0 to 65,535
 * @param denominator 1 to 65,535
 */
record ApngDelay(int numerator, int denominator) {
  private static final int MOST = 0xffff;
  private static final double EXACT = 1e-9;

  /**
   * The time of some frames: exactly wherever both numbers fit, otherwise to a thousandth.
   *
   * @param ticks frames
   */
  static ApngDelay of(FrameRate rate, int ticks) {
    for (int times = 1; times <= 1000; times++) {
      double denominator = rate.perSecond() * times;
      long numerator = (long) times * ticks;
      if (denominator > MOST || numerator > MOST) {
        break;
      }
      double whole = Math.rint(denominator);
      if (whole >= 1 && Math.abs(denominator - whole) < EXACT * whole) {
        return new ApngDelay((int) numerator, (int) whole);
      }
    }
    long thousandths = Math.round(1000 * rate.seconds(ticks));
    return thousandths <= MOST
        ? new ApngDelay((int) thousandths, 1000)
        : new ApngDelay((int) Math.min(MOST, Math.round(rate.seconds(ticks))), 1);
  }

  /** In seconds. */
  double seconds() {
    return numerator / (double) denominator;
  }
}
