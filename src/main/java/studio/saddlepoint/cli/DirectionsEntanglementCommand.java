package studio.saddlepoint.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.direction.Attribute;
import studio.saddlepoint.latent.direction.AttributeResponse;
import studio.saddlepoint.latent.direction.Direction;
import studio.saddlepoint.latent.direction.DirectionFile;
import studio.saddlepoint.latent.direction.DirectionSearch;
import studio.saddlepoint.latent.direction.Directions;
import studio.saddlepoint.latent.direction.Entanglement;
import studio.saddlepoint.metrics.direction.JudgedDirections;
import studio.saddlepoint.metrics.direction.MeasuredEntanglement;
import studio.saddlepoint.run.RunFolder;

/** Measures how much else directions move. */
@Command(
    name = "entanglement",
    description = {
      "Measures how much each direction of a run moves each class and factor of its data set,",
      "by a judge that had no part in finding them."
    })
final class DirectionsEntanglementCommand implements Callable<Integer> {
  private static final List<Double> PLACES =
      IntStream.rangeClosed(-3, 3).mapToObj(i -> i * Direction.REACH / 3).toList();

  private final CommandOutput console;
  private final Home home;

  @Mixin private GeneratorOptions generator = new GeneratorOptions();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Only this direction; may be repeated. Default: all.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--codes",
      paramLabel = "N",
      defaultValue = "256",
      description = "On how many pictures; default: ${DEFAULT-VALUE}.")
  private int codes = JudgedDirections.USUAL_CODES;

  @Option(
      names = "--along",
      paramLabel = "ATTRIBUTE",
      description =
          "Tells, too, how this class or factor moves along each slider: its mean at seven places.")
  private Optional<String> along = Optional.empty();

  DirectionsEntanglementCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    if (codes < DirectionSearch.LEAST_SAMPLES || codes > DirectionSearch.MOST_SAMPLES) {
      throw new BadUse(
          English.of(
              "--codes is %d: it must be between %d and %d.",
              codes, DirectionSearch.LEAST_SAMPLES, DirectionSearch.MOST_SAMPLES));
    }
    if (!generator.inW().none()) {
      throw new BadUse("--psi is not for measuring directions: use it with sheet.");
    }
    RunFolder run = generator.folder(home);
    Directions kept = DirectionFile.of(run).read();
    List<Direction> chosen =
        names.isEmpty() ? kept.all() : names.stream().map(kept::require).toList();
    try (Snapshot snapshot = generator.load(run, console);
        CancellableWork work = new CancellableWork(console)) {
      JudgedDirections judged = new JudgedDirections(home.caches());
      MeasuredEntanglement found =
          judged.entanglement(snapshot, chosen, codes, work.part(0, along.isEmpty() ? 1 : 0.3));
      List<AttributeResponse> responses =
          along.isEmpty()
              ? List.of()
              : judged.responses(snapshot, chosen, along.get(), PLACES, codes, work.part(0.3, 1));
      Map<String, Object> document = document(run, found);
      along.ifPresent(name -> document.put("along", along(name, chosen, responses)));
      console.result(document, text(found) + text(chosen, responses));
      return Main.DONE;
    }
  }

  private static Map<String, Object> along(
      String attribute, List<Direction> directions, List<AttributeResponse> responses) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("attribute", attribute);
    document.put("units", PLACES);
    for (int i = 0; i < responses.size(); i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("means", responses.get(i).means());
      row.put("monotonic", responses.get(i).monotonic());
      document.put(directions.get(i).name(), row);
    }
    return document;
  }

  private String text(List<Direction> directions, List<AttributeResponse> responses) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < responses.size(); i++) {
      AttributeResponse response = responses.get(i);
      text.append(System.lineSeparator())
          .append(
              English.of(
                  "%s from -%.0f to %.0f along %s:",
                  along.orElseThrow(), Direction.REACH, Direction.REACH, directions.get(i).name()));
      response.means().forEach(mean -> text.append(English.of("  %.3f", mean)));
      text.append(response.monotonic() ? "; one way throughout" : "; not one way throughout");
    }
    return text.toString();
  }

  private static Map<String, Object> document(RunFolder run, MeasuredEntanglement found) {
    Entanglement entanglement = found.entanglement();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", run.path().toString());
    document.put("codes", found.codes());
    document.put("reach", Direction.REACH);
    document.put("attributes", entanglement.attributes().stream().map(Attribute::name).toList());
    document.put("judgeQuality", found.quality());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < entanglement.directions().size(); i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", entanglement.directions().get(i));
      row.put("moved", entanglement.moved().get(i));
      row.put("change", entanglement.change().get(i));
      row.put("purity", entanglement.purity(i));
      rows.add(row);
    }
    document.put("directions", rows);
    return document;
  }

  private static String text(MeasuredEntanglement found) {
    Entanglement entanglement = found.entanglement();
    StringBuilder text = new StringBuilder();
    text.append(
        English.of(
            "How much each moves when the slider goes from -%.0f to %.0f, in deviations from picture to picture, and its share of all movement:",
            Direction.REACH, Direction.REACH));
    for (int i = 0; i < entanglement.directions().size(); i++) {
      text.append(System.lineSeparator()).append(entanglement.directions().get(i)).append(':');
      for (int k = 0; k < entanglement.attributes().size(); k++) {
        text.append(
            English.of(
                "  %s %.2f (%+.2f)",
                entanglement.attributes().get(k).name(),
                entanglement.moved().get(i).get(k),
                entanglement.change().get(i).get(k)));
      }
      text.append(
          English.of(
              "; most %s, %.0f %%",
              entanglement.attributes().get(entanglement.mostMoved(i)).name(),
              100 * entanglement.purity(i)));
    }
    return text.toString();
  }
}
