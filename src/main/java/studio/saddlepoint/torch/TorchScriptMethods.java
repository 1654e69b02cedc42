package studio.saddlepoint.torch;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * A TorchScript file as functions of arrays by name. Such a file is code: ask a person before
 * opening a foreign one. One thread at a time works with it.
 */
public final class TorchScriptMethods implements AutoCloseable {
  private final TorchScriptFile file;
  private final Map<String, List<TorchScriptSignature.Argument>> methods;
  private final Map<String, NDArray> names = new HashMap<>();

  private TorchScriptMethods(
      TorchScriptFile file, Map<String, List<TorchScriptSignature.Argument>> methods) {
    this.file = file;
    this.methods = methods;
  }

  /**
   * The methods that a file tells, with how many arguments each needs. Nothing of the file is run.
   *
   * @throws StudioException if the file cannot be read or is no TorchScript module
   */
  public static Map<String, Integer> told(Path file) {
    Map<String, Integer> needed = new HashMap<>();
    TorchScriptSignature.methods(file)
        .forEach(
            (name, arguments) ->
                needed.put(
                    name,
                    (int) arguments.stream().filter(each -> !each.text().contains("=")).count()));
    return needed;
  }

  /**
   * Opens a module for inference. From here on its code runs.
   *
   * @param file as Python's {@code torch.jit.save} writes it
   * @param device where its weights go
   * @throws StudioException if the file cannot be read or is no TorchScript module
   */
  public static TorchScriptMethods load(Path file, Device device) {
    Map<String, List<TorchScriptSignature.Argument>> methods = TorchScriptSignature.methods(file);
    return new TorchScriptMethods(TorchScriptFile.open(file, device), methods);
  }

  /** The file. */
  public Path file() {
    return file.path();
  }

  /** Whether there is a method of this name. */
  public boolean has(String method) {
    return methods.containsKey(method);
  }

  /** How many arguments a method takes at most, after the module itself; 0 where there is none. */
  public int arguments(String method) {
    return methods.getOrDefault(method, List.of()).size();
  }

  /**
   * Calls a method of arrays, with a graph where this thread builds graphs.
   *
   * @return the tensor that it returns, in the current scope
   * @throws StudioException if it fails on these arrays or returns anything but a tensor
   */
  public NDArray call(String method, NDArray... arrays) {
    NDList found = run(method, arrays[0].getShape(), call(arrays));
    if (found.size() != 1) {
      throw new StudioException(
          English.of(
              "%s of %s returns %d tensors. Choose a module that returns one tensor of pictures.",
              method, file.path(), found.size()));
    }
    return found.get(0);
  }

  /** As {@link #call(String, NDArray...)}, whose last argument is a list of arrays. */
  public NDArray call(String method, NDArray first, List<NDArray> last) {
    return run(method, first.getShape(), call(first).with(last)).get(0);
  }

  /** The tensors that a method without arguments of its own gives. */
  public NDList ask(String method) {
    return run(method, new Shape(), new OperatorArchive.Call());
  }

  private static OperatorArchive.Call call(NDArray... arrays) {
    return Ops.call(arrays);
  }

  private NDList run(String method, Shape shape, OperatorArchive.Call call) {
    try {
      return call.run(file.block(), names.computeIfAbsent(method, this::name));
    } catch (EngineException e) {
      throw new StudioException(
          English.of(
              "%s of %s fails on a tensor of shape %s: %s. Check the size of the codes and the number of classes that you named.",
              method, file.path(), shape, TorchScriptFile.reason(e)),
          e);
    }
  }

  private NDArray name(String method) {
    NDArray array =
        ArrayScopes.outsideScopes(() -> file.manager().zeros(new Shape(1), DataType.FLOAT32));
    array.setName("module_method:" + method);
    return array;
  }

  @Override
  public void close() {
    file.close();
  }
}
