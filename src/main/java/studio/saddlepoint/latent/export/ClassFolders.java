package studio.saddlepoint.latent.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of folders for classes: the classes' own as far as every file system takes them. */
final class ClassFolders {
  private static final Pattern REFUSED = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
  private static final int LONGEST = 60;

  private ClassFolders() {}

  /** A folder for each class, in their order; no two are one where case does not count. */
  static List<String> of(List<String> classNames) {
    List<String> folders = new ArrayList<>();
    Set<String> taken = new HashSet<>(Set.of(PngFiles.LABELS));
    for (String name : classNames) {
      String wanted = safe(name);
      String folder = wanted;
      for (int i = 2; !taken.add(folder.toLowerCase(Locale.ROOT)); i++) {
        folder = wanted + "-" + i;
      }
      folders.add(folder);
    }
    return folders;
  }

  private static String safe(String name) {
    String kept = REFUSED.matcher(name).replaceAll("_");
    if (kept.length() > LONGEST) {
      kept = kept.substring(0, kept.offsetByCodePoints(0, kept.codePointCount(0, LONGEST)));
    }
    // Windows drops dots and blanks at the end; a dot in front hides a folder.
    kept = kept.strip().replaceAll("[. ]+$", "_").replaceAll("^\\.", "_");
    return kept.isEmpty() || RESERVED.matcher(kept).matches() ? "_" + kept : kept;
  }
}
