package studio.saddlepoint.core;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The person's own folder, below which Java's libraries and this program keep their files. Java
 * asks the system's list of users for it and calls it {@code ?} where the user is not in it, as in
 * a container that runs as any number: all that would go into a folder called {@code ?} wherever
 * the program was started.
 */
public final class UserHome {
  private static final String PROPERTY = "user.home";

  private UserHome() {}

  /**
   * Where Java knows no folder, or only a part of its letters, takes the first of {@code HOME} and
   * {@code SADDLEPOINT_HOME} that can be written to. To be called before anything looks for the
   * folder.
   *
   * @param environment of this process
   * @throws StudioException if there is none
   */
  public static void settle(Map<String, String> environment) {
    if (isFolder(System.getProperty(PROPERTY, ""))) {
      return;
    }
    String found =
        Stream.of("HOME", "SADDLEPOINT_HOME")
            .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
            .flatMap(value -> writable(value).stream())
            .findFirst()
            .orElseThrow(
                () ->
                    new StudioException(
                        "Your user has no home folder that can be used, and neither HOME nor SADDLEPOINT_HOME names a folder that can be written to. Set SADDLEPOINT_HOME to one with 1 GB of free space: runs and caches go there, and 450 MB of the engine (DJL_CACHE_DIR moves those)."));
    System.setProperty(PROPERTY, found);
  }

  private static boolean isFolder(String home) {
    return PathNames.whole(home).filter(Path::isAbsolute).isPresent();
  }

  /** The absolute text of a folder that can be written to; one that is not there can be made. */
  private static Optional<String> writable(String folder) {
    Optional<Path> path =
        PathNames.whole(folder)
            .filter(each -> !folder.isBlank())
            .map(each -> each.toAbsolutePath().normalize());
    Optional<Path> nearest = path;
    while (nearest.isPresent() && !Files.exists(nearest.get())) {
      nearest = nearest.map(Path::getParent);
    }
    return nearest
        .filter(each -> Files.isDirectory(each) && Files.isWritable(each))
        .flatMap(each -> path)
        .map(Path::toString);
  }
}
