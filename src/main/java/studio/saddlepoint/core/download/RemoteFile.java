package studio.saddlepoint.core.download;

import java.net.URI;
import java.util.List;
import studio.saddlepoint.core.English;

/**
 * A file that this program does not bring along, as it is published.
 *
 * @param name for a person
 * @param fileName under which it is kept
 * @param sources where it can be downloaded, the same everywhere; the first that gives it is taken
 * @param checksum by which it is known
 * @param bytes about how many, for a person to know beforehand
 */
public record RemoteFile(
    String name, String fileName, List<URI> sources, Checksum checksum, long bytes) {
  /** Copies the sources. */
  public RemoteFile {
    sources = List.copyOf(sources);
  }

  /** The size for a person: {@code 96 MB}. */
  public String size() {
    return English.size(bytes);
  }
}
