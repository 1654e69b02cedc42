package studio.saddlepoint.core.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * The sum by which a published file is known.
 *
 * @param algorithm {@code SHA-256}, or {@code MD5} where a publisher gives no other: that tells
 *     damaged and mistaken files, not forged ones
 * @param hex the sum, in hexadecimal
 */
public record Checksum(String algorithm, String hex) {
  private static final int SHOWN = 8;

  /** A SHA-256 in hexadecimal. */
  public static Checksum sha256(String hex) {
    return new Checksum("SHA-256", hex);
  }

  /**
   * The SHA-256 of a file.
   *
   * @throws StudioException if it cannot be read
   */
  public static Checksum sha256(Path file) {
    return sha256("").of(file);
  }

  /** An MD5 in hexadecimal. */
  public static Checksum md5(String hex) {
    return new Checksum("MD5", hex);
  }

  /**
   * The sum of a file by the same algorithm.
   *
   * @throws StudioException if it cannot be read
   */
  Checksum of(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "%s cannot be read (%s). Check that it is there and may be read.",
              file, DiskErrors.reason(e)),
          e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its beginning, for a person. */
  String beginning() {
    return hex.substring(0, SHOWN);
  }
}
