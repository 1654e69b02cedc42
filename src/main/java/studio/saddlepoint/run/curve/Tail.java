package studio.saddlepoint.run.curve;

/** The last values of a series as they were told, so that a resumed run can take some back. */
final class Tail {
  /** More than the steps between two checkpoints, as a rule. */
  static final int LENGTH = 4096;

  final long[] steps = new long[LENGTH];
  final double[] values = new double[LENGTH];

  /** How many values of the series came before the first and before the end. */
  long from;

  long end;

  /** Nothing yet of a series of so many values. */
  Tail(long count) {
    from = count;
    end = count;
  }

  void add(long step, double value) {
    steps[place(end)] = step;
    values[place(end)] = value;
    end++;
    from = Math.max(from, end - LENGTH);
  }

  long step(long index) {
    return steps[place(index)];
  }

  double value(long index) {
    return values[place(index)];
  }

  boolean isEmpty() {
    return from == end;
  }

  /** How many values of the series are not after a step; below {@link #from} where none here is. */
  long upTo(long step) {
    long index = end;
    while (index > from && step(index - 1) > step) {
      index--;
    }
    return index > from || from == 0 ? index : -1;
  }

  void cut(long count) {
    end = Math.min(end, count);
    from = Math.min(from, end);
  }

  Tail copy() {
    Tail copy = new Tail(end);
    System.arraycopy(steps, 0, copy.steps, 0, LENGTH);
    System.arraycopy(values, 0, copy.values, 0, LENGTH);
    copy.from = from;
    return copy;
  }

  private static int place(long index) {
    return (int) (index % LENGTH);
  }
}
