package studio.saddlepoint.latent.direction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.file.RunDiskErrors;
import studio.saddlepoint.run.file.UnreadableFile;

/**
 * A file of directions: {@code directions.json} in a run's folder, or wherever a person exports
 * them to. It is written whole or not at all, and never over one that cannot be read.
 */
public final class DirectionFile {
  /** The file in a run folder. */
  public static final String NAME = "directions.json";

  /** A thousand times what {@link Directions#MOST} take. */
  private static final long MOST_BYTES = 100_000_000;

  private final Path folder;
  private final Path file;

  private DirectionFile(Path folder, Path file) {
    this.folder = folder;
    this.file = file;
  }

  /** That of a run; it need not be there. */
  public static DirectionFile of(RunFolder run) {
    return new DirectionFile(run.path(), run.path().resolve(NAME));
  }

  /** A file of a person's. */
  public static DirectionFile at(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Path folder = whole.getParent();
    return new DirectionFile(folder == null ? whole : folder, whole);
  }

  /** Where it is. */
  public Path path() {
    return file;
  }

  /**
   * What is kept in it; {@link Directions#NONE} where a run has none.
   *
   * @throws StudioException if it cannot be read, or is of another kind or a later version; names
   *     the file
   */
  public Directions read() {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw unreadable("is too large for directions");
      }
      return DirectionJson.read(Files.readString(file));
    } catch (NoSuchFileException e) {
      if (file.getFileName().toString().equals(NAME)) {
        return Directions.NONE;
      }
      throw RunDiskErrors.reading(file, e);
    } catch (IOException e) {
      throw RunDiskErrors.reading(file, e);
    } catch (DirectionJson.Refused e) {
      throw unreadable(String.valueOf(e.getMessage()));
    }
  }

  private UnreadableFile unreadable(String reason) {
    return new UnreadableFile(
        file, reason, "Move it away to begin anew, or put back what was there.");
  }

  /**
   * Writes or replaces it.
   *
   * @throws StudioException if that fails; what was there before stays
   */
  public void save(Directions directions) {
    try {
      AtomicFile.ON_DISK.write(file, DirectionJson.write(directions));
    } catch (IOException e) {
      throw RunDiskErrors.writing(folder, file, "The directions are as before.", e);
    }
  }

  /**
   * Changes what is kept, as it is on the disk now: another window or command may have changed it.
   *
   * @param change to what is kept
   * @return what is kept now
   * @throws StudioException if it cannot be read or written, or the change is refused; what was
   *     there before stays
   */
  public Directions change(UnaryOperator<Directions> change) {
    Directions changed = change.apply(read());
    save(changed);
    return changed;
  }
}
