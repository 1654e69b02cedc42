package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.code.Bookmark;
import studio.saddlepoint.latent.code.Bookmarks;
import studio.saddlepoint.latent.code.CodeFiles;
import studio.saddlepoint.latent.code.FoundCode;
import studio.saddlepoint.latent.code.NamedCode;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.file.UnreadableFile;
import studio.saddlepoint.torch.TorchEngine;

/** The bookmarks of a run: latent codes with names. */
@Command(
    name = "codes",
    description = {
      "The latent codes that are kept with a run under names, as the window's bookmarks.",
      "",
      "  saddlepoint explore codes RUN list",
      "  saddlepoint explore codes RUN add \"Smile\" \"slerp(42,7,0.3)\"",
      "  saddlepoint explore codes RUN import projected_w.npz",
      ""
    },
    synopsisSubcommandLabel = "COMMAND")
final class ExploreCodesCommand {
  private static final int SHOWN = 48;

  private final CommandOutput console;
  private final Home home;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "A run's folder, or its name in the runs folder.")
  private String run = "";

  @Option(
      names = "--checkpoint",
      paramLabel = "STEP|best|latest",
      defaultValue = "latest",
      description =
          "Which checkpoint draws the small pictures, and maps codes to w; default: ${DEFAULT-VALUE}.")
  private String checkpoint = "latest";

  ExploreCodesCommand(CommandOutput console, Home home) {
    this.console = console;
    this.home = home;
  }

  private RunFolder folder() {
    if (run.isEmpty()) {
      throw new BadUse(
          "Missing required parameter: 'RUN'. Name a run's folder before the command, such as codes RUN list.");
    }
    return Runs.open(home, run);
  }

  private static Bookmarks bookmarks(RunFolder folder) {
    return new Bookmarks(folder.path());
  }

  private Snapshot snapshot(RunFolder folder) {
    SavedCheckpoint chosen = Runs.checkpoint(folder, checkpoint);
    TorchEngine.start(console);
    return Snapshot.load(folder, chosen, folder.recipe().averages());
  }

  @Command(
      name = "list",
      customSynopsis = "saddlepoint explore codes RUN list",
      description = "Tells all of them.")
  int list() {
    RunFolder folder = folder();
    List<Bookmark> all = bookmarks(folder).all();
    Map<String, Object> document = document(folder);
    document.put("codes", all.stream().map(each -> document(each.code())).toList());
    console.result(
        document,
        all.isEmpty()
            ? "The run has no bookmarks yet: add one with a name and a code, such as add Smile 42."
            : all.stream().map(ExploreCodesCommand::line).collect(Collectors.joining("\n")));
    return Main.DONE;
  }

  @Command(
      name = "add",
      customSynopsis = "saddlepoint explore codes RUN add [--class=NAME] [--note=TEXT] NAME CODE",
      description = "Keeps a code under a name.")
  int add(
      @Parameters(
              paramLabel = "NAME",
              description = "What to call it; it must not be taken, nor read as a code.")
          String name,
      @Parameters(
              paramLabel = "CODE",
              description =
                  "The code: a seed such as 42, what was copied, such as slerp(42,7,0.3), or another bookmark's name.")
          String code,
      @Option(
              names = "--class",
              paramLabel = "NAME",
              description = "Of a conditional generator: the class, by name or number.")
          @Nullable String className,
      @Option(names = "--note", paramLabel = "TEXT", description = "A note to keep with it.")
          @Nullable String note) {
    RunFolder folder = folder();
    FoundCode found = CodeChoice.of(folder, "CODE", code);
    NamedCode plain = usable(() -> NamedCode.of(name, found.point(), Instant.EPOCH));
    try (Snapshot snapshot = snapshot(folder)) {
      CodeChoice.requireFitting("CODE", found, snapshot);
      List<String> names = snapshot.latent().classNames();
      int label =
          className == null
              ? Math.max(0, names.indexOf(found.className().orElse("")))
              : ClassChoice.label(className, names);
      NamedCode named =
          CodeFiles.named(plain.name(), found.point(), snapshot, label)
              .noted(note == null ? "" : note);
      Bookmark drawn = CodeFiles.drawn(snapshot, List.of(Bookmark.of(named)), console).get(0);
      bookmarks(folder).add(drawn);
      Map<String, Object> document = document(folder);
      document.putAll(document(named));
      console.result(document, English.of("Kept %s", line(drawn)));
      return Main.DONE;
    }
  }

  @Command(
      name = "delete",
      customSynopsis = "saddlepoint explore codes RUN delete NAME",
      description = "Deletes one.")
  int delete(@Parameters(paramLabel = "NAME", description = "Which.") String name) {
    RunFolder folder = folder();
    Bookmark deleted = usable(() -> bookmarks(folder).delete(name));
    Map<String, Object> document = document(folder);
    document.put("deleted", document(deleted.code()));
    console.result(document, English.of("Deleted %s", line(deleted)));
    return Main.DONE;
  }

  @Command(
      name = "rename",
      customSynopsis = "saddlepoint explore codes RUN rename OLD NEW",
      description = "Gives one another name.")
  int rename(
      @Parameters(paramLabel = "OLD", description = "Which.") String old,
      @Parameters(paramLabel = "NEW", description = "What to call it.") String name) {
    RunFolder folder = folder();
    usable(
        () -> {
          bookmarks(folder).rename(old, name);
          return name;
        });
    Map<String, Object> document = document(folder);
    document.put("old", old);
    document.put("new", name);
    console.result(document, English.of("\"%s\" is called \"%s\" now", old, name));
    return Main.DONE;
  }

  @Command(
      name = "export",
      customSynopsis = "saddlepoint explore codes RUN export [--in-w] FILE",
      description =
          "Writes all to a file: JSON has everything; NPZ has their numbers as Python's tools read them, z (N, Z) and w (N, L, D), and their names.")
  int export(
      @Parameters(
              paramLabel = "FILE",
              description = "Ends with .json or .npz; one that is there is replaced.")
          Path file,
      @Option(
              names = "--in-w",
              description = "In an .npz: maps codes in z to w, too, as generate.py takes them.")
          boolean inW) {
    if (!CodeFiles.isNamed(file)) {
      throw new BadUse(English.of("FILE is %s: its name must end with .json or .npz.", file));
    }
    ImagePaths.writable(file, "FILE");
    RunFolder folder = folder();
    List<Bookmark> all = bookmarks(folder).all();
    if (all.isEmpty()) {
      throw new BadUse("The run has no bookmarks to write: add one first.");
    }
    try (Snapshot snapshot = snapshot(folder)) {
      CodeFiles.write(file, all, snapshot, inW);
    }
    Map<String, Object> document = document(folder);
    document.put("file", PathNames.text(file.toAbsolutePath().normalize()));
    document.put("codes", all.size());
    console.result(
        document, English.of("%s in %s", English.count(all.size(), "code"), Escapes.name(file)));
    return Main.DONE;
  }

  @Command(
      name = "import",
      customSynopsis = "saddlepoint explore codes RUN import FILE",
      description =
          "Adds all codes of a file: one that export wrote, or an .npz with an array z (N, Z), w (N, L, D), (N, 1, D) or (N, D), or ws (N, L, D). Names that are taken get a number.")
  int importAll(
      @Parameters(paramLabel = "FILE", description = "Ends with .json or .npz.") Path file) {
    if (!CodeFiles.isNamed(file)) {
      throw new BadUse(English.of("FILE is %s: its name must end with .json or .npz.", file));
    }
    ImagePaths.existing(PathNames.text(file), "FILE");
    RunFolder folder = folder();
    Bookmarks bookmarks = bookmarks(folder);
    bookmarks.all(); // refuses before it draws
    List<Bookmark> added;
    try (Snapshot snapshot = snapshot(folder)) {
      List<Bookmark> read = CodeFiles.read(file, snapshot.codeSizes());
      added = bookmarks.addAll(CodeFiles.drawn(snapshot, read, console));
    }
    Map<String, Object> document = document(folder);
    document.put("added", added.stream().map(each -> document(each.code())).toList());
    console.result(
        document,
        English.count(added.size(), "code")
            + " added:\n"
            + added.stream().map(ExploreCodesCommand::line).collect(Collectors.joining("\n")));
    return Main.DONE;
  }

  /** What a person typed is wrong, where it is refused. */
  private static <T> T usable(Supplier<T> value) {
    try {
      return value.get();
    } catch (UnreadableFile e) {
      throw e;
    } catch (StudioException e) {
      throw new BadUse(e);
    }
  }

  private static Map<String, Object> document(RunFolder folder) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", folder.path().toString());
    return document;
  }

  private static Map<String, Object> document(NamedCode code) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", code.name());
    document.put("code", code.point().toString());
    document.put("class", code.className().orElse(null));
    document.put("step", code.step().isPresent() ? code.step().getAsLong() : null);
    document.put("made", code.made().toString());
    document.put("note", code.note());
    return document;
  }

  private static String line(Bookmark bookmark) {
    NamedCode code = bookmark.code();
    return Escapes.name(code.name())
        + ": "
        + brief(code.point().toString())
        + code.className().map(name -> ", class " + Escapes.name(name)).orElse("")
        + (code.step().isPresent() ? English.of(", step %,d", code.step().getAsLong()) : "")
        + (code.note().isEmpty() ? "" : " (" + Escapes.name(code.note()) + ")");
  }

  /** A code in one line; of a long one its beginning. */
  static String brief(String code) {
    return code.length() > SHOWN ? code.substring(0, SHOWN) + "..." : code;
  }
}
