package studio.saddlepoint.train;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.AtomicFile;

/**
 * A file of what was measured on this computer, so that it is measured once. One that cannot be
 * read or written costs no more than measuring again.
 */
final class MachineMeasures {
  private static final Logger LOG = LoggerFactory.getLogger(MachineMeasures.class);

  private final Path caches;
  private final Path file;

  /**
   * A file.
   *
   * @param caches the program's folder for caches
   * @param name the file's
   */
  MachineMeasures(Path caches, String name) {
    this.caches = caches;
    this.file = caches.resolve(name);
  }

  /** What was measured of something; empty where nothing was. */
  Optional<JsonElement> of(String subject) {
    return Optional.ofNullable(all().get(subject));
  }

  /** Keeps what was measured of something. */
  void keep(String subject, JsonElement measured) {
    JsonObject all = all();
    all.add(subject, measured);
    try {
      Files.createDirectories(caches);
      AtomicFile.ON_DISK.write(file, all.toString());
    } catch (IOException e) {
      LOG.info("{} cannot be written, so it is measured again next time: {}", file, e.getMessage());
    }
  }

  private JsonObject all() {
    try {
      if (Files.exists(file)) {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        JsonObject read = new Gson().fromJson(text, JsonObject.class);
        return read == null ? new JsonObject() : read;
      }
    } catch (IOException | UncheckedIOException | JsonParseException e) {
      LOG.info("{} is measured anew: {}", file, e.getMessage());
    }
    return new JsonObject();
  }
}
