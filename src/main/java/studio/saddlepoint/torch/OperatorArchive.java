package studio.saddlepoint.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipOutputStream;
import studio.saddlepoint.core.StoredEntry;

/**
 * A TorchScript module made from readable text: one class named {@code Ops} in serialised
 * TorchScript, packed in memory as the stored zip that libtorch loads. Its methods are called by
 * name, with gradients flowing through.
 */
public final class OperatorArchive {
  /**
   * Threads that run methods as they are written: libtorch rewrites those of several operators
   * after some calls otherwise, for each thread anew, and sums may be rounded in another way then.
   */
  private static final ThreadLocal<Boolean> AS_WRITTEN =
      ThreadLocal.withInitial(
          () -> {
            JniUtils.setGraphExecutorOptimize(false);
            return true;
          });

  private final NDManager manager;
  private final PtSymbolBlock block;
  private final Map<String, NDArray> methods = new ConcurrentHashMap<>();

  /**
   * Compiles a module.
   *
   * @param code the text of {@code class Ops(Module)}
   * @throws IllegalArgumentException if libtorch refuses the text; the message tells where
   */
  public OperatorArchive(String code) {
    manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    try {
      block =
          JniUtils.loadModule(
              (PtNDManager) manager,
              new ByteArrayInputStream(pack(GuardedConvolutions.guarded(code))),
              false,
              false);
    } catch (IOException e) {
      throw new IllegalArgumentException("The operator archive cannot be read", e);
    }
  }

  /**
   * The arguments of a call: arrays and lists of arrays, in the order of the method's signature.
   */
  public static final class Call {
    private final NDList inputs = new NDList();
    private final List<NDArray> renamed = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private int lists;

    /** Adds an array. */
    public Call with(NDArray array) {
      return add(array, null);
    }

    /** Adds arrays as one list. */
    public Call with(List<? extends NDArray> arrays) {
      String name = "l" + lists++ + "[]";
      for (NDArray each : arrays) {
        add(each, name);
      }
      return this;
    }

    /**
     * Calls a method, with a graph where this thread builds graphs.
     *
     * @param method an array that is named {@code module_method:NAME}
     */
    NDList run(PtSymbolBlock block, NDArray method) {
      AS_WRITTEN.get();
      inputs.add(method);
      try {
        return IValueUtils.forward(block, inputs, true);
      } finally {
        for (int i = 0; i < renamed.size(); i++) {
          renamed.get(i).setName(names.get(i));
        }
      }
    }

    private Call add(NDArray array, @org.jspecify.annotations.Nullable String name) {
      names.add(array.getName());
      renamed.add(array);
      array.setName(name);
      inputs.add(array);
      return this;
    }
  }

  /**
   * Runs a method. Arrays given must not be used by another thread meanwhile, since DJL reads the
   * arguments' kinds from their names.
   *
   * @param method its name
   * @param call its arguments; at least one array
   * @return the array, or the arrays of the list or tuple, that the method returns, in the current
   *     scope
   */
  public NDList run(String method, Call call) {
    return call.run(block, methods.computeIfAbsent(method, this::methodName));
  }

  private NDArray methodName(String method) {
    NDArray array = ArrayScopes.outsideScopes(() -> manager.zeros(new Shape(1), DataType.FLOAT32));
    array.setName("module_method:" + method);
    return array;
  }

  /**
   * Packs a module without weights as the bytes of a TorchScript file, which libtorch and Python's
   * {@code torch.jit.load} open.
   *
   * @param code the text of {@code class Ops(Module)}, in serialised TorchScript; give it a method
   *     {@code forward(self: __torch__.Ops, ...)} to be callable as a network
   */
  public static byte[] pack(String code) {
    try {
      return zip(code);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  private static byte[] zip(String code) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write(new byte[] {(byte) 0x80, 2});
    data.write("c__torch__\nOps\n".getBytes(StandardCharsets.US_ASCII));
    data.write(new byte[] {'q', 0, ')', (byte) 0x81, '}', '(', 'X', 8, 0, 0, 0});
    data.write("training".getBytes(StandardCharsets.US_ASCII));
    data.write(new byte[] {(byte) 0x88, 'u', 'b', '.'});
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      StoredEntry.add(zip, "ops/data.pkl", data.toByteArray());
      StoredEntry.add(zip, "ops/code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
      StoredEntry.add(zip, "ops/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
      StoredEntry.add(zip, "ops/version", "3\n".getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }
}
