package studio.saddlepoint.recipe.parameter;

/** The shape of a piece of a schedule: how it goes from one value to another. */
public enum ScheduleShape implements Choice {
  CONSTANT("Constant", "Stays at one value.") {
    @Override
    public double share(double progress) {
      return 0;
    }
  },
  LINEAR("Linear", "Goes evenly from one value to the other.") {
    @Override
    public double share(double progress) {
      return progress;
    }
  },
  COSINE(
      "Cosine",
      "Begins slowly, is fastest in the middle and ends slowly (Loshchilov and Hutter 2017, equation 5).") {
    @Override
    public double share(double progress) {
      return (1 - Math.cos(Math.PI * progress)) / 2;
    }
  },
  EXPONENTIAL(
      "Exponential",
      "Changes by the same factor in the same time; both values must be above 0, or both below.") {
    @Override
    public double share(double progress) {
      return progress;
    }

    @Override
    double value(double from, double to, double progress) {
      return from * Math.pow(to / from, progress);
    }

    @Override
    void check(double from, double to) {
      if (from * to <= 0) {
        throw new IllegalArgumentException(
            "an exponential piece never reaches or crosses 0: use values such as 0.001..0.00001");
      }
    }
  };

  private final String label;
  private final String help;

  ScheduleShape(String label, String help) {
    this.label = label;
    this.help = help;
  }

  /**
   * How much of the way from one value to the other is made.
   *
   * @param progress how much of the images is seen, 0 to 1
   * @return 0 to 1
   */
  public abstract double share(double progress);

  /**
   * The value on the way.
   *
   * @param progress how much of the images is seen, 0 to 1
   */
  double value(double from, double to, double progress) {
    return from + (to - from) * share(progress);
  }

  /** Refuses values between which it cannot go. */
  void check(double from, double to) {}

  /** Whether it has one value, not two. */
  public boolean flat() {
    return this == CONSTANT;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String help() {
    return help;
  }
}
