package studio.saddlepoint.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchScriptSignatureTest {
  @TempDir Path folder;

  @Test
  void tellsTheArguments() throws IOException {
    assertEquals(
        List.of("x", "fake"),
        TorchScriptSignature.read(module("x: Tensor,\n    fake: bool=False")).stream()
            .map(TorchScriptSignature.Argument::name)
            .toList());
  }

  /** Python lets a method call its module what it likes. */
  @Test
  void theModuleMayHaveAnotherNameThanSelf() throws IOException {
    assertEquals(1, TorchScriptSignature.read(module("net", "z: Tensor")).size());
  }

  /** A million of them took hours: each comma was looked beyond to the end. */
  @Test
  void understandsNoEndlessArguments() throws IOException {
    Path file = module("x: Tensor, ".repeat(1 << 20));
    assertEquals(List.of(), TorchScriptSignature.read(file));
  }

  private Path module(String arguments) throws IOException {
    return module("self", arguments);
  }

  private Path module(String self, String arguments) throws IOException {
    Path file = folder.resolve("net.pt");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      add(zip, "net/data.pkl", "c__torch__\nNet\nq");
      add(
          zip,
          "net/code/__torch__.py",
          "class Net(Module):\n  def forward("
              + self
              + ": __torch__.Net,\n    "
              + arguments
              + ") -> Tensor:\n    return x\n");
    }
    return file;
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.ISO_8859_1));
    zip.closeEntry();
  }
}
