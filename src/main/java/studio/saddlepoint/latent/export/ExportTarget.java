package studio.saddlepoint.latent.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import studio.saddlepoint.core.StudioException;

/**
 * The file or folder to which samples go.
 *
 * @param path the file or folder
 * @param kind what it is to be
 * @param labels whether the classes are told beside the samples
 * @param replace whether a file that is there may be replaced; a folder never is
 * @param columns of a sheet; empty for about as many as rows
 */
public record ExportTarget(
    Path path, ExportKind kind, boolean labels, boolean replace, OptionalInt columns) {
  /**
   * Why nothing can be written there, as a sentence that says what to do; empty where nothing
   * stands against it so far. To be asked before anything is drawn.
   *
   * @param classes how many classes the generator knows
   */
  public Optional<String> refusal(int classes) {
    if (labels && classes == 0) {
      return Optional.of(
          "This generator is not told the class, so that its samples have no labels. Write them without.");
    }
    return occupied();
  }

  /** The same as {@link #refusal}, as far as the path alone tells. */
  public Optional<String> occupied() {
    return place().occupied();
  }

  /**
   * Tries to make the file or folder, and leaves nothing of it behind. To be asked before long work
   * on what is to be written there.
   *
   * @throws StudioException if it cannot be made, or something stands there already
   */
  public void requireWritable() {
    place().requireWritable();
  }

  /** That it could not be written, with what the system says of it. */
  StudioException unwritable(IOException cause) {
    return place().unwritable(cause);
  }

  private OutputPlace place() {
    return new OutputPlace(path, kind == ExportKind.FOLDER, replace);
  }
}
