package studio.saddlepoint.train.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.RunLock;
import studio.saddlepoint.run.file.HiddenFolder;
import studio.saddlepoint.run.list.RunList;

/**
 * What trials left in a run folder that were not brought to their end, such as where the program
 * was ended meanwhile. The same trial goes on there when it is run again.
 */
public final class LeftTrials {
  private LeftTrials() {}

  /** How much disk they take, in bytes; 0 where there are none, or they cannot be read. */
  public static long bytes(RunFolder run) {
    try (Stream<Path> files = Files.walk(run.path().resolve(Trial.FOLDER))) {
      return files.filter(Files::isRegularFile).mapToLong(LeftTrials::size).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // gone by now
    }
  }

  /**
   * Deletes them.
   *
   * @throws StudioException if one of their trainings is under way in this or another program
   */
  public static void delete(RunFolder run) {
    Path folder = run.path().resolve(Trial.FOLDER);
    for (Path place : places(folder)) {
      RunList.of(place).stream()
          .filter(each -> RunLock.isHeld(each.folder()))
          .findFirst()
          .ifPresent(
              each -> {
                throw new StudioException(
                    "A trial of "
                        + run.title()
                        + " is under way: "
                        + each.title()
                        + " trains in "
                        + place
                        + ". Wait for its end, or end it where it was begun.");
              });
    }
    HiddenFolder.delete(folder);
  }

  private static List<Path> places(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // there is nothing, or nothing that can be looked into
    }
  }
}
