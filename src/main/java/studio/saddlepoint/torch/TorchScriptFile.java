package studio.saddlepoint.torch;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * A TorchScript file that is open for inference.
 *
 * @param path where it lies
 * @param manager holds its weights
 * @param block its module
 */
record TorchScriptFile(Path path, NDManager manager, PtSymbolBlock block) implements AutoCloseable {
  /**
   * Opens a file. From here on its code runs.
   *
   * @param file as Python's {@code torch.jit.save} writes it
   * @param device where its weights go
   * @throws StudioException if the file cannot be read or is no TorchScript module
   */
  static TorchScriptFile open(Path file, Device device) {
    NDManager manager = TorchEngine.manager(device);
    try (InputStream in =
        GuardedConvolutions.needed()
            ? GuardedScript.of(file)
            : new BufferedInputStream(Files.newInputStream(file))) {
      PtSymbolBlock block =
          JniUtils.loadModule((PtNDManager) manager, in, !device.equals(Device.cpu()), false);
      JniUtils.enableInferenceMode(block);
      return new TorchScriptFile(file, manager, block);
    } catch (IOException e) {
      manager.close();
      throw TorchScriptSignature.unreadable(file, e);
    } catch (EngineException e) {
      manager.close();
      throw new StudioException(
          English.of(
              "%s is not a TorchScript module that this engine can open (%s). Choose a file written by torch.jit.save, of PyTorch 2.7 or older.",
              file, firstLine(e)),
          e);
    }
  }

  /** TorchScript errors are long: the line that names the runtime error, or their first line. */
  static String reason(EngineException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .filter(line -> line.startsWith("RuntimeError:"))
        .findFirst()
        .orElseGet(() -> firstLine(e));
  }

  private static String firstLine(EngineException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .map(String::trim)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("no reason given");
  }

  @Override
  public void close() {
    block.close();
    manager.close();
  }
}
