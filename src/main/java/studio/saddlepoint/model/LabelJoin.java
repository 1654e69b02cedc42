package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

/** The way in which the classes of pictures are joined to them. */
enum LabelJoin {
  /** As maps of one number each: (N, C, H, W) and (N, K) to (N, C + K, H, W). */
  MAPS {
    @Override
    NDArray apply(NDArray x, NDArray oneHot) {
      Shape shape = x.getShape();
      long n = shape.get(0);
      long kinds = oneHot.getShape().get(1);
      NDArray maps =
          oneHot.reshape(n, kinds, 1, 1).broadcast(new Shape(n, kinds, shape.get(2), shape.get(3)));
      return NDArrays.concat(new NDList(x, maps), 1);
    }
  },

  /** As numbers: (N, C, H, W) and (N, K) to (N, C H W + K). */
  NUMBERS {
    @Override
    NDArray apply(NDArray x, NDArray oneHot) {
      return NDArrays.concat(new NDList(x.reshape(x.getShape().get(0), -1), oneHot), 1);
    }
  };

  /** Joins pictures and their classes: one-hot, or any K numbers of each. */
  abstract NDArray apply(NDArray x, NDArray oneHot);
}
