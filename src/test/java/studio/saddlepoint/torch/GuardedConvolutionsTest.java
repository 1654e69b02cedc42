package studio.saddlepoint.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;

class GuardedConvolutionsTest {
  @TempDir private Path folder;

  /** Convolutions in both ways, on a computer where both are right, or the guarded one is. */
  @Test
  void guardedOnesAreTheSame() {
    TorchEngine.start(Progress.NONE);
    OperatorArchive guarded =
        new OperatorArchive(GuardedConvolutions.guard(TorchEngine.resource("operators.py")));
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      for (long[] c :
          List.of(
              new long[] {3, 1, 20, 3, 1, 1, 1},
              new long[] {2, 17, 33, 1, 1, 0, 1},
              new long[] {2, 4, 8, 1, 2, 0, 1},
              new long[] {5, 12, 8, 3, 2, 1, 4},
              new long[] {2, 6, 6, 3, 1, 1, 6})) {
        NDArray x = manager.randomNormal(new Shape(c[0], c[1], 8, 8));
        NDArray w = manager.randomNormal(new Shape(c[2], c[1] / c[6], c[3], c[3]));
        NDArray b = manager.randomNormal(new Shape(c[2]));
        NDArray numbers = manager.create(new long[] {c[4], c[5], c[6]});
        same(
            Ops.groupedConv2d(x, w, b, (int) c[4], (int) c[5], (int) c[6]),
            guarded.run("conv2d_biased", Ops.call(x, w, b, numbers)).get(0));
        if (c[6] == 1) {
          NDArray back = w.transpose(1, 0, 2, 3);
          NDArray about = manager.create(new long[] {c[4], c[5], 0});
          if (c[3] >= c[4]) {
            same(
                Ops.convTranspose2d(x, back, b, (int) c[4], (int) c[5], 0),
                guarded.run("conv_transpose2d_biased", Ops.call(x, back, b, about)).get(0));
          }
        }
      }
    }
  }

  private static void same(NDArray expected, NDArray found) {
    assertEquals(expected.getShape(), found.getShape());
    double scale = expected.abs().max().getFloat();
    assertTrue(expected.sub(found).abs().max().getFloat() < 1e-5 * scale);
  }

  @Test
  void leavesNoConvolutionAsItWas() {
    String operators = TorchEngine.resource("operators.py");
    assertTrue(operators.contains("torch.conv2d("));
    assertTrue(operators.contains(GuardedConvolutions.OWN_KERNELS));
    String guarded = GuardedConvolutions.guard(operators);
    String guards = TorchEngine.resource("guarded.py");
    assertTrue(guarded.endsWith(guards));
    assertFalse(guarded.substring(0, guarded.length() - guards.length()).contains("torch.conv"));
  }

  /** A file of others, in both of the forms that Python writes. */
  @Test
  void codeOfFilesIsGuardedAsWell() throws IOException {
    TorchEngine.start(Progress.NONE);
    String code =
        """
        class Ops(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
          def forward(self: __torch__.Ops, x: Tensor, w: Tensor) -> Tensor:
            return torch.conv2d(x, w, None, [1, 1], [1, 1])
          def traced(self: __torch__.Ops, x: Tensor, w: Tensor) -> Tensor:
            return torch._convolution(x, w, None, [2, 2], [1, 1], [1, 1], True, [0, 0], 1, False, False, True, True)
        """;
    Path file = folder.resolve("two.pt");
    Files.write(file, OperatorArchive.pack(code));
    try (NDManager manager = TorchEngine.manager(Device.cpu());
        InputStream in = GuardedScript.of(file)) {
      PtSymbolBlock block = JniUtils.loadModule((PtNDManager) manager, in, false, false);
      NDArray x = manager.randomNormal(new Shape(2, 17, 8, 8));
      NDArray w = manager.randomNormal(new Shape(20, 17, 3, 3));
      same(Ops.conv2d(x, w, 1, 1), run(block, manager, "forward", x, w));
      NDArray back = manager.randomNormal(new Shape(17, 20, 4, 4));
      same(Ops.convTranspose2d(x, back, 2, 1, 0), run(block, manager, "traced", x, back));
    }
  }

  private static NDArray run(
      PtSymbolBlock block, NDManager manager, String method, NDArray x, NDArray w) {
    NDArray name = manager.zeros(new Shape(1));
    name.setName("module_method:" + method);
    return new OperatorArchive.Call().with(x).with(w).run(block, name).get(0);
  }
}
