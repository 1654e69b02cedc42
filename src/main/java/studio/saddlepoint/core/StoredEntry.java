package studio.saddlepoint.core;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Entries of zip files that are stored as they are, as PyTorch and NumPy expect of their files. */
public final class StoredEntry {
  private StoredEntry() {}

  /**
   * Adds an entry.
   *
   * @param zip stays open
   * @throws IOException if it cannot be written
   */
  public static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
