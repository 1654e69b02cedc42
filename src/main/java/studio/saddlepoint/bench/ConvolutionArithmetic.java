package studio.saddlepoint.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.torch.OperatorProfile;
import studio.saddlepoint.torch.OperatorProfile.Call;

/**
 * The arithmetic of the convolutions in a profile: 2 operations a multiplication and addition, by
 * the shapes of each call. A forward convolution has no shape of its output in the profile: it is
 * taken from the backward one of the same input and weight.
 *
 * @param operations of the calls whose output is known
 * @param calls whose output is known
 * @param unknown calls whose output is not known, such as those within second derivatives
 */
record ConvolutionArithmetic(double operations, int calls, int unknown) {
  private static final String FORWARD = "aten::convolution";
  private static final String BACKWARD = "aten::convolution_backward";

  /** What tells convolutions apart. */
  private record Shapes(List<Long> input, List<Long> weight) {}

  static ConvolutionArithmetic of(OperatorProfile profile) {
    Map<Shapes, List<Long>> outputs = new HashMap<>();
    for (Call each : profile.calls()) {
      if (each.operator().equals(BACKWARD) && spatial(each.shapes(), 3)) {
        List<List<Long>> s = each.shapes();
        outputs.put(new Shapes(s.get(1), s.get(2)), s.get(0));
      }
    }
    double operations = 0;
    int calls = 0;
    int unknown = 0;
    for (Call each : profile.calls()) {
      List<List<Long>> s = each.shapes();
      if (each.operator().equals(BACKWARD) && spatial(s, 3)) {
        // one for the gradient of the input, one for that of the weight
        operations += 2 * operations(s.get(1), s.get(2), s.get(0));
        calls++;
      } else if (each.operator().equals(FORWARD) && spatial(s, 2)) {
        List<Long> output = outputs.get(new Shapes(s.get(0), s.get(1)));
        if (output == null) {
          unknown++;
        } else {
          operations += operations(s.get(0), s.get(1), output);
          calls++;
        }
      }
    }
    return new ConvolutionArithmetic(operations, calls, unknown);
  }

  private static boolean spatial(List<List<Long>> shapes, int tensors) {
    return shapes.size() >= tensors
        && shapes.subList(0, tensors).stream().allMatch(each -> each.size() == 4);
  }

  /**
   * Each weight is multiplied once for each place of the output, or of the input where the
   * convolution is transposed. A gradient of the whole input is counted also where libtorch is not
   * asked for it, as for pictures.
   */
  private static double operations(List<Long> input, List<Long> weight, List<Long> output) {
    boolean transposed = output.get(2) > input.get(2);
    List<Long> places = transposed ? input : output;
    double weights = 1;
    for (long each : weight) {
      weights *= each;
    }
    return 2.0 * weights * places.get(0) * places.get(2) * places.get(3);
  }
}
