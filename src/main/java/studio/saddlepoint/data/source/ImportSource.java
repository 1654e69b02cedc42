package studio.saddlepoint.data.source;

import java.nio.file.Path;
import java.util.List;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.file.Listing;
import studio.saddlepoint.data.pack.PackContent;
import studio.saddlepoint.recipe.FolderMeaning;

/** Files of a person that a data set is made from. */
interface ImportSource extends AutoCloseable {
  /** The name for a person. */
  String name();

  /** The file or folder that was asked for. */
  Path path();

  /** The state of the files, as a hash: another one means other images. */
  String state();

  /** The files of single pictures that it is made from; none where a few hold them all. */
  default List<Listing.Entry> files() {
    return List.of();
  }

  /**
   * Whether what kept a file from being read has passed.
   *
   * @param problem one that may pass
   */
  default boolean passed(DataProblem problem) {
    return false;
  }

  /**
   * What the folders in it seem to mean, by where its images lie; without decoding any.
   *
   * @throws studio.saddlepoint.core.StudioException if the files cannot be used
   */
  default FolderMeaning proposed(Progress progress) {
    return FolderMeaning.CLASSES;
  }

  /**
   * Reads what is needed to make the images.
   *
   * @param size height and width of the images made
   * @throws studio.saddlepoint.core.StudioException if the files cannot be used
   */
  PackContent content(int size, Progress progress);

  /** Lets go of what {@link #content} holds open. */
  @Override
  default void close() {}
}
