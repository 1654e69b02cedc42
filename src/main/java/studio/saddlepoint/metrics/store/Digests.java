package studio.saddlepoint.metrics.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import studio.saddlepoint.run.checkpoint.HostTensor;

/** SHA-256 in hexadecimal. */
public final class Digests {
  private Digests() {}

  /** Of a text. */
  static String of(String text) {
    MessageDigest digest = sha256();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of tensors, by the order of their names. */
  public static String of(Map<String, HostTensor> tensors) {
    MessageDigest digest = sha256();
    new TreeMap<>(tensors)
        .forEach(
            (name, tensor) -> {
              digest.update(name.getBytes(StandardCharsets.UTF_8));
              digest.update(tensor.data());
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
