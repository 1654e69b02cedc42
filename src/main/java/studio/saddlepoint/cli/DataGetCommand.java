package studio.saddlepoint.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Spelling;
import studio.saddlepoint.data.known.KnownDataSet;
import studio.saddlepoint.data.known.KnownDataSets;

/** Gets a well-known data set. */
@Command(
    name = "get",
    description =
        "Downloads a well-known data set, or takes it from files you have. Its files are checked by their published sums. What a broken download has got is gone on with the next time.")
final class DataGetCommand implements Callable<Integer> {
  private final CommandOutput console;
  private final Home home;

  @Parameters(
      paramLabel = "NAME",
      completionCandidates = KnownNames.class,
      description = "The data set: ${COMPLETION-CANDIDATES}.")
  private String name = "";

  @Option(
      names = "--from",
      paramLabel = "PATH",
      description =
          "Takes its files as published from this folder, or its only file, and downloads nothing.")
  private @Nullable Path from;

  @Option(
      names = "--mirror",
      paramLabel = "URL",
      description =
          "Downloads from here instead of the usual places: the address of a folder with the same files, or of its only file.")
  private @Nullable String mirror;

  DataGetCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    KnownDataSet set = KnownDataSet.of(name).orElseThrow(() -> unknown(name));
    if (from != null && mirror != null) {
      throw new BadUse("Name --from or --mirror, not both.");
    }
    if (from != null) {
      ImagePaths.existing(PathNames.text(from), "--from");
    }
    Optional<URI> place = Optional.ofNullable(mirror).map(DataGetCommand::address);
    KnownDataSets sets = new KnownDataSets(home);
    Path folder =
        from == null ? sets.download(set, place, console) : sets.adopt(set, from, console);
    console.result(document(set, folder), text(set, folder));
    return Main.DONE;
  }

  private static URI address(String text) {
    try {
      URI uri = new URI(text);
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw wrong(text);
    }
    throw wrong(text);
  }

  private static BadUse wrong(String text) {
    return new BadUse("--mirror is " + text + ": write an http or https address.");
  }

  private static BadUse unknown(String name) {
    List<String> near =
        Stream.of(KnownDataSet.values())
            .map(KnownDataSet::id)
            .filter(each -> Spelling.isSlip(name, each))
            .toList();
    return new BadUse(
        "There is no well-known data set \""
            + name
            + "\"."
            + (near.isEmpty()
                ? " There are: "
                    + Stream.of(KnownDataSet.values())
                        .map(KnownDataSet::id)
                        .collect(Collectors.joining(", "))
                    + "."
                : " Did you mean " + String.join(" or ", near) + "?"));
  }

  private static Map<String, Object> document(KnownDataSet set, Path folder) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", set.id());
    document.put("title", set.title());
    document.put("path", PathNames.text(folder));
    document.put("licence", set.licence());
    return document;
  }

  private static String text(KnownDataSet set, Path folder) {
    return English.of(
        "%s is in %s.%nLicence: %s.%nTo train on it: saddlepoint train dcgan-strokes --data %s",
        set.title(), Escapes.name(folder), set.licence(), set.id());
  }
}
