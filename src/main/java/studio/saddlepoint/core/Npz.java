package studio.saddlepoint.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * numpy's .npz: a zip of .npy files.
 *
 * @param names of all arrays in the file, in alphabetical order
 * @param arrays those asked for that are there, by name
 */
public record Npz(Set<String> names, Map<String, Npy> arrays) {
  private static final String ENDING = ".npy";

  /**
   * Reads arrays.
   *
   * @param file as {@code numpy.savez} or {@code numpy.savez_compressed} writes it
   * @param wanted names; others are not looked at
   * @throws StudioException if the file cannot be read or an array is not understood
   */
  public static Npz read(Path file, Set<String> wanted) {
    if (!Files.isRegularFile(file)) {
      throw new StudioException(English.of("There is no file %s. Choose an .npz file.", file));
    }
    Set<String> names = new TreeSet<>();
    Map<String, Npy> arrays = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        String name = entry.getName().replaceFirst("\\.npy$", "");
        names.add(name);
        if (wanted.contains(name)) {
          arrays.put(name, array(file, zip, entry, name));
        }
      }
    } catch (ZipException e) {
      throw new StudioException(
          English.of(
              "%s is not a whole .npz file (%s). Choose one that numpy.savez has written.",
              file, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "%s cannot be read (%s). Check that it is there and may be read.",
              file, DiskErrors.reason(e)),
          e);
    }
    return new Npz(names, arrays);
  }

  private static Npy array(Path file, ZipFile zip, ZipEntry entry, String name)
      throws ZipException {
    try (InputStream in = zip.getInputStream(entry)) {
      if (entry.getSize() > Npy.MOST_BYTES) {
        throw new IOException("has more than a gigabyte");
      }
      CheckedInputStream summed = new CheckedInputStream(in, new CRC32());
      Npy array = Npy.read(summed);
      boolean longer = summed.read() >= 0;
      if (longer && summed.skip(Npy.MOST_BYTES) == Npy.MOST_BYTES) {
        throw new IOException("has more than a gigabyte");
      }
      if (entry.getCrc() != -1 && entry.getCrc() != summed.getChecksum().getValue()) {
        throw new IOException("is damaged (its checksum is another)");
      }
      return array;
    } catch (ZipException e) {
      throw e;
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "The array \"%s\" in %s %s. Choose another file, or write it again.",
              name, file, e.getMessage()),
          e);
    }
  }

  /**
   * Writes or replaces a file, so that it is whole or not there.
   *
   * @param arrays by name
   * @throws StudioException if it cannot be written
   */
  public static void write(Path file, Map<String, Npy> arrays) {
    write(file, arrays, Npy.Precision.FLOAT64);
  }

  /**
   * Writes or replaces a file with numbers of a precision.
   *
   * @param arrays by name
   * @throws StudioException if it cannot be written
   */
  public static void write(Path file, Map<String, Npy> arrays, Npy.Precision precision) {
    try {
      AtomicFile.ON_DISK.write(
          file.toAbsolutePath(),
          channel -> {
            OutputStream out = Channels.newOutputStream(channel);
            ZipOutputStream zip = new ZipOutputStream(out);
            for (Map.Entry<String, Npy> each : arrays.entrySet()) {
              StoredEntry.add(zip, each.getKey() + ENDING, each.getValue().bytes(precision));
            }
            zip.finish();
          });
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "%s cannot be written (%s). Check the folder and the free space, or choose another place.",
              file, DiskErrors.reason(e)),
          e);
    }
  }
}
