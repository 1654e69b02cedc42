package studio.saddlepoint.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.direction.AttributeAscent;
import studio.saddlepoint.latent.direction.Direction;
import studio.saddlepoint.latent.direction.DirectionFile;
import studio.saddlepoint.latent.direction.DirectionMethod;
import studio.saddlepoint.latent.direction.DirectionSearch;
import studio.saddlepoint.latent.direction.Directions;
import studio.saddlepoint.metrics.direction.JudgedDirections;
import studio.saddlepoint.run.RunFolder;

/** Finds directions and keeps them with the run. */
@Command(name = "find", description = "Finds directions, and keeps them with the run.")
final class DirectionsFindCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Mixin private GeneratorOptions generator = new GeneratorOptions();

  @Option(
      names = "--method",
      paramLabel = "sefa|pca|classifier|means|logistic",
      required = true,
      description = {
        "sefa: from the first weights; pca: principal components of w, or of the first activations;",
        "classifier: by a judge's gradients; means: between means of judged pictures;",
        "logistic: across the plane that parts judged pictures."
      })
  private String method = "";

  @Option(
      names = {"--class", "--factor"},
      paramLabel = "NAME",
      description =
          "What the direction is to mean, for classifier, means and logistic: a class of the data set, or one of its known factors.")
  private @Nullable String attribute;

  @Option(
      names = "--space",
      paramLabel = "z|w",
      description = "Which codes it moves. Default: w where there is a mapping network, else z.")
  private @Nullable String space;

  @Option(
      names = "--layers",
      paramLabel = "FROM-TO",
      description = "In w: the styled layers that it moves, such as 0-3. Default: all.")
  private @Nullable String layers;

  @Option(
      names = "--count",
      paramLabel = "K",
      description = "For sefa and pca: how many directions; default: 5.")
  private @Nullable Integer count;

  @Option(
      names = "--codes",
      paramLabel = "N",
      description =
          "How many codes are looked at. Default: 10000 for pca of w and 2000 of activations, 256 for classifier, 3000 for means and logistic.")
  private @Nullable Integer codes;

  @Option(
      names = "--stage",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "For pca without a mapping network: takes the activations after so many stages; default: ${DEFAULT-VALUE}.")
  private int stage = 1;

  @Option(
      names = "--penalty",
      paramLabel = "P",
      description =
          "For classifier: what a change of the other classes and factors costs, 0 for nothing; default: 1.")
  private @Nullable Double penalty;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Decides the codes; default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Its name. Default: the class or factor, or the method with a number.")
  private @Nullable String name;

  DirectionsFindCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    DirectionSearch search = search();
    if (!generator.inW().none()) {
      throw new BadUse("--psi is not for finding directions: use it with sheet.");
    }
    RunFolder run = generator.folder(home);
    DirectionFile file = DirectionFile.of(run);
    file.read(); // refused before anything is computed
    try (Snapshot snapshot = generator.load(run, console);
        CancellableWork work = new CancellableWork(console)) {
      List<Direction> found =
          named(new JudgedDirections(home.caches()).find(snapshot, search, work));
      Directions before = file.read();
      Directions kept = file.change(now -> now.with(found));
      tell(run, kept.all().subList(kept.all().size() - found.size(), kept.all().size()), before);
      return Main.DONE;
    }
  }

  private DirectionSearch search() {
    try {
      DirectionMethod chosen = DirectionMethod.of(method.toLowerCase(Locale.ROOT));
      if (penalty != null && chosen != DirectionMethod.CLASSIFIER) {
        throw new BadUse("--penalty is for --method classifier.");
      }
      AttributeAscent usual = AttributeAscent.USUAL;
      return new DirectionSearch(
          chosen,
          Optional.ofNullable(attribute),
          space == null ? Optional.empty() : Optional.of(space(space)),
          layers == null ? LayerRange.ALL : LayerRange.parse(layers),
          count == null ? (chosen.ofAttribute() ? 1 : 5) : count,
          codes == null ? OptionalInt.empty() : OptionalInt.of(codes),
          stage,
          penalty == null ? usual : new AttributeAscent(usual.steps(), usual.stepLength(), penalty),
          seed);
    } catch (StudioException e) {
      throw new BadUse(e);
    }
  }

  private static Space space(String text) {
    for (Space each : Space.values()) {
      if (each.id().equals(text)) {
        return each;
      }
    }
    throw new BadUse("--space is " + text + ": it must be z or w.");
  }

  private List<Direction> named(List<Direction> found) {
    if (name == null) {
      return found;
    }
    List<Direction> named = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      named.add(found.get(i).named(found.size() == 1 ? name : name + " " + (i + 1)));
    }
    return named;
  }

  private void tell(RunFolder run, List<Direction> found, Directions before) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", run.path().toString());
    document.put("found", found.stream().map(DirectionText::document).toList());
    document.put("kept", before.all().size() + found.size());
    console.result(
        document,
        English.of(
            "Found and kept with the run: %s",
            String.join(", ", found.stream().map(DirectionText::line).toList())));
  }
}
