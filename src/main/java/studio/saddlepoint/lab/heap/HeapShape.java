package studio.saddlepoint.lab.heap;

/** The shape of a heap of mass 1 around 0; nothing of it lies beyond {@link #reach()}. */
public enum HeapShape {
  /** A raised cosine of half width 1. */
  BUMP {
    @Override
    double density(double x) {
      return raisedCosine(x);
    }

    @Override
    double below(double x) {
      return belowRaisedCosine(x);
    }
  },

  /** Two raised cosines of half width 0.6 at -1 and 1. */
  TWO_BUMPS {
    @Override
    double density(double x) {
      return (raisedCosine((x + 1) / HALF) + raisedCosine((x - 1) / HALF)) / (2 * HALF);
    }

    @Override
    double below(double x) {
      return (belowRaisedCosine((x + 1) / HALF) + belowRaisedCosine((x - 1) / HALF)) / 2;
    }

    @Override
    public double reach() {
      return 1 + HALF;
    }
  },

  /** The same everywhere within 1.5. */
  BLOCK {
    @Override
    double density(double x) {
      return Math.abs(x) <= WIDE ? 1 / (2 * WIDE) : 0;
    }

    @Override
    double below(double x) {
      return Math.max(0, Math.min(1, (x / WIDE + 1) / 2));
    }

    @Override
    public double reach() {
      return WIDE;
    }
  };

  private static final double HALF = 0.6;
  private static final double WIDE = 1.5;

  /** The density at a place. */
  abstract double density(double x);

  /** The mass to the left of a place. */
  abstract double below(double x);

  /** How far from its middle it ends. */
  public double reach() {
    return 1;
  }

  private static double raisedCosine(double x) {
    return Math.abs(x) < 1 ? (1 + Math.cos(Math.PI * x)) / 2 : 0;
  }

  private static double belowRaisedCosine(double x) {
    if (Math.abs(x) >= 1) {
      return x < 0 ? 0 : 1;
    }
    return (1 + x + Math.sin(Math.PI * x) / Math.PI) / 2;
  }
}
