package studio.saddlepoint.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;

class PrecisionProbeTest {
  @Test
  void onlyAClearGainCounts() {
    assertTrue(PrecisionProbe.worth("1.150"));
    assertTrue(PrecisionProbe.worth("1.8\n"));
    for (String text : new String[] {"1.149", "0.5", "wrong", "failed", "", "NaN", "Infinity"}) {
      assertFalse(PrecisionProbe.worth(text), text);
    }
  }

  @Test
  void loweredConvolutionsRoundToEightBitsAndHandOnFloat32() {
    TorchEngine.start(Progress.NONE);
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      NDArray x = manager.create(new float[] {1.001f, 2, 3, 4}, new Shape(1, 1, 2, 2));
      NDArray w = manager.ones(new Shape(1, 1, 2, 2));
      NDArray b = manager.create(new float[] {1e-4f});
      NDArray y = LoweredConvolutions.lowered(true, () -> Ops.conv2d(x, w, b, 1, 0));
      assertEquals(DataType.FLOAT32, y.getDataType());
      assertEquals(
          10.0001f, y.toFloatArray()[0], 1e-6, "1.001 is 1 in eight bits; the bias is not");
      NDArray exact =
          LoweredConvolutions.lowered(
              true, () -> LoweredConvolutions.exact(() -> Ops.conv2d(x, w, b, 1, 0)));
      assertEquals(10.0011f, exact.toFloatArray()[0], 1e-6);
      assertEquals(10.0011f, Ops.conv2d(x, w, b, 1, 0).toFloatArray()[0], 1e-6, "and afterwards");
    }
  }
}
