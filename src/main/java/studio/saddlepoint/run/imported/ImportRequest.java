package studio.saddlepoint.run.imported;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.saddlepoint.recipe.network.LatentPrior;

/**
 * A generator's file, and what a person says of it where the file does not.
 *
 * @param file a generator, or its mapping where there is a synthesis
 * @param synthesis the second half, in a file of its own
 * @param latentSize length of z
 * @param prior what z is drawn from
 * @param unit whether its pictures are in 0..1 and not in -1..1
 * @param classNames those it can be asked for, by number; an empty list for none
 * @param data what it is to be measured against, as {@code data.source} has it
 * @param title what it is to be called
 */
public record ImportRequest(
    Path file,
    Optional<Path> synthesis,
    OptionalInt latentSize,
    Optional<LatentPrior> prior,
    Optional<Boolean> unit,
    Optional<List<String>> classNames,
    Optional<String> data,
    Optional<String> title) {
  /** The files, in order. */
  public List<Path> files() {
    return synthesis.map(each -> List.of(file, each)).orElse(List.of(file));
  }

  /** Of a file that says all by itself. */
  public static ImportRequest of(Path file) {
    return new ImportRequest(
        file,
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
