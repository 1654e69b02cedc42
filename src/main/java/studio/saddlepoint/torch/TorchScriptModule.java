package studio.saddlepoint.torch;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * A TorchScript file as a function of one array. Such a file is code: ask a person before opening a
 * foreign one.
 */
public final class TorchScriptModule implements AutoCloseable {
  private final TorchScriptFile file;
  private final List<TorchScriptSignature.Argument> arguments;

  private TorchScriptModule(TorchScriptFile file, List<TorchScriptSignature.Argument> arguments) {
    this.file = file;
    this.arguments = arguments;
  }

  /**
   * Opens a module, for inference.
   *
   * @param file as Python's {@code torch.jit.save} writes it
   * @param device where its weights go
   * @throws StudioException if the file cannot be read or is no TorchScript module
   */
  public static TorchScriptModule load(Path file, Device device) {
    List<TorchScriptSignature.Argument> arguments = TorchScriptSignature.read(file);
    return new TorchScriptModule(TorchScriptFile.open(file, device), arguments);
  }

  /**
   * Whether {@code forward} has an optional argument of this name that is yes or no, and nothing
   * but such arguments before it.
   *
   * @param name such as {@code return_features}
   */
  public boolean hasSwitch(String name) {
    return arguments.stream().skip(1).anyMatch(argument -> argument.name().equals(name))
        && arguments.stream()
            .skip(1)
            .takeWhile(argument -> !argument.name().equals(name))
            .allMatch(TorchScriptSignature.Argument::isSwitch);
  }

  /**
   * A parameter of the module or of a module in it.
   *
   * @param name such as {@code output.weight}
   * @return the array, which lives as long as the module; empty where there is none of this name
   */
  public Optional<NDArray> parameter(String name) {
    return JniUtils.moduleGetParams(file.block(), (PtNDManager) file.manager()).stream()
        .filter(array -> name.equals(array.getName()))
        .findFirst();
  }

  /**
   * Runs {@code forward} without graphs.
   *
   * @param x the first argument, on the module's device
   * @param switches values of arguments by name, see {@link #hasSwitch}; others keep their defaults
   * @return the tensor it returns, in the current scope
   * @throws StudioException if the module fails on this input or returns anything but a tensor
   */
  public NDArray forward(NDArray x, Map<String, Boolean> switches) {
    int last = 0;
    for (int i = 1; i < arguments.size(); i++) {
      last = switches.containsKey(arguments.get(i).name()) ? i : last;
    }
    IValue[] inputs = new IValue[last + 1];
    inputs[0] = IValue.from((PtNDArray) x);
    for (int i = 1; i <= last; i++) {
      TorchScriptSignature.Argument argument = arguments.get(i);
      inputs[i] = IValue.from(switches.getOrDefault(argument.name(), argument.isOn()));
    }
    try (IValue output = Autograd.without(() -> IValueUtils.forward(file.block(), inputs))) {
      if (!output.isTensor()) {
        throw new StudioException(
            English.of(
                "The module %s returns %s instead of a tensor. Choose a module whose forward returns one tensor.",
                file.path(), output.getType()));
      }
      return output.toTensor((PtNDManager) x.getManager());
    } catch (EngineException e) {
      throw new StudioException(
          English.of(
              "The module %s fails on images of shape %s: %s. Choose a module whose forward takes such images.",
              file.path(), x.getShape(), TorchScriptFile.reason(e)),
          e);
    } finally {
      for (IValue input : inputs) {
        input.close();
      }
    }
  }

  /**
   * Runs {@code forward} with a graph where this thread builds graphs, so that gradients pass; all
   * arguments but the first keep their defaults, for DJL takes no others along with a graph.
   *
   * @param x the first argument, on the module's device
   * @return the tensor it returns, in the current scope
   * @throws StudioException if the module fails on this input or returns anything but a tensor
   */
  public NDArray differentiable(NDArray x) {
    try {
      NDList output = IValueUtils.forward(file.block(), new NDList(x), true);
      if (output.size() != 1) {
        throw new StudioException(
            English.of(
                "The module %s returns %d tensors. Choose a module whose forward returns one tensor.",
                file.path(), output.size()));
      }
      return output.singletonOrThrow();
    } catch (EngineException e) {
      throw new StudioException(
          English.of(
              "The module %s fails on images of shape %s: %s. Choose a module whose forward takes such images.",
              file.path(), x.getShape(), TorchScriptFile.reason(e)),
          e);
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
