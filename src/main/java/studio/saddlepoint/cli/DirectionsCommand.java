package studio.saddlepoint.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import studio.saddlepoint.core.Home;

/** The commands for directions of a run's codes. */
@Command(
    name = "directions",
    description = {
      "Finds directions along which a generator's pictures change with meaning, and keeps them with the run.",
      "",
      "  saddlepoint explore directions find RUN --method classifier --class ring",
      "  saddlepoint explore directions find RUN --method sefa --count 5",
      "  saddlepoint explore directions sheet RUN --name ring --out ring.png",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true)
final class DirectionsCommand {
  /** All of them. */
  static CommandLine of(CommandOutput console, Home home) {
    return new CommandLine(new DirectionsCommand())
        .addSubcommand(new DirectionsFindCommand(console, home))
        .addSubcommand(new DirectionsListCommand(console, home))
        .addSubcommand(new DirectionsSheetCommand(console, home))
        .addSubcommand(new DirectionsEntanglementCommand(console, home))
        .addSubcommand(new DirectionsRenameCommand(console, home))
        .addSubcommand(new DirectionsDeleteCommand(console, home))
        .addSubcommand(new DirectionsExportCommand(console, home))
        .addSubcommand(new DirectionsImportCommand(console, home));
  }
}
