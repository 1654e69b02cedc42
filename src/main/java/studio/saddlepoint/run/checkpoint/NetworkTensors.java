package studio.saddlepoint.run.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;

/**
 * Moves arrays between networks and checkpoints, under names with a prefix such as {@code
 * generator.}.
 */
public final class NetworkTensors {
  private NetworkTensors() {}

  /**
   * Copies float32 arrays to the host.
   *
   * @param prefix put before each name
   * @param arrays by name
   * @param into where the copies go
   */
  public static void save(
      String prefix, Map<String, NDArray> arrays, Map<String, HostTensor> into) {
    arrays.forEach(
        (name, array) -> {
          ByteBuffer data = array.toByteBuffer();
          into.put(prefix + name, new HostTensor("F32", array.getShape().getShape(), data));
        });
  }

  /**
   * Writes a checkpoint's values into arrays, in place. Leaves the thread building graphs.
   *
   * @param prefix put before each name
   * @param arrays by name; every one must be in the checkpoint with the same shape
   * @param checkpoint where the values come from
   * @throws StudioException if one is missing or has another shape; nothing has changed then
   */
  public static void restore(String prefix, Map<String, NDArray> arrays, Checkpoint checkpoint) {
    if (arrays.isEmpty()) {
      return;
    }
    List<NDArray> to = new ArrayList<>();
    List<NDArray> from = new ArrayList<>();
    NDManager owner = arrays.values().iterator().next().getManager();
    try (NDManager manager = owner.newSubManager()) {
      arrays.forEach(
          (name, array) -> {
            HostTensor tensor = checkpoint.tensors().get(prefix + name);
            if (tensor == null || !Arrays.equals(tensor.shape(), array.getShape().getShape())) {
              String found = tensor == null ? "missing" : tensor.toString();
              throw misfit(checkpoint, prefix + name, found, array.getShape());
            }
            to.add(array);
            from.add(
                manager.create(direct(tensor), new Shape(tensor.shape()), array.getDataType()));
          });
      Autograd.without(
          true,
          () -> {
            Ops.copyInto(to, from);
            return to;
          });
    }
  }

  private static ByteBuffer direct(HostTensor tensor) {
    ByteBuffer data = tensor.data();
    ByteBuffer copy = ByteBuffer.allocateDirect(data.remaining()).order(ByteOrder.nativeOrder());
    return copy.put(data).rewind();
  }

  private static StudioException misfit(
      Checkpoint checkpoint, String name, String found, Shape wanted) {
    return new StudioException(
        "The checkpoint of step "
            + checkpoint.step()
            + " does not fit its recipe: "
            + name
            + " is "
            + found
            + " instead of "
            + wanted
            + ". Open another checkpoint of the run.");
  }
}
