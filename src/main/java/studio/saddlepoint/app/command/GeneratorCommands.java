package studio.saddlepoint.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.latent.walk.Easing;

/** What is drawn by a run's generator, as command lines. */
public final class GeneratorCommands {
  private GeneratorCommands() {}

  /**
   * Samples in files.
   *
   * @param className of which all are; empty for all classes
   * @param labels whether the classes are told beside them
   */
  public static ShellLine samples(
      Drawing drawing,
      int count,
      long seed,
      Optional<String> className,
      boolean labels,
      Path file) {
    CommandWords words = drawing.add(new CommandWords("sample"));
    words.option("--n", Integer.toString(count)).option("--seed", Long.toString(seed));
    className.ifPresent(each -> words.option("--class", each));
    return words.flag("--labels", labels).option("--out", file).flag("--overwrite", true).line();
  }

  /**
   * A picture in a file.
   *
   * @param code as it is copied
   * @param className the class; empty where there are none
   */
  public static ShellLine picture(
      Drawing drawing, String code, Optional<String> className, Path file) {
    CommandWords words = drawing.add(new CommandWords("explore", "picture"));
    words.option("--code", code);
    className.ifPresent(each -> words.option("--class", each));
    return words.option("--out", file).line();
  }

  /**
   * The times of a film.
   *
   * @param seconds of a walk between two keys, of a training until its last sheet
   * @param rate frames in a second
   * @param size in pixels; empty for the usual
   */
  public record Times(OptionalDouble seconds, double rate, OptionalInt size) {
    private CommandWords add(CommandWords words) {
      seconds.ifPresent(each -> words.option("--seconds", Double.toString(each)));
      words.option("--fps", Double.toString(rate));
      size.ifPresent(each -> words.option("--size", Integer.toString(each)));
      return words;
    }
  }

  /**
   * The way of a walk.
   *
   * @param keys codes, as the command line has them
   * @param way {@code slerp} or {@code lerp}
   * @param space {@code z} or {@code w}
   * @param easing how time passes
   * @param loop whether it goes back to its first key
   */
  public record Way(String keys, String way, String space, Easing easing, boolean loop) {}

  /** A film of a walk. */
  public static ShellLine walk(
      Drawing drawing, Way way, Optional<String> className, Times times, Path file) {
    CommandWords words = drawing.add(new CommandWords("explore", "walk"));
    words.option("--keys", way.keys()).option("--way", way.way()).option("--in", way.space());
    words.option("--easing", way.easing().id()).flag("--loop", way.loop());
    className.ifPresent(each -> words.option("--class", each));
    return times.add(words).option("--out", file).flag("--overwrite", true).line();
  }

  /** A film of a training. */
  public static ShellLine training(Path run, Times times, Path file) {
    CommandWords words = new CommandWords("explore", "film").path(run);
    return times.add(words).option("--out", file).flag("--overwrite", true).line();
  }
}
