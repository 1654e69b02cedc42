package studio.saddlepoint.latent.export;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import studio.saddlepoint.core.StoredEntry;

/**
 * A zip file that is written from its beginning to its end without being held in memory. Beyond 4
 * GB or 65,535 entries it is a zip64 by itself, which Java and Python read.
 */
final class StagedZip implements AutoCloseable {
  private static final int BUFFER = 1 << 18;

  private final Staging staging;
  private final FileChannel channel;
  private final ZipOutputStream zip;

  /**
   * Begins a file.
   *
   * @param replace whether it may take the place of another
   * @throws IOException if it cannot be made
   */
  StagedZip(Path file, boolean replace) throws IOException {
    staging = Staging.file(file, replace);
    try {
      channel = FileChannel.open(staging.temporary(), StandardOpenOption.WRITE);
    } catch (IOException | RuntimeException e) {
      staging.close();
      throw e;
    }
    zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /** Adds an entry that is compressed already. */
  void stored(String name, byte[] content) throws IOException {
    StoredEntry.add(zip, name, content);
  }

  /** An entry to write into, which ends when it is closed. */
  OutputStream begin(String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        zip.write(bytes, from, count);
      }

      @Override
      public void close() throws IOException {
        zip.closeEntry();
      }
    };
  }

  /**
   * Ends the file and puts it in its place.
   *
   * @throws IOException if that fails
   */
  void finish() throws IOException {
    zip.finish();
    zip.flush();
    channel.force(true);
    channel.close();
    staging.finish();
  }

  @Override
  public void close() {
    try (staging) {
      channel.close();
    } catch (IOException e) {
      // What was written is deleted in any case, or whole already.
      return;
    }
  }
}
