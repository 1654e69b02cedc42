package studio.saddlepoint.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;

class AutogradTest {
  @BeforeEach
  void startEngine() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
  }

  @Test
  void differentiatesOnlyWhatIsAskedFor() {
    try (NDManager manager = TorchEngine.manager(Device.cpu());
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray x = Autograd.require(manager.create(new float[] {1, 2, 3}), true);
      NDArray unused = Autograd.require(manager.create(new float[] {5, 5}), true);
      List<NDArray> gradients = Autograd.gradients(x.mul(x).sum(), List.of(x, unused));
      assertArrayEquals(new float[] {2, 4, 6}, gradients.get(0).toFloatArray());
      assertArrayEquals(new float[] {0, 0}, gradients.get(1).toFloatArray());
    }
  }

  @Test
  void differentiatesGradientsAgain() {
    try (NDManager manager = TorchEngine.manager(Device.cpu());
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray x = Autograd.require(manager.create(new float[] {1, 2, 3}), true);
      NDArray cube = x.mul(x).mul(x).sum();
      NDArray first = Autograd.differentiableGradients(cube, List.of(x)).get(0);
      NDArray second = Autograd.gradients(first.sum(), List.of(x)).get(0);
      assertArrayEquals(new float[] {6, 12, 18}, second.toFloatArray(), 1e-5f);
    }
  }

  @Test
  void graphsKeepNumbersOfArraysThatAreClosed() {
    try (NDManager manager = TorchEngine.manager(Device.cpu());
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      int n = 1 << 16;
      NDArray w = Autograd.require(manager.ones(new Shape(n)), true);
      float[] twos = new float[n];
      java.util.Arrays.fill(twos, 2);
      NDArray closed = ArrayScopes.of(manager, twos, new Shape(n));
      NDArray product = w.mul(closed).sum();
      closed.close();
      List<ByteBuffer> scribbles = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        System.gc(); // lets go of Java's buffers that nothing needs any more
        ByteBuffer scribble = ByteBuffer.allocateDirect(4 * n);
        while (scribble.hasRemaining()) {
          scribble.put((byte) 0x7f);
        }
        scribbles.add(scribble);
      }
      float[] gradient = Autograd.gradients(product, List.of(w)).get(0).toFloatArray();
      assertArrayEquals(twos, gradient);
      assertEquals(64, scribbles.size());
    }
  }

  @Test
  void scopesFreeEveryArrayOfAStep() {
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      NDArray w = Autograd.require(manager.randomNormal(new Shape(4, 4, 4, 4)), true);
      int before = manager.getManagedArrays().size();
      for (int i = 0; i < 20; i++) {
        ArrayScopes.scoped(
            () -> {
              NDArray x = manager.ones(new Shape(2, 4, 8, 8));
              NDArray y = Ops.convTranspose2d(x, w, 2, 1, 0);
              NDArray z = Ops.leakyRelu(Ops.conv2d(y, w, 2, 1), 0.2);
              List<NDArray> g = Autograd.gradients(z.sum(), List.of(w));
              Autograd.without(
                  true,
                  () -> {
                    Ops.sgd(List.of(w), g, List.of(w.zerosLike()), 1e-3, 0.5);
                    return null;
                  });
              return Ops.norm(g).getFloat();
            });
      }
      assertEquals(before, manager.getManagedArrays().size());
    }
  }
}
