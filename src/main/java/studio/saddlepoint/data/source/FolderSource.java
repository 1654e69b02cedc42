package studio.saddlepoint.data.source;

import java.nio.file.Path;
import java.util.List;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.decode.ImageDecoder;
import studio.saddlepoint.data.file.Listing;
import studio.saddlepoint.data.file.SourceState;
import studio.saddlepoint.data.file.UnusableImageException;
import studio.saddlepoint.data.file.ZipImages;
import studio.saddlepoint.data.pack.PackContent;
import studio.saddlepoint.recipe.FolderMeaning;

/**
 * A folder of images.
 *
 * @param listing all files in it
 * @param meaning what the folders in it mean
 */
record FolderSource(String name, Path path, String state, Listing listing, FolderMeaning meaning)
    implements ImportSource {
  /** The images among the files of a folder; there may be none. */
  static FolderSource of(Listing listing, FolderMeaning meaning) {
    List<Listing.Entry> possible = listing.files().stream().filter(SortedFiles::possible).toList();
    Path folder = listing.folder();
    // Of an archive, its own state counts.
    String state = ZipImages.holds(folder) ? "" : SourceState.of(possible, listing);
    return new FolderSource(PathNames.of(folder), folder, state, listing, meaning);
  }

  @Override
  public List<Listing.Entry> files() {
    return listing.files().stream().filter(SortedFiles::possible).toList();
  }

  /** Whether there is any image. */
  boolean hasImages(Progress progress) {
    return SortedFiles.hasImages(listing, progress);
  }

  /** Decodes the image again: what is refused for what it holds will be so at any time. */
  @Override
  public boolean passed(DataProblem problem) {
    return listing.files().stream()
        .filter(each -> each.name().equals(problem.file()))
        .findFirst()
        .filter(each -> hasPassed(each.path()))
        .isPresent();
  }

  private static boolean hasPassed(Path file) {
    return ImageDecoder.refusal(file).filter(UnusableImageException::mayPass).isEmpty();
  }

  @Override
  public FolderMeaning proposed(Progress progress) {
    return FolderLayout.proposed(
        SortedFiles.of(listing, progress).images().stream().map(Listing.Entry::name).toList());
  }

  @Override
  public PackContent content(int size, Progress progress) {
    SortedFiles sorted = SortedFiles.of(listing, progress);
    return new FolderContent(this, sorted, FolderLayout.of(sorted, meaning), size);
  }
}
