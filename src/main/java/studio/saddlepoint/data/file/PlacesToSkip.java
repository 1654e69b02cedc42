package studio.saddlepoint.data.file;

import java.util.Locale;
import java.util.Set;

/** Names of files and folders that systems leave behind beside a person's own. */
final class PlacesToSkip {
  /**
   * Thumbnails, waste baskets and snapshots of Synology, QNAP, Windows, macOS and others; all in
   * small letters.
   */
  private static final Set<String> FOLDERS =
      Set.of(
          "__macosx",
          "@eadir",
          "#recycle",
          "#snapshot",
          "@recycle",
          "@recently-snapshot",
          "@tmp",
          "~snapshot",
          "$recycle.bin",
          "recycler",
          "system volume information",
          "found.000",
          "lost+found",
          "network trash folder",
          "temporary items",
          "__pycache__");

  private static final Set<String> JUNK =
      Set.of(
          "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "picasa.ini", "icon\r");

  private PlacesToSkip() {}

  /** Whether a folder is the system's or hidden, so that its images are not meant. */
  static boolean isFolder(String name) {
    return name.startsWith(".") || FOLDERS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether a file is the system's or hidden, not worth a word. */
  static boolean isJunk(String name) {
    return name.startsWith(".") || JUNK.contains(name.toLowerCase(Locale.ROOT));
  }
}
