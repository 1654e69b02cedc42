package studio.saddlepoint.metrics.extractor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipOutputStream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StoredEntry;

/**
 * A TorchScript file with the signature of StyleGAN2-ADA's Inception-v3: four features (the means
 * of red, green and blue over 128, and the height of the images it is given over 299), and the
 * softmax of a dense layer {@code output} to three classes.
 */
final class TinyInception {
  static final int FEATURES = 4;
  static final int CLASSES = 3;
  static final float[] WEIGHT = {1, 0, 0, 0.5f, 0, -1, 0, 0.25f, 0.5f, 0.5f, -0.5f, 0};
  static final float[] BIAS = {0.1f, 3, -2};

  private static final String CODE =
      """
            class Linear(Module):
              __parameters__ = ["weight", "bias", ]
              __buffers__ = []
              weight : Tensor
              bias : Tensor
              training : bool
            class Ops(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              output : __torch__.Linear
              def forward(self: __torch__.Ops,
                img: Tensor,
                return_features: bool=False,
                use_fp16: bool=False,
                no_output_bias: bool=False) -> Tensor:
                m = torch.div(torch.mean(img, [2, 3]), 128.)
                one = torch.ones_like(torch.slice(m, 1, 0, 1, 1))
                h = torch.div(torch.mul(one, torch.size(img, 2)), 299.)
                features = torch.cat([m, h], 1)
                if return_features:
                  y = features
                else:
                  last = self.output
                  w = last.weight
                  logits = torch.matmul(features, torch.t(w))
                  if no_output_bias:
                    z = logits
                  else:
                    z = torch.add(logits, last.bias)
                  y = torch.softmax(z, %s)
                return y
            """;

  private TinyInception() {}

  /** Writes the file. */
  static Path write(Path file) throws IOException {
    return write(file, "1");
  }

  /** Writes a file whose classes are no softmax of the last layer: over the wrong axis. */
  static Path writeWithOtherClasses(Path file) throws IOException {
    return write(file, "0");
  }

  private static Path write(Path file, String axis) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write(new byte[] {(byte) 0x80, 2});
    object(data, "Ops");
    text(data, "output");
    object(data, "Linear");
    text(data, "weight");
    tensor(data, "0", CLASSES, FEATURES);
    text(data, "bias");
    tensor(data, "1", CLASSES);
    end(data);
    end(data);
    data.write('.');
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      StoredEntry.add(zip, "tiny/data.pkl", data.toByteArray());
      StoredEntry.add(
          zip, "tiny/code/__torch__.py", English.of(CODE, axis).getBytes(StandardCharsets.UTF_8));
      StoredEntry.add(zip, "tiny/data/0", floats(WEIGHT));
      StoredEntry.add(zip, "tiny/data/1", floats(BIAS));
      StoredEntry.add(zip, "tiny/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
      StoredEntry.add(zip, "tiny/version", "3\n".getBytes(StandardCharsets.US_ASCII));
    }
    return Files.write(file, bytes.toByteArray());
  }

  private static void object(ByteArrayOutputStream data, String name) throws IOException {
    data.write(("c__torch__\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    data.write(new byte[] {')', (byte) 0x81, '}', '('});
  }

  private static void end(ByteArrayOutputStream data) throws IOException {
    text(data, "training");
    data.write(new byte[] {(byte) 0x89, 'u', 'b'});
  }

  private static void text(ByteArrayOutputStream data, String text) throws IOException {
    data.write(new byte[] {'X', (byte) text.length(), 0, 0, 0});
    data.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void tensor(ByteArrayOutputStream data, String key, int... shape)
      throws IOException {
    int count = java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    data.write("ctorch._utils\n_rebuild_tensor_v2\n((".getBytes(StandardCharsets.US_ASCII));
    text(data, "storage");
    data.write("ctorch\nFloatStorage\n".getBytes(StandardCharsets.US_ASCII));
    text(data, key);
    text(data, "cpu");
    data.write(new byte[] {'K', (byte) count, 't', 'Q', 'K', 0, '('});
    for (int size : shape) {
      data.write(new byte[] {'K', (byte) size});
    }
    data.write(new byte[] {'t', '('});
    if (shape.length == 2) {
      data.write(new byte[] {'K', (byte) shape[1]});
    }
    data.write(new byte[] {'K', 1, 't', (byte) 0x89});
    data.write("ccollections\nOrderedDict\n)RtR".getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] floats(float[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }
}
