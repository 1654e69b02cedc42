package studio.saddlepoint.run.curve;

import java.util.Arrays;

/** The steps at which a quantity was NaN or infinite: counted, for they cannot be drawn. */
final class LostSteps {
  static final int CAPACITY = 4096;

  /** Steps of the first; of those after them only the count. */
  long[] steps = new long[8];

  int size;
  long beyond;

  void add(long step) {
    if (size == CAPACITY) {
      beyond++;
      return;
    }
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, Math.min(CAPACITY, 2 * size));
    }
    steps[size++] = step;
  }

  void forgetAfter(long step) {
    while (size > 0 && steps[size - 1] > step) {
      size--;
      beyond = 0;
    }
  }

  long count() {
    return size + beyond;
  }

  LostSteps copy() {
    LostSteps copy = new LostSteps();
    copy.steps = steps.clone();
    copy.size = size;
    copy.beyond = beyond;
    return copy;
  }
}
