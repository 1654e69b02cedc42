package studio.saddlepoint.data.known;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import studio.saddlepoint.core.Progress;

/** Single files of a .zip or .tar.gz, which are wanted in whatever folder of it they are. */
final class ArchiveMembers {
  private final Set<String> missing;
  private final Path folder;
  private final Progress progress;

  private ArchiveMembers(Set<String> names, Path folder, Progress progress) {
    this.missing = new HashSet<>(names);
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Writes files of an archive to a folder.
   *
   * @param names their last names
   * @param folder where to; exists
   * @throws IOException if the archive cannot be read, lacks one, or the folder takes none
   */
  static void unpack(Path archive, Set<String> names, Path folder, Progress progress)
      throws IOException {
    ArchiveMembers members = new ArchiveMembers(names, folder, progress);
    if (String.valueOf(archive.getFileName()).endsWith(".zip")) {
      members.ofZip(archive);
    } else {
      members.ofTar(archive);
    }
    if (!members.missing.isEmpty()) {
      throw new IOException("it lacks " + String.join(", ", members.missing));
    }
  }

  private void ofZip(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements() && !missing.isEmpty()) {
        ZipEntry entry = entries.nextElement();
        try (InputStream content = zip.getInputStream(entry)) {
          take(entry.getName(), content);
        }
      }
    }
  }

  private void ofTar(Path archive) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry();
          entry != null && !missing.isEmpty();
          entry = tar.getNextEntry()) {
        take(entry.getName(), tar);
      }
    }
  }

  private void take(String path, InputStream content) throws IOException {
    progress.checkCancelled();
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (missing.remove(name)) {
      progress.report("Unpacking " + name, Double.NaN);
      Files.copy(content, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
