package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.torch.Autograd;

/**
 * The numbers that a step tells.
 *
 * @param values by key, such as {@code loss.generator}; NaN where something went wrong
 * @param images real pictures that it has drawn
 */
public record StepReport(Map<String, Double> values, long images) {

  /** This with more numbers. */
  public StepReport with(Map<String, Double> more) {
    Map<String, Double> all = new LinkedHashMap<>(values);
    all.putAll(more);
    return new StepReport(all, images);
  }

  /** Reads all scalars at once, which on a GPU waits only once. */
  public static Map<String, Double> read(Map<String, NDArray> scalars) {
    List<NDArray> flat = new ArrayList<>();
    scalars.values().forEach(each -> flat.add(Autograd.detach(each).reshape(1)));
    float[] numbers = NDArrays.concat(new NDList(flat)).toFloatArray();
    Map<String, Double> values = new LinkedHashMap<>();
    int i = 0;
    for (String key : scalars.keySet()) {
      values.put(key, (double) numbers[i++]);
    }
    return values;
  }
}
