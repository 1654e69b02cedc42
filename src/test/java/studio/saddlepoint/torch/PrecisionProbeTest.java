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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
      NDArray x = manager.create(new float[] {1.001f, 2, 3, 4, 0, 0, 0, 0}, new Shape(1, 2, 2, 2));
      NDArray w = manager.ones(new Shape(2, 2, 2, 2));
      NDArray b = manager.create(new float[] {1e-4f, 0});
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

  /** oneDNN multiplies pairs of channels; what is left over stays float32. */
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 16", "16, 1", "3, 16", "16, 3", "17, 33", "33, 20", "20, 40"})
  void gradientsAreThoseOfFloat32ForAnyChannels(int in, int out) {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
    assertTrue(ArrayScopes.scoped(() -> PrecisionCheck.agrees(in, out, 6)));
  }
}
