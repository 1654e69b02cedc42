package studio.saddlepoint.torch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import studio.saddlepoint.core.StoredEntry;

/**
 * The code of a TorchScript file with its convolutions guarded, see {@link GuardedConvolutions}:
 * the calls that torch.jit.script and torch.jit.trace write are put through functions, which are
 * added to {@code code/__torch__.py}. Weights stay as they are.
 */
final class GuardedScript {
  private static final Pattern CODE = Pattern.compile("([^/]+)/code/.*\\.py");
  private static final String ROOT = "/code/__torch__.py";

  /** Positions in the code, which are others then; they are only told in errors. */
  private static final String POSITIONS = ".debug_pkl";

  /** What a trace writes of both kinds. */
  private static final String TRACED =
      """
      def guarded_convolution(x: Tensor, w: Tensor, b: Optional[Tensor], s: List[int], p: List[int], d: List[int], transposed: bool, q: List[int], g: int, _0: bool, _1: bool, _2: bool, _3: bool) -> Tensor:
        if transposed:
          y = __torch__.guarded_conv_transpose2d(x, w, b, s, p, q, g, d, )
        else:
          y = __torch__.guarded_conv2d(x, w, b, s, p, d, g, )
        return y
      """;

  private GuardedScript() {}

  /**
   * A file's bytes with its convolutions guarded.
   *
   * @param file as Python's {@code torch.jit.save} writes it, whose entries only its directory
   *     tells the lengths of
   * @throws IOException if it cannot be read as a zip
   */
  static InputStream of(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String folder = "";
    boolean rooted = false;
    try (ZipFile in = new ZipFile(file.toFile());
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry each : Collections.list(in.entries())) {
        String name = each.getName();
        byte[] content = in.getInputStream(each).readAllBytes();
        Matcher code = CODE.matcher(name);
        if (code.matches()) {
          folder = code.group(1);
          String text = guarded(new String(content, StandardCharsets.UTF_8));
          boolean root = name.equals(folder + ROOT);
          rooted |= root;
          StoredEntry.add(
              out, name, (root ? text + functions() : text).getBytes(StandardCharsets.UTF_8));
        } else if (!name.endsWith(POSITIONS)) {
          StoredEntry.add(out, name, content);
        }
      }
      if (!rooted && !folder.isEmpty()) {
        StoredEntry.add(out, folder + ROOT, functions().getBytes(StandardCharsets.UTF_8));
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  /** Code with its calls put through the functions. */
  static String guarded(String code) {
    return code.replace("torch.conv2d(", "__torch__.guarded_conv2d(")
        .replace("torch.conv_transpose2d(", "__torch__.guarded_conv_transpose2d(")
        .replace("torch._convolution(", "__torch__.guarded_convolution(");
  }

  /** The methods that guard, as functions. */
  static String functions() {
    return "\n"
        + TorchEngine.resource("guarded.py")
            .replaceAll("(?m)^  ", "")
            .replace("self: __torch__.Ops, ", "")
            .replace("(self).", "__torch__.")
            // scripts leave out what is as libtorch has it
            .replace("d: List[int], g: int) -> Tensor", "d: List[int]=[1, 1], g: int=1) -> Tensor")
            .replace("g: int, d: List[int]) -> Tensor", "g: int=1, d: List[int]=[1, 1]) -> Tensor")
        + TRACED;
  }
}
