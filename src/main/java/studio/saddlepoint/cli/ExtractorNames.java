package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.ExtractorSetting;
import studio.saddlepoint.metrics.extractor.ExtractorVariant;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.recipe.HyperParameters;

/** The extractors by their names on the command line. */
final class ExtractorNames {
  private static final Map<String, ExtractorChoice> NAMES = names();

  private static Map<String, ExtractorChoice> names() {
    Map<String, ExtractorChoice> names = new LinkedHashMap<>();
    for (ExtractorKind kind : Extractors.ALL) {
      for (ExtractorVariant each : kind.variants()) {
        names.put(each.commandName(), kind.set(each.setting()));
      }
      if (kind.variants().isEmpty() && !kind.takesFile()) {
        names.put(kind.commandName(), kind.usual());
      }
    }
    return names;
  }

  private ExtractorNames() {}

  /** The list of names in the help, each with what is to be said of it. */
  static final class Help implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return NAMES.keySet().stream().map(ExtractorNames::help).iterator();
    }
  }

  private static String help(String name) {
    ExtractorKind kind = NAMES.get(name).kind();
    String note =
        kind.variants().stream()
            .filter(each -> each.commandName().equals(name))
            .map(ExtractorVariant::note)
            .findFirst()
            .orElse(kind.commandNote());
    return name
        + (kind.seeded() ? " or " + name + ":SEED" : "")
        + (note.isEmpty() ? "" : " (" + note + ")");
  }

  /** The names of those that need weights which the program does not bring along. */
  static String ofWeights() {
    List<String> names =
        NAMES.entrySet().stream()
            .filter(each -> each.getValue().kind().weights().isPresent())
            .map(Map.Entry::getKey)
            .toList();
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }

  /**
   * The extractor of a name, or of a TorchScript file.
   *
   * @throws BadUse if there is none
   */
  static ExtractorChoice parse(String name) {
    ExtractorChoice known = NAMES.get(name);
    return known != null ? known : seeded(name).or(() -> file(name)).orElseThrow(() -> none(name));
  }

  private static Optional<ExtractorChoice> seeded(String name) {
    int colon = name.indexOf(':');
    if (colon < 0 || !name.substring(colon + 1).matches("-?\\d{1,18}")) {
      return Optional.empty();
    }
    return Optional.ofNullable(NAMES.get(name.substring(0, colon)))
        .map(ExtractorChoice::kind)
        .filter(ExtractorKind::seeded)
        .map(
            kind -> kind.set(new ExtractorSetting.Seed(Long.parseLong(name.substring(colon + 1)))));
  }

  private static Optional<ExtractorChoice> file(String name) {
    return Extractors.ALL.stream()
        .filter(ExtractorKind::takesFile)
        .findFirst()
        .flatMap(
            kind ->
                PathNames.spelt(name)
                    .filter(Files::isRegularFile)
                    .map(file -> kind.set(new ExtractorSetting.ScriptFile(file))));
  }

  private static BadUse none(String name) {
    return new BadUse(
        "--extractor is \""
            + name
            + "\": it must be "
            + NAMES.keySet().stream().collect(Collectors.joining(", "))
            + ", or a TorchScript file that is there. Did you mean "
            + HyperParameters.nearest(name, NAMES.keySet())
            + "?"
            + PathNames.cure(name));
  }
}
