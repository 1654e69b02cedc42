package studio.saddlepoint.data.source;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.file.SourceFiles;
import studio.saddlepoint.data.file.ZipImages;
import studio.saddlepoint.data.pack.PackContent;
import studio.saddlepoint.recipe.FolderMeaning;

/**
 * A zip archive with anything in it that a folder may hold. It is opened only when its images are
 * made ready.
 */
final class ZipSource implements ImportSource {
  private static final Logger LOG = LoggerFactory.getLogger(ZipSource.class);

  private final Path zip;
  private final FolderMeaning meaning;
  private @Nullable FileSystem archive;

  /**
   * An archive.
   *
   * @param meaning what the folders in it mean
   */
  ZipSource(Path zip, FolderMeaning meaning) {
    this.zip = zip;
    this.meaning = meaning;
  }

  @Override
  public String name() {
    return PathNames.of(zip).replaceFirst("(?i)\\.zip$", "");
  }

  @Override
  public Path path() {
    return zip;
  }

  @Override
  public String state() {
    return SourceFiles.stateOf(List.of(zip));
  }

  @Override
  public FolderMeaning proposed(Progress progress) {
    return inside(progress).proposed(progress);
  }

  @Override
  public PackContent content(int size, Progress progress) {
    ImportSource inside = inside(progress);
    return new ArchiveContent(name(), inside.content(size, progress), SourceFiles.length(zip));
  }

  /** What is in it, to be read until it is closed. */
  private ImportSource inside(Progress progress) {
    close(); // images may be made ready twice, where they cannot be kept
    FileSystem opened = ZipImages.open(zip);
    archive = opened;
    try {
      return Importers.inside(ZipImages.top(opened), "archive " + zip, meaning, progress);
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "The archive %s cannot be read (%s). Copy or download it again.",
              zip, DiskErrors.reason(e)),
          e);
    }
  }

  @Override
  public void close() {
    if (archive != null) {
      try {
        archive.close();
      } catch (IOException e) {
        LOG.debug("{} stays open: {}", zip, e.getMessage());
      }
    }
  }
}
