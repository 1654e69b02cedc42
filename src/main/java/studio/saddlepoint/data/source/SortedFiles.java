package studio.saddlepoint.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.PassedOver;
import studio.saddlepoint.data.file.ImageEndings;
import studio.saddlepoint.data.file.Listing;
import studio.saddlepoint.data.header.ImageKind;

/**
 * The files of a listing, told apart: by their endings, and where these do not tell, by their first
 * bytes.
 *
 * @param images what is to be decoded
 * @param problems what could not be listed, and images of kinds that are not read
 * @param passedOver what else there is
 */
record SortedFiles(
    List<Listing.Entry> images, List<DataProblem> problems, List<PassedOver> passedOver) {
  /** Of each ending, once so many files were looked into and none is an image, none is. */
  private static final int ENOUGH = 1000;

  private static final int REPORT_EVERY = 256;

  /** Whether a file can be among the images, without looking into it. */
  static boolean possible(Listing.Entry file) {
    return !isOther(file.extension());
  }

  private static boolean isOther(String ending) {
    return !ImageEndings.isRead(ending)
        && !ImageEndings.isUnread(ending)
        && !ImageEndings.isOpen(ending);
  }

  /** Tells the files of a listing apart. */
  static SortedFiles of(Listing listing, Progress progress) {
    return new Sorter(progress).sorted(listing);
  }

  /** Whether there is any image; looks into files only where no name tells of one. */
  static boolean hasImages(Listing listing, Progress progress) {
    if (listing.files().stream().anyMatch(each -> ImageEndings.isRead(each.extension()))) {
      return true;
    }
    Sorter sorter = new Sorter(progress);
    for (Listing.Entry file : listing.files()) {
      sorter.sort(file);
      if (!sorter.images.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static final class Sorter {
    private final Progress progress;
    private final List<Listing.Entry> images = new ArrayList<>();
    private final List<DataProblem> problems = new ArrayList<>();
    private final Map<String, List<String>> others = new TreeMap<>();
    private final Map<String, Integer> hits = new HashMap<>();
    private final Map<String, Integer> misses = new HashMap<>();

    Sorter(Progress progress) {
      this.progress = progress;
    }

    SortedFiles sorted(Listing listing) {
      problems.addAll(listing.problems());
      int number = 0;
      for (Listing.Entry file : listing.files()) {
        if (number++ % REPORT_EVERY == 0) {
          progress.checkCancelled();
        }
        sort(file);
      }
      List<PassedOver> passed = new ArrayList<>();
      others.forEach((ending, names) -> passed.add(passedOver(kind(ending, names), names)));
      List<String> skipped = lastNames(listing.skipped());
      if (!skipped.isEmpty()) {
        passed.add(passedOver("system or hidden " + folders(skipped), skipped));
      }
      List<String> empty = emptyFolders(listing);
      if (!empty.isEmpty()) {
        passed.add(passedOver(folders(empty) + " without images", empty));
      }
      return new SortedFiles(List.copyOf(images), List.copyOf(problems), List.copyOf(passed));
    }

    private void sort(Listing.Entry file) {
      String ending = file.extension();
      if (ImageEndings.isRead(ending) || !isOther(ending) && begins(file)) {
        images.add(file);
      } else if (ImageEndings.isUnread(ending)) {
        problems.add(ImageEndings.unread(file.name()));
      } else {
        others.computeIfAbsent(ending, each -> new ArrayList<>()).add(file.name());
      }
    }

    /** Whether a file begins as images do, also those of which the decoder tells why not. */
    private boolean begins(Listing.Entry file) {
      String ending = file.extension();
      if (!hits.containsKey(ending) && misses.getOrDefault(ending, 0) >= ENOUGH) {
        return false;
      }
      boolean image;
      try (InputStream in = Files.newInputStream(file.path())) {
        image = ImageKind.of(in.readNBytes(ImageKind.START)).isImage();
      } catch (IOException e) {
        image = false;
      }
      (image ? hits : misses).merge(ending, 1, Integer::sum);
      return image;
    }

    private static String kind(String ending, List<String> names) {
      String files = names.size() == 1 ? "file" : "files";
      return ending.isEmpty() ? files + " without an ending" : ending + " " + files;
    }

    private static String folders(List<String> names) {
      return names.size() == 1 ? "folder" : "folders";
    }

    private static PassedOver passedOver(String kind, List<String> names) {
      return new PassedOver(
          kind, names.size(), names.stream().distinct().limit(PassedOver.NAMED).toList());
    }

    /** A NAS puts one of the same name into every folder. */
    private static List<String> lastNames(List<String> folders) {
      return folders.stream()
          .map(each -> each.substring(each.lastIndexOf('/') + 1))
          .sorted()
          .toList();
    }

    /** The outermost folders without any image in them, which are no classes. */
    private List<String> emptyFolders(Listing listing) {
      Set<String> full = new HashSet<>();
      full.add("");
      for (Listing.Entry image : images) {
        String folder = parent(image.name());
        while (full.add(folder)) {
          folder = parent(folder);
        }
      }
      return listing.folders().stream()
          .filter(folder -> !full.contains(folder) && full.contains(parent(folder)))
          .sorted()
          .toList();
    }

    private static String parent(String name) {
      return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
  }
}
