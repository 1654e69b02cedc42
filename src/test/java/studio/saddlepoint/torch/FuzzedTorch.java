package studio.saddlepoint.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Reads changed TorchScript files as far as the program itself does. */
public final class FuzzedTorch {
  private FuzzedTorch() {}

  /** Reads the arguments. */
  public static void read(Path file) {
    TorchScriptSignature.read(file);
  }

  /** A module as far as it is looked at. */
  public static byte[] module() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "net/data.pkl", "\u0080\u0002c__torch__\nNet\nq\u0000)");
      add(
          zip,
          "net/code/__torch__.py",
          "class Net(Module):\n  def forward(self: __torch__.Net,\n    x: Tensor,\n"
              + "    fake: bool=False) -> Tensor:\n    return x\n");
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.ISO_8859_1));
    zip.closeEntry();
  }
}
