package studio.saddlepoint.cli;

import picocli.CommandLine.Command;

/** What can be done with data sets. */
@Command(
        name = "data",
        description = "Looks at data sets, and gets well-known ones.",
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true)
final class DataCommand {}
