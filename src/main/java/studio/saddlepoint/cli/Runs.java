package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.list.RunList;
import studio.saddlepoint.run.list.RunSummary;

/** Finds what the command line names: runs and their checkpoints. */
final class Runs {
  private static final int NAMED = 5;

  private Runs() {}

  /**
   * Opens a run.
   *
   * @param home where runs are kept
   * @param name a run's folder, or its name in a runs folder
   * @throws BadUse if there is none
   */
  static RunFolder open(Home home, String name) {
    // An empty path is the working folder to Java.
    Optional<Path> here = PathNames.spelt(name).filter(path -> !name.isBlank());
    return here.filter(Files::isDirectory)
        .or(
            () ->
                here.stream()
                    .flatMap(each -> inFolders(home, each))
                    .filter(Files::isDirectory)
                    .findFirst())
        .map(RunFolder::open)
        .orElseThrow(() -> missing(home, name));
  }

  private static Stream<Path> inFolders(Home home, Path name) {
    return home.runFolders().stream().map(folder -> folder.resolve(name));
  }

  private static BadUse missing(Home home, String name) {
    List<String> known =
        RunList.of(home.runFolders()).stream()
            .limit(NAMED)
            .map(RunSummary::folder)
            .map(PathNames::of)
            .toList();
    return new BadUse(
        "There is no run \""
            + name
            + "\", neither as a folder nor in "
            + home.runFolders().stream().map(PathNames::text).collect(Collectors.joining(" or "))
            + (known.isEmpty()
                ? ", where no runs are yet. Make one by saddlepoint train."
                : ". The latest are: " + String.join(", ", known) + ".")
            + PathNames.cure(name));
  }

  /**
   * A checkpoint of a run.
   *
   * @param run the run
   * @param choice {@code latest}, {@code best}, or a step
   * @throws BadUse if there is none
   */
  static SavedCheckpoint checkpoint(RunFolder run, String choice) {
    List<SavedCheckpoint> all = run.checkpoints();
    if (all.isEmpty()) {
      throw new BadUse(
          "The run "
              + run.id()
              + " has no checkpoint yet. Train it first: saddlepoint resume "
              + run.id()
              + ".");
    }
    Optional<SavedCheckpoint> found =
        switch (choice) {
          case "latest" -> all.stream().max(Comparator.comparingLong(SavedCheckpoint::step));
          case "best" -> run.best();
          default ->
              all.stream().filter(each -> Long.toString(each.step()).equals(choice)).findFirst();
        };
    return found.orElseThrow(
        () ->
            new BadUse(
                "The run "
                    + run.id()
                    + " has no checkpoint \""
                    + choice
                    + "\". There are: "
                    + (run.best().isPresent() ? "best, " : "")
                    + "latest, "
                    + String.join(
                        ", ",
                        all.stream().map(each -> Long.toString(each.step())).distinct().toList())
                    + "."));
  }
}
