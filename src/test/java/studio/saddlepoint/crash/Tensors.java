package studio.saddlepoint.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.HexFormat;
import java.util.TreeMap;
import studio.saddlepoint.core.Sha256;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.Safetensors;

/**
 * All that a training has learnt by a checkpoint, as a hash: tensors, state and images seen, bit by
 * bit.
 *
 * @param hash in hexadecimal digits
 */
record Tensors(String hash) {
  static Tensors of(Checkpoint checkpoint) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TreeMap<String, String> state = new TreeMap<>(checkpoint.state());
    state.put("step", Long.toString(checkpoint.step()));
    state.put("imagesSeen", Long.toString(checkpoint.imagesSeen()));
    try {
      Safetensors.write(Channels.newChannel(bytes), new TreeMap<>(checkpoint.tensors()), state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Tensors(HexFormat.of().formatHex(Sha256.digest().digest(bytes.toByteArray())));
  }
}
