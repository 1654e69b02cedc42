package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.ProgramVersion;
import studio.saddlepoint.core.Spelling;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.core.settings.Preferences;
import studio.saddlepoint.torch.EngineThreads;

/** The commands as one program: the options that all have, errors, exit codes. */
@Command(
    name = "saddlepoint",
    description = "Trains, samples and measures GANs. Without a command the window opens.",
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true)
public final class Main {
  /** Exit code: done. */
  public static final int DONE = 0;

  /** Exit code: the command was understood and could not be carried out. */
  public static final int FAILED = 1;

  /** Exit code: the command line is wrong, or names what is not there. */
  public static final int BAD_USE = 2;

  private final CommandOutput console;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version.")
  private boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Shows where an error came from.")
  private boolean debug;

  private Main(CommandOutput console) {
    this.console = console;
  }

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Prints one JSON document; progress goes to the standard error.")
  void json(boolean on) {
    console.json(on);
  }

  /**
   * Runs a command.
   *
   * @param args the command with its options
   * @param window measures the window, which the commands know nothing of
   * @return the exit code: {@link #DONE}, {@link #FAILED} or {@link #BAD_USE}
   */
  public static int run(String[] args, WindowTimes window) {
    return run(
        args,
        new CommandOutput(System.out, System.err, System.console() != null),
        Home.ofEnvironment(),
        window);
  }

  /** Runs a command of a program that has no window. */
  static int run(String[] args, CommandOutput console, Home home) {
    return run(args, console, home, (rounds, progress) -> List.of());
  }

  static int run(String[] args, CommandOutput console, Home place, WindowTimes window) {
    Preferences preferences = Preferences.of(place);
    Home home = preferences.place(place);
    preferences.heedNetwork();
    EngineThreads.want(preferences.threads());
    Main main = new Main(console);
    CommandLine line =
        new CommandLine(main)
            .addSubcommand(new RecipesCommand(console))
            .addSubcommand(new PlanCommand(console, home, preferences.device()))
            .addSubcommand(new TrainCommand(console, home, preferences.device()))
            .addSubcommand(new ResumeCommand(console, home))
            .addSubcommand(new BranchCommand(console, home))
            .addSubcommand(new TryCommand(console, home))
            .addSubcommand(new RunsCommand(console, home))
            .addSubcommand(new SampleCommand(console, home))
            .addSubcommand(new MixCommand(console, home))
            .addSubcommand(
                new CommandLine(new ExploreCommand())
                    .addSubcommand(new ExploreWalkCommand(console, home))
                    .addSubcommand(new ExploreFilmCommand(console, home))
                    .addSubcommand(new ExplorePictureCommand(console, home))
                    .addSubcommand(new ExploreGridCommand(console, home))
                    .addSubcommand(new ExploreCodesCommand(console, home))
                    .addSubcommand(DirectionsCommand.of(console, home))
                    .addSubcommand(new ExploreInvertCommand(console, home))
                    .addSubcommand(new ExploreMemoryCommand(console, home)))
            .addSubcommand(new ExportCommand(console, home))
            .addSubcommand(new ImportCommand(console, home))
            .addSubcommand(new EvaluateCommand(console, home))
            .addSubcommand(new ScoresCommand(console, home))
            .addSubcommand(new CurvesCommand(console, home))
            .addSubcommand(new ClustersCommand(console, home))
            .addSubcommand(new ReportCommand(console, home))
            .addSubcommand(new DiagnoseCommand(console, home))
            .addSubcommand(new EngineCommand(console))
            .addSubcommand(
                new CommandLine(new DataCommand())
                    .addSubcommand(new DataInfoCommand(console, home))
                    .addSubcommand(new DataGetCommand(console, home)))
            .addSubcommand(
                new CommandLine(new BenchCommand(console))
                    .addSubcommand(new BenchMethodsCommand(console, home))
                    .addSubcommand(new BenchGaussiansCommand(console))
                    .addSubcommand(new BenchMetricsCommand(console))
                    .addSubcommand(new BenchProfileCommand(console))
                    .addSubcommand(new BenchDoctorCommand(console, home))
                    .addSubcommand(new BenchPhotosCommand(console))
                    .addSubcommand(new BenchExploreCommand(console))
                    .addSubcommand(new BenchCurvesCommand(console))
                    .addSubcommand(new BenchWindowCommand(console, window)));
    line.setExpandAtFiles(false); // a folder may be called @photos
    line.registerConverter(Path.class, Main::path);
    // As it is: in other footers % and $ have a meaning, and a path may have them.
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> footer(home));
    line.setOut(console.writer());
    line.setParameterExceptionHandler((e, given) -> main.refused(e));
    line.setExecutionExceptionHandler((e, command, parsed) -> main.failed(e));
    return main.arrived(main.execute(line, args));
  }

  private static String footer(Home home) {
    return String.join(
        System.lineSeparator(),
        "",
        "Exit codes: 0 done, 1 failed, 2 bad use.",
        "Runs are kept in "
            + Escapes.name(home.runs())
            + "; the window's preferences or SADDLEPOINT_HOME move them.",
        "");
  }

  private static Path path(String text) {
    if (text.isBlank()) { // not the working folder, as Java has it
      throw new TypeConversionException("it is empty: name a file or folder");
    }
    return PathNames.spelt(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\"" + text + "\" cannot be the name of a file or folder"));
  }

  private int execute(CommandLine line, String[] args) {
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      console.error(
          English.of(
              "Not enough memory (%s). Choose fewer or smaller images or fewer metrics, or give Java more: SADDLEPOINT_JAVA_OPTS=-Xmx8g.",
              e.getMessage()));
      return traced(e, FAILED);
    }
  }

  /** A command is not done before its answer has arrived. */
  private int arrived(int code) {
    if (console.arrived()) {
      return code;
    }
    console.error(
        "The answer could not be written to the standard output: its disk is full, or the program that reads it has ended. Make room, or write to another place.");
    return code == DONE ? FAILED : code;
  }

  private int refused(ParameterException e) {
    String message = String.valueOf(e.getMessage()).strip();
    if (e instanceof UnmatchedArgumentException unmatched) {
      // What follows it was its own: one wrong word is enough to tell of.
      String first = unmatched.getUnmatched().get(0);
      CommandLine command = unmatched.getCommandLine();
      boolean commands = !unmatched.isUnknownOption() && !command.getSubcommands().isEmpty();
      message =
          "There is no "
              + (unmatched.isUnknownOption() ? "option " : commands ? "command " : "place for ")
              + first
              + (commands || unmatched.isUnknownOption() ? "." : " here.");
      List<String> near =
          unmatched.getSuggestions().stream().filter(each -> Spelling.isSlip(first, each)).toList();
      if (!near.isEmpty()) {
        message += " Did you mean " + String.join(" or ", near) + "?";
      } else if (commands) {
        message += " There are: " + String.join(", ", command.getSubcommands().keySet()) + ".";
      }
    }
    console.error(
        message
            + (message.matches("(?s).*[.?]") ? "" : ".")
            + " See "
            + e.getCommandLine().getCommandSpec().qualifiedName()
            + " --help.");
    return traced(e, BAD_USE);
  }

  private int failed(Exception e) {
    if (e instanceof BadUse) {
      console.error(String.valueOf(e.getMessage()));
      return traced(e, BAD_USE);
    }
    if (e instanceof StudioException) {
      console.error(String.valueOf(e.getMessage()));
    } else if (e instanceof CancellationException) {
      console.error("Cancelled.");
    } else {
      console.error(
          "This should not have happened: "
              + e
              + (debug ? "" : ". Run it again with --debug to see where."));
    }
    return traced(e, FAILED);
  }

  private int traced(Throwable e, int code) {
    if (debug) {
      console.trace(e);
    }
    return code;
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Saddlepoint " + ProgramVersion.words()};
    }
  }
}
