package studio.saddlepoint.torch.script;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StoredEntry;

/**
 * The zip of a TorchScript file: text, object, tensors, and extra texts, all stored as they are.
 */
final class ScriptArchive {
  private static final String ROOT = "generator/";

  /** The version of the file format, which PyTorch 1.4 and later read. */
  private static final String VERSION = "3\n";

  private ScriptArchive() {}

  static void write(
      OutputStream out,
      String code,
      Map<String, NDArray> tensors,
      Map<String, Object> facts,
      Map<String, String> extra,
      Progress progress)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    StoredEntry.add(zip, ROOT + "data.pkl", pickle(tensors, facts));
    StoredEntry.add(zip, ROOT + "code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
    int written = 0;
    for (NDArray each : tensors.values()) {
      progress.checkCancelled();
      progress.report("Writing the weights", (double) written / tensors.size());
      StoredEntry.add(zip, ROOT + "data/" + written++, bytes(each));
    }
    StoredEntry.add(zip, ROOT + "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
    StoredEntry.add(zip, ROOT + "version", VERSION.getBytes(StandardCharsets.US_ASCII));
    for (Map.Entry<String, String> each : extra.entrySet()) {
      StoredEntry.add(
          zip, ROOT + "extra/" + each.getKey(), each.getValue().getBytes(StandardCharsets.UTF_8));
    }
    zip.finish();
    zip.flush();
  }

  private static byte[] pickle(Map<String, NDArray> tensors, Map<String, Object> facts) {
    ScriptPickle pickle = new ScriptPickle("__torch__", ScriptModule.CLASS);
    int key = 0;
    for (Map.Entry<String, NDArray> each : tensors.entrySet()) {
      pickle.tensor(each.getKey(), Integer.toString(key++), each.getValue().getShape().getShape());
    }
    pickle.yes("training");
    facts.forEach(pickle::fact);
    return pickle.end();
  }

  private static byte[] bytes(NDArray array) {
    if (array.getDataType() != DataType.FLOAT32) {
      throw new IllegalArgumentException("A tensor of " + array.getDataType());
    }
    float[] numbers = array.toFloatArray();
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(numbers.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return bytes.array();
  }
}
