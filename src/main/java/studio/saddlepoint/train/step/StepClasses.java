package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import studio.saddlepoint.data.Batch;

/** The classes of a step's pictures. */
public interface StepClasses {
  /** Those of the data set; generated pictures have any, evenly. */
  StepClasses OF_DATA =
      new StepClasses() {
        @Override
        public int[] of(Batch batch) {
          return batch.labels();
        }

        @Override
        public NDArray drawn(StepRandom random, NDManager manager, int n, int classes) {
          return random.classes(manager, n, classes);
        }
      };

  /** The classes of real pictures, (N). */
  int[] of(Batch batch);

  /**
   * Classes for generated pictures.
   *
   * @param n how many
   * @param classes how many there are to draw from; 0 where there are none
   * @return (n) int64; all zero where there are no classes
   */
  NDArray drawn(StepRandom random, NDManager manager, int n, int classes);
}
