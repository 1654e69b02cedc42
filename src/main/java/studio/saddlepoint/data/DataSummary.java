package studio.saddlepoint.data;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.saddlepoint.core.PathNames;

/**
 * The content of a data set, before any scaling.
 *
 * @param name the name for a person
 * @param kind where the images come from
 * @param trainImages images to learn from
 * @param testImages images held back; where {@code testIsTrain}, the same ones
 * @param testIsTrain whether there were too few images to hold any back
 * @param classes images of each class, by label; empty where unlabelled
 * @param originalSizes the sizes seen, the most frequent first (at most 100)
 * @param channels 1 for grey, 3 for colour
 * @param problems files left out, and why
 * @param passedOver files and folders that are no part of it
 * @param notes what else to know of it, in whole sentences
 * @param bytes the source's size on disk; 0 for generated sets
 * @param path the file or folder, absolute; empty for generated sets
 * @param prepared its images at the smallest size
 */
public record DataSummary(
    String name,
    DataKind kind,
    int trainImages,
    int testImages,
    boolean testIsTrain,
    List<ClassCount> classes,
    List<SizeCount> originalSizes,
    int channels,
    List<DataProblem> problems,
    List<PassedOver> passedOver,
    List<String> notes,
    long bytes,
    Optional<Path> path,
    PreparedImages prepared) {
  private static final Pattern ARCHIVE_NAME = Pattern.compile(".+\\.(\\w{2,4})");

  /** Whether folders in it are classes, or would be if not all images were wanted as one. */
  public boolean isFolder() {
    return kind == DataKind.FOLDER || kind == DataKind.ARCHIVE;
  }

  /** The kind's name for a person; of an archive its file's ending, such as {@code zip}. */
  public String kindTitle() {
    return path.filter(each -> kind == DataKind.ARCHIVE)
        .map(each -> ARCHIVE_NAME.matcher(PathNames.of(each)))
        .filter(Matcher::matches)
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .orElse(kind.title());
  }

  /** The greatest side that half of the images have at least, both ways; 0 where none is known. */
  public int usualSide() {
    int all = originalSizes.stream().mapToInt(SizeCount::images).sum();
    int larger = 0;
    List<SizeCount> largestFirst =
        originalSizes.stream()
            .sorted(Comparator.comparingInt(DataSummary::side).reversed())
            .toList();
    for (SizeCount each : largestFirst) {
      larger += each.images();
      if (2 * larger >= all) {
        return side(each);
      }
    }
    return 0;
  }

  private static int side(SizeCount size) {
    return Math.min(size.width(), size.height());
  }

  /** How many images are left out because they lie beside the folders of the classes. */
  public int besideFolders() {
    return (int)
        problems.stream().filter(each -> each.reason().equals(DataProblem.BESIDE_FOLDERS)).count();
  }
}
